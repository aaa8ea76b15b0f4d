"""Who wrote what in which row: the entries that one laptop has and another has not, and whose value stays."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover.cells import logged, table
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Key, Order, Stamp, Vector

HOUSEKEEPING: Final = frozenset({"id", "revision", "site_id", "seq", "created_at", "changed_at"})
ROWS: Final = (Operation.INSERT, Operation.UPDATE, Operation.DELETE)
FEW = 900


@dataclass(frozen=True)
class Write:
    """One entry about one row; `after` is None where nobody knows any more which columns it wrote."""

    key: Key
    operation: str
    table: str
    row_id: UUID
    after: Cells | None
    before: Cells | None = None

    @property
    def removes(self) -> bool:
        """It took the row away."""
        return self.operation == Operation.DELETE

    def wrote(self, name: str) -> bool:
        """It wrote this column."""
        return self.after is not None and name in self.after


Writes = dict["UUID", list[Write]]


def unknown_to(connection: Connection, seen: Vector, upto: Vector) -> Writes:
    """The writes by row that this workspace held, up to `upto`, and that were not `seen` elsewhere."""
    found: Writes = defaultdict(list)
    for site, last in sorted(upto.items(), key=lambda each: each[0].hex):
        entry = LogEntryRow
        if last > seen.get(site, 0):
            mine = (entry.site_id == site) & (entry.seq > seen.get(site, 0)) & (entry.seq <= last)
            for write in _asked(connection, mine):
                found[write.row_id].append(write)
    return found


def about(connection: Connection, rows: Sequence[UUID]) -> Writes:
    """Every write in these rows that the log holds."""
    found: Writes = defaultdict(list)
    for start in range(0, len(rows), FEW):
        for write in _asked(connection, LogEntryRow.row_id.in_(rows[start : start + FEW])):
            found[write.row_id].append(write)
    return found


def stays(
    name: str,
    ours: Sequence[Write],
    theirs: Sequence[Write],
    order: Order,
    weak: tuple[Stamp | None, Stamp | None],
) -> bool:
    """Whether our value of column `name` stays where theirs differs.

    The later write wins; a value of which nobody knows any more who wrote it when, after an erasure, gives
    way to one of which it is known. `weak` are the last writes that may have touched any column.
    """
    here, there = _last(name, ours, order), _last(name, theirs, order)
    if here or there:
        return there is None or (here is not None and here > there)
    return weak[1] is None or (weak[0] is not None and weak[0] > weak[1])


def dim(writes: Sequence[Write], order: Order, more: Stamp | None = None) -> Stamp | None:
    """The last of those writes of which it is not known what they wrote."""
    stamps = [order.stamp(write.key) for write in writes if write.after is None and not write.removes]
    return max([*stamps, *([more] if more else [])], default=None)


def rebuilt(base: Cells, writes: Iterable[Write], order: Order) -> Cells:
    """A row as all `writes` together leave it: `base`, and in each column what was written last."""
    last: dict[str, Stamp] = {}
    cells = dict(base)
    for write in writes:
        stamp = order.stamp(write.key)
        for name, cell in (write.after or {}).items():
            if name in cells and name not in HOUSEKEEPING and (name not in last or stamp > last[name]):
                last[name], cells[name] = stamp, cell
    return cells


def _last(name: str, writes: Sequence[Write], order: Order) -> Stamp | None:
    return max((order.stamp(write.key) for write in writes if write.wrote(name)), default=None)


def _asked(connection: Connection, wanted: Any) -> Iterable[Write]:  # noqa: ANN401  (an SQL condition)
    entry = LogEntryRow
    asked = (
        select(
            entry.site_id, entry.seq, entry.operation, entry.table_name, entry.row_id, LogPayloadRow.content
        )
        .outerjoin(LogPayloadRow, same_entry())
        .where(wanted, entry.row_id.is_not(None), entry.operation.in_([each.value for each in ROWS]))
        .order_by(entry.site_id, entry.seq)
    )
    for site, seq, operation, name, row_id, content in connection.execute(asked):
        yield heard((site, seq), operation, name, row_id, content)


def heard(key: Key, operation: str, name: str, row_id: UUID | None, content: str | None) -> Write:
    """An entry of the log about a row as a write.

    Raises:
        ValueError: it is about no row.
    """
    if row_id is None:
        raise ValueError(name)
    said: Mapping[str, Any] = json.loads(content) if content else {}
    before, after = said.get("before"), said.get("after")
    of = table(name)
    known = bool(before or after) or operation == Operation.DELETE
    return Write(
        key,
        operation,
        name,
        row_id,
        logged(of, after) if known and after is not None else None,
        logged(of, before) if before else None,
    )
