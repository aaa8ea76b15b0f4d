"""Simulated annealing of table plans over all rounds jointly.

Each step scores every swap between the tables of a block at once and carries out those that pass, as far as
they touch different tables. A first stage finds the temperature at which a fixed part of the tables still
changes by swaps that matter (people who are alike change places at any temperature). The next stages cool
from there, each going on where the last one ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.block import Block
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.model import EXCESS, Model
from burgertop_app.engines.seating.pace import Pace
from burgertop_app.engines.seating.state import State, as_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating import Effort, SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Ints, Prices

STAGES = (0.04, 0.16, 0.2, 0.2, 0.4)
COOLING = 0.5
STEPS_PER_VISIT = 12
SEATS_PER_BLOCK = 128
LIVELY = 0.06
MATTERS = 1_000.0
HEAT = 900.0
COLDEST, HOTTEST = 100.0, 3_000.0
HEAVIEST = 12_000
MEMORY = 0.1
_TAIL = 14.0


def arrange(
    problem: SeatingProblem,
    seed: int,
    effort: Effort,
    progress: Progress,
    stopwatch: Callable[[], float] | None = None,
) -> SeatingPlan:
    """The best plan found: fewest persons outside the fair range, then fewest coincidences.

    Locks and table sizes are kept exactly. It ends at once when nothing can be better; the same seed and
    number of steps give the same plan.

    Args:
        problem: who sits where may vary.
        seed: decides every choice by chance.
        effort: how long to search; standard is a fixed number of steps.
        progress: hears the phase "seating" several times a second.
        stopwatch: seconds that only rise; needed for an effort in seconds.

    Raises:
        Cancelled: the organiser pressed Cancel.
    """
    pace = Pace(effort, len(problem.people), stopwatch)
    search = _Search(Model(problem), np.random.Generator(np.random.PCG64(seed)), pace, progress)
    search.run()
    return as_plan(search.best, seed, pace.steps)


class _Search:
    """One search: the plan under way, the best tables so far and the temperature."""

    def __init__(self, model: Model, rng: np.random.Generator, pace: Pace, progress: Progress) -> None:
        self._model, self._rng, self._pace, self._progress = model, rng, pace, progress
        self._state = State(model, rng)
        self.best, self._standing = self._state.tables, self._state.standing
        self._goal = (0, bounds(model.problem).coincidences)
        self._rounds = [number for number in range(len(model.rounds)) if self._can_move(number)]
        self._heat, self._liveliness = HEAT, LIVELY
        self._heats: list[float] = []
        self._visits = 0

    def run(self) -> None:
        """Search until nothing can be better, nothing can move, or the effort is spent."""
        self._progress.checkpoint("seating", 0.0)
        excess, end = EXCESS, 0.0
        for stage, length in enumerate(STAGES):
            start, end = end, end + length
            prices = self._model.prices(excess)
            while self._going_on and self._pace.part < min(end, 1.0):
                cooled = (self._pace.part - start) / length if stage else 0.0
                self._visit(self._heat * COOLING**cooled, prices)
                if not stage:
                    self._adjust()
            if not stage:
                self._settle()
            if self._standing[0]:
                excess = min(HEAVIEST, excess * 3 // 2)

    @property
    def _going_on(self) -> bool:
        return bool(self._rounds) and self._standing > self._goal

    def _can_move(self, number: int) -> bool:
        tables = self._model.rounds[number].table_of_seat[~self._state.held[number]]
        return len(np.unique(tables)) > 1

    def _visit(self, temperature: float, prices: tuple[Prices, ...]) -> None:
        """Some steps in some tables of the next round; keeps the plan if it is the best so far."""
        number = self._rounds[self._visits % len(self._rounds)]
        self._visits += 1
        tables = self._some_tables(number)
        block = Block(self._state, number, tables, prices[number])
        lively = steps = 0
        while steps < STEPS_PER_VISIT and not self._pace.spent:
            lively += self._step(block, temperature)
            steps += 1
            self._pace.steps += 1
        block.close()
        if steps:
            self._liveliness += MEMORY * (lively / (steps * len(tables)) - self._liveliness)
        if self._state.standing < self._standing:
            self.best, self._standing = self._state.tables, self._state.standing
        self._progress.checkpoint("seating", self._pace.part)

    def _some_tables(self, number: int) -> Ints:
        sizes = self._model.rounds[number].sizes
        count = max(2, int(SEATS_PER_BLOCK // sizes.mean()))
        if count >= len(sizes):
            return np.arange(len(sizes))
        return np.sort(self._rng.permutation(len(sizes))[:count])

    def _step(self, block: Block, temperature: float) -> int:
        """Carry out swaps that pass, no table in two of them; how many of them matter."""
        changes = block.changes()
        seats = len(changes)
        flat = changes.ravel()
        within = np.flatnonzero(flat < temperature * _TAIL)
        first, second = np.divmod(within, seats)
        within = within[first < second]
        passed = within[flat[within] <= temperature * self._rng.standard_exponential(len(within))]
        one, two = _apart(self._rng.permutation(passed), seats, block.table)
        if one:
            block.swap(one, two)
        return int((np.abs(changes[one, two]) >= MATTERS).sum())

    def _adjust(self) -> None:
        """Warmer when the tables hardly change, colder when they change too much."""
        factor = (LIVELY / max(self._liveliness, 0.1 * LIVELY)) ** MEMORY
        self._heat = min(HOTTEST, max(COLDEST, self._heat * factor))
        self._heats.append(self._heat)

    def _settle(self) -> None:
        """Take the usual temperature of the second half of what was tried."""
        late = self._heats[len(self._heats) // 2 :]
        if late:
            self._heat = float(np.median(late))


def _apart(pairs: Ints, seats: int, table: Ints) -> tuple[list[int], list[int]]:
    """Of these pairs (first * seats + second) the first ones that share no table with an earlier one."""
    first, second = np.divmod(pairs[: 4 * (int(table[-1]) + 1)], seats)
    used: set[int] = set()
    one, two = [], []
    for a, b, here, there in zip(
        first.tolist(), second.tolist(), table[first].tolist(), table[second].tolist(), strict=True
    ):
        if here not in used and there not in used:
            used |= {here, there}
            one.append(a)
            two.append(b)
    return one, two
