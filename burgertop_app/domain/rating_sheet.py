"""A sheet on which residents rate the reasons of the college, and what it adds to the marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class ToRate:
    """One answer to rate; `key` belongs to this very answer, not to a later one."""

    disposition_id: UUID
    key: str
    number: int
    sentence: str
    answer: str
    reason: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class RatedRows:
    """What was read: marks per key, and how many cells held no mark from 1 to 5."""

    marks: dict[str, tuple[int, ...]]
    strange: int = 0


@dataclass(frozen=True)
class RatingLine:
    """The marks that an answer has, and those that the file adds, per mark from 1 to 5."""

    disposition_id: UUID
    number: int
    before: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def after(self) -> tuple[int, ...]:
        """The marks when the file is taken over."""
        return tuple(had + more for had, more in zip(self.before, self.added, strict=True))


@dataclass(frozen=True)
class RatingProposal:
    """What reading a sheet with marks would do; `unknown` rows are about answers that no longer count."""

    file: str
    lines: tuple[RatingLine, ...]
    strange: int = 0
    unknown: int = 0

    @property
    def marks(self) -> int:
        """How many marks it adds."""
        return sum(sum(line.added) for line in self.lines)
