"""Goldilocks: a portfolio of panels in which nobody's chance is much higher or much lower than equal.

It minimises n/k · max p + gamma · (k/n) / min p with gamma = 1 over the chances p of the n people who can be
drawn for the k seats. Those kept in sit in every panel and have no part in it. The relaxation to fractions of
people bounds what any lottery reaches; panels are found that follow its answer and mixed to stay between
its lowest and highest chance. Where that does not succeed, panels are priced exactly until the cost is within
a millionth of the bound; where that is not reached either, nothing is given. Among equal answers the one
nearest to the largest sum of log chances is taken.

Source: Baharav, Flanigan, Fair, manipulation-robust, and transparent sortition, EC 2024, arXiv 2406.15009:
the objective Goldilocks with gamma = 1. The equation was read in the authors' published program
(scripts/paper_data_analysis.py, find_opt_distribution_true_gold); how it is solved here is our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.extremes import drawn, over_fractions, over_panels
from burgertop_app.engines.sortition.log_chances import evenest
from burgertop_app.engines.sortition.panels import PanelFinder, drawable_program
from burgertop_app.engines.sortition.relaxation import fairest
from burgertop_app.engines.sortition.search import Search
from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.extremes import Drawn, Extremes
    from burgertop_app.engines.sortition.log_chances import Evenest
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.solver import Flags, Numbers
    from burgertop_app.engines.sortition.types import Types

PROVEN = 1e-6
_ROOM = 1e-8
_DEAR = 1000.0
_BATCHES = 5
_GAIN = 0.7


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """The portfolio of `types` whose cost, highest against lowest chance, is within a millionth of the least.

    Raises:
        NotPossible: no panel satisfies every quota, or the proof cannot be completed.
        Cancelled: asked for through `progress`.
    """
    search = Search(types, rng, progress)
    middle = _Middle(search)
    weights = middle.weights()
    bound = fairest(types, search.drawable).bound
    return search.portfolio(weights, bound, middle.finder)


class _Middle:
    """The way to the extremes that best go together, and the even middle between them."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._types = search.types
        self._who: Drawn | None = None
        self._extremes: Extremes | None = None
        self._aim, self.finder = search.prepare(self._evenest)

    def weights(self) -> Numbers:
        """A weight per panel found, the cost of the mix proven to be the least."""
        who, extremes = self._who, self._extremes
        if who is None or extremes is None:
            return np.full(len(self._search.panels), 1 / len(self._search.panels))
        weights, outside = self._within(extremes)
        for _batch in range(_BATCHES):
            if self._proven(who, weights, extremes.bound):
                return weights
            self._search.chase(self.finder, self._aim.seats, weights)
            before = outside
            weights, outside = self._within(extremes)
            if outside > _GAIN * before:
                break
        return weights if self._proven(who, weights, extremes.bound) else self._priced(who, extremes.bound)

    def _priced(self, who: Drawn, bound: float) -> Numbers:
        """Add the panels with the best price until the cost is proven; refused where it cannot be."""
        self.finder = PanelFinder(drawable_program(self._types, self._search.drawable))
        while True:
            self._search.progress.checkpoint("draw_proof")
            reached = over_panels(who, self._search.panels, self._search.progress)
            found = self.finder.best(reached.prices) if reached is not None else None
            if reached is None or found is None:
                raise NotPossible("draw_unproven", method="goldilocks")
            bound = max(bound, reached.bound - max(0.0, found.bound - reached.worth))
            if self._proven(who, reached.weights, bound):
                weights, _outside = self._within(reached)
                return weights if self._proven(who, weights, bound) else reached.weights
            if not self._search.add(found.panel):
                raise NotPossible("draw_unproven", method="goldilocks")

    def _proven(self, who: Drawn, weights: Numbers, bound: float) -> bool:
        """Whether the chances that `weights` really give cost no more than `bound`, within a millionth."""
        chances = (self._search.seats(weights / weights.sum()) / self._types.counts)[who.flags]
        lowest = float(chances.min())
        return lowest > 0 and who.cost(lowest, float(chances.max())) <= bound * (1 + PROVEN)

    def _evenest(self, drawable: Flags) -> Evenest:
        """The evenest fractions over the drawable types between the extremes that are best for them."""
        self._who = drawn(self._types, drawable)
        self._extremes = None
        if self._who is not None:
            self._extremes = over_fractions(self._who, drawable, self._search.progress)
            if self._extremes is None:
                raise NotPossible("draw_unproven", method="goldilocks")
        low, high = self._limits(drawable, self._extremes)
        target = evenest(self._types, low, high, self._search.progress)
        if target is None:
            raise NotPossible("draw_no_panel")
        return target

    def _limits(self, drawable: Flags, extremes: Extremes | None) -> tuple[Numbers, Numbers]:
        """The fewest and most seats of each type between the extremes."""
        types, low = self._types, np.where(drawable, self._types.floor, 0.0)
        high = np.where(drawable, types.counts, 0.0)
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
        self._search.progress.checkpoint("draw_mix")
        low, high = self._limits(self._search.drawable, extremes)
        panels, size = self._search.panels, len(low)
        number, unit, price = len(panels), np.eye(len(low)), 1 / self._types.counts
        aim = np.clip(self._aim.seats, low, high)
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
