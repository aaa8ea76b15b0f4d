"""How long a citizens' budget takes to count: python tests/bench/bench_budgets.py [projects] [voters].

Five made-up towns: projects of 5 to 100 thousand euros, a budget of a million, voters who like a project with
a chance between nothing and 30 %. Tells CPU seconds per rule, projects paid, what is spent and the share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from burgertop_app.domain.budgeting import BudgetProblem, BudgetProject, BudgetRule, Completion
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services.budget_files import counted

TOWNS = 5
WAYS = (
    (BudgetRule.GREEDY, None),
    (BudgetRule.EQUAL_SHARES, Completion.NONE),
    (BudgetRule.EQUAL_SHARES, Completion.ADD1U),
)


def town(projects: int, voters: int, seed: int) -> BudgetProblem:
    """A made-up town; amounts in cents."""
    rng = np.random.Generator(np.random.PCG64(seed))
    costs = rng.integers(5, 101, projects) * 100_000
    likes = 0.3 * rng.random(projects) ** 2
    chosen = rng.random((voters, projects)) < likes
    return BudgetProblem(
        100_000_000,
        tuple(BudgetProject(str(number), int(cost)) for number, cost in enumerate(costs)),
        tuple(tuple(np.flatnonzero(row).tolist()) for row in chosen),
        unit=100,
    )


def main() -> None:
    """Print a line per town and rule."""
    given = [int(word) for word in sys.argv[1:3]]
    projects, voters = (*given, *(100, 10_000)[len(given) :])
    for seed in range(1, TOWNS + 1):
        problem = town(projects, voters, seed)
        for rule, completion in WAYS:
            start = time.process_time()
            outcome = counted(problem, rule, completion, UNHEARD)
            cpu = time.process_time() - start
            share = "" if outcome.share is None else f"{float(outcome.share / problem.unit):8.2f}"
            name = f"{seed} {rule:7}{completion or '':7}"
            line = f"{name}{cpu:6.2f} {len(outcome.funded):4} {outcome.spent:10} {share}"
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
