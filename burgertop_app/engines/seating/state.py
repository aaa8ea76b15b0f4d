"""Everybody on a seat in every round, with how far the plan is, kept up to date."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from burgertop_app.domain.seating import SeatingPlan
from burgertop_app.engines.seating.block import coincidences
from burgertop_app.engines.seating.model import HARD, LEADER
from burgertop_app.engines.seating.start import seats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.engines.seating.model import Flags, Ints, Model, Small


class Standing(NamedTuple):
    """How good a plan is, the weightiest first; the lower the better.

    `broken` counts rules that are not kept, `coincidences` is the sum of C(times met, 2) of people and
    `led_again` the same with facilitators, `cost` is wishes and moved seats.
    """

    broken: int
    excess: int
    coincidences: int
    led_again: int
    cost: int


class State:
    """A plan under way.

    `seated` is per round the person in each seat, `table_of` per round the table of each person (-1: absent)
    and `held` marks locked seats. `met` is how often each two share a table, with earlier meetings. Per
    round and table `excess` is the persons outside the fair range, and `clashing` says where people meet
    again or a rule is broken, as far as was seen when the table was last looked at.
    """

    def __init__(self, model: Model, rng: np.random.Generator, start: SeatingPlan | None = None) -> None:
        self.model = model
        self.seated: list[Ints] = []
        self.held: list[Flags] = []
        for number in range(len(model.rounds)):
            people, held = seats(model, number, rng, start)
            self.seated.append(people)
            self.held.append(held)
        self._count_all()

    def put_back(self, tables: Sequence[Ints]) -> None:
        """Seat everybody as in these tables per person and round, of a plan that was under way before."""
        for number, row in enumerate(tables):
            shape, free = self.model.rounds[number], ~self.held[number]
            held = set(self.seated[number][self.held[number]].tolist())
            waiting: dict[tuple[int, int], list[int]] = defaultdict(list)
            for person in self.model.present[number].tolist():
                if person not in held:
                    waiting[int(row[person]), int(self.model.kind[person])].append(person)
            for seat in np.flatnonzero(free).tolist():
                place = int(shape.table_of_seat[seat]), int(shape.kind_of_seat[seat])
                self.seated[number][seat] = waiting[place].pop()
        self._count_all()

    def _count_all(self) -> None:
        model = self.model
        self.table_of = [self._tables(number) for number in range(len(model.rounds))]
        self.met = meetings(model, self.table_of)
        leads = model.kind == LEADER
        before = coincidences(model.met_before, leads)
        now = coincidences(self.met, leads)
        self.coincidences, self.led_again = now[0] - before[0], now[1] - before[1]
        self.excess = [shape.excess(self.counts(number)) for number, shape in enumerate(model.rounds)]
        self.clashing = [np.zeros(shape.tables, dtype=np.int64) for shape in model.rounds]
        self.broken = [broken(model, tables, number) for number, tables in enumerate(self.table_of)]
        self.cost = [cost(model, tables, number) for number, tables in enumerate(self.table_of)]

    def counts(self, number: int) -> Ints:
        """Persons per table and trait in a round."""
        shape = self.model.rounds[number]
        return self.model.counts(self.seated[number], shape.table_of_seat, number)

    def settle(self, number: int) -> None:
        """Take over who sits where in a round, after its seats changed."""
        self.table_of[number] = self._tables(number)
        self.broken[number] = broken(self.model, self.table_of[number], number)
        self.cost[number] = cost(self.model, self.table_of[number], number)

    def recount(self, number: int, before: Ints, tables: tuple[int, int]) -> None:
        """Take over a change at two tables of a round, made outside a block; `before` are the tables then."""
        model, after = self.model, self.table_of[number]
        people = np.flatnonzero(np.isin(after, tables))
        here = np.ix_(people, people)
        counting = model.counts_as_met[here].astype(bool)
        met, leads = self.met[here], model.kind[people] == LEADER
        old = coincidences(met, leads)
        met -= (before[people][:, None] == before[people][None, :]) & counting
        met += (after[people][:, None] == after[people][None, :]) & counting
        self.met[here] = met
        new = coincidences(met, leads)
        self.coincidences += new[0] - old[0]
        self.led_again += new[1] - old[1]
        self.excess[number] = model.rounds[number].excess(self.counts(number))
        self.settle(number)

    @property
    def standing(self) -> Standing:
        """How good the plan is now."""
        return Standing(
            sum(self.broken),
            sum(int(tables.sum()) for tables in self.excess),
            self.coincidences,
            self.led_again,
            sum(self.cost),
        )

    def _tables(self, number: int) -> Ints:
        tables = np.full(self.model.total, -1, dtype=np.int64)
        tables[self.seated[number]] = self.model.rounds[number].table_of_seat
        return tables


def meetings(model: Model, tables: list[Ints]) -> Small:
    """How often each two share a table whose meeting counts, with earlier meetings; diagonal zero."""
    met = model.met_before.copy()
    for shape, row in zip(model.rounds, tables, strict=True):
        at = np.where((row < 0) | (row == shape.spare), -1 - np.arange(len(row)), row)
        met += (at[:, None] == at[None, :]) & model.counts_as_met.astype(bool)
    return met


def broken(model: Model, tables: Ints, number: int) -> int:
    """How many rules a round breaks: pairs, and people at a table where they may not sit."""
    first, second, together = model.pairs[number].T
    same = tables[first] == tables[second]
    count = int((same != together.astype(bool)).sum())
    unary = model.unary[number]
    if unary is not None:
        here = model.present[number]
        count += int((unary[here, tables[here]] // HARD).sum())
    return count


def cost(model: Model, tables: Ints, number: int) -> int:
    """What wishes and moved seats cost in a round."""
    unary = model.unary[number]
    if unary is None:
        return 0
    here = model.present[number]
    return int((unary[here, tables[here]] % HARD).sum())


def as_plan(model: Model, tables: list[Ints], seed: int, steps: int) -> SeatingPlan:
    """The plan with these tables per round."""
    people, real = model.people, model.problem.everyone
    led = [
        [-1 if table == shape.spare else table for table in row[people:real].tolist()]
        for shape, row in zip(model.rounds, tables, strict=True)
    ]
    return SeatingPlan(
        tuple(tuple(row[:people].tolist()) for row in tables),
        seed,
        steps,
        tuple(map(tuple, led)) if model.problem.rules.leaders else (),
    )
