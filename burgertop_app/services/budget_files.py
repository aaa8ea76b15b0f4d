"""A citizens' budget counted from a file to a file, without a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.engines.budgets.equal_shares import equal_shares
from burgertop_app.engines.budgets.greedy import greedy
from burgertop_app.engines.budgets.representing import represented
from burgertop_app.exchange.budget_result import write_result
from burgertop_app.exchange.pabulib import read_pb, write_pb

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.budgeting import BudgetOutcome, BudgetProblem, Represented
    from burgertop_app.domain.progress import Progress


@dataclass(frozen=True)
class CountRequest:
    """Count the votes in `votes` by `rule` and write which projects are paid to `out`.

    `completion` is for equal shares only; None is `ADD1U`. `public` is where to write the whole as a `.pb`
    file that says which projects are selected.
    """

    votes: Path
    rule: BudgetRule
    out: Path
    completion: Completion | None = None
    public: Path | None = None

    def __post_init__(self) -> None:
        if self.rule is BudgetRule.GREEDY and self.completion is not None:
            raise InvalidInput("budget_completion_greedy")
        written = [path.resolve() for path in (self.out, self.public) if path is not None]
        if self.votes.resolve() in written or len(set(written)) != len(written):
            raise InvalidInput("budget_out_is_input", file=str(self.out))


@dataclass(frozen=True)
class CountResult:
    """What was counted, what came out and who sees something of their own choice in it."""

    problem: BudgetProblem
    outcome: BudgetOutcome
    represented: Represented


def count_from_files(request: CountRequest, progress: Progress) -> CountResult:
    """Read the votes, count them and write the result; nothing is written when it fails.

    Raises:
        NotFound: the file is not there.
        InvalidInput: it cannot be used, or the result cannot be written there.
        Cancelled: somebody stopped it.
    """
    budget = read_pb(request.votes)
    outcome = counted(budget.problem, request.rule, request.completion, progress)
    if request.public is not None:
        write_pb(request.public, budget, outcome.winners)
    write_result(request.out, budget.problem, outcome)
    return CountResult(budget.problem, outcome, represented(budget.problem, outcome.winners))


def counted(
    problem: BudgetProblem, rule: BudgetRule, completion: Completion | None, progress: Progress
) -> BudgetOutcome:
    """What the rule pays.

    Raises:
        Cancelled: somebody stopped it.
    """
    if rule is BudgetRule.GREEDY:
        return greedy(problem)
    return equal_shares(problem, completion or Completion.ADD1U, progress)
