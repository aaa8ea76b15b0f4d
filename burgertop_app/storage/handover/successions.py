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
from burgertop_app.domain.outcomes import Card, Standing
from burgertop_app.storage.handover import naming
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.births import Births
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.store import Store

NAME: Final = "card_succession"
MOST: Final = 999
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
    cards = table("card")
    ids = sorted({row[end] for row in rows for end in ("earlier_id", "later_id")}, key=lambda each: each.int)
    found: dict[UUID, Cells] = {}
    for card_id in ids:
        card = ground.connection.execute(select(cards).where(cards.c.id == card_id)).mappings().first()
        if card is not None:
            found[card_id] = dict(card)
    for earlier_id, some in _by(rows, "earlier_id").items():
        _hold(ground, some, counts=found[earlier_id]["standing"] == Standing.ACTIVE)
    for later_id, some in _by(rows, "later_id").items():
        _count(ground, found[later_id], some, found)


def forks(connection: Connection, births: Births) -> Iterator[Fork]:
    """The cards that went on twice."""
    for earlier_id, rows in _by(_rows(connection), "earlier_id").items():
        held = tuple(row for row in rows if row["until"] is None)
        cut: dict[Act, list[Cells]] = defaultdict(list)
        for row in rows:
            if row["until"] == row["since"]:
                cut[_act(births, row)].append(row)
        if held and cut:
            yield Fork(earlier_id, held, tuple(map(tuple, cut.values())))


def settle(store: Store, earlier_id: UUID, chosen: UUID) -> None:
    """Let a card have gone on in the chosen one, with whatever else was made in one go with that.

    Raises:
        NotFound: `difference_gone`, the card did not go on there any more.
    """
    ties = store.find(CardSuccession, earlier_id=earlier_id, order_by="id")
    held = [tie for tie in ties if tie.until is None]
    if chosen in {tie.later_id for tie in held}:
        for tie in held:
            _note(store, tie)
        return
    picked = next((tie for tie in ties if tie.later_id == chosen and tie.until == tie.since), None)
    if picked is None:
        raise NotFound("difference_gone")
    card = store.get(Card, earlier_id)
    for tie in held:
        store.change(tie, until=store.now())
        _weigh(store, tie.later_id, -card.times)
    told = {row["id"]: (row["site_id"], row["since"]) for row in _rows(store.connection)}
    for tie in ties:
        if tie.until == tie.since and told[tie.id] == told[picked.id]:
            _weigh(store, tie.later_id, card.times)
            store.add(replace(tie, id=store.new_id(), until=None, by=store.actor, revision=0))


def _weigh(store: Store, later_id: UUID, more: int) -> None:
    """Count a later card for a card more or less; one that has no other counts or does not."""
    later = store.get(Card, later_id)
    if store.count(CardSuccession, later_id=later_id, until=None):
        store.change(later, times=max(1, min(later.times + more, MOST)))
    else:
        store.change(later, standing=Standing.ACTIVE if more > 0 else Standing.WITHDRAWN)


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


def _count(ground: Ground, later: Cells, rows: list[Cells], cards: Mapping[UUID, Cells]) -> None:
    """Count a later card for the cards that it still has."""
    born = ground.births.first("card", later["id"])
    if not born:
        return
    open_ = {row["earlier_id"] for row in rows if row["until"] is None}
    lost = {row["earlier_id"] for row in rows if naming.cut(ground, row)} - open_
    wanted: Cells = {"times": born["times"], "standing": born["standing"]}
    if lost and open_:
        wanted["times"] = min(born["times"], sum(cards[each]["times"] for each in open_))
    elif lost:
        wanted["standing"] = Standing.WITHDRAWN.value
    written = [write for write in ground.log_of(later["id"]) if write.operation == Operation.UPDATE]
    free = {name: cell for name, cell in wanted.items() if not any(each.wrote(name) for each in written)}
    naming.put(ground, "card", later, free)


def _note(store: Store, tie: CardSuccession) -> None:
    """Also when nothing changes: that somebody chose is what ends the difference."""
    of, said = table(NAME), {"later_id": tie.later_id}
    seq = store.journal.note(Operation.UPDATE, NAME, tie.id, before=said, after=said)
    stamp = store.stamp(seq, new=False) | {"revision": of.c.revision + 1}
    store.connection.execute(update(of).where(of.c.id == tie.id).values(**stamp))


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
