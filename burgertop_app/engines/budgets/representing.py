"""Who sees something of their own choice in the result of a citizens' budget."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import Represented

if TYPE_CHECKING:
    from collections.abc import Collection

    from burgertop_app.domain.budgeting import BudgetProblem


def represented(problem: BudgetProblem, winners: Collection[int]) -> Represented:
    """How many paid projects stand on each ballot, what these are worth, and how much each area gets."""
    paid = set(winners)
    ballots = Counter(len(paid.intersection(choices)) for choices in problem.ballots)
    costs = [project.cost for project in problem.projects]
    worth = sum(costs[one] for choices in problem.ballots for one in choices if one in paid)
    areas = dict.fromkeys((project.area for project in problem.projects), 0)
    for one in paid:
        areas[problem.projects[one].area] += costs[one]
    return Represented(
        dict(sorted(ballots.items())),
        Fraction(worth, max(len(problem.ballots), 1)),
        dict(sorted(areas.items())),
    )
