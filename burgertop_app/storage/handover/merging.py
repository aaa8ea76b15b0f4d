"""Two laptops become one again: what the other did comes in, without loss, without doubles, in any order.

**The idea.** Every laptop has its own chain in the log, and a hand-over carries the chains of its maker from
where the copies parted. What the workspace holds afterwards follows from all chains together, never from the
order in which files were read:

- *Which came first* is told by `order`: an entry comes after everything its writer could have seen; what
  neither saw of the other goes by moment, then by site.
- *A row that one side wrote* is taken. *Both wrote in it*: column by column the last word counts
  (`writes.stays`). What lost stays in the log, and `conflicts` reads out of the log what was said at the same
  time about the same thing; choosing is an ordinary change, after which it is a conflict no more.
- *Made twice* (checked in on both, a card typed on both): `twins`. *Labels, numbers, versions and ties that
  clash*: `naming`. *Fixed for good*: `frozen` refuses the file.
  *An intention in other words on both*: one, see `intentions`. *A card or a proposal that went on twice*:
  `successions`, `joinings`.
- *Removed here, changed there*: it stays. *Removed here, built on there* (a card in a theme that went): it
  comes back, with its words (`parts`). Tombstones stay, so that
  this too comes out the same when more is read.
- *Erased people never come back*: whoever was erased on one side is erased again in what came from the
  other, also from its texts and its part of the log. For this a hand-over carries the names of everybody.

The one that reads writes an entry `seen`, which says what it knew from then on. A file that brings nothing
new changes nothing. There is no undo: the service makes a copy of the workspace first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.log import Operation
from burgertop_app.storage import sites
from burgertop_app.storage.base import Row
from burgertop_app.storage.handover import (
    admission,
    erasing,
    frozen,
    intentions,
    joinings,
    naming,
    parts,
    rows,
    successions,
    writes,
)
from burgertop_app.storage.handover.births import Births
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.ground import Ground, Living
from burgertop_app.storage.handover.order import Order
from burgertop_app.storage.handover.twins import Twins
from burgertop_app.storage.mapping import kept_rows

if TYPE_CHECKING:
    from collections import Counter
    from uuid import UUID

    from sqlalchemy import Table

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.gathering import Handover
    from burgertop_app.storage.handover.order import Stamp
    from burgertop_app.storage.name_marks import Read
    from burgertop_app.storage.sites import Site
    from burgertop_app.storage.store import Store

Stones = dict[tuple[str, "UUID"], "Cells"]


@dataclass(frozen=True)
class Taken:
    """What came in, per table: new rows, changed rows, rows that became one, and what got another label."""

    entries: int
    new: Counter[str]
    changed: Counter[str]
    double: Counter[str]
    renamed: tuple[tuple[str, UUID, str], ...]
    erased: int = 0


def take_over(store: Store, handover: Handover, own: Site, file: str, read: Read) -> Taken | None:
    """Bring a hand-over into the workspace; None when it holds nothing new.

    Raises:
        InvalidInput, NotPossible: it does not fit (`admission.check`, `frozen`), or `handover_unfit`.
    """
    connection = store.connection
    before = sites.known(connection)
    new = admission.check(connection, handover, own, file)
    if not new:
        return None
    before[own.id] = before.get(own.id, 0)
    theirs = _theirs(new, handover)
    admission.enter(connection, handover, new)
    store.journal.flush()
    store.journal.seen(sites.known(connection))
    store.journal.flush()
    order = Order(connection)
    ground = Ground(
        connection=connection,
        handover=handover,
        known=before,
        order=order,
        twins=Twins(connection, handover.told["twin"]),
        births=Births(connection, order),
        ours=writes.unknown_to(connection, handover.seen, before),
        theirs=theirs,
        file=file,
    )
    try:
        erased = _merge(store, ground, read)
    except IntegrityError as error:
        raise NotPossible("handover_unfit", file=file) from error
    renamed = tuple(sorted(ground.renamed, key=lambda each: (each[0], each[1].int)))
    return Taken(len(new), ground.new, ground.changed, ground.double, renamed, erased)


def _merge(store: Store, ground: Ground, read: Read) -> int:
    connection = ground.connection
    stones = _stones(ground)
    gone = frozenset(
        key
        for key, stone in stones.items()
        if ground.births.kind((stone["site_id"], stone["seq"])) == Operation.ERASE
    )
    alive = Living(ground, gone, frozenset(stones))
    leaving = erasing.Leaving(ground, {key: stones[key]["at"] for key in gone})
    for of in _tables():
        rows.take(ground, of, alive)
    rows.said_before_removal(ground)
    frozen.refuse_two(ground)
    naming.put_in_order(ground)
    successions.hold_one(ground)
    joinings.hold_one(ground)
    intentions.put_in_line(ground)
    ground.twins.write()
    _note(store, ground)
    admission.heed(connection, store.now())
    _bury(ground, stones, alive)
    if erased := leaving.erase(store, read):
        _bury(ground, stones, alive)
    return erased


def _tables() -> list[Table]:
    kept = {row.__tablename__ for row in kept_rows()}
    return [each for each in Row.metadata.sorted_tables if each.name in kept]


def _theirs(new: list[Cells], handover: Handover) -> writes.Writes:
    held = {(each["site_id"], each["seq"]): each["content"] for each in handover.told["log_payload"]}
    found: writes.Writes = {}
    for each in new:
        if each["row_id"] is not None and each["operation"] in writes.ROWS:
            key = (each["site_id"], each["seq"])
            write = writes.heard(key, each["operation"], each["table_name"], each["row_id"], held[key])
            found.setdefault(write.row_id, []).append(write)
    return found


def _stones(ground: Ground) -> Stones:
    """The tombstones of both sides; of two for one row the earlier counts."""
    found: Stones = {}
    here = [dict(row) for row in ground.connection.execute(select(table("tombstone"))).mappings()]
    for stone in (*here, *ground.handover.told["tombstone"]):
        key = (stone["table_name"], stone["row_id"])
        if key not in found or _stamp(ground, stone) < _stamp(ground, found[key]):
            found[key] = stone
    return found


def _stamp(ground: Ground, stone: Cells) -> tuple[bool, Stamp]:
    entry = (stone["site_id"], stone["seq"])
    return ground.births.kind(entry) != Operation.ERASE, ground.order.stamp(entry)


def _bury(ground: Ground, stones: Stones, alive: Living) -> None:
    """Take out what is dead on all accounts and on which nothing rests, and keep the tombstones."""
    connection, stone_of = ground.connection, table("tombstone")
    by_table: dict[str, list[UUID]] = {}
    for name, row_id in stones:
        by_table.setdefault(name, []).append(ground.twins.keeper(row_id))
    for of in _smallest_first():
        wanted = sorted(set(by_table.get(of.name, ())), key=lambda each: each.int)
        for row_id in _there(ground, of, wanted):
            if not alive(of.name, row_id) and not _needed(ground, of, row_id, alive):
                connection.execute(delete(of).where(of.c.id == row_id))
                ground.changed[of.name] += 1
    told = [(each["table_name"], each["row_id"]) for each in ground.handover.told["tombstone"]]
    for name, row_id in told:
        connection.execute(delete(stone_of).where(stone_of.c.table_name == name, stone_of.c.row_id == row_id))
    if told:
        connection.execute(insert(stone_of), [stones[key] for key in told])
    parts.bring_back(ground, stones, alive)


def _there(ground: Ground, of: Table, ids: list[UUID]) -> list[UUID]:
    found: list[UUID] = []
    for start in range(0, len(ids), writes.FEW):
        some = select(of.c.id).where(of.c.id.in_(ids[start : start + writes.FEW]))
        found += ground.connection.execute(some).scalars()
    return sorted(found, key=lambda each: each.int)


def _smallest_first() -> list[Table]:
    """The tables, each before what it refers to, and words right before the thing that they are of."""
    order: list[Table] = []
    for of in (each for each in reversed(_tables()) if each.name not in parts.PARTS):
        order += [table(name) for name, whole in parts.PARTS.items() if whole == of.name]
        order.append(of)
    return order


def _needed(ground: Ground, of: Table, row_id: UUID, alive: Living) -> bool:
    """Whether something rests on a row, or it is the words of a thing that stays."""
    if _rested_on(ground, of.name, row_id):
        return True
    whole = parts.whole(ground, of.name, row_id) if of.name in parts.PARTS else None
    if whole is None or not rows.there(ground, parts.PARTS[of.name], whole):
        return False
    name = parts.PARTS[of.name]
    return alive(name, whole) or _rested_on(ground, name, whole, but=of.name)


def _rested_on(ground: Ground, name: str, row_id: UUID, but: str = "") -> bool:
    return any(
        ground.connection.execute(select(other.c.id).where(column == row_id).limit(1)).first() is not None
        for other, column in rows.inward(name)
        if other.name != but
    )


def _note(store: Store, ground: Ground) -> None:
    """Keep in the log what twins said, where no entry of their own does."""
    for name, row_id, born, cells in ground.said:
        said = {key: cell for key, cell in cells.items() if key not in writes.HOUSEKEEPING}
        said = {key: cell for key, cell in said.items() if not isinstance(cell, bytes)}
        of = {"site": born[0].hex, "seq": born[1]}
        store.journal.note(Operation.TWIN, name, row_id, before={"of": of}, after=said)
    store.journal.flush()
