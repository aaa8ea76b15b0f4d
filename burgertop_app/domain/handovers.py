"""Handing work over between laptops: what comes in, and what was said differently on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

REMOVED = ""
"""Stands for a column where one laptop removed what the other changed."""
SAME = "same"
"""Stands for a column where two cards say the same on one laptop, and not on the other."""
WENT_ON = "went_on"
"""Stands for a column where a card went on in another one on each laptop."""
WORDING = "wording"
"""Stands for a column where each laptop gave the thing other words."""


@dataclass(frozen=True)
class Saying:
    """What one laptop said: the cell, or that it was removed; by whom, when, and whether it is this one.

    `called` is by what an organiser knows the thing that the cell refers to.
    """

    value: object
    removed: bool
    who: str
    at: datetime
    laptop: str
    here: bool
    called: str = ""


@dataclass(frozen=True)
class Difference:
    """Two laptops said something else of the same thing, while they could not know it of each other.

    `column` is what they differ in (`REMOVED`: one of them removed it), `subject` how the organiser knows the
    thing, and `stands` which of the sayings counts until somebody chooses.
    """

    table: str
    row_id: UUID
    column: str
    subject: str
    sayings: tuple[Saying, ...]
    stands: int

    @property
    def key(self) -> tuple[str, UUID, str]:
        """What names it, so that a choice finds it again."""
        return self.table, self.row_id, self.column


Choices = Mapping[tuple[str, "UUID", str], int]
"""Which saying is to count, per difference."""


@dataclass(frozen=True)
class Incoming:
    """What a hand-over brings, per table.

    `file` came from `laptop`, where `who` made it at `made_at`. `entries` is 0 when everything was here
    already. `renamed` are tables and labels with the number of a laptop behind them.
    """

    file: str
    laptop: str
    who: str
    made_at: datetime
    entries: int
    new: Mapping[str, int]
    changed: Mapping[str, int]
    double: Mapping[str, int]
    renamed: tuple[tuple[str, str], ...]
    erased: int
    differences: tuple[Difference, ...]

    @property
    def nothing(self) -> bool:
        """Everything in it was here already."""
        return self.entries == 0


@dataclass(frozen=True)
class TakenOver:
    """What was taken over, and where the workspace stands as it was before; None when nothing came in."""

    incoming: Incoming
    before: Path | None
