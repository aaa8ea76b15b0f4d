"""The result of a citizens' budget as a CSV file: one line per project, in the order of the votes file."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

from burgertop_app.exchange.exports import whole

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.budgeting import BudgetOutcome, BudgetProblem

HEADER = ("project_id", "cost", "votes", "selected")
SCORE = "score"


def write_result(path: Path, problem: BudgetProblem, outcome: BudgetOutcome) -> None:
    """Write it whole or not at all: comma between, UTF-8, a point in amounts, 1 for what is paid.

    Where ballots give points, the last column has those of each project.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    winners = outcome.winners
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow((*HEADER, SCORE) if problem.points else HEADER)
        scores = problem.scores()
        for place, (project, ballots) in enumerate(zip(problem.projects, problem.supporters(), strict=True)):
            cost = f"{Decimal(project.cost) / problem.unit:f}"
            score = (scores[place],) if problem.points else ()
            writer.writerow((project.code, cost, len(ballots), int(place in winners), *score))
