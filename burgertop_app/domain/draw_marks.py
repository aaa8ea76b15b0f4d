"""Who takes part in a draw otherwise than by chance: kept in, kept out, or asked not long ago."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import sha256
from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.keep_out import KeepOutReason

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import DrawRules

MOST_MONTHS = 120
BY_HAND = (
    KeepOutReason.CONFLICT_OF_INTEREST,
    KeepOutReason.COOL_DOWN,
    KeepOutReason.NOT_ELIGIBLE,
    KeepOutReason.OTHER,
)
"""The classes an organiser may choose; the others follow from earlier draws."""


class MarkKind(StrEnum):
    """How somebody takes part: in every panel, or in none."""

    KEPT_IN = "kept_in"
    KEPT_OUT = "kept_out"


@dataclass(frozen=True)
class Mark:
    """In every panel, or in none for a class of reasons; a sitting member has no reason.

    Raises:
        InvalidInput: a class that only follows from a draw.
    """

    kind: MarkKind
    reason: KeepOutReason = KeepOutReason.OTHER

    def __post_init__(self) -> None:
        if self.kind is MarkKind.KEPT_OUT and self.reason not in BY_HAND:
            raise InvalidInput("mark_reason", reason=self.reason.value)

    @property
    def out(self) -> bool:
        """Whether it keeps somebody out."""
        return self.kind is MarkKind.KEPT_OUT


@dataclass(frozen=True, kw_only=True)
class DrawMark(Entity):
    """The mark of one participation; without one somebody is drawn by chance like everyone."""

    participation_id: UUID
    kind: MarkKind
    reason: KeepOutReason = KeepOutReason.OTHER


@dataclass(frozen=True)
class CoolDown:
    """The guard against asking people too often: drawn elsewhere in the last `months`, 0 for no guard.

    `bars` keeps those people out of the draw; otherwise they are only counted and shown.
    """

    months: int = 0
    bars: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.months <= MOST_MONTHS:
            raise InvalidInput("cool_down_months", months=self.months, most=MOST_MONTHS)


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and time so many months earlier; the last day of the month where that day is not."""
    whole = moment.year * 12 + moment.month - 1 - months
    year, month = divmod(whole, 12)
    last = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def marks_sha256(rules: DrawRules) -> str:
    """The fingerprint of who is kept in and out and why; empty when nobody is."""
    if not (rules.keep_in or rules.keep_out):
        return ""
    kept_out: list[Json] = [{"id": kept.number, "reason": kept.reason} for kept in rules.keep_out]
    return sha256({"keep_in": [*rules.keep_in], "keep_out": kept_out})
