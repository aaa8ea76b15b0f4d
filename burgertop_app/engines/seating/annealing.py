"""Simulated annealing of table plans over all rounds jointly.

Each step scores every swap between the tables of a block at once and carries out those that pass, as far as
they touch different tables. The first anneal is short and cold and looks mostly at tables where something is
wrong; that solves what has room. The next ones are ever longer: they first find the temperature at which a
fixed part of the tables still changes by swaps that matter (people who are alike change places at any
temperature), and cool from there, each going on where the last one ended. Many rounds with few people get
one long anneal first. A repair is one cold anneal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.block import Block
from burgertop_app.engines.seating.bounds import bounds, with_leaders
from burgertop_app.engines.seating.model import EXCESS, LED_AGAIN, REPEAT, Model
from burgertop_app.engines.seating.pace import Pace
from burgertop_app.engines.seating.renaming import renamed
from burgertop_app.engines.seating.state import Standing, State, as_plan
from burgertop_app.engines.seating.units import Movers

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating import Effort, SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Ints, Prices

STEPS_PER_VISIT = 12
SEATS_PER_BLOCK = 128
SMALL_STEPS_PER_PERSON, SMALL_HEATS = 6, (500.0, 120.0)
QUICK_STEPS_PER_PERSON, QUICK_TRIES = 9, 5
QUICK_HEATS, QUICK_EXCESS = (600.0, 120.0), 6_000
CROWDED, CROWDED_PEOPLE = 0.4, 60
CROWDED_EXCESS = 3_000
CROWDED_HEATS = (900.0, 420.0)
CALM_STEPS_PER_PERSON = 9
CALM_HEATS = (250.0, 40.0)
MIXING = 0.85
"""The part of the effort for the mix and for who meets again; what is left is for wishes."""

POLISH_STEPS_PER_PERSON, POLISH_LEAST = 2, 800
POLISH_HEATS = ((700.0, 60.0), (300.0, 40.0))
LOOKING = 1_500
FIRST_ANNEAL, GROWTH = 8_000, 1.2
ROOMY, TIGHT = (0.7, 0.5), (1.2, 0.8)
"""From and to which part of the lively temperature: warmer where meeting again cannot be avoided, because
good plans are few and far apart there."""

LIVELY = 0.06
MATTERS = 1_000.0
HEAT = 900.0
COLDEST, HOTTEST = 100.0, 3_000.0
HEAVIEST = 12_000
MEMORY = 0.1
FOCUS = 0.6
_POOL = 1 << 20
_MOST_PRICE = 1 << 23


def arrange(
    problem: SeatingProblem,
    seed: int,
    effort: Effort,
    progress: Progress,
    stopwatch: Callable[[], float] | None = None,
    start: SeatingPlan | None = None,
) -> SeatingPlan:
    """The best plan found: rules broken, persons outside the fair range, coincidences, in that order.

    Locks and table sizes are kept exactly. It ends at once when nothing can be better; the same seed and
    number of steps give the same plan.

    Args:
        problem: who sits where may vary.
        seed: decides every choice by chance.
        effort: how long to search; standard is a fixed number of steps.
        progress: hears the phase "seating" several times a second.
        stopwatch: seconds that only rise; needed for an effort in seconds.
        start: where everybody sits to begin with; else as rules and chance have it.

    Raises:
        Cancelled: the organiser pressed Cancel.
    """
    pace = Pace(effort, len(problem.people), stopwatch)
    model = Model(problem)
    rng = np.random.Generator(np.random.PCG64(seed))
    search = _Search(State(model, rng, start), rng, pace, progress)
    search.run()
    return as_plan(model, search.best, seed, pace.steps)


class _Search:
    """One search: the plan under way, the best tables so far and the temperature."""

    def __init__(self, state: State, rng: np.random.Generator, pace: Pace, progress: Progress) -> None:
        model = state.model
        self._model, self._rng, self._pace, self._progress = model, rng, pace, progress
        self._state = state
        self._noise = rng.standard_exponential(_POOL, dtype=np.float32)
        self.best, self._standing = self._copy(), self._state.standing
        self._goal = bounds(model.problem).coincidences
        self._goal_led = max(self._goal, with_leaders(model.problem))
        self._rounds = [number for number in range(len(model.rounds)) if self._can_move(number)]
        self._movers = [Movers(self._state, number) for number in range(len(model.rounds))]
        self._heat, self._liveliness = HEAT, LIVELY
        most = max(int(shape.table_of_seat[-1]) + 1 for shape in model.rounds)
        self._parts = most > min(self._per_block(number) for number in range(len(model.rounds)))
        self._crowded = self._meet_often()
        self._enough = MIXING if model.soft and not self._calm else 1.0
        self._visits = 0
        self._done = self._polishing = False

    def run(self) -> None:
        """Search until nothing can be better, nothing can move, or the effort is spent."""
        self._progress.checkpoint("seating", 0.0)
        if self._calm:
            self._anneal(CALM_STEPS_PER_PERSON * self._model.people, *CALM_HEATS, EXCESS, FOCUS)
            return
        self._mix()
        if self._model.soft and self._standing.cost:
            self._polish()

    def _polish(self) -> None:
        """From the best plan on, look for one that is as good and follows more wishes."""
        self._done, self._polishing, self._enough = False, True, 1.0
        steps = max(POLISH_LEAST, POLISH_STEPS_PER_PERSON * self._model.people)
        self._take_names()
        for hot, cold in POLISH_HEATS:
            self._anneal(steps, hot, cold, EXCESS, 0.0)
            self._take_names()

    def _take_names(self) -> None:
        """Go on from the best plan, with people who are alike where they like it best."""
        self._state.put_back(renamed(self._model, self.best))
        self._compare()

    def _mix(self) -> None:
        """Anneal until only wishes are left to be better."""
        quick = QUICK_STEPS_PER_PERSON * self._model.people
        if self._parts:
            self._model.price_leaders(REPEAT)
            for _again in range(QUICK_TRIES):
                self._anneal(quick, *QUICK_HEATS, QUICK_EXCESS, FOCUS)
            self._model.price_leaders(LED_AGAIN)
        else:
            self._anneal(SMALL_STEPS_PER_PERSON * self._model.people, *SMALL_HEATS, EXCESS, FOCUS)
        if self._crowded:
            self._anneal_once()
        if self._going_on:
            self._find_heat(EXCESS)
        self._mix_slowly(4 * quick)

    def _mix_slowly(self, quick: int) -> None:
        """Anneal longer and longer at the temperature that was found."""
        excess, longer = EXCESS, 1.0
        hot, cold = TIGHT if self._goal else ROOMY
        while self._going_on:
            if self._standing.excess or self._standing.broken:
                excess = min(HEAVIEST, excess * 3 // 2)
            self._anneal(int(FIRST_ANNEAL * longer), self._heat * hot, self._heat * cold, excess, 0.0)
            if self._parts:
                self._anneal(int(quick * longer), *QUICK_HEATS, excess, FOCUS)
            longer *= GROWTH

    def _meet_often(self) -> bool:
        """Whether so many meet so often that avoiding it is nearly, but not provably, impossible."""
        people = self._model.people
        met = sum(float((shape.sizes * (shape.sizes - 1)).sum()) for shape in self._model.rounds)
        enough = people >= CROWDED_PEOPLE and not self._goal
        return enough and met > CROWDED * people * (people - 1)

    @property
    def _calm(self) -> bool:
        """Whether most people stay where they are: a short search from there, and no heat."""
        printed = self._model.problem.rules.printed
        return printed is not None and printed.calm > 0

    @property
    def _going_on(self) -> bool:
        return bool(self._rounds) and self._pace.part < self._enough and not self._done

    def _anneal(self, length: int, hot: float, cold: float, excess: int, focus: float) -> None:
        """Cool from `hot` to `cold` in so many steps."""
        prices = self._model.prices(excess)
        start = self._pace.steps
        while self._going_on and (part := (self._pace.steps - start) / length) < 1.0:
            self._visit(hot * (cold / hot) ** part, prices, focus)

    def _anneal_once(self) -> None:
        """Cool during the whole effort that is left."""
        prices = self._model.prices(CROWDED_EXCESS)
        hot, cold = CROWDED_HEATS
        while self._going_on:
            self._visit(hot * (cold / hot) ** self._pace.part, prices, 0.0)

    def _find_heat(self, excess: int) -> None:
        """Look for the temperature at which the tables are lively."""
        prices = self._model.prices(excess)
        start, heats = self._pace.steps, []
        while self._going_on and self._pace.steps - start < LOOKING:
            self._visit(self._heat, prices, 0.0)
            factor = (LIVELY / max(self._liveliness, 0.1 * LIVELY)) ** MEMORY
            self._heat = min(HOTTEST, max(COLDEST, self._heat * factor))
            heats.append(self._heat)
        if heats:
            self._heat = float(np.median(heats[len(heats) // 2 :]))

    def _can_move(self, number: int) -> bool:
        shape = self._model.rounds[number]
        free = ~self._state.held[number]
        return any(
            len(np.unique(shape.table_of_seat[free & (shape.kind_of_seat == kind)])) > 1
            for kind in np.unique(shape.kind_of_seat)
        )

    def _visit(self, temperature: float, prices: tuple[Prices, ...], focus: float) -> None:
        """Some steps in some tables of the next round; keeps the plan if it is the best so far."""
        number = self._rounds[self._visits % len(self._rounds)]
        self._visits += 1
        if self._movers[number]:
            self._movers[number].step(temperature, prices[number], self._rng)
        tables = self._some_tables(number, focus)
        block = Block(self._state, number, tables, prices[number])
        lively = steps = 0
        while steps < STEPS_PER_VISIT and not self._pace.spent:
            lively += self._step(block, temperature)
            steps += 1
            self._pace.steps += 1
        block.close()
        if steps:
            self._liveliness += MEMORY * (lively / (steps * len(tables)) - self._liveliness)
        self._compare()
        self._progress.checkpoint("seating", self._pace.part)

    def _compare(self) -> None:
        """Keep the plan under way if it is better; mark when nothing but wishes can be."""
        now = self._state.standing
        if self._rank(now) < self._rank(self._standing):
            self.best, self._standing = self._copy(), now
        done = (now.broken, now.excess) == (0, 0) and now.coincidences <= self._goal
        done = done and now.coincidences + now.led_again <= self._goal_led
        if self._calm or self._polishing:
            done = done and not now.cost
        self._done = done

    def _rank(self, standing: Standing) -> tuple[int, ...]:
        """What decides between two plans.

        With printed seats a moved person is weighed against the rest, and where many must meet again some
        persons outside the fair range against that.
        """
        if not (self._calm or self._crowded):
            return tuple(standing)
        broken, excess, coincidences, led_again, cost = standing
        return (broken, EXCESS * excess + REPEAT * coincidences + LED_AGAIN * led_again + cost)

    def _some_tables(self, number: int, focus: float) -> Ints:
        shape = self._model.rounds[number]
        everywhere = np.arange(int(shape.table_of_seat[-1]) + 1)
        count = self._per_block(number)
        if count >= len(everywhere):
            return everywhere
        chosen = np.zeros(0, dtype=np.int64)
        if self._rng.random() < focus:
            wrong = np.flatnonzero(self._state.excess[number] + self._state.clashing[number])
            chosen = self._rng.permutation(wrong)[: count // 2]
        others = self._rng.permutation(np.setdiff1d(everywhere, chosen))
        return np.sort(np.concatenate((chosen, others[: count - len(chosen)])))

    def _per_block(self, number: int) -> int:
        """How many tables of a round are looked at together."""
        return max(2, int(SEATS_PER_BLOCK // self._model.rounds[number].sizes.mean()))

    def _step(self, block: Block, temperature: float) -> int:
        """Carry out swaps that pass, no table in two of them; how many of them matter."""
        changes = block.changes()
        seats = len(changes)
        flat = changes.ravel()
        start = int(self._rng.integers(_POOL - len(flat)))
        passed = np.flatnonzero(flat <= temperature * self._noise[start : start + len(flat)])
        first, second = np.divmod(passed, seats)
        one, two = _apart(self._rng.permutation(passed[first < second]), seats, block.table)
        if one:
            block.swap(one, two)
        return int((np.abs(changes[one, two]) >= MATTERS).sum())

    def _copy(self) -> list[Ints]:
        return [tables.copy() for tables in self._state.table_of]


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
