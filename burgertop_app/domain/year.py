"""The year of a standing panel: advices that are planned, members with their terms, what they get."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.evaluations import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.events import Event
    from burgertop_app.domain.form_rules import AdvicesAYear
    from burgertop_app.domain.people import State

LEAD_MONTHS = 3
"""So long before a member leaves the draw of a new one must begin: letters, registration, the draw."""
MUCH = 12
"""More meetings in twelve months than this is much to ask of a volunteer."""
HEAVY_SHARE = 1 / 3
"""From this part of the answers on, a panel is called too heavy."""
MOST_CENTS = 100_000


class Asked(StrEnum):
    """Whether the college asked for an advice."""

    COLLEGE = "asked_by_college"
    UNASKED = "unasked"


class PlanState(StrEnum):
    """How a planned advice stands."""

    PLANNED = "planned"
    SHOULD_START = "should_start"
    WRITING = "writing"
    LATE = "late"
    OFFERED = "plan_offered"
    ANSWERED = "plan_answered"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class PlannedAdvice(Entity):
    """An advice the panel means to give: about what, asked or not, between which days.

    `advice_id` is the real advice once it was begun.
    """

    process_id: UUID
    topic: str
    asked: Asked
    starts_on: date
    due_on: date
    advice_id: UUID | None = None

    def __post_init__(self) -> None:
        if not self.topic.strip():
            raise InvalidInput("planned_topic_empty")
        if self.due_on < self.starts_on:
            raise InvalidInput("planned_days")


@dataclass(frozen=True, kw_only=True)
class Membership(Entity):
    """How long somebody is a member, where that differs from what the draw and the rule say."""

    participation_id: UUID
    joined_on: date
    ends_on: date
    left_on: date | None = None

    def __post_init__(self) -> None:
        if self.ends_on < self.joined_on:
            raise InvalidInput("member_days")
        if self.left_on is not None and self.left_on < self.joined_on:
            raise InvalidInput("member_days")


@dataclass(frozen=True, kw_only=True)
class Reward(Entity):
    """What a member gets for one meeting, in cents, and when it was paid."""

    participation_id: UUID
    event_id: UUID
    cents: int
    paid_on: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.cents <= MOST_CENTS:
            raise InvalidInput("reward_amount", most=MOST_CENTS // 100)


@dataclass(frozen=True)
class PlanLine:
    """A planned advice with the real one, if it was begun, and how it stands."""

    plan: PlannedAdvice
    advice: Advice | None
    state: PlanState


@dataclass(frozen=True)
class MemberLine:
    """One member: the term, and the load over the last twelve months.

    `set_by_hand` tells that the term was filled in; else it follows from the draw and the rule.
    """

    participation_id: UUID
    number: str
    name: str
    state: State
    joined_on: date | None
    ends_on: date | None
    left_on: date | None = None
    set_by_hand: bool = False
    meetings: int = 0
    advices: int = 0
    cents: int = 0
    unpaid_cents: int = 0

    def with_load(self, meetings: int, advices: int, rewards: Sequence[Reward]) -> MemberLine:
        """The same member with meetings of the last twelve months, advices and rewards."""
        return replace(
            self,
            meetings=meetings,
            advices=advices,
            cents=sum(one.cents for one in rewards),
            unpaid_cents=sum(one.cents for one in rewards if one.paid_on is None),
        )

    @property
    def heavy(self) -> bool:
        """Whether much was asked of this member."""
        return self.meetings > MUCH

    def is_member(self, today: date) -> bool:
        """Whether the term runs."""
        return self.left_on is None and (self.ends_on is None or self.ends_on > today)


@dataclass(frozen=True)
class Rotation:
    """So many members leave on a day; the draw of new ones begins on `draw_from`."""

    on: date
    leaving: int
    draw_from: date


@dataclass(frozen=True)
class Load:
    """How many filled in how heavy the panel is, and how many hours a month: few, some, many."""

    few: int = 0
    some: int = 0
    many: int = 0

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.few + self.some + self.many

    @property
    def too_heavy(self) -> bool:
        """Whether a third or more spends many hours."""
        return self.answers > 0 and self.many >= HEAVY_SHARE * self.answers


@dataclass(frozen=True)
class YearView:
    """What the page about the year shows."""

    year: int
    plans: tuple[PlanLine, ...]
    rule: AdvicesAYear | None
    advices: tuple[Advice, ...]
    members: tuple[MemberLine, ...]
    rotation: tuple[Rotation, ...]
    seats: int
    term_months: int | None
    load: Load
    contact: str
    events: tuple[Event, ...] = ()

    def planned(self) -> int:
        """How many advices are to be ready in the year; those dropped do not count."""
        return sum(
            line.plan.due_on.year == self.year and line.state is not PlanState.DROPPED for line in self.plans
        )


def plan_state(plan: PlannedAdvice, advice: Advice | None, today: date) -> PlanState:
    """How a planned advice stands on a day."""
    if advice is None:
        return PlanState.SHOULD_START if plan.starts_on <= today else PlanState.PLANNED
    writing = PlanState.LATE if plan.due_on < today else PlanState.WRITING
    return {
        AdviceState.DRAFT: writing,
        AdviceState.PUBLISHED: writing,
        AdviceState.OFFERED: PlanState.OFFERED,
        AdviceState.RECEIVED: PlanState.OFFERED,
        AdviceState.ANSWERED: PlanState.ANSWERED,
        AdviceState.WITHDRAWN: PlanState.DROPPED,
    }[advice.state]


def rotation(members: Iterable[MemberLine], today: date) -> tuple[Rotation, ...]:
    """Who leaves when, the first day first; those who left already are no longer counted."""
    ends = sorted(line.ends_on for line in members if line.ends_on is not None and line.is_member(today))
    return tuple(Rotation(on, len(tuple(same)), later(on, -LEAD_MONTHS)) for on, same in groupby(ends))


def missing(members: Sequence[MemberLine], seats: int, today: date) -> int:
    """How many seats are empty on a day."""
    return max(0, seats - sum(line.is_member(today) for line in members))
