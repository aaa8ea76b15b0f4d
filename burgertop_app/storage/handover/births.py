"""By which entry of the log a row came, and what it was then; rows that came with many say less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover import writes
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Key, Order

MANY: Final = (Operation.BULK, Operation.ERASE)
"""Entries that tell of many rows at once."""


class Births:
    """Looks up by table, and remembers."""

    def __init__(self, connection: Connection, order: Order) -> None:
        self._connection = connection
        self._order = order
        self._first: dict[str, dict[UUID, writes.Write]] = {}
        entry = LogEntryRow
        asked = select(entry.site_id, entry.seq, entry.operation, entry.at, entry.table_name).where(
            entry.operation.in_([each.value for each in MANY])
        )
        self._many: dict[Key, str] = {}
        self._at: dict[tuple[str, object], list[Key]] = {}
        for site, seq, operation, at, names in connection.execute(asked):
            self._many[site, seq] = operation
            for name in names.split(",") if operation == Operation.BULK else ():
                self._at.setdefault((name, at), []).append((site, seq))

    def kind(self, key: Key) -> str:
        """What kind of entry told of many rows; empty for an entry about one."""
        return self._many.get(key, "")

    def of(self, name: str, cells: Cells) -> Key:
        """The entry by which this row of a table came."""
        first = self._firsts(name).get(cells["id"])
        if first is not None:
            return first.key
        last: Key = (cells["site_id"], cells["seq"])
        if self._many.get(last) == Operation.BULK:
            return last
        return min(self._at.get((name, cells["created_at"]), [last]), key=self._order.stamp)

    def first(self, name: str, row_id: UUID) -> Cells:
        """What the row was when it came; empty where the log does not hold it (any more)."""
        found = self._firsts(name).get(row_id)
        return (found.after or {}) if found else {}

    def _firsts(self, name: str) -> dict[UUID, writes.Write]:
        if name not in self._first:
            entry = LogEntryRow
            asked = (
                select(entry.site_id, entry.seq, entry.row_id, LogPayloadRow.content)
                .outerjoin(LogPayloadRow, same_entry())
                .where(entry.table_name == name, entry.operation == Operation.INSERT.value)
                .order_by(entry.site_id, entry.seq)
            )
            self._first[name] = {
                row_id: writes.heard((site, seq), Operation.INSERT, name, row_id, content)
                for site, seq, row_id, content in self._connection.execute(asked)
                if row_id is not None
            }
        return self._first[name]
