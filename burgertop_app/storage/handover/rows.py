"""Rows of another laptop coming into the tables, one by one: new, changed on either side, or made twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover import births, frozen, naming, twins, writes
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.gathering import references
from burgertop_app.storage.handover.writes import HOUSEKEEPING, Write, Writes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, Table

    from burgertop_app.storage.handover.births import Births
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.gathering import Handover
    from burgertop_app.storage.handover.order import Key, Order, Stamp, Vector
    from burgertop_app.storage.handover.twins import Twins

FEW = 900
Keys = frozenset[tuple[str, "UUID"]]
"""Rows: their table and id."""


@dataclass
class Ground:
    """What both sides hold, for as long as the merging lasts.

    `known` is the last entry per site that this workspace had; `ours` and `theirs` are the writes by row that
    only one side has. `spare` are rows of the other side that nobody here needs so far.
    """

    connection: Connection
    handover: Handover
    known: Vector
    order: Order
    twins: Twins
    births: Births
    ours: Writes
    theirs: Writes
    file: str
    spare: dict[str, dict[UUID, Cells]] = field(default_factory=dict)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    double: Counter[str] = field(default_factory=Counter)
    touched: dict[str, set[UUID]] = field(default_factory=dict)
    said: list[tuple[str, UUID, Key, Cells]] = field(default_factory=list)
    """What twins said of which the log holds no words: table, id, birth, cells."""
    renamed: set[tuple[str, UUID, str]] = field(default_factory=set)
    lanes: dict[UUID, int] = field(default_factory=dict)
    labels: dict[str, dict[tuple[UUID, str], set[UUID]]] = field(default_factory=dict)
    """Rows by process and label, for the tables in which a process has a label once."""
    wordings: dict[UUID, str] = field(default_factory=dict)
    """The first words of each card of the other side."""
    there: set[UUID] = field(default_factory=set)
    """Rows that are known to be there."""

    def news(self, key: Key) -> bool:
        """Whether an entry was not known here."""
        return key[1] > self.known.get(key[0], 0)

    def own(self, key: Key) -> bool:
        """Whether the other side did not know an entry."""
        return key[1] > self.handover.seen.get(key[0], 0)

    def log_of(self, row_id: UUID) -> list[Write]:
        """Every write in a row, under each of its ids."""
        found = writes.about(self.connection, self.twins.group(row_id))
        return [write for some in found.values() for write in some]

    def touch(self, name: str, row_id: UUID) -> None:
        """Remember that a row came in or was changed."""
        self.touched.setdefault(name, set()).add(row_id)


def take(ground: Ground, of: Table, alive: Living) -> None:
    """Bring in the rows of one table; those of the tables that it refers to are there already."""
    told = ground.handover.rows.get(of.name, {})
    local = _local(ground, of, told)
    index: dict[Any, UUID] | None = None
    for row_id, cells in told.items():
        there = _repointed(ground, of, cells)
        held = next((local[each] for each in ground.twins.group(row_id) if each in local), None)
        writing = _writing(ground, row_id, there)
        if held is None:
            if not writing or not alive(of.name, row_id):
                ground.spare.setdefault(of.name, {})[ground.twins.keeper(row_id)] = there
                continue
            if index is None:
                index = _index(ground, of)
            twin = _twin(ground, of, there, index)
            held = _row(ground.connection, of, twin) if twin else None
        if held is None:
            local[row_id] = put(ground, of, _whole(ground, of, row_id, there), alive)
            ground.new[of.name] += 1
        elif writing or held["id"] != ground.twins.keeper(row_id):
            merged = _merge(ground, of, held, there, alive)
            local[merged["id"]] = merged
            if index is not None and (key := _key(ground, of, merged)) is not None:
                index[key] = merged["id"]


class Living:
    """Whether a row lives on, seen from the writes alone: one that came after, or beside, every removal."""

    def __init__(self, ground: Ground, erased: Keys, stoned: Keys) -> None:
        self._ground = ground
        self._erased = erased
        self._stoned = stoned

    def __call__(self, name: str, row_id: UUID) -> bool:
        """Whether it lives; who was erased does not."""
        ground, ids = self._ground, self._ground.twins.group(row_id)
        if any((name, each) in self._erased for each in ids):
            return False
        if not any((name, each) in self._stoned for each in ids):
            return True
        found = writes.about(ground.connection, ids)
        every = [write for each in ids for write in found[each]]
        removals = [write.key for write in every if write.removes]
        made = [write.key for write in every if not write.removes]
        made += [ground.twins.born[each] for each in ids if each in ground.twins.born]
        return any(not any(ground.order.saw(gone, key) for gone in removals) for key in made)


def put(ground: Ground, of: Table, cells: Cells, alive: Living) -> Cells:
    """Insert a row, with what it refers to when that went meanwhile; the row as it stands now."""
    stand_by(ground, of, cells, alive)
    cells = naming.fitting(ground, of.name, cells)
    ground.connection.execute(insert(of), cells)
    ground.touch(of.name, cells["id"])
    ground.there.add(cells["id"])
    naming.came(ground, of.name, cells)
    return cells


def stand_by(ground: Ground, of: Table, cells: Cells, alive: Living) -> None:
    """Bring back what a row refers to and is not there any more: what somebody builds on stays."""
    for column, target in references(of):
        wanted = cells[column.name]
        if wanted is None or wanted in ground.there:
            continue
        if _row(ground.connection, target, wanted) is not None:
            ground.there.add(wanted)
            continue
        spare = ground.spare.get(target.name, {}).pop(wanted, None) or _buried(ground, target, wanted)
        if spare is None:
            raise InvalidInput("handover_damaged", file=ground.file)
        put(ground, target, _whole(ground, target, wanted, spare), alive)


def _buried(ground: Ground, of: Table, row_id: UUID) -> Cells | None:
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


def _twin(ground: Ground, of: Table, there: Cells, index: dict[Any, UUID]) -> UUID | None:
    if of.name in twins.BORN and not ground.news(ground.births.of(of.name, there)):
        return None
    key = _key(ground, of, there)
    found = None if key is None else index.get(key)
    return found or naming.same_card(ground, of.name, there)


def _key(ground: Ground, of: Table, cells: Cells) -> Any:  # noqa: ANN401
    born = ground.births.first(of.name, cells["id"])
    return twins.key_of(of.name, cells, born, lambda at: _round(ground, at))


def _index(ground: Ground, of: Table) -> dict[Any, UUID]:
    """The rows here by what they are recognised by; of some only those that the other side did not know."""
    if of.name not in twins.KEYS and of.name not in twins.BORN:
        return {}
    found: dict[Any, UUID] = {}
    for cells in map(dict, ground.connection.execute(select(of).order_by(of.c.id)).mappings()):
        if of.name in twins.BORN and not ground.own(ground.births.of(of.name, cells)):
            continue
        key = _key(ground, of, cells)
        if key is not None:
            found.setdefault(key, cells["id"])
    return found


def _round(ground: Ground, at: UUID) -> UUID | None:
    rounds = table("table_round")
    return ground.connection.execute(select(rounds.c.round_id).where(rounds.c.id == at)).scalar_one_or_none()


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
