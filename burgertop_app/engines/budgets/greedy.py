"""Most votes or points first: the next project that still fits is paid, until nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import BudgetOutcome, Funded, NotFunded
from burgertop_app.engines.budgets.allowance import Allowance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.domain.budgeting import BudgetProblem


def greedy(problem: BudgetProblem) -> BudgetOutcome:
    """The projects that most votes (or points) first pays; equal, the cheaper one, then the fixed order."""
    votes = problem.scores()
    allowance = Allowance(problem, votes)
    chosen = tuple(map(Funded, filled(problem, votes, allowance, range(len(problem.projects)))))
    return BudgetOutcome(chosen, refusals(problem, allowance, chosen), allowance.total)


def filled(
    problem: BudgetProblem, votes: Sequence[int], allowance: Allowance, among: Iterable[int]
) -> list[int]:
    """Which of `among` are paid, most votes first, from what is left of the budget."""
    turns = problem.turns()
    found = []
    for one in sorted(among, key=lambda one: (-votes[one], problem.projects[one].cost, turns[one])):
        fits = allowance.total + problem.projects[one].cost <= problem.budget
        if one not in allowance.refused and fits:
            allowance.pay(one)
            found.append(one)
    return found


def refusals(problem: BudgetProblem, allowance: Allowance, chosen: Sequence[Funded]) -> dict[int, NotFunded]:
    """Why each project that is not paid is not; without another reason the budget did not reach."""
    winners = {funded.project for funded in chosen}
    return {
        one: allowance.refused.get(one, NotFunded.BUDGET)
        for one in range(len(problem.projects))
        if one not in winners
    }
