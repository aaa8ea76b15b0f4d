"""The answer: the term, the college's word per recommendation, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.money import cents_in
from burgertop_app.domain.terms import Recess, Rule, Start, Term, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

FEWEST_RATERS = 5
"""With fewer marks a reader could guess who gave which."""


MOST_PRESENT = 10_000


class Disposal(StrEnum):
    """What the college does with a recommendation."""

    ADOPTS = "adopts"
    PARTLY = "partly"
    INVESTIGATES = "investigates"
    REJECTS = "rejects"
    NOT_OURS = "not_ours"


class CouncilNeed(StrEnum):
    """Whether the council must decide before the college can do what it says."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


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
    """The term for the answer; rule `atw` moves the last day to a working day, `calendar` does not.

    The length stands in one of `weeks`, `days` and `months`; the others are 0. `source` says where it was
    agreed. `ordinance`, `article` and `ordinance_weeks` tell what the ordinance of the municipality says
    (0 weeks: it names no term). `recess_from` and `recess_until` are a recess that suspends, as older files
    have it; newer ones stand in `recesses`.
    """

    process_id: UUID
    weeks: int = 6
    rule: str = "atw"
    source: str = ""
    recess_from: date | None = None
    recess_until: date | None = None
    days: int = 0
    months: int = 0
    start: str = "receipt"
    recesses: tuple[Recess, ...] = ()
    ordinance: str = ""
    article: str = ""
    ordinance_weeks: int = 0

    @property
    def term(self) -> Term:
        """The term as it is counted."""
        return term_of(self)


@dataclass(frozen=True, kw_only=True)
class Deadline(Entity):
    """The last day for an answer, with the rule as it stood at receipt; fields as in `Agreement`.

    `starts_on` is the day of the event that started the term; None in older files: the day of receipt.
    """

    receipt_id: UUID
    due_on: date
    weeks: int
    rule: str
    recess_from: date | None = None
    recess_until: date | None = None
    days: int = 0
    months: int = 0
    start: str = "receipt"
    starts_on: date | None = None
    recesses: tuple[Recess, ...] = ()

    @property
    def term(self) -> Term:
        """The term as it is counted."""
        return term_of(self)


@dataclass(frozen=True, kw_only=True)
class Postponement(Entity):
    """The college said that its answer comes later: until when and why; `by` is a function, not a name.

    `weeks` is how it was said, 0 when a date was named. The agreed last day stays beside it. One that was
    recorded wrongly is withdrawn and stays readable.
    """

    deadline_id: UUID
    until: date
    reason: str
    told_on: date
    weeks: int = 0
    by: str = ""
    proof: str = ""
    attachment_id: UUID | None = None
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvalidInput("postponement_reason_empty")


def last_day_of(deadline: Deadline, postponements: Sequence[Postponement]) -> date:
    """The last day as it now stands: as the last postponement that counts has it, else as agreed."""
    standing = [one for one in postponements if not one.withdrawn_reason]
    return standing[-1].until if standing else deadline.due_on


def term_of(agreed: Agreement | Deadline) -> Term:
    """The term as it is counted.

    Raises:
        InvalidInput: it has no length, or one that cannot be; or its recess lacks a day.
    """
    counts = ((agreed.weeks, Unit.WEEKS), (agreed.days, Unit.DAYS), (agreed.months, Unit.MONTHS))
    chosen = [(count, unit) for count, unit in counts if count]
    if len(chosen) > 1:
        raise InvalidInput("term_two_lengths")
    length, unit = chosen[0] if chosen else (0, Unit.WEEKS)
    if (agreed.recess_from is None) != (agreed.recess_until is None):
        raise InvalidInput("recess_half")
    older: tuple[Recess, ...] = ()
    if agreed.recess_from and agreed.recess_until:
        older = (Recess(agreed.recess_from, agreed.recess_until),)
    return Term(length, Rule(agreed.rule), (*older, *agreed.recesses), unit, Start(agreed.start))


@dataclass(frozen=True, kw_only=True)
class Response(Entity):
    """The college's answer to one advice."""

    advice_id: UUID
    received_on: date
    letter: str = ""
    attachment_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Disposition(Entity):
    """What the college does with one wording of a recommendation; a later version replaces an earlier one.

    Attributes:
        owner: the function or department that does it.
        budget: the amount in the words of the college; `budget_cents` reads it.
        policy: the existing policy that the college refers to.
    """

    response_id: UUID
    recommendation_id: UUID
    text_id: UUID
    version: int
    disposal: Disposal
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    at: datetime | None = None
    budget: str = ""
    council: CouncilNeed = CouncilNeed.UNKNOWN
    policy: str = ""

    @property
    def lacks_reason(self) -> bool:
        """Whether the college does not say why; such an answer counts, and residents may ask for more."""
        return not says_something(self.reason)

    @property
    def budget_cents(self) -> int | None:
        """The budget in eurocents; None when it names no amount, or several."""
        return cents_in(self.budget)


@dataclass(frozen=True, kw_only=True)
class ReplyReading(Entity):
    """A reply workbook that was read: the file itself is kept, and which answers came from it.

    `disposition_ids` are ids as text. `version` is the version of the advice that it was made for; None
    when the workbook no longer tells.
    """

    advice_id: UUID
    attachment_id: UUID
    at: datetime
    disposition_ids: tuple[str, ...] = ()
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reminder(Entity):
    """The organiser reminded the college; `planned_on` is the moment of the schedule that it belongs to."""

    advice_id: UUID
    on: date
    text: str = ""
    how: str = ""
    planned_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Rating(Entity):
    """How residents value a reason: how many gave each mark from 1 to 5."""

    disposition_id: UUID
    marks: tuple[int, ...] = (0, 0, 0, 0, 0)


def says_something(reason: str) -> bool:
    """Whether there are words in a reason; a dash, dots or "n.v.t." give none."""
    return flat(reason) not in ("", "nvt", "na", "geen", "none", "x")


def raters(marks: Sequence[int]) -> int:
    """How many residents gave a mark."""
    return sum(marks)


def mean(marks: Sequence[int]) -> float | None:
    """The mean mark, from 1 to 5; None when nobody gave one."""
    count = raters(marks)
    return sum(mark * times for mark, times in enumerate(marks, start=1)) / count if count else None


def for_public(marks: Sequence[int]) -> tuple[int, ...]:
    """The marks as the public may see them: none at all while fewer than five residents gave one."""
    return tuple(marks) if raters(marks) >= FEWEST_RATERS else ()


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
    """A participant was told what became of their cards.

    `told` has a digest of what became of each card and each recommendation, by its id (hex), as it was then;
    `how` is the code of the form in which it went.
    """

    participation_id: UUID
    on: date
    how: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
