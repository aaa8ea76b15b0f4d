"""The answer: the term, the college's word per recommendation, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


MOST_PRESENT = 10_000


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
    STALLED = "stalled"
    DONE = "done"
    DROPPED = "dropped"


class Side(StrEnum):
    """Who promised: the college in its answer, or the residents who do it themselves."""

    COLLEGE = "college"
    RESIDENTS = "residents"


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
    """A promise with an owner and a date.

    Attributes:
        owner: a role, department or working group; `contact` is the name of a person there.
        disposition_id: the answer that it came from; `recommendation_id` for what residents do themselves.
        budget: whole euros; None when nobody said.
        made_on: the day on which it was promised or written down.
        closed_on: the day on which it was done or dropped.
        outcome: what was achieved, or why it was dropped.
        unproven: it was called done while nothing shows it, and that was said.
        withdrawn_reason: why it does not count any more, though it stays readable; "" while it counts.
    """

    process_id: UUID
    text: str
    owner: str = ""
    due_on: date | None = None
    state: CommitmentState = CommitmentState.OPEN
    step: Step = Step.PLAN
    disposition_id: UUID | None = None
    progress: str = ""
    side: Side = Side.COLLEGE
    recommendation_id: UUID | None = None
    contact: str = ""
    budget: int | None = None
    made_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    unproven: bool = False
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput("commitment_text_empty")
        if self.budget is not None and self.budget < 0:
            raise InvalidInput("commitment_budget", budget=self.budget)

    @property
    def ended(self) -> bool:
        """Whether it is done or dropped, or does not count any more."""
        return self.state in (CommitmentState.DONE, CommitmentState.DROPPED) or bool(self.withdrawn_reason)


@dataclass(frozen=True, kw_only=True)
class MonitorMeeting(Entity):
    """A meeting that looks at the promises; until it is `held`, a planned one that was moved.

    Attributes:
        on: the day on which it was held, or to which it was moved.
        number: its place in the schedule, from 1; 0 for one outside it.
        planned_on: the day that the schedule gave.
        present: how many people were there; None when nobody counted.
        note: what was talked over; `decisions` what was agreed.
        moved_reason: why it was moved.
    """

    process_id: UUID
    on: date
    note: str = ""
    held: bool = True
    number: int = 0
    planned_on: date | None = None
    present: int | None = None
    decisions: str = ""
    moved_reason: str = ""

    def __post_init__(self) -> None:
        if self.present is not None and not 0 <= self.present <= MOST_PRESENT:
            raise InvalidInput("meeting_present", present=self.present, most=MOST_PRESENT)


@dataclass(frozen=True, kw_only=True)
class Feedback(Entity):
    """A participant got a sheet that says what became of their cards."""

    participation_id: UUID
    on: date
    how: str = ""
