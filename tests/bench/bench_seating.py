"""How good table plans are, and what they cost: python tests/bench/bench_seating.py [CASE...] [--seeds N].

Makes people with five skewed, correlated attributes (the same on every machine), seats them with the
standard effort, and prints per seed CPU seconds, steps, excess persons, repeats and coincidences with their
proven bounds, and the milliseconds that scoring all swaps of one person takes.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort, SeatingProblem, even_sizes
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.swapping import swap_effects

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = {
    "small": (30, 6, 3),
    "panel": (120, 8, 4),
    "tight": (42, 6, 3),
    "many": (100, 7, 8),
    "top": (314, 7, 3),
    "large": (1000, 8, 3),
}
SHARES: Mapping[str, tuple[float, ...]] = {
    "gender": (0.515, 0.475, 0.01),
    "age": (0.17, 0.29, 0.27, 0.27),
    "schooling": (0.25, 0.38, 0.37),
    "origin": (0.78, 0.08, 0.14),
    "district": (0.28, 0.21, 0.2, 0.16, 0.09, 0.06),
}


def main() -> None:
    """Seat every case that was asked for."""
    parser = argparse.ArgumentParser(description="Table plans: quality and cost.")
    parser.add_argument("cases", nargs="*", default=list(CASES))
    parser.add_argument("--seeds", type=int, default=1)
    asked = parser.parse_args()
    print("case   seed   cpu s   steps  excess  repeats (bound)  coincidences (bound)  swaps ms")  # noqa: T201
    for case in asked.cases:
        for seed in range(1, asked.seeds + 1):
            print(line(case, seed), flush=True)  # noqa: T201


def line(case: str, seed: int) -> str:
    """One measurement in words."""
    problem = made(*CASES[case])
    start = time.process_time()
    plan = arrange(problem, seed, Effort(), UNHEARD)
    spent = time.process_time() - start
    found, least = figures(problem, plan), bounds(problem)
    start = time.perf_counter()
    swap_effects(problem, plan, 0, 0)
    swaps = 1000 * (time.perf_counter() - start)
    return (
        f"{case:6} {seed:4} {spent:7.1f} {plan.steps:7} {found.excess:7}"
        f" {found.repeats:8} ({least.repeats}) {found.coincidences:15} ({least.coincidences}) {swaps:14.1f}"
    )


def made(people: int, size: int, rounds: int) -> SeatingProblem:
    """People whose later attributes lean on their first ones."""
    rng = np.random.Generator(np.random.PCG64(people))
    leaning = rng.random(people)
    columns = []
    for shares in SHARES.values():
        drawn = 0.3 * leaning + 0.7 * rng.random(people)
        ranks = np.argsort(np.argsort(drawn)) / people
        columns.append(np.searchsorted(np.cumsum(shares), ranks, side="right"))
    values = tuple(tuple(str(value) for value in row) for row in np.array(columns).T)
    names = tuple(f"P{number:04}" for number in range(people))
    return SeatingProblem(names, tuple(SHARES), values, (even_sizes(people, size),) * rounds)


if __name__ == "__main__":
    main()
