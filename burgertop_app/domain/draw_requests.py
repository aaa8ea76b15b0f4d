"""What is asked of a draw from files, and what its answers say."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.domain.draws import Lottery, Panel
    from burgertop_app.domain.errors import Parameter


@dataclass(frozen=True, kw_only=True)
class DrawFiles:
    """A draw from a sheet of people and a sheet of quotas.

    `id_column` empty means the first of id, person_id, nummer and the like; `household` names the columns
    that make an address; `keep_in` and `keep_out` are sheets with a column of numbers, the latter with a
    reason where there is a column for it.
    """

    people: Path
    quotas: Path
    seats: int
    id_column: str = ""
    method: str = "leximin"
    household: tuple[str, ...] = ()
    keep_in: Path | None = None
    keep_out: Path | None = None
    source: str = ""
    moment: str = ""
    place: str = ""
    witnesses: tuple[str, ...] = ()
    attempt: int = 1
    earlier_attempts: tuple[str, ...] = ()


@dataclass(frozen=True)
class DrawOutcome:
    """What a draw from files left in its folder; before the number there is no panel yet."""

    folder: Path
    lottery: Lottery
    lottery_sha256: str
    commitment_sha256: str = ""
    drawn: DrawnNumber | None = None
    panel: Panel = ()
    reserves: tuple[str, ...] = ()


class Level(StrEnum):
    """How much of a draw there is to check: the full folder, or only what was made public."""

    FULL = "full"
    PUBLIC = "public"


@dataclass(frozen=True)
class Checked:
    """One thing that `verify` found in order, or could not check; `messages.draws` has the words."""

    code: str
    params: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True)
class Verification:
    """What was checked and found right, and what could not be checked with what there is."""

    level: Level
    right: tuple[Checked, ...]
    beyond: tuple[Checked, ...] = field(default=())
