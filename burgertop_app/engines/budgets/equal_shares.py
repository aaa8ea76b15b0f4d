"""The method of equal shares: each voter has an equal part of the money and pays only for their own choices.

Of the projects that their voters can pay together, the one is bought for which those who do not pay all they
have pay least for what it is worth to them; all of its voters pay in proportion to that worth, or all that
they have left. What a project is worth to a voter is its cost, or the points that the voter gives it.

The method is that of Peters, Pierczyński and Skowron (2021), Proportional Participatory Budgeting with
Additive Utilities. Source: https://electowiki.org/wiki/Method_of_Equal_Shares, and for the completion "add1u"
the documentation of `exhaustion_by_budget_increase` in pabutools 1.2.3.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.budgeting import BudgetOutcome, Completion, Funded
from burgertop_app.engines.budgets.allowance import Allowance
from burgertop_app.engines.budgets.greedy import filled, refusals
from burgertop_app.engines.budgets.purse import Purse
from burgertop_app.engines.budgets.raising import raises_alike, worths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budgeting import Backing, BudgetProblem
    from burgertop_app.domain.progress import Progress

PHASE = "budget"
PLAIN_RAISES = 8
FEW_VOTERS = 1_000
"""Above so many voters a raise is so much money that there are few of them."""


def equal_shares(problem: BudgetProblem, completion: Completion, progress: Progress) -> BudgetOutcome:
    """The projects that equal shares pay, in the order in which they are bought.

    Where two can be bought at the same price, the one with most votes or points goes first, then the cheaper
    one, then the fixed order. Every comparison is exact.

    Raises:
        Cancelled: somebody pressed Cancel.
    """
    backing = problem.backing()
    votes = [one.total for one in backing]
    if not problem.ballots:
        return BudgetOutcome((), refusals(problem, Allowance(problem, votes), ()), 0)
    counting = _Counting(problem, backing)
    counted = counting.counted(Fraction(problem.budget, len(problem.ballots)))
    if completion is Completion.ADD1U:
        counted = counting.raised(counted, progress)
    share, allowance, bought = counted
    if completion is not Completion.NONE:
        left = set(range(len(problem.projects))) - {paid.project for paid in bought}
        bought = (*bought, *map(Funded, filled(problem, votes, allowance, left)))
    return BudgetOutcome(bought, refusals(problem, allowance, bought), allowance.total, share)


class _Counted(NamedTuple):
    """What is bought when every voter has `share`, in order."""

    share: Fraction
    allowance: Allowance
    bought: tuple[Funded, ...]


class _Counting:
    """One count after the other, each with another share."""

    def __init__(self, problem: BudgetProblem, backing: Sequence[Backing]) -> None:
        self._problem, self._backing = problem, backing
        self._votes = [one.total for one in backing]
        self._turns = problem.turns()
        self._worth = worths(problem)

    def counted(self, share: Fraction) -> _Counted:
        """What is bought when every voter has `share`."""
        allowance = Allowance(self._problem, self._votes)
        purse = Purse(share, len(self._problem.ballots))
        open_ = {one for one in range(len(self._problem.projects)) if one not in allowance.refused}
        costs = [project.cost for project in self._problem.projects]
        asked = {one: Fraction(costs[one], self._votes[one] * self._worth[one]) for one in open_}
        found = []
        while (best := self._next(purse, open_, asked)) is not None:
            most = purse.pay(self._backing[best], asked[best] * self._worth[best])
            found.append(Funded(best, most))
            open_ -= {best, *allowance.pay(best)}
        return _Counted(share, allowance, tuple(found))

    def raised(self, counted: _Counted, progress: Progress) -> _Counted:
        """The count with the highest share at which everything fits the budget, one euro more a time.

        It ends as well when nothing else fits. With few voters and much money there are thousands of raises;
        those that surely change nothing are skipped.
        """
        raises = 0
        while not counted.allowance.is_full():
            progress.checkpoint(PHASE, counted.allowance.total / self._problem.budget)
            raises += 1
            alike = 0
            if raises > PLAIN_RAISES and len(self._problem.ballots) <= FEW_VOTERS:
                alike = raises_alike(self._problem, self._backing, counted.share)
            last = counted.share + alike * self._problem.unit
            more = self.counted(last + self._problem.unit)
            if more.allowance.total > self._problem.budget:
                return self.counted(last) if alike else counted
            counted = more
        return counted

    def _next(self, purse: Purse, open_: set[int], asked: dict[int, Fraction]) -> int | None:
        """Which of the open projects asks least; those that cannot be paid any more are closed.

        What a project asks only grows, so what it asked before is the least that it asks now.
        """
        best: tuple[tuple[Fraction, int, int, int], int] | None = None
        for one in sorted(open_, key=asked.__getitem__):
            if best is not None and asked[one] > best[0][0]:
                break
            cost = self._problem.projects[one].cost
            each = purse.asks(self._backing[one], cost)
            if each is None:
                open_.discard(one)
                continue
            asked[one] = each / self._worth[one]
            rank = (asked[one], -self._votes[one], cost, self._turns[one])
            best = min(best, (rank, one)) if best else (rank, one)
        return None if best is None else best[1]
