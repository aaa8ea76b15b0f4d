"""A meeting: rounds, tables, who leads them, and who sat where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating_rules import ValueMixing  # noqa: TC001  (read at run time)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time
    from uuid import UUID


class SeatSource(StrEnum):
    """Who gave somebody this seat."""

    SOLVER = "solver"
    HAND = "hand"
    WALK_IN = "walk_in"


class Presence(StrEnum):
    """What the desk marked."""

    PRESENT = "present"
    ABSENT = "absent"


class PairKind(StrEnum):
    """What holds for two people."""

    APART = "apart"
    TOGETHER = "together"


@dataclass(frozen=True, kw_only=True)
class Event(Entity):
    """One meeting of a process.

    `weights` has per feature how heavy it counts that a table has not its share, 1 unless given; `mixing` the
    values that are not spread like the others. `alone` leaves out whom people met at earlier meetings.
    """

    process_id: UUID
    title: str
    on: date | None = None
    place: str = ""
    weights: dict[str, float] = field(default_factory=dict)
    mixing: tuple[ValueMixing, ...] = ()
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Round(Entity):
    """One round of talks; `questions` are put to every table.

    `tables` is how many of the tables are used, from the first one; 0 is all of them. `low` and `high` are
    the fewest and most people at a table in this round; 0 is as the table itself has it.
    """

    event_id: UUID
    no: int
    topic: str = ""
    starts_at: time | None = None
    minutes: int = 45
    questions: tuple[str, ...] = ()
    topic_mode: str = "same"
    printed_at: datetime | None = None
    tables: int = 0
    low: int = 0
    high: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= 600:
            raise InvalidInput("round_minutes", minutes=self.minutes)
        if self.tables < 0 or not 0 <= self.low <= self.high or (self.high and not self.low):
            raise InvalidInput("table_seats", low=self.low, high=self.high)

    def seats(self, table: Table) -> tuple[int, int]:
        """The fewest and most people at `table` in this round; what holds for that one table comes first."""
        if table.own_high:
            return table.own_low, table.own_high
        return (self.low, self.high) if self.high else (table.low, table.high)


@dataclass(frozen=True, kw_only=True)
class Table(Entity):
    """A table in the room with its fewest and most seats; `properties` are the needs that it serves.

    `own_low` and `own_high` are the seats of a table that is unlike the others; 0 is as the others.
    """

    event_id: UUID
    no: int
    low: int
    high: int
    room: str = ""
    properties: tuple[str, ...] = ()
    own_low: int = 0
    own_high: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.high:
            raise InvalidInput("table_seats", low=self.low, high=self.high)
        if not 0 <= self.own_low <= self.own_high or (self.own_high and not self.own_low):
            raise InvalidInput("table_seats", low=self.own_low, high=self.own_high)


@dataclass(frozen=True, kw_only=True)
class Facilitator(Entity):
    """What a table facilitator brings."""

    participation_id: UUID
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    conflicts: str = ""


@dataclass(frozen=True, kw_only=True)
class TableRound(Entity):
    """One table in one round: its topic and who leads it."""

    table_id: UUID
    round_id: UUID
    topic: str = ""
    facilitator_id: UUID | None = None
    open: bool = True


@dataclass(frozen=True, kw_only=True)
class PairRule(Entity):
    """Two people who must sit apart or together."""

    event_id: UUID
    kind: PairKind
    a_id: UUID
    b_id: UUID
    hard: bool = True
    weight: float = 1.0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Lock(Entity):
    """Somebody who must sit at this table in this round."""

    event_id: UUID
    participation_id: UUID
    table_id: UUID
    round_id: UUID


@dataclass(frozen=True, kw_only=True)
class PlanVersion(Entity):
    """One table plan; a later version supersedes it and it stays.

    `printed_at` is when route cards of it were made: from then on its seats stay as they are, and `cards` has
    per number of a participation a hash of what their card says. `by_hand` tells that it began as a copy of
    its parent: one that was printed, or one that counts again. `leaders` has who led each place (table and
    round) when another plan came.
    """

    event_id: UUID
    version: int
    seed: int
    spread: tuple[str, ...] = ()
    figures: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    parent_id: UUID | None = None
    made_at: datetime | None = None
    printed_at: datetime | None = None
    by_hand: bool = False
    leaders: dict[str, str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Seat(Entity):
    """Where somebody sits in one round of one plan."""

    plan_id: UUID
    participation_id: UUID
    table_round_id: UUID
    source: SeatSource = SeatSource.SOLVER
    locked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Attendance(Entity):
    """Whether somebody came."""

    event_id: UUID
    participation_id: UUID
    presence: Presence
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Stay(Entity):
    """How somebody is at a meeting, where that is unlike the others.

    They are there from round `first` up to round `last`, by number; 0 is to the end. With 0 for both they are
    in no round any more: what they came for was taken away. With `observes` they sit at a table and watch:
    they count in no mix, and nobody minds meeting them again.
    """

    event_id: UUID
    participation_id: UUID
    first: int = 1
    last: int = 0
    observes: bool = False

    def __post_init__(self) -> None:
        gone = (self.first, self.last) == (0, 0)
        if not gone and (self.first < 1 or (self.last and self.last < self.first)):
            raise InvalidInput("stay_rounds", first=self.first, last=self.last)

    @property
    def whole(self) -> bool:
        """Whether they are there all day."""
        return (self.first, self.last) == (1, 0)

    def includes(self, no: int) -> bool:
        """Whether they are there in that round."""
        return 0 < self.first <= no and (not self.last or no <= self.last)

    def following(self, before: Sequence[UUID], after: Sequence[UUID]) -> Stay:
        """The stay when the rounds `before` became `after`: with its own rounds, wherever these went.

        Where those are no longer one stretch, it keeps its numbers: who comes later still comes later.
        """
        there = {one for no, one in enumerate(before, 1) if self.includes(no)}
        if self.whole or not there:
            return self
        others = set(before) - there
        mine = [no for no, one in enumerate(after, 1) if one in there]
        away = [no for no, one in enumerate(after, 1) if one in others]
        if not mine:
            return replace(self, first=0, last=0)
        start, end = mine[0], mine[-1]
        if any(start < no < end for no in away) and self.first <= len(after):
            return self
        early = self.first == 1 and not any(no < start for no in away)
        late = not self.last and not any(no > end for no in away)
        return replace(self, first=1 if early else start, last=0 if late else end)


@dataclass(frozen=True, kw_only=True)
class TopicPreference(Entity):
    """Somebody's rank for a topic, 1 is first choice."""

    event_id: UUID
    participation_id: UUID
    topic: str
    rank: int
