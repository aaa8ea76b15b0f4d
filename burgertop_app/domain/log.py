"""The log: what was done, by whom and when, in a chain that shows every later alteration."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class Operation(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    BULK = "bulk"
    ERASE = "erase"
    SEEN = "seen"
    """From here on this copy of the workspace knows what others wrote, up to these entries."""
    COPIED = "copied"
    """A copy for another laptop was made, which knows what was written up to these entries."""
    TWIN = "twin"
    """The same thing was made on two laptops and became one; this is what one of them said."""


class ChainFault(StrEnum):
    """In what way a chain is broken."""

    ALTERED = "altered"
    MISSING = "missing"
    PAYLOAD_ALTERED = "payload_altered"
    PAYLOAD_MISSING = "payload_missing"


@dataclass(frozen=True)
class LogEntry:
    """One entry. `action` is the organiser's request; `before` and `after` hold the changed columns.

    Both are empty once `erased_at` is set: the entry stays, what stood in it is gone.
    """

    site_id: UUID
    seq: int
    at: datetime
    who: str
    action: str
    operation: Operation
    table: str
    row_id: UUID | None
    before: Mapping[str, object]
    after: Mapping[str, object]
    erased_at: datetime | None


@dataclass(frozen=True)
class ChainReport:
    """The chain of one site: its length, how many entries were erased, and where it first breaks."""

    site_id: UUID
    site_name: str
    entries: int
    erased: int
    broken_at: int | None = None
    fault: ChainFault | None = None

    @property
    def intact(self) -> bool:
        """Every entry follows from the one before and says what it said when it was written."""
        return self.broken_at is None
