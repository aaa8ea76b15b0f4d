"""A proposal that went on in another one on each of two laptops: until somebody chooses the last counts.

What else was made of it counts no more, unless other proposals went on in that too, or somebody said whether
it counts: then it stays with the words and cards that it got. Choosing takes away the ties that were not
chosen, and says in the log that the others were. Where the other laptop chose otherwise meanwhile, the ties
of both come back to be chosen between.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from burgertop_app.domain.errors import NotFound, NotPossible
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import Proposal, ProposalSuccession, Standing
from burgertop_app.storage import outcome_store
from burgertop_app.storage.handover import naming, notes, writes
from burgertop_app.storage.handover.births import Births
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.handover.order import Key, Stamp
    from burgertop_app.storage.store import Store

NAME: Final = "proposal_succession"


@dataclass(frozen=True)
class Way:
    """How a proposal went on in one go: the ties, the later proposals, and the entry that said so last."""

    ties: tuple[UUID, ...]
    later: tuple[UUID, ...]
    key: Key


@dataclass(frozen=True)
class Fork:
    """The ways in which one proposal went on, that did not know each other; the latest first."""

    earlier_id: UUID
    ways: tuple[Way, ...]


def hold_one(ground: Ground) -> None:
    """Let what came of a proposal count where it went on last; what somebody wrote stays."""
    if not any(ground.touched.get(name) for name in (NAME, "proposal")):
        return
    rows = _rows(ground.connection)
    held: set[UUID] = set()
    for some in _by(rows, "earlier_id").values():
        acts = _acts(some, ground.births, ground.order)
        held |= {row["id"] for row in max(acts, key=lambda act: _begun(act, ground.births, ground.order))}
    of = table("proposal")
    for later_id, some in _by(rows, "later_id").items():
        born = ground.births.first("proposal", later_id).get("standing")
        said = [write for write in ground.log_of(later_id) if write.operation == Operation.UPDATE]
        if born is None or any(write.wrote("standing") for write in said):
            continue
        now = ground.connection.execute(select(of).where(of.c.id == later_id)).mappings().one()
        lasts = any(row["id"] in held for row in some)
        naming.put(ground, "proposal", dict(now), {"standing": born if lasts else Standing.WITHDRAWN.value})


def forks(connection: Connection, births: Births, order: Order) -> Iterator[Fork]:
    """The proposals that went on in something else on each laptop, and over which nobody has chosen yet."""
    for earlier_id, rows in _by(_rows(connection), "earlier_id").items():
        acts = _acts(rows, births, order)
        if len(acts) < 2:
            continue
        held = writes.about(connection, [row["id"] for row in rows])
        said = [_said(act, births, held) for act in acts]
        ways = []
        for at, (act, keys) in enumerate(zip(acts, said, strict=True)):
            others = [key for place, some in enumerate(said) if place != at for key in some]
            if not any(all(order.saw(other, key) for key in keys) for other in others):
                ties, later = tuple(row["id"] for row in act), tuple(row["later_id"] for row in act)
                ways.append(Way(ties, later, max(keys, key=order.stamp)))
        if len(ways) > 1:
            ways.sort(key=lambda way: order.stamp(way.key), reverse=True)
            yield Fork(earlier_id, tuple(ways))


def words(connection: Connection, later: Iterable[UUID]) -> str:
    """By what an organiser knows proposals: their numbers and titles."""
    of, texts = table("proposal"), table("proposal_text")
    asked = (
        select(of.c.id, of.c.number, texts.c.title)
        .join(texts, texts.c.proposal_id == of.c.id)
        .where(of.c.id.in_(list(later)))
        .order_by(of.c.number, texts.c.version)
    )
    last = {row_id: f"{number}. {title}" for row_id, number, title in connection.execute(asked)}
    return "\n".join(last.values())


def settle(store: Store, earlier_id: UUID, chosen: UUID) -> None:
    """Let a proposal have gone on in the chosen one, and in whatever was made in one go with that.

    Raises:
        NotFound: `difference_gone`, it did not go on there any more.
        NotPossible: `proposal_is_voted_on`, what would count no more stands on a ballot.
    """
    order = Order(store.connection)
    births = Births(store.connection, order)
    rows = [row for row in _rows(store.connection) if row["earlier_id"] == earlier_id]
    acts = _acts(rows, births, order)
    picked = next((act for act in acts if any(row["later_id"] == chosen for row in act)), None)
    if picked is None:
        raise NotFound("difference_gone")
    for row in (row for act in acts if act is not picked for row in act):
        store.remove(store.get(ProposalSuccession, row["id"]))
        _lose(store, row["later_id"])
    for row in picked:
        notes.say_again(store, NAME, row["id"], {"earlier_id": earlier_id, "later_id": row["later_id"]})
        _keep(store, row["later_id"])


def _lose(store: Store, later_id: UUID) -> None:
    """What was not chosen counts no more; where others went on in it too it stays as it was written."""
    if store.count(ProposalSuccession, later_id=later_id):
        return
    later = store.get(Proposal, later_id)
    lines = outcome_store.proposal_lines(store, later.process_id)
    if any(line.on_ballot for line in lines if line.proposal.id == later_id):
        raise NotPossible("proposal_is_voted_on", number=later.number)
    if later.standing is Standing.ACTIVE:
        store.change(later, standing=Standing.WITHDRAWN)
    else:
        notes.say_again(store, "proposal", later_id, {"standing": later.standing.value})


def _keep(store: Store, later_id: UUID) -> None:
    """What was chosen counts; unless it went on itself, or somebody withdrew it with a reason."""
    later = store.get(Proposal, later_id)
    if later.standing is Standing.ACTIVE:
        notes.say_again(store, "proposal", later_id, {"standing": later.standing.value})
    elif not later.withdrawn_reason and not store.count(ProposalSuccession, earlier_id=later_id):
        store.change(later, standing=Standing.ACTIVE)


def _said(act: list[Cells], births: Births, held: writes.Writes) -> list[Key]:
    """The entries in which it was said that a proposal went on so."""
    keys = [births.of(NAME, row) for row in act]
    return keys + [write.key for row in act for write in held.get(row["id"], ()) if not write.removes]


def _begun(act: list[Cells], births: Births, order: Order) -> Stamp:
    return max(order.stamp(births.of(NAME, row)) for row in act)


def _acts(rows: list[Cells], births: Births, order: Order) -> list[list[Cells]]:
    """Ties by the go in which they were made."""
    found: dict[Key, list[Cells]] = {}
    for row in rows:
        key = births.of(NAME, row)
        first = next((each for each in found if order.together(each, key)), key)
        found.setdefault(first, []).append(row)
    return list(found.values())


def _rows(connection: Connection) -> list[Cells]:
    of = table(NAME)
    return [dict(row) for row in connection.execute(select(of).order_by(of.c.id)).mappings()]


def _by(rows: list[Cells], end: str) -> dict[UUID, list[Cells]]:
    found: dict[UUID, list[Cells]] = defaultdict(list)
    for row in rows:
        found[row[end]].append(row)
    return found
