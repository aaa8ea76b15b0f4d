"""What the room shows, as values: tables, and who sits on their seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class SeatDrawn:
    """A seat; `person` is None for a free one. `said` is what a screen reader and the tooltip say."""

    person: UUID | None
    letters: str = ""
    said: str = ""
    group: int = 0
    locked: bool = False
    absent: bool = False
    watches: bool = False


@dataclass(frozen=True)
class TableDrawn:
    """A table in one round; `place` is its id in that round."""

    place: UUID
    no: int
    topic: str
    leader: str
    said: str
    seats: tuple[SeatDrawn, ...]


@dataclass(frozen=True)
class Hint:
    """What a move would do, or why it cannot be: a heading and a few sentences."""

    heading: str
    lines: tuple[str, ...]
    possible: bool = True
