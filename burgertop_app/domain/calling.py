"""The call list after a draw: who was called when with what outcome, and by when they must answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class CallOutcome(StrEnum):
    """What came of trying to reach somebody."""

    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class CallAttempt(Entity):
    """One time that somebody who was drawn was called, or let hear."""

    draw_id: UUID
    participation_id: UUID
    at: datetime
    outcome: CallOutcome
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplyBy(Entity):
    """The last day on which somebody who was drawn can say yes or no."""

    draw_id: UUID
    participation_id: UUID
    day: date
