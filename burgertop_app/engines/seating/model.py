"""A seating problem as arrays: who is who, which seats each round has, and what everything costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating_rules import Mixing
from burgertop_app.engines.seating.fitting import how_many_fit, may_sit
from burgertop_app.engines.seating.mixing import outside, strain
from burgertop_app.engines.seating.watching import observers_at

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
WISH, FARTHEST = 300, 15
NOBODY = 90_000
HARD = 200_000
MOST_MET = 200
PERSON, LEADER, OBSERVER = range(3)


@dataclass(frozen=True)
class RoundShape:
    """The seats of one round, table after table; at each table those of people, observers, the facilitator.

    `counted` is how many people per table count in its mix, and `spare` is a table that is none: there wait
    facilitators who lead no table in this round. `share` has shape (tables, traits), and what is outside the
    fair range and the strain have it for each count.
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

    @property
    def waiting(self) -> int:
        """How many facilitators lead no table."""
        return len(self.table_of_seat) - int(self.sizes.sum())

    def excess(self, counts: Ints, tables: Ints | None = None) -> Ints:
        """Persons outside the fair range per table, for counts of shape (tables, traits)."""
        where = np.arange(self.spare) if tables is None else tables
        traits = np.arange(counts.shape[1])
        found: Ints = self.outside[where[:, None], traits, counts].sum(axis=1)
        return found


class Model:
    """The arrays of one problem.

    People come first, then facilitators, then as many nobodies as the tables of a round lack facilitators at
    most; in each round as many of them are present as it lacks. `names` has
    (attribute, value) for each trait. `counts_as_met` is 1 for a pair whose meeting again is to be avoided,
    and `again` is what that costs.
    Observers sit where `plan` has them; without one they are divided evenly.
    """

    def __init__(self, problem: SeatingProblem, plan: SeatingPlan | None = None) -> None:
        self.problem, self._plan = problem, plan
        rules = problem.rules
        rounds = range(len(problem.sizes))
        lacking = [self._lacking(number) if rules.leaders else 0 for number in rounds]
        self.people = len(problem.people)
        self.total = problem.everyone + max(lacking)
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
        self.again = self._again(LED_AGAIN)
        self.met_before = self._met_before()
        self.present = tuple(self._present(number, lacking[number]) for number in rounds)
        self.pairs = tuple(self._pairs(number) for number in rounds)
        self.rounds = tuple(self._shape(number) for number in rounds)
        self.unary = tuple(self._unary(number) for number in rounds)

    @cached_property
    def soft(self) -> bool:
        """Whether there is anything to weigh besides the mix and who meets again."""
        return bool(self.problem.rules.wishes) or self.problem.rules.printed is not None

    def price_leaders(self, cost: int) -> None:
        """Let meeting a facilitator again cost so much from here on."""
        self.again = self._again(cost)

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

    def _again(self, led: int) -> Floats:
        leads = self.kind == LEADER
        return np.where(leads[:, None] | leads[None, :], led, REPEAT).astype(np.float32)

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

    def _met_before(self) -> Small:
        found = np.zeros((self.total, self.total), dtype=np.int64)
        for meeting in self.problem.rules.met:
            found[meeting.first, meeting.second] += meeting.times
            found[meeting.second, meeting.first] += meeting.times
        return np.minimum(found, MOST_MET).astype(np.uint8) * self.counts_as_met

    def _lacking(self, number: int) -> int:
        """How many tables of a round cannot get a facilitator: too few are there, or these cannot lead."""
        tables = self.problem.in_use(number)
        here = [
            one
            for one in range(len(self.problem.people), self.problem.everyone)
            if (one, number) not in self.problem.rules.absent
        ]
        if len(here) >= len(tables):
            return 0
        return len(tables) - how_many_fit(here, may_sit(self.problem, number), tables)

    def _present(self, number: int, lacking: int) -> Ints:
        absent = {person for person, at in self.problem.rules.absent if at == number}
        most = self.problem.everyone + lacking
        return np.array([one for one in range(most) if one not in absent], dtype=np.int64)

    def _shape(self, number: int) -> RoundShape:
        present = self.present[number]
        sizes = np.array(self.problem.sizes[number], dtype=np.int64)
        watching = self._observers(number, sizes)
        counted = sizes - watching
        leading = int((self.kind[present] == LEADER).any())
        tables, kinds = [], []
        for table in range(len(sizes)):
            led = leading if sizes[table] else 0
            here = [PERSON] * counted[table] + [OBSERVER] * watching[table] + [LEADER] * led
            tables += [table] * len(here)
            kinds += here
        waiting = int((self.kind[present] == LEADER).sum()) - leading * int((sizes > 0).sum())
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
            outside=outside(counted, having, len(here), modes, [name for name, _value in self.names]),
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
        return observers_at(self.problem, number, self.pairs[number])

    def _unary(self, number: int) -> Floats | None:
        """What it costs to sit at each table in a round, shape (everyone, tables and the spare one)."""
        rules, shape = self.problem.rules, self.rounds[number]
        cost = np.zeros((self.total, shape.spare + 1), dtype=np.float32)
        for rule in rules.allowed:
            if rule.round == number:
                barred = np.ones(cost.shape[1], dtype=bool)
                barred[[*rule.tables, shape.spare]] = False
                cost[rule.person, barred] += HARD
        for wish in rules.wishes:
            if wish.round == number:
                cost[wish.person, wish.table] += WISH * min(wish.rank, FARTHEST) ** 2
        if shape.waiting:
            cost[self.problem.everyone :, :-1] += NOBODY
        if rules.printed is not None:
            table = np.array(rules.printed.tables[number])
            seated = np.flatnonzero(table >= 0)
            price = EXCESS * rules.printed.calm // 100
            cost[seated] += price
            cost[seated, table[seated]] -= price
        return cost if cost.any() else None

    def _pairs(self, number: int) -> Ints:
        """The orders that hold in a round: rows of (first, second, 1 for together and 0 for apart).

        Facilitators are apart as it is: each leads a table of their own.
        """
        here = {int(one) for one in self.present[number]}
        found = {
            (*sorted((order.first, order.second)), int(order.kind is PairKind.TOGETHER))
            for order in self.problem.rules.pairs
            if order.holds(number) and order.first in here and order.second in here
        }
        kept = [pair for pair in sorted(found) if pair[2] or pair[0] < self.people]
        return np.array(kept, dtype=np.int64).reshape(len(kept), 3)


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
