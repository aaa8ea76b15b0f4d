"""The smallest changes of the quotas after which a panel exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.preflight import Bound, Demand, Easing, Relaxation
from burgertop_app.engines.sortition.solver import Program, best_whole

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.engines.sortition.solver import Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

_PEAK, _MANY = 1e-3, 1e-5


def relaxations(
    types: Types, quotas: Quotas, seats: int, progress: Progress, most: int = 3
) -> tuple[Relaxation, ...]:
    """At most `most` ways out within the flex of the quotas, the cheapest first; none when there is none.

    A way out changes the quotas by as few seats as possible, no quota much more than another, and few
    quotas; each following one touches at least one other demand than those before.
    """
    sides = _sides(quotas, seats)
    found: list[Relaxation] = []
    barred: list[Whole] = []
    while len(found) < most:
        progress.checkpoint("draw_relax", len(found) / most)
        eased = best_whole(_program(types, quotas, sides, barred))
        if eased is None:
            break
        steps = np.round(eased.values[len(types) : len(types) + len(sides)]).astype(np.int64)
        touched = np.flatnonzero(steps)
        if not len(touched):
            break
        found.append(Relaxation(tuple(_easing(sides[side][0], int(steps[side])) for side in touched)))
        barred.append(touched)
    return tuple(found)


def _sides(quotas: Quotas, seats: int) -> list[tuple[Demand, int, int]]:
    """Each demand that may be eased, its row, and by how much at most."""
    sides = []
    for row, quota in enumerate(quotas.sorted):
        low = Demand(quota.feature, quota.value, Bound.LOW, quota.low)
        high = Demand(quota.feature, quota.value, Bound.HIGH, quota.high)
        sides += [(low, row, quota.most_lower), (high, row, quota.most_higher(seats))]
    return [side for side in sides if side[2] > 0]


def _program(
    types: Types, quotas: Quotas, sides: list[tuple[Demand, int, int]], barred: list[Whole]
) -> Program:
    """Columns: people per type, steps per demand, a flag per demand, and the largest step.

    Fewest steps, then the smallest largest step, then fewest flags.
    """
    people, number = len(types), len(sides)
    limits = np.array([most for _demand, _row, most in sides], dtype=float)
    matrix, low, high = _eased_rows(types, len(quotas.sorted), sides)
    nobody, nothing = np.zeros((number, people)), np.zeros((number, number))
    flags = np.hstack([nobody, np.eye(number), -np.diag(limits), np.zeros((number, 1))])
    peaks = np.hstack([nobody, np.eye(number), nothing, -np.ones((number, 1))])
    cuts = np.zeros((len(barred), people + 2 * number + 1))
    for cut, touched in enumerate(barred):
        cuts[cut, people + number + touched] = 1.0
    below = np.concatenate([np.zeros(2 * number), np.array([len(touched) - 1.0 for touched in barred])])
    return Program(
        gain=np.concatenate([np.zeros(people), -np.ones(number), np.full(number, -_MANY), [-_PEAK]]),
        matrix=np.vstack([matrix, flags, peaks, cuts]),
        row_low=np.concatenate([low, np.full(len(below), -np.inf)]),
        row_high=np.concatenate([high, below]),
        low=np.concatenate([types.floor, np.zeros(2 * number + 1)]),
        high=np.concatenate([types.counts, limits, np.ones(number), [limits.max(initial=0.0)]]),
    )


def _eased_rows(
    types: Types, number: int, sides: list[tuple[Demand, int, int]]
) -> tuple[Numbers, Numbers, Numbers]:
    """The quota rows twice, so that easing a minimum leaves the maximum as it is, and the other rows once."""
    lows, highs = np.zeros((number, 2 * len(sides) + 1)), np.zeros((number, 2 * len(sides) + 1))
    for side, (demand, row, _most) in enumerate(sides):
        if demand.bound is Bound.LOW:
            lows[row, side] = 1.0
        else:
            highs[row, side] = -1.0
    rest = len(types.matrix) - number
    steps = np.vstack([lows, highs, np.zeros((rest, 2 * len(sides) + 1))])
    people = np.vstack([types.matrix[:number], types.matrix])
    free = np.full(number, np.inf)
    low = np.concatenate([types.row_low[:number], -free, types.row_low[number:]])
    high = np.concatenate([free, types.row_high])
    return np.hstack([people, steps]), low, high


def _easing(demand: Demand, steps: int) -> Easing:
    return Easing(demand, demand.number + (steps if demand.bound is Bound.HIGH else -steps))
