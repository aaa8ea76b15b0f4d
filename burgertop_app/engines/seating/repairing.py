"""Repair of a printed plan after no-shows and walk-ins, with few people moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.seating import Effort
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.model import Model
from burgertop_app.engines.seating.relocating import relocated
from burgertop_app.engines.seating.state import State, as_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem


def repaired(
    problem: SeatingProblem,
    seats: Sequence[Sequence[tuple[int, int]]],
    seed: int,
    progress: Progress,
    effort: Effort = Effort(),  # noqa: B008  (frozen)
) -> tuple[SeatingProblem, SeatingPlan]:
    """A plan near the printed one, and the problem with the table sizes that it has.

    Everybody starts on their printed seat and newcomers at the emptiest tables; then people take free seats
    and change places as far as the mix gains more than a move costs (`Printed.calm`). Without calm it is a
    search from the start, in which a printed seat counts for nothing.

    Args:
        problem: with printed seats in its rules, and sizes that are within `seats`.
        seats: per round and table the fewest and most people.
        seed: decides every choice by chance; the same seed and steps, the same plan.
        progress: hears the phase "seating".
        effort: as `arrange`, in steps.

    Raises:
        Cancelled: asked for through `progress`.
    """
    printed = problem.rules.printed
    if printed is None or not printed.calm:
        return problem, arrange(problem, seed, effort, progress)
    model = Model(problem)
    start = as_plan(model, State(model, np.random.Generator(np.random.PCG64(seed))).table_of, seed, 0)
    problem, start = relocated(problem, start, seats)
    return problem, arrange(problem, seed, effort, progress, start=start)
