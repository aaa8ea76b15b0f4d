"""The answer: the term, the college's word per recommendation, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID


class Disposal(StrEnum):
    """What the college does with a recommendation."""

    ADOPTS = "adopts"
    PARTLY = "partly"
    INVESTIGATES = "investigates"
    REJECTS = "rejects"


class CommitmentState(StrEnum):
    """How far a promise is."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Step(StrEnum):
    """The step of the plan-do-check-act cycle."""

    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"


@dataclass(frozen=True, kw_only=True)
class Agreement(Entity):
    """The term for the answer; rule `atw` moves the last day to a working day, `calendar` does not."""

    process_id: UUID
    weeks: int = 6
    rule: str = "atw"
    source: str = ""
    recess_from: date | None = None
    recess_until: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.weeks <= 104:
            raise InvalidInput("agreement_weeks", weeks=self.weeks)


@dataclass(frozen=True, kw_only=True)
class Deadline(Entity):
    """The last day for an answer, with the rule as it stood at receipt."""

    receipt_id: UUID
    due_on: date
    weeks: int
    rule: str
    recess_from: date | None = None
    recess_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Response(Entity):
    """The college's answer to one advice."""

    advice_id: UUID
    received_on: date
    letter: str = ""
    attachment_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Disposition(Entity):
    """What the college does with one wording of a recommendation; a later version replaces an earlier one."""

    response_id: UUID
    recommendation_id: UUID
    text_id: UUID
    version: int
    disposal: Disposal
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.disposal is not Disposal.ADOPTS and not self.reason.strip():
            raise InvalidInput("disposition_reason_empty")


@dataclass(frozen=True, kw_only=True)
class Reminder(Entity):
    """The organiser reminded the college."""

    advice_id: UUID
    on: date
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Rating(Entity):
    """How residents value a reason: how many gave each mark from 1 to 5."""

    disposition_id: UUID
    marks: tuple[int, ...] = (0, 0, 0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class Commitment(Entity):
    """A promise with an owner and a date."""

    process_id: UUID
    text: str
    owner: str = ""
    due_on: date | None = None
    state: CommitmentState = CommitmentState.OPEN
    step: Step = Step.PLAN
    disposition_id: UUID | None = None
    progress: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput("commitment_text_empty")


@dataclass(frozen=True, kw_only=True)
class MonitorMeeting(Entity):
    """A meeting that looked at the promises."""

    process_id: UUID
    on: date
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Feedback(Entity):
    """A participant was told what became of their cards.

    `told` has a digest of what became of each card and each recommendation, by its id (hex), as it was then;
    `how` is the code of the form in which it went.
    """

    participation_id: UUID
    on: date
    how: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
