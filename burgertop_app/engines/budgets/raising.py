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

    from burgertop_app.domain.budgeting import Backing, BudgetProblem

NOTHING = Fraction(0)


class Line(NamedTuple):
    """`now` plus `slope` times how much more the share is."""

    now: Fraction
    slope: Fraction

    def over(self, worth: int) -> Line:
        """The same per unit of `worth`."""
        return self if worth == 1 else Line(self.now / worth, self.slope / worth)


def worths(problem: BudgetProblem) -> list[int]:
    """Per project what one point is worth: its cost where ballots give no points."""
    return [1 if problem.points else project.cost for project in problem.projects]


def raises_alike(problem: BudgetProblem, backing: Sequence[Backing], share: Fraction) -> int:
    """How many times the share can surely be raised by a euro while the same is bought in the same order."""
    found = _Following(problem, backing, share).limit()
    if found is None or found <= problem.unit:
        return 0
    steps = found / problem.unit
    return int(steps) - (1 if steps.denominator == 1 else 0)


class _Following:
    """One count along its lines; `limit` is how much more the share can be."""

    def __init__(self, problem: BudgetProblem, backing: Sequence[Backing], share: Fraction) -> None:
        self._problem, self._backing = problem, backing
        self._votes = [one.total for one in backing]
        self._worth = worths(problem)
        self._voters = [frozenset(one.voters) for one in backing]
        self._turns = problem.turns()
        self._left = [Line(share, Fraction(1))] * len(problem.ballots)
        self._limit: Fraction | None = None

    def limit(self) -> Fraction | None:
        """Below so much more nothing changes; None when nothing ever does.

        After a purchase only the projects of those who paid ask anything else. One that cannot be paid stays
        so: what its voters have only shrinks.
        """
        allowance = Allowance(self._problem, self._votes)
        anew = [one for one in range(len(self._problem.projects)) if one not in allowance.refused]
        asked: dict[int, Line] = {}
        while self._limit is None or self._limit > self._problem.unit:
            for one in anew:
                line = self._asks(one)
                if line is None:
                    asked.pop(one, None)
                else:
                    asked[one] = line
            if not asked:
                break
            best = min(asked, key=lambda one: self._rank(one, asked[one]))
            self._keep_first(best, asked)
            self._pay(best, asked[best])
            for gone in (best, *allowance.pay(best)):
                asked.pop(gone, None)
            anew = [one for one in asked if not self._voters[one].isdisjoint(self._voters[best])]
        return self._limit

    def _rank(self, one: int, line: Line) -> tuple[Fraction, int, int, int]:
        cost = self._problem.projects[one].cost
        return (line.now / self._worth[one], -self._votes[one], cost, self._turns[one])

    def _asks(self, one: int) -> Line | None:
        """What a point costs those who do not pay all; None when they cannot pay, which must then stay so."""
        cost, backing = self._problem.projects[one].cost, self._backing[one]
        together = sum((self._left[voter].now for voter in backing.voters), NOTHING)
        if together < cost:
            self._until(cost - together, sum((self._left[voter].slope for voter in backing.voters), NOTHING))
            return None
        have = sorted(
            (self._left[voter].over(points), points)
            for voter, points in zip(backing.voters, backing.points, strict=True)
        )
        due, slope, paying = Fraction(cost), NOTHING, backing.total
        for place, (line, points) in enumerate(have):
            if line.now * paying > due or (line.now * paying == due and line.slope * paying >= slope):
                asked = Line(due / paying, slope / paying)
                for spent, _points in have[:place]:
                    self._until(asked.now - spent.now, spent.slope - asked.slope)
                return asked
            due, slope = due - line.now * points, slope - line.slope * points
            paying -= points
        self._limit = NOTHING
        return have[-1][0]

    def _keep_first(self, best: int, asked: dict[int, Line]) -> None:
        mine = asked[best].over(self._worth[best])
        for one, line in asked.items():
            other = line.over(self._worth[one])
            self._until(other.now - mine.now, mine.slope - other.slope)

    def _pay(self, best: int, each: Line) -> None:
        for voter, points in zip(self._backing[best].voters, self._backing[best].points, strict=True):
            have, due = self._left[voter], Line(each.now * points, each.slope * points)
            spent = have < due
            self._left[voter] = (
                Line(NOTHING, NOTHING) if spent else Line(have.now - due.now, have.slope - due.slope)
            )

    def _until(self, room: Fraction, closing: Fraction) -> None:
        """`room` is left now and closes at `closing` per unit: until that is used up."""
        if closing > 0:
            found = room / closing
            self._limit = found if self._limit is None else min(self._limit, found)
