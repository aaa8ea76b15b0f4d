"""Lines that pages show of people: the list, somebody's story, and how groups compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.stages import StageCounts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.draw_marks import Mark
    from burgertop_app.domain.people import Consent, Contact, EventKind, NeedKind, Role, State


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the list of people; `needs` are kinds, never notes; `place` is that of a reserve.

    `mark` tells that somebody is kept in or out of the draw.
    """

    participation_id: UUID
    number: str
    name: str
    role: Role
    state: State
    features: dict[str, str] = field(default_factory=dict)
    needs: tuple[NeedKind, ...] = ()
    channel: str = ""
    place: int | None = None
    mark: Mark | None = None


@dataclass(frozen=True)
class StoryLine:
    """One line of somebody's story."""

    kind: EventKind
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class PersonStory:
    """Everything the drawer shows about one person; a facilitator brings `languages` and `skills`.

    `naming` holds every consent to stand in the advice by name, the oldest first.
    """

    line: PersonLine
    contact: Contact
    need_notes: tuple[tuple[NeedKind, str], ...]
    story: tuple[StoryLine, ...]
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    purpose: str = ""
    keep_until: date | None = None
    naming: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class PeopleView:
    """What the page about people shows: everyone, the known values per feature, comparison and counts."""

    lines: tuple[PersonLine, ...] = ()
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shares: tuple[GroupShare, ...] = ()
    reached: StageCounts = field(default_factory=StageCounts)


@dataclass(frozen=True)
class GroupShare:
    """One value of a feature: its part of the population, the pool, the panel and those present, 0..1."""

    feature: str
    value: str
    population: float | None
    pool: float
    panel: float | None
    present: float | None
    pool_count: int = 0
    panel_count: int = 0
    present_count: int = 0
    low: int = 0
