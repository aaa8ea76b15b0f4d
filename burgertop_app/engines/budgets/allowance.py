"""Which projects may still be paid, while they are chosen one by one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import NotFunded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budgeting import BudgetProblem, BudgetProject


class Allowance:
    """Which projects may still be paid, while they are chosen one by one."""

    def __init__(self, problem: BudgetProblem, votes: Sequence[int]) -> None:
        self._problem, self._spent = problem, Counter[str]()
        self._paid: set[int] = set()
        self.total = 0
        self._others: dict[int, set[int]] = {}
        for group in problem.limits.apart:
            for one in group:
                self._others.setdefault(one, set()).update(group - {one})
        self._unvoted = {one for one, count in enumerate(votes) if not count and not problem.limits.support}
        self.refused: dict[int, NotFunded] = {}
        for one, project in enumerate(problem.projects):
            if votes[one] < max(problem.limits.support, 1):
                self.refused[one] = NotFunded.SUPPORT
            elif project.cost > problem.budget:
                self.refused[one] = NotFunded.TOO_DEAR
            elif self._over(project):
                self.refused[one] = NotFunded.CEILING

    def pay(self, one: int) -> list[int]:
        """Pay a project; which others can no longer be paid because of it."""
        project = self._problem.projects[one]
        self._paid.add(one)
        self.total += project.cost
        self._spent[project.area] += project.cost
        clashing = dict.fromkeys(self._others.get(one, ()), NotFunded.APART)
        beyond = {
            other: NotFunded.CEILING
            for other, there in enumerate(self._problem.projects)
            if there.area == project.area and self._over(there)
        }
        new = {
            other: why
            for other, why in (beyond | clashing).items()
            if other not in self._paid and other not in self.refused
        }
        self.refused |= new
        return sorted(new)

    def is_full(self) -> bool:
        """Whether nothing else that may be paid fits, or nothing else has a vote.

        As long as something with a vote is left, a project without votes counts as something that fits.
        """
        left = self._problem.budget - self.total
        unpaid = set(range(len(self._problem.projects))) - self._paid
        voted = unpaid - self.refused.keys()
        fitting = voted | (self._unvoted & unpaid)
        return not voted or all(self._problem.projects[one].cost > left for one in fitting)

    def _over(self, project: BudgetProject) -> bool:
        most = self._problem.limits.ceilings.get(project.area)
        return most is not None and self._spent[project.area] + project.cost > most
