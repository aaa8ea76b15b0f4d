"""A printed plan repaired from files to a file: who did not come, who walked in, who moves."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.seating import SeatingProblem, SeatLock
from burgertop_app.domain.seating_rules import Printed
from burgertop_app.domain.seating_sizes import near
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.engines.seating.repairing import repaired
from burgertop_app.exchange.plan_sheet import plan_file, read_plan
from burgertop_app.exchange.seating_people import (
    SpreadPeople,
    columns_to_spread,
    read_numbers_of,
    read_spread_people,
)
from burgertop_app.exchange.seating_rules import Setting, read_rules
from burgertop_app.services.reseating_tables import persons_per_table, seats_of_the_day
from burgertop_app.services.seating_files import kept, refuse_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating_rules import SeatingRules
    from burgertop_app.services.seating_files import SeatResult

CALM = (0, 5, 10, 20, 40, 60, 80, 100, 200, 500, 2_000)
"""What a step of the slider weighs, in per cent: from the best mix to nobody moving."""


@dataclass(frozen=True)
class ReseatRequest:
    """Repair `plan` for the people who came, and write it to `out`.

    `absent` lists who did not come, `walk_ins` who came unasked, with the columns of `people`. Without
    `spread` people are spread by every column that has groups. `calm` is 0 (best mix) to 10 (nobody moves
    unless a rule or a full table asks for it). `facilitators` says who led which table, for rules with
    facilitators, and `facilitators_out` is where that is written anew.
    """

    plan: Path
    people: Path
    out: Path
    absent: Path | None = None
    walk_ins: Path | None = None
    rules: Path | None = None
    facilitators: Path | None = None
    facilitators_out: Path | None = None
    spread: tuple[str, ...] = ()
    id_column: str = ""
    calm: int = 4
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.calm < len(CALM):
            raise InvalidInput("seating_calm", calm=self.calm, most=len(CALM) - 1)
        if self.seed < 0:
            raise InvalidInput("seating_seed", seed=self.seed)
        read = (self.plan, self.people, self.absent, self.walk_ins, self.rules, self.facilitators)
        refuse_same(self.out, *read)
        if self.facilitators_out is not None:
            refuse_same(self.facilitators_out, self.out, *read)


@dataclass(frozen=True)
class Move:
    """Somebody who goes to another table than was printed; rounds and tables from 0, -1 for a newcomer."""

    person: str
    round: int
    before: int
    after: int


@dataclass(frozen=True)
class ReseatResult:
    """The new plan with its figures, how many printed seats there were, and who moves or is new.

    `closed` has per round the tables that were printed and are not used any more, all from 0.
    """

    seated: SeatResult
    printed: int
    moves: tuple[Move, ...]
    newcomers: tuple[Move, ...]
    closed: tuple[tuple[int, ...], ...] = ()


def reseat_from_files(request: ReseatRequest, progress: Progress) -> ReseatResult:
    """Read everything, repair the plan and write it; nothing is written when it fails.

    Raises:
        NotFound: a file is not there.
        InvalidInput: a file, a rule or the place to write to cannot be used.
        NotPossible: the rules cannot all be kept, or the tables do not fit the people.
        Cancelled: the organiser stopped it.
    """
    given = _Given(request)
    problem = given.problem()
    refuse_impossible(problem)
    with ExitStack() as files:
        file = files.enter_context(plan_file(request.out))
        led = files.enter_context(plan_file(request.facilitators_out)) if request.facilitators_out else None
        problem, plan = repaired(problem, given.seats, request.seed, progress)
        result = kept(problem, plan)
        file.write(problem.people, plan)
        if led is not None:
            led.write_leaders(problem.rules.leaders, plan)
    changes = tuple(_changes(problem.people, given.printed, plan.tables))
    return ReseatResult(
        result,
        sum(
            was >= 0 and now >= 0
            for before, row in zip(given.printed, plan.tables, strict=True)
            for was, now in zip(before, row, strict=True)
        ),
        tuple(move for move in changes if move.before >= 0),
        tuple(move for move in changes if move.before < 0),
        tuple(
            tuple(sorted(set(before) - {-1} - set(problem.in_use(number))))
            for number, before in enumerate(given.printed)
        ),
    )


class _Given:
    """What the files say."""

    def __init__(self, request: ReseatRequest) -> None:
        self._request = request
        plan = read_plan(request.plan)
        self._people = _everybody(request)
        self._refuse_strangers(plan)
        self._rounds = max(number for _, number in plan)
        for number in range(1, self._rounds + 1):
            if all(at != number for _, at in plan):
                raise InvalidInput("seating_plan_gap", file=request.plan.name, round=number)
        self.printed = tuple(
            tuple(plan.get((person, number), 0) - 1 for person in self._people.people)
            for number in range(1, self._rounds + 1)
        )
        self._away = self._absent()
        self.seats: tuple[tuple[tuple[int, int], ...], ...] = ()

    def problem(self) -> SeatingProblem:
        """What the repair has to solve; fills in `seats` on the way."""
        people = self._people
        counts = tuple(persons_per_table(row) for row in self.printed)
        setting = Setting(people, self._rounds, sizes=counts, away=self._away)
        found = read_rules(self._request.rules, setting)
        refuse_same(self._request.out, *found.plans)
        here = [
            [person for person in range(len(people.people)) if (person, number) not in found.rules.absent]
            for number in range(self._rounds)
        ]
        self.seats = seats_of_the_day(self.printed, found, here)
        sizes = tuple(
            near(
                persons_per_table([self.printed[number][one] for one in here[number]], len(seats)),
                seats,
                len(here[number]),
                number + 1,
            )
            for number, seats in enumerate(self.seats)
        )
        rules = replace(found.rules, printed=Printed(self.printed, CALM[self._request.calm]))
        locks = tuple(sorted(found.locks + self._led(found.locks, rules)))
        return SeatingProblem(people.people, people.spread, people.values, sizes, locks, rules)

    def _led(self, locks: Sequence[SeatLock], rules: SeatingRules) -> tuple[SeatLock, ...]:
        """The facilitators who are there, each at the table they led; a lock of the rules comes first."""
        path = self._request.facilitators
        if not rules.leaders:
            return ()
        if path is None:
            raise InvalidInput("reseat_leaders")
        places = {name: place for place, name in enumerate(rules.leaders, len(self._people.people))}
        taken = {(lock.person, lock.round) for lock in locks}
        found = []
        for (name, number), table in read_plan(path).items():
            at = (places.get(name, -1), number - 1)
            usable = number <= self._rounds and (table - 1) in self._open(number - 1)
            if at[0] >= 0 and usable and at not in taken and at not in rules.absent:
                found.append(SeatLock(*at, table - 1))
        return tuple(found)

    def _open(self, number: int) -> frozenset[int]:
        """The tables in use in a round."""
        return frozenset(table for table, (_, high) in enumerate(self.seats[number]) if high)

    def _absent(self) -> frozenset[int]:
        path = self._request.absent
        if path is None:
            return frozenset()
        places = {person: place for place, person in enumerate(self._people.people)}
        found = set()
        for row, person in read_numbers_of(path, self._request.id_column):
            if person not in places:
                raise InvalidInput("reseat_stranger", file=path.name, row=row, person=person)
            found.add(places[person])
        if len(found) == len(places):
            raise NotPossible("reseat_all_absent")
        return frozenset(found)

    def _refuse_strangers(self, plan: Mapping[tuple[str, int], int]) -> None:
        known = set(self._people.people)
        for person, _ in plan:
            if person not in known:
                raise InvalidInput(
                    "reseat_not_in_people",
                    file=self._request.plan.name,
                    person=person,
                    people=self._request.people.name,
                )


def _everybody(request: ReseatRequest) -> SpreadPeople:
    """People and walk-ins together."""
    spread = request.spread or columns_to_spread(request.people, request.id_column)
    people = read_spread_people(request.people, spread, request.id_column)
    if request.walk_ins is None:
        return people
    more = read_spread_people(request.walk_ins, spread, request.id_column)
    for person in more.people:
        if person in people.people:
            raise InvalidInput("reseat_walk_in_known", file=request.walk_ins.name, person=person)
    return SpreadPeople(people.people + more.people, people.spread, people.values + more.values)


def _changes(
    people: Sequence[str], printed: Sequence[Sequence[int]], tables: Sequence[Sequence[int]]
) -> Iterator[Move]:
    for number, (before, row) in enumerate(zip(printed, tables, strict=True)):
        for person, was, now in zip(people, before, row, strict=True):
            if now >= 0 and was != now:
                yield Move(person, number, was, now)
