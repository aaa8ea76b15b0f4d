"""A process: one run of a form of participation, with its frames, rules and planning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


class Phase(StrEnum):
    """Where a process is in the chain; a later one includes the earlier."""

    PLAN = "plan"
    RECRUIT = "recruit"
    DRAW = "draw"
    MEET = "meet"
    ADVISE = "advise"
    ANSWER = "answer"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class Frame(StrEnum):
    """How free the residents are on a point of the mandate."""

    FIXED = "fixed"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Process(Entity):
    """One participation process. `recipe` is the canonical text of its form, frozen at the start."""

    form: str
    recipe: str
    recipe_sha256: str
    title: str
    topic: str = ""
    municipality: str = ""
    commissioner: str = ""
    contact: str = ""
    assignment: str = ""
    ordinance: str = ""
    phase: Phase = Phase.PLAN
    seats: int = 30
    language: str = "nl"
    starts_on: date | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("process_title_empty")
        if self.seats < 1:
            raise InvalidInput("process_seats", seats=self.seats)


@dataclass(frozen=True, kw_only=True)
class Mandate(Entity):
    """One point of the mandate: what is fixed, open or not known yet."""

    process_id: UUID
    frame: Frame
    text: str
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class DecisionRule(Entity):
    """How the group decides, agreed beforehand."""

    process_id: UUID
    text: str
    position: int = 0


class PledgeState(StrEnum):
    """Whether somebody did what they promised beforehand."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, kw_only=True)
class Pledge(Entity):
    """What somebody promised before the start, such as the council to discuss the advice.

    `settled_on` and `note` say when and how it was kept, or why it was not.
    """

    process_id: UUID
    by: str
    text: str
    made_on: date | None = None
    state: PledgeState = PledgeState.OPEN
    settled_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Scenario(Entity):
    """A way the process could go, beside others."""

    process_id: UUID
    title: str
    text: str = ""
    chosen: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Milestone(Entity):
    """A day in the planning."""

    process_id: UUID
    title: str
    due_on: date
    done_on: date | None = None
