"""The highest and the lowest chance that best go together, over fractions of people or over given panels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Solution, Whole
    from burgertop_app.engines.sortition.types import Types

_TANGENTS = np.geomspace(0.02, 2.0, 12)
_EXACT = 3e-8
_ROUNDS = 40


@dataclass(frozen=True)
class Drawn:
    """Who the objective is about: the types that can be drawn, those kept in left aside.

    `equal` is the chance that all of them would have if all chances were equal, k/n.
    """

    types: Types
    flags: Flags
    equal: float

    def cost(self, low: float, high: float) -> float:
        """The objective: n/k · highest chance + k/n / lowest chance."""
        return high / self.equal + self.equal / low


@dataclass(frozen=True)
class Extremes:
    """The lowest and highest chance, a bound no lottery's cost goes below, and what panels are worth.

    A panel lowers the cost only when its `prices` add up to more than `worth`.
    """

    low: float
    high: float
    bound: float
    weights: Numbers
    prices: Numbers
    worth: float


def drawn(types: Types, drawable: Flags) -> Drawn | None:
    """Who is drawn from `drawable`; None when everybody there is kept in."""
    flags = drawable & (types.floor < types.counts)
    if not flags.any():
        return None
    seats = types.row_low[-1] - types.floor.sum()
    return Drawn(types, flags, float(seats / types.counts[flags].sum()))


def over_fractions(who: Drawn, drawable: Flags, progress: Progress) -> Extremes | None:
    """The best extremes over fractional panels; None when there is no such panel."""
    types = who.types
    program = types.program(np.zeros(len(types)))
    limits = replace(program, high=np.where(drawable, types.counts, 0.0))
    return _solved(limits, np.eye(len(types))[who.flags], who, progress)


def over_panels(who: Drawn, panels: Whole, progress: Progress) -> Extremes | None:
    """The best extremes that a mix of `panels` gives."""
    number = len(panels)
    mix = Program(
        gain=np.zeros(number),
        matrix=np.ones((1, number)),
        row_low=np.ones(1),
        row_high=np.ones(1),
        low=np.zeros(number),
        high=np.full(number, UNLIMITED),
    )
    return _solved(mix, panels.T[who.flags].astype(float), who, progress)


def _solved(inner: Program, seats: Numbers, who: Drawn, progress: Progress) -> Extremes | None:
    """Minimise the cost, tangents to 1/lowest drawn until they meet it where the optimum is."""
    points = list(_TANGENTS)
    found = None
    for _round in range(_ROUNDS):
        progress.checkpoint("draw_bound")
        found = best(_program(inner, seats, who, points))
        if found is None:
            return None
        low, _high, inverse = found.values[-3:]
        if low > 0 and 1 / low - inverse <= _EXACT / low:
            break
        points.append(max(float(low), _EXACT))
    return _extremes(found, inner, who) if found is not None else None


def _extremes(found: Solution, inner: Program, who: Drawn) -> Extremes:
    low, high = found.values[-3:-1] * who.equal
    size, begun = int(who.flags.sum()), len(inner.matrix)
    duals = found.row_duals[begun : begun + 2 * size].reshape(2, size)
    prices = np.zeros(len(who.flags))
    prices[who.flags] = -duals.sum(axis=0)
    return Extremes(
        low=float(low),
        high=float(high),
        bound=-found.gain,
        weights=np.maximum(found.values[:-3], 0.0),
        prices=prices,
        worth=float(found.row_duals[0]),
    )


def _program(inner: Program, seats: Numbers, who: Drawn, points: list[float]) -> Program:
    """Columns: those of `inner`, lowest and highest chance as a part of k/n, and what stands for 1/lowest."""
    equal = (who.types.counts * who.equal)[who.flags][:, None]
    size, columns = seats.shape
    none = np.zeros((size, 1))
    own = np.hstack([inner.matrix, np.zeros((len(inner.matrix), 3))])
    above = np.hstack([seats, -equal, none, none])
    below = np.hstack([seats, none, -equal, none])
    at = np.array(points)[:, None]
    cuts = np.hstack([np.zeros((len(at), columns)), 1 / at**2, np.zeros_like(at), np.ones_like(at)])
    return Program(
        gain=np.concatenate([np.zeros(columns), [0.0, -1.0, -1.0]]),
        matrix=np.vstack([own, above, below, cuts]),
        row_low=np.concatenate([inner.row_low, np.zeros(size), np.full(size, -np.inf), 2 / at[:, 0]]),
        row_high=np.concatenate(
            [inner.row_high, np.full(size, np.inf), np.zeros(size), np.full(len(at), np.inf)]
        ),
        low=np.concatenate([inner.low, np.zeros(3)]),
        high=np.concatenate([inner.high, np.full(3, UNLIMITED)]),
    )
