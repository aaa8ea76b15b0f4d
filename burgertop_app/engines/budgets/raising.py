"""How many raises of every voter's share surely change nothing, so that they need not be counted one by one.

With a share that is `more` higher, what a voter has left after each purchase is a straight line in `more` as
long as the same projects are bought in the same order and the same voters pay all that they have. Along
these lines it is worked out, exactly, when the first of these things can change: another project asks a
smaller part of its cost, a voter who paid everything has enough, or a project that could not be paid can be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.engines.budgets.allowance import Allowance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budgeting import BudgetProblem

NOTHING = Fraction(0)


class Line(NamedTuple):
    """`now` plus `slope` times how much more the share is."""

    now: Fraction
    slope: Fraction

    def over(self, cost: int) -> Line:
        """The same per unit of `cost`."""
        return Line(self.now / cost, self.slope / cost)


def raises_alike(problem: BudgetProblem, supporters: Sequence[Sequence[int]], share: Fraction) -> int:
    """How many times the share can surely be raised by a euro while the same is bought in the same order."""
    found = _Following(problem, supporters, share).limit()
    if found is None or found <= problem.unit:
        return 0
    steps = found / problem.unit
    return int(steps) - (1 if steps.denominator == 1 else 0)


class _Following:
    """One count along its lines; `limit` is how much more the share can be."""

    def __init__(self, problem: BudgetProblem, supporters: Sequence[Sequence[int]], share: Fraction) -> None:
        self._problem, self._supporters = problem, supporters
        self._votes = [len(ballots) for ballots in supporters]
        self._turns = problem.turns()
        self._left = [Line(share, Fraction(1))] * len(problem.ballots)
        self._limit: Fraction | None = None

    def limit(self) -> Fraction | None:
        """Below so much more nothing changes; None when nothing ever does."""
        allowance = Allowance(self._problem, self._votes)
        open_ = [one for one in range(len(self._problem.projects)) if one not in allowance.refused]
        while self._limit is None or self._limit > self._problem.unit:
            asked = {one: line for one in open_ if (line := self._asks(one)) is not None}
            if not asked:
                break
            best = min(asked, key=lambda one: self._rank(one, asked[one]))
            self._keep_first(best, asked)
            self._pay(best, asked[best])
            gone = {best, *allowance.pay(best)}
            open_ = [one for one in open_ if one not in gone]
        return self._limit

    def _rank(self, one: int, line: Line) -> tuple[Fraction, int, int, int]:
        cost = self._problem.projects[one].cost
        return (line.now / cost, -self._votes[one], cost, self._turns[one])

    def _asks(self, one: int) -> Line | None:
        """What those pay who pay most; None when they cannot pay, which must then stay so."""
        cost = self._problem.projects[one].cost
        have = sorted(self._left[voter] for voter in self._supporters[one])
        due, slope, paying = Fraction(cost), NOTHING, len(have)
        if sum(line.now for line in have) < cost:
            rises = sum((line.slope for line in have), NOTHING)
            self._until(cost - sum((line.now for line in have), NOTHING), rises)
            return None
        for place, line in enumerate(have):
            if line.now * paying > due or (line.now * paying == due and line.slope * paying >= slope):
                asked = Line(due / paying, slope / paying)
                for spent in have[:place]:
                    self._until(asked.now - spent.now, spent.slope - asked.slope)
                return asked
            due, slope, paying = due - line.now, slope - line.slope, paying - 1
        self._limit = NOTHING
        return Line(have[-1].now, have[-1].slope)

    def _keep_first(self, best: int, asked: dict[int, Line]) -> None:
        mine = asked[best].over(self._problem.projects[best].cost)
        for one, line in asked.items():
            other = line.over(self._problem.projects[one].cost)
            self._until(other.now - mine.now, mine.slope - other.slope)

    def _pay(self, best: int, each: Line) -> None:
        for voter in self._supporters[best]:
            have = self._left[voter]
            spent = have < each
            self._left[voter] = (
                Line(NOTHING, NOTHING) if spent else Line(have.now - each.now, have.slope - each.slope)
            )

    def _until(self, room: Fraction, closing: Fraction) -> None:
        """`room` is left now and closes at `closing` per unit: until that is used up."""
        if closing > 0:
            found = room / closing
            self._limit = found if self._limit is None else min(self._limit, found)
