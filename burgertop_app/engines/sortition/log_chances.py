"""The sum of the logarithms of all chances, and the fractional panel that has most of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.solver import Program, best

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Flags, Numbers
    from burgertop_app.engines.sortition.types import Types

_COARSE = np.geomspace(1e-4, 1.0, 9)
_RINGS = np.array([1.0, 2.0, 3.0, 6.0, 12.0])
_WIDEST, _NARROWER, _WIDER = 0.3, 0.3, 2.0
_ROUNDS = 40
_CLOSE = 1e-5
_SMALLEST = 1e-9
_APART = 1 + 1e-6


@dataclass(frozen=True)
class Evenest:
    """Expected people per type of the best fractional panel, and a bound on the sum of logarithms."""

    seats: Numbers
    bound: float


@dataclass(frozen=True)
class Pieces:
    """The logarithm replaced by tangents: per type, gain per seat and width of each straight piece.

    The first piece starts at `start` seats, where the tangents give `value` over all people of the type.
    """

    gain: Numbers
    width: Numbers
    start: Numbers
    value: Numbers


def log_sum(types: Types, seats: Numbers, drawable: Flags) -> float:
    """Σ log chance over the people of the `drawable` types."""
    chance = np.maximum(seats, _SMALLEST) / types.counts
    return float((types.counts * np.log(chance))[drawable].sum())


def pieces(types: Types, seats: Numbers, low: Numbers, high: Numbers, width: float) -> Pieces:
    """Tangents to the logarithm between `low` and `high` seats, `width` apart at `seats`, wider further off.

    Tangents lie above the logarithm, so what they allow bounds it.
    """
    centre = np.maximum(seats / types.counts, _SMALLEST)[:, None]
    rings = width * _RINGS
    fine = centre * np.exp(np.concatenate([-rings, [0.0], rings]))
    coarse = np.broadcast_to(_COARSE, (len(types), len(_COARSE)))
    points = np.sort(np.hstack([fine, coarse]), axis=1)
    for place in range(1, points.shape[1]):
        points[:, place] = np.maximum(points[:, place], points[:, place - 1] * _APART)
    slopes = 1 / points
    meets = (np.log(points[:, 1:]) - np.log(points[:, :-1])) / (slopes[:, :-1] - slopes[:, 1:])
    first, last = low / types.counts, high / types.counts
    meets = np.maximum.accumulate(np.clip(meets, first[:, None], last[:, None]), axis=1)
    edges = np.hstack([first[:, None], meets, last[:, None]])
    at_start = (np.log(points) + first[:, None] * slopes - 1).min(axis=1)
    return Pieces(
        gain=slopes,
        width=np.diff(edges, axis=1) * types.counts[:, None],
        start=low,
        value=types.counts * at_start,
    )


def evenest(types: Types, low: Numbers, high: Numbers, progress: Progress) -> Evenest | None:
    """The fractional panel between `low` and `high` with the largest sum of logarithms; None without one.

    Types with `high` 0 have no part in it. The tangents are drawn closer around each answer, until the
    bound they give is within 1e-5 of what it reaches. Source: Kelley, The cutting-plane method for solving
    convex programs, SIAM Journal 1960 (outer linearisation), here for a separable sum.
    """
    drawable = high > 0
    seats = np.where(drawable, (low + high) / 2, 0.0)
    bound = np.inf
    width = _WIDEST
    for _round in range(_ROUNDS):
        progress.checkpoint("draw_bound")
        cut = pieces(types, seats, low, high, width)
        found = best(_program(types, cut, drawable))
        if found is None:
            return None
        before, seats = seats, low.copy()
        seats[drawable] += found.values.reshape(-1, cut.gain.shape[1]).sum(axis=1)
        bound = min(bound, found.gain + float(cut.value[drawable].sum()))
        if bound - log_sum(types, seats, drawable) <= _CLOSE:
            break
        far = np.abs(np.log(np.maximum(seats, _SMALLEST) / np.maximum(before, _SMALLEST)))[drawable].max()
        width = min(_WIDEST, width * (_NARROWER if far < _RINGS[-1] * width else _WIDER))
    return Evenest(seats, bound)


def _program(types: Types, cut: Pieces, drawable: Flags) -> Program:
    across = cut.gain.shape[1]
    begun = (types.matrix * cut.start).sum(axis=1)
    return Program(
        gain=cut.gain[drawable].ravel(),
        matrix=np.repeat(types.matrix[:, drawable], across, axis=1),
        row_low=types.row_low - begun,
        row_high=types.row_high - begun,
        low=np.zeros(int(drawable.sum()) * across),
        high=cut.width[drawable].ravel(),
    )
