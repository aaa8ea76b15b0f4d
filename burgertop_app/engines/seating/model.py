"""A seating problem as arrays: who is who, which seats each round has, and what everything costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating_rules import Mixing
from burgertop_app.engines.seating.mixing import outside, strain

if TYPE_CHECKING:
    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Small = NDArray[np.uint8]

EXCESS = 4_000
REPEAT = 2_000
LED_AGAIN = 1_000
SQUARE = 50
WISH = 300
HARD = 200_000
PERSON, LEADER, OBSERVER = range(3)


@dataclass(frozen=True)
class RoundShape:
    """The seats of one round, table after table; at each table those of people, observers, the facilitator.

    `counted` is how many people per table count in its mix, and `spare` is a table that is none: there wait
    facilitators who lead no table in this round. `low`, `high` and `share` have shape (tables, traits).
    """

    counted: Ints
    table_of_seat: Ints
    kind_of_seat: Ints
    spare: int
    share: NDArray[np.float64]
    outside: Ints
    strain: NDArray[np.float64]

    @property
    def tables(self) -> int:
        """How many tables there are, without the spare one."""
        return self.spare

    @property
    def low(self) -> Ints:
        """The fewest of a trait that is fair."""
        return np.floor(self.share + 1e-9).astype(np.int64)

    @property
    def high(self) -> Ints:
        """The most of a trait that is fair."""
        return np.ceil(self.share - 1e-9).astype(np.int64)

    @cached_property
    def sizes(self) -> Ints:
        """Seats per table, all kinds."""
        return np.bincount(self.table_of_seat, minlength=self.spare)[: self.spare]

    def excess(self, counts: Ints, tables: Ints | None = None) -> Ints:
        """Persons outside the fair range per table, for counts of shape (tables, traits)."""
        where = np.arange(self.spare) if tables is None else tables
        traits = np.arange(counts.shape[1])
        found: Ints = self.outside[where[:, None], traits, counts].sum(axis=1)
        return found


class Model:
    """The arrays of one problem.

    People come first, then facilitators, then as many nobodies as the tables lack facilitators. `names` has
    (attribute, value) for each trait. `counts_as_met` is 1 for a pair whose meeting again is to be avoided,
    and `again` is what that costs.
    Observers sit where `plan` has them; without one they are divided evenly.
    """

    def __init__(self, problem: SeatingProblem, plan: SeatingPlan | None = None) -> None:
        self.problem, self._plan = problem, plan
        rules = problem.rules
        most = max(len(sizes) for sizes in problem.sizes)
        absent_leaders = [
            sum(1 for person, at in rules.absent if at == number and person >= len(problem.people))
            for number in range(len(problem.sizes))
        ]
        lacking = [most - (len(rules.leaders) - away) for away in absent_leaders]
        self.nobodies = max(0, *lacking) if rules.leaders else 0
        self.people = len(problem.people)
        self.total = problem.everyone + self.nobodies
        columns = list(zip(*problem.values, strict=True))
        self.names = tuple(
            (attribute, value)
            for attribute, column in zip(problem.attributes, columns, strict=False)
            for value in sorted(set(column))
        )
        self.traits = self._traits(columns)
        self.kind = np.full(self.total, LEADER)
        self.kind[: self.people] = PERSON
        self.kind[sorted(rules.observers)] = OBSERVER
        self.counts_as_met = self._counting()
        leads = self.kind == LEADER
        self.again = np.where(leads[:, None] | leads[None, :], LED_AGAIN, REPEAT).astype(np.float32)
        self.met_before = np.zeros((self.total, self.total), dtype=np.uint8)
        for meeting in rules.met:
            self.met_before[meeting.first, meeting.second] += meeting.times
            self.met_before[meeting.second, meeting.first] += meeting.times
        self.met_before *= self.counts_as_met
        self.present = tuple(self._present(number) for number in range(len(problem.sizes)))
        self.rounds = tuple(self._shape(number) for number in range(len(problem.sizes)))
        self.unary = tuple(self._unary(number) for number in range(len(problem.sizes)))
        self.pairs = tuple(self._pairs(number) for number in range(len(problem.sizes)))

    @cached_property
    def soft(self) -> bool:
        """Whether there is anything to weigh besides the mix and who meets again."""
        return bool(self.problem.rules.wishes) or self.problem.rules.printed is not None

    def counts(self, people: Ints, tables: Ints, number: int) -> Ints:
        """Persons per table and trait, for these people at these tables of round `number`."""
        at = np.zeros((self.rounds[number].spare + 1, self.total), dtype=np.float32)
        at[tables, people] = 1
        found: Ints = (at @ self.traits)[:-1].astype(np.int64)
        return found

    def prices(self, excess: int) -> tuple[Prices, ...]:
        """What counts cost per round when a person outside the fair range costs `excess`."""
        given = self.problem.rules.weights or (1.0,) * len(self.problem.attributes)
        weight = dict(zip(self.problem.attributes, given, strict=True))
        weights = np.array([weight[name] for name, _ in self.names], dtype=np.float64)
        return tuple(Prices(shape, excess, weights) for shape in self.rounds)

    def _traits(self, columns: list[tuple[str, ...]]) -> Floats:
        found = np.zeros((self.total, len(self.names)), dtype=np.float32)
        place = 0
        for column in columns:
            for one in sorted(set(column)):
                found[: self.people, place] = [value == one for value in column]
                place += 1
        found[sorted(self.problem.rules.observers)] = 0
        return found

    def _counting(self) -> Small:
        found = np.zeros((self.total, self.total), dtype=np.uint8)
        real = self.problem.everyone
        counting = np.zeros(self.total, dtype=np.uint8)
        counting[:real] = self.kind[:real] != OBSERVER
        found[:] = counting[:, None] & counting[None, :]
        found[self.people :, self.people :] = 0
        for order in self.problem.rules.pairs:
            if order.kind is PairKind.TOGETHER:
                found[order.first, order.second] = found[order.second, order.first] = 0
        np.fill_diagonal(found, 0)
        return found

    def _present(self, number: int) -> Ints:
        absent = {person for person, at in self.problem.rules.absent if at == number}
        return np.array([one for one in range(self.total) if one not in absent], dtype=np.int64)

    def _shape(self, number: int) -> RoundShape:
        present = self.present[number]
        sizes = np.array(self.problem.sizes[number], dtype=np.int64)
        watching = self._observers(number, sizes)
        counted = sizes - watching
        leading = int(self.kind[present[-1]] == LEADER) if len(present) else 0
        tables, kinds = [], []
        for table in range(len(sizes)):
            here = [PERSON] * counted[table] + [OBSERVER] * watching[table] + [LEADER] * leading
            tables += [table] * len(here)
            kinds += here
        waiting = int((self.kind[present] == LEADER).sum()) - leading * len(sizes)
        tables += [len(sizes)] * waiting
        kinds += [LEADER] * waiting
        here = present[self.kind[present] == PERSON]
        having = self.traits[here].sum(axis=0).astype(np.int64)
        share = np.outer(counted, having) / max(len(here), 1)
        modes = self._modes()
        return RoundShape(
            counted=counted,
            table_of_seat=np.array(tables, dtype=np.int64),
            kind_of_seat=np.array(kinds, dtype=np.int64),
            spare=len(sizes),
            share=share,
            outside=outside(counted, having, len(here), modes),
            strain=strain(counted, share, modes),
        )

    def _modes(self) -> tuple[Mixing, ...]:
        given = {(rule.attribute, rule.value): rule.mixing for rule in self.problem.rules.mixing}
        return tuple(given.get(name, Mixing.SPREAD) for name in self.names)

    def _observers(self, number: int, sizes: Ints) -> Ints:
        """How many observers sit at each table: those who must, and the others as even as can be."""
        if self._plan is not None and len(self._plan.tables) == len(self.problem.sizes):
            row = np.array(self._plan.tables[number], dtype=np.int64)
            watching = [one for one in self.problem.rules.observers if 0 <= row[one] < len(sizes)]
            return np.bincount(row[watching], minlength=len(sizes)) if watching else sizes * 0
        found = np.zeros(len(sizes), dtype=np.int64)
        left = {int(one) for one in self.present[number] if self.kind[one] == OBSERVER}
        for lock in self.problem.locks:
            if lock.round == number and lock.person in left:
                found[lock.table] += 1
                left.remove(lock.person)
        taken = np.zeros(len(sizes), dtype=np.int64)
        for lock in self.problem.locks:
            if lock.round == number and self.kind[lock.person] == PERSON:
                taken[lock.table] += 1
        allowed = {rule.person: rule.tables for rule in self.problem.rules.allowed if rule.round == number}
        for one in sorted(left, key=lambda one: (len(allowed.get(one, sizes)), one)):
            room = sizes - found - taken
            may = [table for table in allowed.get(one, range(len(sizes))) if room[table] > 0]
            options = may or np.flatnonzero(room > 0).tolist()
            found[min(options, key=lambda table: (found[table], -room[table], table))] += 1
        return found

    def _unary(self, number: int) -> Floats | None:
        """What it costs to sit at each table in a round, shape (everyone, tables and the spare one)."""
        rules = self.problem.rules
        cost = np.zeros((self.total, self.rounds[number].spare + 1), dtype=np.float32)
        for rule in rules.allowed:
            if rule.round == number:
                barred = np.ones(cost.shape[1], dtype=bool)
                barred[list(rule.tables)] = False
                barred[-1] = False
                cost[rule.person, barred] += HARD
        for wish in rules.wishes:
            if wish.round == number:
                cost[wish.person, wish.table] += WISH * wish.rank**2
        if rules.printed is not None:
            price = EXCESS * rules.printed.calm // 100
            for person, table in enumerate(rules.printed.tables[number]):
                if table >= 0:
                    cost[person] += price
                    cost[person, table] -= price
        return cost if cost.any() else None

    def _pairs(self, number: int) -> Ints:
        """The orders that hold in a round: rows of (first, second, 1 for together and 0 for apart)."""
        here = {int(one) for one in self.present[number]}
        found = [
            (order.first, order.second, int(order.kind is PairKind.TOGETHER))
            for order in self.problem.rules.pairs
            if order.holds(number) and order.first in here and order.second in here
        ]
        return np.array(found, dtype=np.int64).reshape(len(found), 3)


class Prices:
    """What one more (`up`) or one fewer (`down`) of a trait costs, shape (tables, traits, counts).

    All costs are whole numbers kept as floats, so that sums do not depend on their order.
    """

    def __init__(self, shape: RoundShape, excess: int, weights: NDArray[np.float64]) -> None:
        each = weights[None, :, None]
        cost = np.round(excess * each * shape.outside) + np.round(SQUARE * each * shape.strain)
        self.total = cost
        step = np.diff(cost, axis=2)
        most = np.zeros((*cost.shape[:2], 1))
        self.up = np.concatenate((step, most), axis=2).astype(np.float32)
        self.down = np.concatenate((most, -step), axis=2).astype(np.float32)
