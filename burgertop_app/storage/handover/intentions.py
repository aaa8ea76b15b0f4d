"""An intention put in other words on two laptops: it goes on as one, with its wordings behind each other.

They stand in the order in which they were written, and the last one counts. What two laptops said of one
intention while they did not know it of each other (its words, whether they may be shown, whether it counts)
is a difference of the last wording, whichever of the wordings it was said of.

One that was entered on both, for the same person or table in the same words, is one (`twins`). Each of the
laptops said all of it then.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import select

from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.handovers import WORDING
from burgertop_app.domain.intentions import Intention
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import Standing
from burgertop_app.storage.handover import naming, notes, writes
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.births import Births
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.handover.order import Key, Order
    from burgertop_app.storage.handover.twins import Twins
    from burgertop_app.storage.handover.writes import Write, Writes
    from burgertop_app.storage.store import Store

NAME: Final = "intention"
OVER_ALL: Final = frozenset({"text", "share", "standing", "withdrawn_reason", "earlier_id"})
"""Columns of which the differences are looked for over all wordings of an intention together."""


@dataclass(frozen=True)
class Said:
    """What one entry of the log said: the wording, whether it may be shown, or why it was withdrawn."""

    key: Key
    value: object
    words: str = ""


@dataclass(frozen=True)
class Parting:
    """What was said differently of an intention: its last wording, in which column, and what stands."""

    last: Cells
    column: str
    sides: tuple[Said, ...]
    stands: int


def put_in_line(ground: Ground) -> None:
    """Let every wording of an intention follow the one that was written before it; only the last counts."""
    if not ground.touched.get(NAME):
        return
    for rows in _several(ground.connection):
        line = _in_line(rows, ground.births, ground.order)
        for before, row in pairwise(line):
            naming.put(ground, NAME, row, {"earlier_id": before["id"]})
            naming.put(ground, NAME, before, {"standing": Standing.WITHDRAWN.value})
        naming.put(ground, NAME, line[-1], {"standing": _stood(ground, line[-1])})


def partings(connection: Connection, births: Births, order: Order, twins: Twins) -> Iterator[Parting]:
    """What two laptops said differently of an intention, and over which nobody has chosen yet."""
    for rows in _groups(connection):
        line = _in_line(rows, births, order)
        held = writes.about(connection, [each for row in line for each in twins.group(row["id"])])
        if len({write.key[0] for some in held.values() for write in some}) < 2:
            continue
        last = line[-1]
        stands = {
            WORDING: last["id"],
            "share": last["share"],
            "standing": last["withdrawn_reason"] if last["standing"] == Standing.WITHDRAWN else "",
        }
        for column, acts in _acts(line, births, held, twins).items():
            sides = _beside(acts, order)
            if len(sides) > 1:
                at = next((place for place, side in enumerate(sides) if side.value == stands[column]), 0)
                yield Parting(last, column, sides, at)


def settle(store: Store, row_id: UUID, column: str, chosen: object) -> None:
    """Let what was chosen of an intention stand: `chosen` is the value of a side.

    Raises:
        NotFound: `difference_gone`, the wording is there no more.
    """
    now = store.get(Intention, row_id)
    while later := store.first(Intention, earlier_id=now.id):
        now = later
    if column == WORDING:
        _word(store, now, chosen)
    elif column == "share":
        if now.share == chosen:
            notes.say_again(store, NAME, now.id, {"share": now.share})
        else:
            store.change(now, share=bool(chosen))
    else:
        reason = str(chosen)
        standing = Standing.WITHDRAWN if reason else Standing.ACTIVE
        if (now.standing, now.withdrawn_reason) == (standing, reason):
            said = {"standing": standing.value, "withdrawn_reason": reason}
            notes.say_again(store, NAME, now.id, said)
        else:
            store.change(now, standing=standing, withdrawn_reason=reason)


def _word(store: Store, now: Intention, chosen: object) -> None:
    words = store.first(Intention, id=chosen) if isinstance(chosen, UUID) else None
    if words is None:
        raise NotFound("difference_gone")
    if words.id == now.id:
        notes.say_again(store, NAME, now.id, {"text": now.text})
        return
    again = replace(now, id=store.new_id(), text=words.text, earlier_id=now.id, revision=0)
    store.add(again)
    store.change(now, standing=Standing.WITHDRAWN)


def _acts(line: Sequence[Cells], births: Births, held: Writes, twins: Twins) -> dict[str, list[Said]]:
    """Everything that was ever said of an intention, per column."""
    found: dict[str, list[Said]] = {WORDING: [], "share": [], "standing": []}
    for row in line:
        for key, born in _births(births, twins, row):
            found[WORDING].append(Said(key, row["id"], row["text"]))
            found["share"].append(Said(key, born.get("share", row["share"])))
            found["standing"].append(Said(key, born.get("withdrawn_reason", "")))
        for write in _later(each for row_id in twins.group(row["id"]) for each in held.get(row_id, ())):
            after = write.after or {}
            if "text" in after:
                found[WORDING].append(Said(write.key, row["id"], row["text"]))
            if "share" in after:
                found["share"].append(Said(write.key, after["share"]))
            if "withdrawn_reason" in after:
                found["standing"].append(Said(write.key, after["withdrawn_reason"]))
    return found


def _beside(acts: Sequence[Said], order: Order) -> tuple[Said, ...]:
    """What was said last on either side, each thing once, the latest first."""
    keys = set(order.maximal([act.key for act in acts]))
    found: dict[object, Said] = {}
    for act in sorted(acts, key=lambda each: order.stamp(each.key), reverse=True):
        if act.key in keys and (act.words or not isinstance(act.value, UUID)):
            found.setdefault(" ".join(act.words.split()).casefold() or act.value, act)
    return tuple(found.values())


def _stood(ground: Ground, row: Cells) -> str:
    """Whether the last wording counts, as it was written of that wording itself."""
    said = list(_births(ground.births, ground.twins, row))
    said += [(write.key, write.after or {}) for write in _later(ground.log_of(row["id"]))]
    told = [(ground.order.stamp(key), after["standing"]) for key, after in said if "standing" in after]
    return str(max(told)[1] if told else row["standing"])


def _births(births: Births, twins: Twins, row: Cells) -> Iterator[tuple[Key, Cells]]:
    """By which entries a wording came, on each laptop where it was entered, and as what."""
    for row_id in twins.group(row["id"]):
        yield twins.born.get(row_id) or births.of(NAME, row), births.first(NAME, row_id)


def _later(some: Iterable[Write]) -> Iterator[Write]:
    return (write for write in some if write.operation == Operation.UPDATE)


def _in_line(rows: Sequence[Cells], births: Births, order: Order) -> list[Cells]:
    return sorted(rows, key=lambda row: (order.stamp(births.of(NAME, row)), row["id"].int))


def _several(connection: Connection) -> Iterator[list[Cells]]:
    return (rows for rows in _groups(connection) if len(rows) > 1)


def _groups(connection: Connection) -> Iterator[list[Cells]]:
    """The rows of each intention: its first words, and whatever goes back to those."""
    of = table(NAME)
    rows = {row["id"]: dict(row) for row in connection.execute(select(of).order_by(of.c.id)).mappings()}
    groups: dict[UUID, list[Cells]] = defaultdict(list)
    for row in rows.values():
        root = row
        while root["earlier_id"] is not None:
            root = rows[root["earlier_id"]]
        groups[root["id"]].append(row)
    yield from groups.values()
