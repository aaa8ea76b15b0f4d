"""Goldilocks: a portfolio of panels in which nobody's chance is much higher or much lower than equal.

It minimises n/k · max p + gamma · (k/n) / min p with gamma = 1 over the chances p of the n people who can be
drawn for the k seats. Those kept in sit in every panel and have no part in it. The relaxation to fractions of
people bounds what any lottery reaches; panels are found that follow its answer and mixed to stay between
its lowest and highest chance. Where that does not succeed, panels are priced exactly until the cost is within
1e-6 of the bound. Among equal answers the one nearest to the largest sum of log chances is taken.

Source: Baharav, Flanigan, Fair, manipulation-robust, and transparent sortition, EC 2024, arXiv 2406.15009:
the objective Goldilocks with gamma = 1. The equation was read in the authors' published program
(scripts/paper_data_analysis.py, find_opt_distribution_true_gold); how it is solved here is our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.extremes import drawn, over_fractions, over_panels
from burgertop_app.engines.sortition.gathering import Gathering
from burgertop_app.engines.sortition.log_chances import evenest
from burgertop_app.engines.sortition.mixing import in_trillionths
from burgertop_app.engines.sortition.panels import PanelFinder, drawable_program, pinned_program
from burgertop_app.engines.sortition.portfolio import Portfolio
from burgertop_app.engines.sortition.relaxation import fairest, reachable
from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.extremes import Drawn, Extremes
    from burgertop_app.engines.sortition.solver import Flags, Numbers
    from burgertop_app.engines.sortition.types import Types

PROVEN = 1e-6
_ROOM = 1e-8
_OUTSIDE = 1e-7
_DEAR = 1000.0
_BATCHES = 5
_GAIN = 0.7


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """The portfolio of `types` whose cost, highest against lowest chance, is within 1e-6 of the least.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("draw_bound")
    drawable = reachable(types)
    if drawable is None:
        raise NotPossible("draw_no_panel")
    search = _Search(types, drawable, rng, progress)
    units = in_trillionths(search.weights())
    used = units > 0
    bound = fairest(types, search.drawable).bound
    return Portfolio(search.gathered.panels[used], units[used], bound, search.finder)


class _Search:
    """The panels found so far, the types that some panel may hold, and the extremes to stay between."""

    def __init__(self, types: Types, drawable: Flags, rng: np.random.Generator, progress: Progress) -> None:
        self.gathered = Gathering(types, rng, progress)
        self.drawable = drawable
        self._types = types
        self._progress = progress
        self._who: Drawn | None = None
        self._extremes: Extremes | None = None
        self._seats = np.zeros(len(types))
        self.finder = self._prepared()

    def weights(self) -> Numbers:
        """A weight per panel found, the cost of the mix proven to be the least."""
        who, extremes = self._who, self._extremes
        if who is None or extremes is None:
            return np.full(len(self.gathered.panels), 1 / len(self.gathered.panels))
        weights, outside = self._within(extremes)
        for _batch in range(_BATCHES):
            if outside <= _OUTSIDE:
                return weights
            missed = self._seats - (weights[:, None] * self.gathered.panels).sum(axis=0)
            wanted = np.maximum(self._seats + missed, 0.0)
            self.gathered.follow(self.finder, wanted, len(self._types) // 3 + 10)
            before = outside
            weights, outside = self._within(extremes)
            if outside > _GAIN * before:
                break
        return weights if outside <= _OUTSIDE else self._priced(who, extremes.bound)

    def _priced(self, who: Drawn, bound: float) -> Numbers:
        """Add the panels with the best price until the cost is proven; then the mix within its extremes."""
        self.finder = PanelFinder(drawable_program(self._types, self.drawable))
        while True:
            self._progress.checkpoint("draw_proof")
            reached = over_panels(who, self.gathered.panels, self._progress)
            found = self.finder.best(reached.prices) if reached is not None else None
            if reached is None or found is None:
                raise NotPossible("draw_engine_wrong")
            cost = who.cost(reached.low, reached.high)
            bound = max(bound, reached.bound - max(0.0, found.bound - reached.worth))
            if cost <= bound + PROVEN or not self.gathered.add(found.panel):
                weights, outside = self._within(reached)
                return weights if outside <= _OUTSIDE else reached.weights

    def _prepared(self) -> PanelFinder:
        """The best extremes over types that real panels can hold, and panels that follow the answer."""
        while True:
            who = drawn(self._types, self.drawable)
            if who is not None:
                self._who = who
                self._extremes = over_fractions(who, self.drawable, self._progress)
            self._seats = self._evenest()
            finder = PanelFinder(pinned_program(self._types, self.drawable, self._seats))
            self.gathered.follow(finder, self._seats, len(self._types) + 10)
            covered = self.gathered.cover(self.drawable)
            if (covered == self.drawable).all():
                return finder
            self.drawable = covered

    def _evenest(self) -> Numbers:
        low, high = self._limits(self._extremes)
        target = evenest(self._types, low, high, self._progress)
        if target is None:
            raise NotPossible("draw_no_panel")
        return target.seats

    def _limits(self, extremes: Extremes | None) -> tuple[Numbers, Numbers]:
        """The fewest and most seats of each type between the extremes."""
        types, low = self._types, np.where(self.drawable, self._types.floor, 0.0)
        high = np.where(self.drawable, types.counts, 0.0)
        if extremes is None or self._who is None:
            return low, high
        flags = self._who.flags
        low[flags] = np.maximum(low, types.counts * (extremes.low * (1 - _ROOM)))[flags]
        high[flags] = np.minimum(high, types.counts * (extremes.high * (1 + _ROOM)))[flags]
        return low, np.maximum(low, high)

    def _within(self, extremes: Extremes) -> tuple[Numbers, float]:
        """The weights that come nearest to the answer within the extremes, and what lies outside these.

        Columns: a weight per panel, then per type what is under and over the answer within the extremes,
        and under and over them.
        """
        self._progress.checkpoint("draw_mix")
        low, high = self._limits(extremes)
        panels, size = self.gathered.panels, len(low)
        number, unit, price = len(panels), np.eye(len(low)), 1 / self._types.counts
        aim = np.clip(self._seats, low, high)
        rows = np.hstack([panels.T.astype(float), unit, -unit, unit, -unit])
        right = np.append(aim, 1.0)
        found = best(
            Program(
                gain=np.concatenate([np.zeros(number), -price, -price, -_DEAR * price, -_DEAR * price]),
                matrix=np.vstack([rows, np.append(np.ones(number), np.zeros(4 * size))]),
                row_low=right,
                row_high=right,
                low=np.zeros(number + 4 * size),
                high=np.concatenate(
                    [np.full(number, UNLIMITED), aim - low, high - aim, np.full(2 * size, UNLIMITED)]
                ),
            )
        )
        if found is None:
            return np.full(number, 1 / number), np.inf
        outside = found.values[number + 2 * size :].reshape(2, size) * price
        weights = np.maximum(found.values[:number], 0.0)
        return weights / weights.sum(), float(outside.sum())
