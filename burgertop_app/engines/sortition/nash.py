"""Nash: a portfolio of panels with the largest product of all chances, proven to 1e-4 in its logarithm.

HiGHS has no logarithm. The relaxation to fractions of people is solved by outer linearisation, which also
bounds what any lottery reaches; panels are found that follow its answer and mixed to come nearest to it.
Where the bound is not reached, the weights are solved with the same tangents over the panels found, and
panels are added by exact pricing. With y a price per seat of each type and c its people, concavity gives

    Σ c log(x / c) ≤ (largest Σ y · panel) less Σ c less Σ c log y,

so the best panel at the prices y bounds every lottery: the duality gap is what lies between. At y = c / x it
is the largest Σ 1/chance over the members of a panel less the number of people who can be drawn.

Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature
2021 (Nash welfare over panels by column generation), as told in the design of this draw; Kelley, The
cutting-plane method for solving convex programs, SIAM Journal 1960 (the classic of outer linearisation).
The bound is our own derivation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.log_chances import evenest, log_sum, pieces
from burgertop_app.engines.sortition.mixing import closest
from burgertop_app.engines.sortition.panels import PanelFinder, drawable_program
from burgertop_app.engines.sortition.relaxation import fairest
from burgertop_app.engines.sortition.search import Search
from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.log_chances import Evenest
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

PROVEN = 1e-4
_BATCHES = 5
_GAIN = 0.7
_SURE = 0.8
_WIDTHS = (0.1, 0.02, 4e-3, 8e-4, 2e-4, 2e-4, 4e-5, 4e-5, 8e-6, 8e-6)


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """The portfolio of `types` whose Σ log chance, over who can be drawn, is within 1e-4 of the largest.

    Raises:
        NotPossible: no panel satisfies every quota, or the proof cannot be completed.
        Cancelled: asked for through `progress`.
    """
    search = Search(types, rng, progress)
    chances = _Chances(search)
    weights = chances.follow()
    if chances.gap(weights) > _SURE * PROVEN:
        weights = chances.price(weights)
    bound = fairest(types, search.drawable).bound
    return search.portfolio(weights, bound, chances.finder)


class _Chances:
    """The way to the largest sum of logarithms, and the bound on it."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._types = search.types
        self._target, self.finder = search.prepare(self._evenest)
        self._bound = self._target.bound

    def gap(self, weights: Numbers) -> float:
        """How far the sum of logarithms may be below the largest."""
        return self._bound - log_sum(self._types, self._search.seats(weights), self._search.drawable)

    def follow(self) -> Numbers:
        """The weights nearest to the fractional optimum; more panels are found where they fall short."""
        weights = self._nearest()
        for _batch in range(_BATCHES):
            gap = self.gap(weights)
            if gap <= _SURE * PROVEN:
                break
            self._search.chase(self.finder, self._target.seats, weights)
            weights = self._nearest()
            if self.gap(weights) > _GAIN * gap:
                break
        return weights

    def price(self, weights: Numbers) -> Numbers:
        """Add the panels with the best price until the gap is closed; refused where it cannot be."""
        self.finder = PanelFinder(drawable_program(self._types, self._search.drawable))
        step = 0
        while step < len(_WIDTHS):
            self._search.progress.checkpoint("draw_proof")
            weights, prices = self._best_weights(self._search.seats(weights), _WIDTHS[step])
            found = self.finder.best(prices)
            if found is None:
                raise NotPossible("draw_no_panel")
            self._bound = min(self._bound, self._bound_at(prices, found.bound))
            if self.gap(weights) <= _SURE * PROVEN:
                return weights
            if not self._search.add(found.panel):
                step += 1
        if self.gap(weights) > PROVEN:
            raise NotPossible("draw_unproven", method="nash")
        return weights

    def _evenest(self, drawable: Flags) -> Evenest:
        """The fractional optimum over the drawable types."""
        low = np.where(drawable, self._types.floor, 0.0)
        high = np.where(drawable, self._types.counts, 0.0)
        target = evenest(self._types, low, high, self._search.progress)
        if target is None:
            raise NotPossible("draw_no_panel")
        return target

    def _nearest(self) -> Numbers:
        self._search.progress.checkpoint("draw_mix")
        weights = closest(self._search.panels, self._types, self._target.seats, 0.0).weights
        whole: Numbers = weights / weights.sum()
        return whole

    def _bound_at(self, prices: Numbers, gain: float) -> float:
        own, people = prices[self._search.drawable], self._types.counts[self._search.drawable]
        return float(gain - people.sum() - (people * np.log(own)).sum())

    def _best_weights(self, seats: Numbers, width: float) -> tuple[Numbers, Numbers]:
        """The weights of the panels found with the largest sum of logarithms, and the price of each type."""
        panels, drawable = self._search.panels, self._search.drawable
        high = np.where(drawable, self._types.counts, 0.0)
        cut = pieces(self._types, seats, np.zeros(len(high)), high, width)
        found = best(_weighing(panels[:, drawable], cut.gain[drawable], cut.width[drawable]))
        if found is None:
            raise NotPossible("draw_unproven", method="nash")
        prices = np.zeros(len(high))
        prices[drawable] = np.clip(np.abs(found.row_duals[:-1]), cut.gain.min(), cut.gain.max())
        weights = np.maximum(found.values[: len(panels)], 0.0)
        return weights / weights.sum(), prices


def _weighing(panels: Whole, gain: Numbers, width: Numbers) -> Program:
    """Columns: a weight per panel, then the pieces of each type; a row per type, and one for all weights."""
    number, size = panels.shape
    across = gain.shape[1]
    spread = -np.repeat(np.eye(size), across, axis=1)
    rows = np.hstack([panels.T.astype(float), spread])
    one = np.append(np.ones(number), np.zeros(size * across))
    right = np.append(np.zeros(size), 1.0)
    return Program(
        gain=np.append(np.zeros(number), gain.ravel()),
        matrix=np.vstack([rows, one]),
        row_low=right,
        row_high=right,
        low=np.zeros(len(one)),
        high=np.append(np.full(number, UNLIMITED), width.ravel()),
    )
