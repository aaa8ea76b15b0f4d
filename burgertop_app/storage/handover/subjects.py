"""By what an organiser knows a row: its own label, or that of what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import select

from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells

SUBJECTS: Final = {
    "card": ("card", "label"),
    "card_id": ("card", "label"),
    "participation": ("participation", "number"),
    "participation_id": ("participation", "number"),
    "theme": ("theme", "title"),
    "proposal": ("proposal", "number"),
    "proposal_id": ("proposal", "number"),
    "process": ("process", "title"),
    "event": ("event", "title"),
    "intention": ("intention", "number"),
    "item": ("item", "title"),
    "commitment": ("commitment", "text"),
    "advice": ("advice", "title"),
    "recommendation": ("recommendation", "number"),
    "recommendation_id": ("recommendation", "number"),
    "event_id": ("event", "title"),
}
"""The column that names a row of a table, or of the table that a column refers to."""


def subject(connection: Connection, name: str, cells: Cells) -> str:
    """The label of a row, else of the first thing that it belongs to; empty when nothing has one."""
    if name in SUBJECTS:
        return str(cells[SUBJECTS[name][1]])
    for column, (other, label) in SUBJECTS.items():
        if column.endswith("_id") and cells.get(column) is not None:
            found = row(connection, other, cells[column])
            if found is not None:
                return str(found[label])
    return ""


def called(connection: Connection, name: str, row_id: object) -> str:
    """The label of the row of a table with this id; empty when it is not there."""
    found = row(connection, name, row_id) if isinstance(row_id, UUID) else None
    return "" if found is None else str(found[SUBJECTS[name][1]])


def row(connection: Connection, name: str, row_id: UUID) -> Cells | None:
    """A row of a table as it stands; None when it is not there."""
    of = table(name)
    found = connection.execute(select(of).where(of.c.id == row_id)).mappings().first()
    return None if found is None else dict(found)
