"""What goes with the representativity statement."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from burgertop_app.domain.representing import StatementNotes
from burgertop_app.storage.base import Kept, to


class StatementNotesRow(Kept):
    """Rows of `StatementNotes`."""

    __tablename__ = "statement_notes"
    keeps = StatementNotes

    process_id: Mapped[UUID] = to("process")
    special: Mapped[list[Any]]
    plain: Mapped[list[Any]]
    grounds: Mapped[dict[str, Any]]
    done: Mapped[str]
    merging: Mapped[dict[str, Any]]
    published: Mapped[list[Any]]
