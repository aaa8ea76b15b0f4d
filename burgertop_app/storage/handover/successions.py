"""A card that went on in another one on each of two laptops: one of those holds, and it counts once.

What was done last holds. In the others the card did not last a moment: such a tie ends when it began, and the
later card counts for the cards that it still has, or, with none left, is withdrawn. All stay readable. A card
that counts itself again is in none. What somebody wrote after that stays as it was written.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, update

from burgertop_app.domain.card_history import CardSuccession
from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import Standing
from burgertop_app.storage.handover import naming, writes
from burgertop_app.storage.handover.births import Births
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.order import Order
from burgertop_app.storage.handover.twins import Twins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.store import Store

NAME: Final = "card_succession"
Act = tuple[Any, ...]
"""What was done in one go: on which laptop, and when."""


@dataclass(frozen=True)
class Fork:
    """The ties of a card that went on twice: those that hold, then those of every other act."""

    earlier_id: UUID
    held: tuple[Cells, ...]
    others: tuple[tuple[Cells, ...], ...]


def hold_one(ground: Ground) -> None:
    """Let a card have gone on once, and count the later cards accordingly."""
    if not any(ground.touched.get(name) for name in (NAME, "card")):
        return
    rows = _rows(ground.connection)
    cards = _cards(ground.connection, rows)
    for earlier_id, some in _by(rows, "earlier_id").items():
        _hold(ground, some, counts=cards[earlier_id]["standing"] == Standing.ACTIVE)
    for card_id, cells in _counts(ground.connection, ground.births, ground.twins, ground.order, cards):
        naming.put(ground, "card", cards[card_id], cells)


def forks(connection: Connection, births: Births) -> Iterator[Fork]:
    """The cards that went on twice."""
    for earlier_id, rows in _by(_rows(connection), "earlier_id").items():
        held = tuple(row for row in rows if row["until"] is None)
        cut: dict[Act, list[Cells]] = defaultdict(list)
        for row in rows:
            if row["until"] == row["since"]:
                cut[_act(births, row)].append(row)
        others = [tuple(some) for some in cut.values() if _where(some) != _where(held)]
        if held and others:
            yield Fork(earlier_id, held, tuple(others))


def settle(store: Store, earlier_id: UUID, chosen: UUID) -> None:
    """Let a card have gone on in the chosen one, with whatever else was made in one go with that.

    Also when it holds already: the ties of a choice are new ones, so that two choices that did not know each
    other stand beside each other like two merges.

    Raises:
        NotFound: `difference_gone`, the card did not go on there any more.
    """
    order = Order(store.connection)
    births = Births(store.connection, order)
    ties = store.find(CardSuccession, earlier_id=earlier_id, order_by="id")
    acts = {row["id"]: _act(births, row) for row in _rows(store.connection)}
    picked = next((tie for tie in ties if tie.later_id == chosen and tie.until in (None, tie.since)), None)
    if picked is None:
        raise NotFound("difference_gone")
    for tie in ties:
        if tie.until is None:
            store.change(tie, until=store.now())
    for tie in ties:
        if acts[tie.id] == acts[picked.id]:
            store.add(replace(tie, id=store.new_id(), until=None, by=store.actor, revision=0))
    twins, of = Twins(store.connection, ()), table("card")
    cards = _cards(store.connection, _rows(store.connection))
    for card_id, cells in _counts(store.connection, births, twins, order, cards):
        changed = {name: cell for name, cell in cells.items() if cards[card_id][name] != cell}
        if changed:
            changed["revision"] = cards[card_id]["revision"] + 1
            store.connection.execute(update(of).where(of.c.id == card_id).values(changed))


def _hold(ground: Ground, rows: list[Cells], *, counts: bool) -> None:
    acts: dict[Act, list[Cells]] = defaultdict(list)
    for row in rows:
        if row["until"] is None or naming.cut(ground, row):
            acts[_act(ground.births, row)].append(row)
    if not acts:
        return
    last = max(
        acts, key=lambda act: max(ground.order.stamp(ground.births.of(NAME, row)) for row in acts[act])
    )
    for act, some in acts.items():
        for row in some:
            holds = act == last and not counts
            naming.put(ground, NAME, row, {"until": None if holds else row["since"]})


def _counts(
    connection: Connection, births: Births, twins: Twins, order: Order, cards: Mapping[UUID, Cells]
) -> Iterator[tuple[UUID, Cells]]:
    """How often each later card counts for the cards that it still has, and whether it counts at all.

    A card is told before the one that it went on in. What somebody wrote is left out.
    """
    later = _by(_rows(connection), "later_id")
    held = writes.about(connection, [each for card_id in later for each in twins.group(card_id)])
    weight = {card_id: int(card["times"]) for card_id, card in cards.items()}
    lessened: set[UUID] = set()
    for card_id in sorted(later, key=lambda each: order.stamp(births.of("card", cards[each]))):
        born = births.first("card", card_id)
        if not born:
            continue
        open_ = {row["earlier_id"] for row in later[card_id] if row["until"] is None}
        lost = {row["earlier_id"] for row in later[card_id]} - open_
        wanted: Cells = {"times": born["times"], "standing": born["standing"]}
        if lost or open_ & lessened:
            rest = min(born["times"], sum(weight[each] for each in open_))
            weight[card_id] = rest
            lessened.add(card_id)
            wanted["times"] = rest or born["times"]
            wanted["standing"] = born["standing"] if rest else Standing.WITHDRAWN.value
        said = [write for each in twins.group(card_id) for write in held.get(each, ())]
        said = [write for write in said if write.operation == Operation.UPDATE]
        free = {name: cell for name, cell in wanted.items() if not any(each.wrote(name) for each in said)}
        yield card_id, free


def _cards(connection: Connection, rows: Sequence[Cells]) -> dict[UUID, Cells]:
    """The cards at both ends of the ties."""
    of = table("card")
    ids = sorted({row[end] for row in rows for end in ("earlier_id", "later_id")}, key=lambda each: each.int)
    found: dict[UUID, Cells] = {}
    for start in range(0, len(ids), writes.FEW):
        some = select(of).where(of.c.id.in_(ids[start : start + writes.FEW]))
        found |= {row["id"]: dict(row) for row in connection.execute(some).mappings()}
    return found


def _where(rows: Iterable[Cells]) -> frozenset[UUID]:
    return frozenset(row["later_id"] for row in rows)


def _act(births: Births, row: Cells) -> Act:
    return births.of(NAME, row)[0], row["since"], row["created_at"]


def _rows(connection: Connection) -> list[Cells]:
    of = table(NAME)
    return [dict(row) for row in connection.execute(select(of).order_by(of.c.id)).mappings()]


def _by(rows: list[Cells], end: str) -> dict[UUID, list[Cells]]:
    found: dict[UUID, list[Cells]] = defaultdict(list)
    for row in rows:
        found[row[end]].append(row)
    return found
