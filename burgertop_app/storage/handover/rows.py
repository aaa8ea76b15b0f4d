"""Rows of another laptop coming into the tables, one by one: new, changed on either side, or made twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover import births, frozen, naming, recognising, writes
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.gathering import references
from burgertop_app.storage.handover.writes import HOUSEKEEPING, Write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, Table

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground, Living
    from burgertop_app.storage.handover.order import Key, Stamp

FEW = 900


def take(ground: Ground, of: Table, alive: Living) -> None:
    """Bring in the rows of one table; those of the tables that it refers to are there already."""
    told = ground.handover.rows.get(of.name, {})
    local = _local(ground, of, told)
    index: dict[Any, UUID] | None = None
    for row_id, cells in _leading_first(ground.file, of, told):
        there = _repointed(ground, of, cells)
        held = next((local[each] for each in ground.twins.group(row_id) if each in local), None)
        writing = _writing(ground, row_id, there)
        if held is None:
            if not writing or not alive(of.name, row_id):
                ground.spare.setdefault(of.name, {})[ground.twins.keeper(row_id)] = there
                continue
            if index is None:
                index = recognising.index_of(ground, of)
            twin = recognising.twin(ground, of, there, index)
            held = _row(ground.connection, of, twin) if twin else None
        if held is None:
            local[row_id] = put(ground, of, _whole(ground, of, row_id, there), alive)
            ground.new[of.name] += 1
        elif writing or held["id"] != ground.twins.keeper(row_id):
            merged = _merge(ground, of, held, there, alive)
            local[merged["id"]] = merged
            if index is not None and (key := recognising.key(ground, of, merged)) is not None:
                index[key] = merged["id"]


def _leading_first(file: str, of: Table, told: dict[UUID, Cells]) -> Iterator[tuple[UUID, Cells]]:
    """The rows, each after those of its own table that it refers to, whatever clocks gave them their ids."""
    columns = [column.name for column, target in references(of) if target.name == of.name]
    done: set[UUID] = set()
    for first in told:
        line = [first]
        while before := [told[line[-1]][name] for name in columns if told[line[-1]][name] in told]:
            if before[0] in line:
                raise InvalidInput("handover_damaged", file=file)
            line.append(before[0])
        for row_id in (each for each in reversed(line) if each not in done):
            done.add(row_id)
            yield row_id, told[row_id]


def put(ground: Ground, of: Table, cells: Cells, alive: Living) -> Cells:
    """Insert a row, with what it refers to when that went meanwhile; the row as it stands now."""
    stand_by(ground, of, cells, alive)
    cells = naming.fitting(ground, of.name, cells)
    ground.connection.execute(insert(of), cells)
    ground.touch(of.name, cells["id"])
    ground.there.add(cells["id"])
    naming.came(ground, of.name, cells)
    return cells


def there(ground: Ground, name: str, row_id: UUID) -> bool:
    """Whether a row of a table stands here now."""
    return _row(ground.connection, table(name), row_id) is not None


def said_before_removal(ground: Ground) -> None:
    """Take in what the other side wrote in rows that it removed after that, where the row stays."""
    for stone in ground.handover.told["tombstone"]:
        name, row_id = stone["table_name"], stone["row_id"]
        writing = [write for write in ground.theirs.get(row_id, ()) if write.operation == Operation.UPDATE]
        here = _row(ground.connection, table(name), ground.twins.keeper(row_id)) if writing else None
        if here is None or row_id in ground.handover.rows.get(name, {}):
            continue
        said = {column for write in writing for column in write.after or {}}
        last = writes.rebuilt(here, ground.log_of(row_id), ground.order)
        naming.put(ground, name, here, {column: last[column] for column in said if column in here})


def stand_by(ground: Ground, of: Table, cells: Cells, alive: Living) -> None:
    """Bring back what a row refers to and is not there any more: what somebody builds on stays."""
    for column, target in references(of):
        wanted = cells[column.name]
        if wanted is None or wanted in ground.there:
            continue
        if _row(ground.connection, target, wanted) is not None:
            ground.there.add(wanted)
            continue
        spare = ground.spare.get(target.name, {}).pop(wanted, None) or buried(ground, target, wanted)
        if spare is None:
            raise InvalidInput("handover_damaged", file=ground.file)
        put(ground, target, _whole(ground, target, wanted, spare), alive)


def buried(ground: Ground, of: Table, row_id: UUID) -> Cells | None:
    """A row that was removed here, as its removal in the log remembers it."""
    found = writes.about(ground.connection, ground.twins.group(row_id))
    for each in (write for some in found.values() for write in some):
        if each.removes and each.before and set(each.before) >= set(of.columns.keys()) - HOUSEKEEPING:
            site, seq = each.key
            at = ground.order.stamp(each.key)[0]
            kept = {
                "id": row_id,
                "revision": 1,
                "site_id": site,
                "seq": seq,
                "created_at": at,
                "changed_at": at,
            }
            return _repointed(ground, of, each.before | kept)
    return None


def _whole(ground: Ground, of: Table, row_id: UUID, cells: Cells) -> Cells:
    """A row as it comes in: under the id of its twins, with what was written here while it was away."""
    ids = ground.twins.group(row_id)
    found = [write for each in ids for write in ground.ours.get(each, ())]
    if found:
        every = writes.about(ground.connection, ids)
        cells = writes.rebuilt(cells, [write for each in ids for write in every[each]], ground.order)
    return _repointed(ground, of, cells) | {"id": ground.twins.keeper(row_id)}


def _merge(ground: Ground, of: Table, here: Cells, there: Cells, alive: Living) -> Cells:
    """Both sides hold this row: column by column what was written last; the row as it stands now."""
    ids = set(ground.twins.group(here["id"])) | set(ground.twins.group(there["id"]))
    ours = [write for each in ids for write in ground.ours.get(each, ())]
    theirs = [write for each in ids for write in ground.theirs.get(each, ())]
    keeper = _keeper(ground, of, (here, there), (ours, theirs))
    frozen.refuse(ground, of.name, here, there, ours, theirs)
    weak = (_weak(ground, ours, here, ground.own), _weak(ground, theirs, there, ground.news))
    taken = {
        name: there[name]
        for name in there
        if name not in HOUSEKEEPING
        and here[name] != there[name]
        and not naming.settled(of.name, name, theirs)
        and not writes.stays(name, ours, theirs, ground.order, weak)
    }
    later = here if _stamp(ground, here) >= _stamp(ground, there) else there
    result = here | taken | {each: later[each] for each in ("site_id", "seq", "changed_at")}
    result |= {"created_at": min(here["created_at"], there["created_at"]), "id": keeper}
    if of.name in naming.LISTS:
        ground.touch(of.name, keeper)
    if result == here:
        return here
    result["revision"] = max(here["revision"], there["revision"]) + 1
    stand_by(ground, of, result, alive)
    if keeper == here["id"]:
        ground.connection.execute(update(of).where(of.c.id == keeper).values(result))
    else:
        _renamed(ground, of, here["id"], result)
    ground.changed[of.name] += bool(taken)
    ground.touch(of.name, keeper)
    return result


def _keeper(
    ground: Ground, of: Table, sides: tuple[Cells, Cells], written: tuple[list[Write], list[Write]]
) -> UUID:
    """The id under which the row goes on; when two rows become one here, each side wrote all of its own."""
    here, there = sides
    if there["id"] in ground.twins.group(here["id"]):
        return ground.twins.keeper(here["id"])  # type: ignore[no-any-return]
    frozen.refuse_twins(ground, of.name, here)
    born = {each["id"]: ground.births.of(of.name, each) for each in sides}
    for some, each in zip(written, sides, strict=True):
        some.append(_birth(of, born[each["id"]], each))
    _remember(ground, of, here, there, born)
    ground.double[of.name] += 1
    return ground.twins.tie(of.name, born)


def _remember(ground: Ground, of: Table, here: Cells, there: Cells, born: dict[UUID, Key]) -> None:
    """Keep what twins said of which the log holds no words, since they came with many at once."""
    if any(here[name] != there[name] for name in here if name not in (*HOUSEKEEPING, *frozen.QUIET)):
        for each in (here, there):
            if not ground.births.first(of.name, each["id"]):
                ground.said.append((of.name, each["id"], born[each["id"]], each))


def _renamed(ground: Ground, of: Table, old: UUID, result: Cells) -> None:
    """A row goes on under the id of its twin: with it whatever refers to it."""
    connection = ground.connection
    ground.there.discard(old)
    if inward(of.name):
        connection.execute(insert(of).values(naming.aside(of.name, result)))
        for other, column in inward(of.name):
            connection.execute(update(other).where(column == old).values({column.name: result["id"]}))
        connection.execute(delete(of).where(of.c.id == old))
        connection.execute(update(of).where(of.c.id == result["id"]).values(result))
        naming.came(ground, of.name, result, instead=old)
    else:
        connection.execute(delete(of).where(of.c.id == old))
        connection.execute(insert(of).values(result))


def inward(name: str) -> list[tuple[Table, Any]]:
    """The columns of all tables that refer to rows of this one."""
    return [
        (other, column)
        for other in table(name).metadata.sorted_tables
        for column, target in references(other)
        if target.name == name
    ]


def _birth(of: Table, key: Key, cells: Cells) -> Write:
    said = {name: cell for name, cell in cells.items() if name not in HOUSEKEEPING}
    return Write(key, Operation.INSERT, of.name, cells["id"], said)


def _weak(ground: Ground, found: Sequence[Write], cells: Cells, counts: Any) -> Stamp | None:  # noqa: ANN401
    """The last write of a side of which nobody knows what it wrote: an erasure, or one that was emptied."""
    key = (cells["site_id"], cells["seq"])
    own = ground.order.stamp(key) if counts(key) and ground.births.kind(key) in births.MANY else None
    return writes.dim(found, ground.order, own)


def _stamp(ground: Ground, cells: Cells) -> Stamp:
    return ground.order.stamp((cells["site_id"], cells["seq"]))


def _writing(ground: Ground, row_id: UUID, cells: Cells) -> bool:
    """Whether the other side wrote in this row what is not known here."""
    return ground.news((cells["site_id"], cells["seq"])) or any(
        ground.theirs.get(each) for each in ground.twins.group(row_id)
    )


def _repointed(ground: Ground, of: Table, cells: Cells) -> Cells:
    ways = {column.name: ground.twins.keeper(cells[column.name]) for column, _target in references(of)}
    return cells | ways


def _row(connection: Connection, of: Table, row_id: UUID) -> Cells | None:
    found = connection.execute(select(of).where(of.c.id == row_id)).mappings().first()
    return None if found is None else dict(found)


def _local(ground: Ground, of: Table, told: Iterable[UUID]) -> dict[UUID, Cells]:
    """The rows here that the other side tells about too."""
    ids = sorted({each for row_id in told for each in ground.twins.group(row_id)}, key=lambda each: each.int)
    found = {}
    for start in range(0, len(ids), FEW):
        some = select(of).where(of.c.id.in_(ids[start : start + FEW]))
        for row in ground.connection.execute(some).mappings():
            found[row["id"]] = dict(row)
    return found
