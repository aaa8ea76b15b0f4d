"""Leximin: the lowest chance as high as possible, then the next lowest, and so on, with proof.

The relaxation to fractions of people has a leximin vector of its own. Whatever a lottery over real panels can
give, the relaxation can give too; so when panels are found that mix to that vector, no lottery is fairer and
the proof is done. Where no mix reaches it, an exact search over all panels shows so by a linear inequality
that every panel satisfies and the vector does not. With that inequality the relaxation is tightened, its
leximin vector is computed anew, and so on until a mix reaches it.

Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature
2021 (leximin over lotteries, panels by their price); that the relaxation proves it, and tightening it by
separation, is our own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.nearest import Nearest
from burgertop_app.engines.sortition.panels import PanelFinder, drawable_program, pinned_program
from burgertop_app.engines.sortition.relaxation import fairest
from burgertop_app.engines.sortition.search import Search
from burgertop_app.engines.sortition.solver import fractional

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.nearest import Near
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.relaxation import Target
    from burgertop_app.engines.sortition.solver import Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

_REACHED = 1e-7
_PROVEN = 1e-6
_BETTER = 1e-9
_SAME = 1e-6
_DENOMINATORS = 500
_FINE = 1000


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """The leximin portfolio of `types`: everyone's chance is within 1e-6 of the proven one.

    Raises:
        NotPossible: no panel satisfies every quota, or the proof cannot be completed.
        Cancelled: asked for through `progress`.
    """
    search = Search(types, rng, progress)
    target, finder = search.prepare(partial(fairest, types))
    approach = _Approach(search, target, finder)
    near = approach.nearest()
    last = pinned_program(types, search.drawable, approach.target.seats)
    return search.portfolio(near.weights, approach.target.bound, PanelFinder(last))


class _Approach:
    """The way to the leximin vector: nearer by new panels, or the vector lowered by what panels cannot do."""

    def __init__(self, search: Search, target: Target, finder: PanelFinder) -> None:
        self.target = target
        self._search = search
        self._relaxed = search.types
        self._finder = finder
        self._all = PanelFinder(drawable_program(search.types, search.drawable))
        self._mixer = Nearest(search.types, target.seats, search.progress)
        for panel in search.panels:
            self._mixer.add(panel)

    def nearest(self) -> Near:
        """A mix that reaches the leximin vector, which is `target` by then."""
        while True:
            self._search.progress.checkpoint("draw_mix")
            near = self._mixer.near()
            if near.off <= _REACHED:
                return near
            if not (self._quick(near, self._finder) or self._quick(near, self._all) or self._exact(near)):
                if near.off > _PROVEN:
                    raise NotPossible("draw_unproven", method="leximin")
                return near

    def _quick(self, near: Near, finder: PanelFinder) -> bool:
        """Whether a panel was found, without proof, that brings the mix nearer."""
        panel = finder.near_best(near.prices)
        return panel is not None and self._useful(near, panel)

    def _exact(self, near: Near) -> bool:
        """Whether the best panel brings the mix nearer, or proves that the target must come nearer."""
        self._search.progress.checkpoint("draw_proof")
        found = self._all.best(near.prices)
        if found is None:
            return False
        if (near.prices * self.target.seats).sum() > found.bound + _REACHED / 2:
            self._tighten(near.prices, found.bound)
            self._useful(near, found.panel)
            return True
        return self._useful(near, found.panel)

    def _useful(self, near: Near, panel: Whole) -> bool:
        better = (near.prices * panel).sum() > near.worth + _BETTER and self._search.add(panel)
        if better:
            self._mixer.add(panel)
        return bool(better)

    def _tighten(self, prices: Numbers, most: float) -> None:
        """No panel has prices that add up to more than `most`; neither may the relaxation."""
        prices, most = self._whole(prices, most)
        self._relaxed = replace(
            self._relaxed,
            matrix=np.vstack([prices, self._relaxed.matrix]),
            row_low=np.append(-np.inf, self._relaxed.row_low),
            row_high=np.append(most, self._relaxed.row_high),
        )
        self.target = fairest(self._relaxed, self._search.drawable)
        pinned = pinned_program(self._relaxed, self._search.drawable, self.target.seats)
        self._finder = PanelFinder(pinned)
        self._mixer.aim(self.target.seats)

    def _whole(self, prices: Numbers, most: float) -> tuple[Numbers, float]:
        """The same in whole numbers, so that no rounding weakens or breaks it.

        Prices are mostly fractions with a small denominator. When they are not, they are rounded and the best
        panel is sought anew; when too little is left of it, they are kept as they are.
        """
        for times in range(1, _DENOMINATORS):
            if not fractional(times * prices).any():
                return np.round(times * prices), float(np.floor(times * most + _SAME))
        scale = _FINE / np.abs(prices).max()
        rounded = np.round(scale * prices)
        found = self._all.best(rounded)
        if found is not None:
            bound = float(np.floor(found.bound + _SAME))
            if (rounded * self.target.seats).sum() - bound > scale * _REACHED / 2:
                return rounded, bound
        return prices, most
