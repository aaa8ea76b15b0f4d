"""Seating: who must be spread over which tables in which rounds, the plan, and its figures in persons."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating_rules import NO_RULES, SeatingRules

MOST_PEOPLE = 5_000
MOST_ROUNDS = 20


@dataclass(frozen=True, order=True)
class SeatLock:
    """Somebody who must sit at this table in this round; all three count from 0.

    A facilitator counts on from the last person.
    """

    person: int
    round: int
    table: int


@dataclass(frozen=True)
class SeatingProblem:
    """Everybody who is there sits somewhere in every round, each table as mixed as the whole group.

    `values` has for each person one value per attribute; "" (unknown) is spread like any other.
    `sizes` has for each round the persons per table, observers with them and facilitators not; tables and
    sizes may differ per round. A table of 0 is closed: nobody sits at it and nobody leads it.
    """

    people: tuple[str, ...]
    attributes: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    sizes: tuple[tuple[int, ...], ...]
    locks: tuple[SeatLock, ...] = ()
    rules: SeatingRules = NO_RULES

    def __post_init__(self) -> None:
        self._check_people()
        self._check_sizes()
        self._check_rules()
        self._check_locks()

    @property
    def everyone(self) -> int:
        """People and facilitators together."""
        return len(self.people) + len(self.rules.leaders)

    def present(self, number: int) -> tuple[int, ...]:
        """The people, without facilitators, who are there in round `number`."""
        absent = self.rules.absent
        return tuple(person for person in range(len(self.people)) if (person, number) not in absent)

    def in_use(self, number: int) -> tuple[int, ...]:
        """The tables of round `number` that are not closed."""
        return tuple(table for table, size in enumerate(self.sizes[number]) if size)

    def _check_people(self) -> None:
        if not self.people:
            raise InvalidInput("seating_nobody")
        if len(self.people) > MOST_PEOPLE:
            raise InvalidInput("seating_too_many_people", count=len(self.people), most=MOST_PEOPLE)
        if len(set(self.people)) < len(self.people):
            raise InvalidInput("seating_person_twice")
        if len(self.values) != len(self.people) or any(
            len(row) != len(self.attributes) for row in self.values
        ):
            raise InvalidInput("seating_values_incomplete", people=len(self.people))

    def _check_sizes(self) -> None:
        if not 1 <= len(self.sizes) <= MOST_ROUNDS:
            raise InvalidInput("seating_rounds", rounds=len(self.sizes), most=MOST_ROUNDS)
        for number, sizes in enumerate(self.sizes, start=1):
            people = len(self.present(number - 1))
            if any(size < 0 for size in sizes) or sum(sizes) != people:
                raise InvalidInput("seating_sizes", round=number, seats=sum(sizes), people=people)

    def _check_rules(self) -> None:
        for person, number in self.rules.indices():
            if not (0 <= person < self.everyone and -1 <= number < len(self.sizes)):
                raise InvalidInput("seating_lock_unknown", person=person + 1, round=number + 1)
        for rule in self.rules.allowed:
            if not all(0 <= table < len(self.sizes[rule.round]) for table in rule.tables):
                raise InvalidInput("seating_lock_table", table=max(rule.tables) + 1, round=rule.round + 1)

    def _check_locks(self) -> None:
        places: set[tuple[int, int]] = set()
        for lock in self.locks:
            if not (0 <= lock.person < self.everyone and 0 <= lock.round < len(self.sizes)):
                raise InvalidInput("seating_lock_unknown", person=lock.person + 1, round=lock.round + 1)
            if not 0 <= lock.table < len(self.sizes[lock.round]):
                raise InvalidInput("seating_lock_table", table=lock.table + 1, round=lock.round + 1)
            if (lock.person, lock.round) in places:
                raise InvalidInput(
                    "seating_lock_twice", person=self.called(lock.person), round=lock.round + 1
                )
            if (lock.person, lock.round) in self.rules.absent:
                raise InvalidInput(
                    "seating_lock_absent", person=self.called(lock.person), round=lock.round + 1
                )
            places.add((lock.person, lock.round))
        self._check_leaders()
        seated = [lock for lock in self.locks if lock.person < len(self.people)]
        for (number, table), count in Counter((lock.round, lock.table) for lock in seated).items():
            if count > self.sizes[number][table]:
                raise InvalidInput(
                    "seating_lock_full",
                    table=table + 1,
                    round=number + 1,
                    locked=count,
                    seats=self.sizes[number][table],
                )

    def _check_leaders(self) -> None:
        leading: dict[tuple[int, int], int] = {}
        for lock in self.locks:
            if lock.person >= len(self.people):
                first = leading.setdefault((lock.round, lock.table), lock.person)
                if first != lock.person:
                    raise InvalidInput(
                        "seating_lock_leaders",
                        one=self.called(first),
                        other=self.called(lock.person),
                        table=lock.table + 1,
                        round=lock.round + 1,
                    )

    def called(self, person: int) -> str:
        """The number of a person or facilitator, as the organiser knows them."""
        return (self.people + self.rules.leaders)[person]


@dataclass(frozen=True)
class Effort:
    """How long to search: a number of steps, which makes a run repeatable, or else a number of seconds.

    With neither it is the standard number of steps, some fifteen seconds on an ordinary laptop at most.
    """

    steps: int | None = None
    seconds: float | None = None

    def __post_init__(self) -> None:
        if self.steps is not None and self.seconds is not None:
            raise InvalidInput("seating_effort_both")
        if self.steps is not None and self.steps < 1:
            raise InvalidInput("seating_steps", steps=self.steps)
        if self.seconds is not None and not 0 < self.seconds <= 86_400:
            told = self.seconds if math.isfinite(self.seconds) else str(self.seconds)
            raise InvalidInput("seating_seconds", seconds=told)


@dataclass(frozen=True)
class SeatingPlan:
    """The table (from 0) per round and person, -1 for who is absent; `seed` and `steps` say how it was found.

    `leaders` is the same for the facilitators; -1 leads no table in that round.
    """

    tables: tuple[tuple[int, ...], ...]
    seed: int = 0
    steps: int = 0
    leaders: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Misfit:
    """A value at a table outside its fair range: `count` persons where `low` to `high` is fair."""

    round: int
    table: int
    attribute: str
    value: str
    count: int
    low: int
    high: int

    @property
    def excess(self) -> int:
        """Persons outside the fair range."""
        return max(self.count - self.high, self.low - self.count, 0)


@dataclass(frozen=True)
class Repeat:
    """Two persons (indices, `first` < `second`) who share a table `times` times, at least twice."""

    first: int
    second: int
    times: int


class BrokenKind(StrEnum):
    """Which rule a plan does not keep."""

    APART = "apart"
    TOGETHER = "together"
    TABLE = "table"
    LOCK = "lock"


@dataclass(frozen=True, order=True)
class BrokenRule:
    """A rule that is not kept in a round: two people, or one at `table` where they may not sit.

    Facilitators count on from the last person.
    """

    round: int
    kind: BrokenKind
    first: int
    second: int = -1
    table: int = -1
    need: str = ""


@dataclass(frozen=True)
class SeatingBounds:
    """What no plan can go below; an excess of 0 is a bound, not a promise."""

    repeats: int
    coincidences: int
    excess: int = 0


@dataclass(frozen=True)
class SeatingFigures:
    """How good a plan is, in persons.

    `excess` is the persons outside the fair range, summed over rounds, tables and values; `misfits` says
    where. `repeats` counts every meeting of two people after their first; `coincidences` is the sum of
    C(times met, 2), which weighs a third meeting double; `meetings` says who. Whoever met before this plan
    has had the first meeting; observers and pairs who must sit together do not count. `leader_repeats` is
    how often somebody has a facilitator they had before, `leader_meetings` who with whom. `broken` are hard
    rules that are not kept, `moved` the printed seats that changed, and `ranks` how often somebody got
    their first, second, … choice.
    """

    excess: int
    repeats: int
    coincidences: int
    misfits: tuple[Misfit, ...] = ()
    meetings: tuple[Repeat, ...] = ()
    leader_repeats: int = 0
    leader_meetings: tuple[Repeat, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    moved: int = 0
    ranks: tuple[int, ...] = ()


@dataclass(frozen=True)
class SwapEffect:
    """What changing seats with `partner`, now at `table`, does; below zero is better.

    `broken` is the change in hard rules that are not kept, `leaders` in facilitators somebody has again.
    """

    partner: int
    table: int
    excess: int
    repeats: int
    broken: int = 0
    leaders: int = 0


@dataclass(frozen=True)
class CountChange:
    """A value at a table that gets more or fewer persons by a swap, with its fair range."""

    table: int
    attribute: str
    value: str
    before: int
    after: int
    low: int
    high: int


@dataclass(frozen=True)
class SwapStory:
    """One swap told in full: the counts that change, and whom each of the two would meet again."""

    effect: SwapEffect
    changes: tuple[CountChange, ...] = ()
    person_meets_again: tuple[int, ...] = ()
    partner_meets_again: tuple[int, ...] = ()
    breaks: tuple[BrokenRule, ...] = ()


def even_sizes(people: int, table_size: int) -> tuple[int, ...]:
    """Persons per table for tables of at most `table_size`, as few as possible, at most one apart.

    Raises:
        InvalidInput: tables of fewer than two, fewer than two people, or somebody would sit alone.
    """
    if table_size < 2:
        raise InvalidInput("seating_table_size", size=table_size)
    if people < 2:
        raise InvalidInput("seating_too_few_people", people=people)
    tables = -(-people // table_size)
    size, larger = divmod(people, tables)
    if size < 2:
        raise InvalidInput("seating_alone", people=people, size=table_size)
    return tuple(size + (table < larger) for table in range(tables))
