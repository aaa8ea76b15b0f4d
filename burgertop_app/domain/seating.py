"""Seating: who must be spread over which tables in which rounds, the plan, and its figures in persons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from burgertop_app.domain.errors import InvalidInput

MOST_PEOPLE = 5_000
MOST_ROUNDS = 20


@dataclass(frozen=True, order=True)
class SeatLock:
    """A person who must sit at this table in this round; all three count from 0."""

    person: int
    round: int
    table: int


@dataclass(frozen=True)
class SeatingProblem:
    """Everybody sits somewhere in every round, each table as mixed as the whole group.

    `values` has for each person one value per attribute; "" (unknown) is spread like any other.
    `sizes` has for each round the persons per table; tables and sizes may differ per round.
    """

    people: tuple[str, ...]
    attributes: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    sizes: tuple[tuple[int, ...], ...]
    locks: tuple[SeatLock, ...] = ()

    def __post_init__(self) -> None:
        self._check_people()
        self._check_sizes()
        self._check_locks()

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
            if any(size < 1 for size in sizes) or sum(sizes) != len(self.people):
                raise InvalidInput("seating_sizes", round=number, seats=sum(sizes), people=len(self.people))

    def _check_locks(self) -> None:
        places: set[tuple[int, int]] = set()
        for lock in self.locks:
            if not (0 <= lock.person < len(self.people) and 0 <= lock.round < len(self.sizes)):
                raise InvalidInput("seating_lock_unknown", person=lock.person + 1, round=lock.round + 1)
            if not 0 <= lock.table < len(self.sizes[lock.round]):
                raise InvalidInput("seating_lock_table", table=lock.table + 1, round=lock.round + 1)
            if (lock.person, lock.round) in places:
                raise InvalidInput(
                    "seating_lock_twice", person=self.people[lock.person], round=lock.round + 1
                )
            places.add((lock.person, lock.round))
        for (number, table), count in Counter((lock.round, lock.table) for lock in self.locks).items():
            if count > self.sizes[number][table]:
                raise InvalidInput(
                    "seating_lock_full",
                    table=table + 1,
                    round=number + 1,
                    locked=count,
                    seats=self.sizes[number][table],
                )


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
            raise InvalidInput("seating_seconds", seconds=self.seconds)


@dataclass(frozen=True)
class SeatingPlan:
    """The table (from 0) per round and person; `seed` and `steps` say how it was found."""

    tables: tuple[tuple[int, ...], ...]
    seed: int = 0
    steps: int = 0


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
    C(times met, 2), which weighs a third meeting double; `meetings` says who.
    """

    excess: int
    repeats: int
    coincidences: int
    misfits: tuple[Misfit, ...] = ()
    meetings: tuple[Repeat, ...] = ()


@dataclass(frozen=True)
class SwapEffect:
    """What changing seats with `partner`, now at `table`, does; below zero is better."""

    partner: int
    table: int
    excess: int
    repeats: int


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


def even_sizes(people: int, table_size: int) -> tuple[int, ...]:
    """Persons per table for tables of at most `table_size`, as few as possible, at most one apart.

    Raises:
        InvalidInput: tables of fewer than two, or fewer than two people.
    """
    if table_size < 2:
        raise InvalidInput("seating_table_size", size=table_size)
    if people < 2:
        raise InvalidInput("seating_too_few_people", people=people)
    tables = -(-people // table_size)
    size, larger = divmod(people, tables)
    return tuple(size + (table < larger) for table in range(tables))
