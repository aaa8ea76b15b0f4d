"""The outcome of a vote over a budget on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.budget_views import BudgetColumn
    from burgertop_app.domain.budget_votes import BudgetVote
    from burgertop_app.domain.budgeting import BudgetProblem
    from burgertop_app.domain.papers.common import Masthead


@dataclass(frozen=True, kw_only=True)
class BudgetPaperDocument:
    """What was fixed before the vote, what came out, and every way of counting side by side."""

    masthead: Masthead
    budget: BudgetVote
    problem: BudgetProblem
    columns: tuple[BudgetColumn, ...]
