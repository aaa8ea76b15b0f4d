"""Maximin: a portfolio of panels whose lowest chance is as high as any lottery can make it.

Panels are first generated so that their running average follows the fairest fractional panel; in practice
those already mix to its chances exactly, and the relaxation proves that nothing is fairer. Where they do
not, panels are priced exactly until the duals prove the optimum.

Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature
2021 (column generation and its dual bound).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.mixing import closest, highest_lowest, in_trillionths
from burgertop_app.engines.sortition.panels import PanelFinder, covering, drawable_program, pinned_program
from burgertop_app.engines.sortition.portfolio import Portfolio
from burgertop_app.engines.sortition.relaxation import Target, fairest, reachable

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.mixing import Mix
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

_PROVEN = 1e-8
_NEAR_ENOUGH = 1e-3
_BATCHES = 5
_GAIN = 0.7


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """The maximin portfolio of `types`, and among those one close to leximin.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("draw_bound")
    drawable = reachable(types)
    if drawable is None:
        raise NotPossible("draw_no_panel")
    search = _Search(types, drawable, rng, progress)
    target, finder = search.prepare()
    mix = search.follow(target, finder)
    if mix.short > _PROVEN:
        finder = PanelFinder(drawable_program(types, search.drawable))
        target = Target(search.price(finder, target.bound), target.seats)
        mix = closest(search.panels, types, target.seats, search.lowest)
    weights = in_trillionths(mix.weights)
    used = weights > 0
    return Portfolio(search.panels[used], weights[used], target.bound, finder)


class _Search:
    """The panels found so far, each once, and the types that some panel may hold."""

    def __init__(self, types: Types, drawable: Flags, rng: np.random.Generator, progress: Progress) -> None:
        self.drawable = drawable
        self.lowest = 0.0
        self._types = types
        self._rng = rng
        self._progress = progress
        self._found: dict[bytes, Whole] = {}

    @property
    def panels(self) -> Whole:
        """The panels found, shape (panels, types)."""
        return np.array(list(self._found.values()))

    def prepare(self) -> tuple[Target, PanelFinder]:
        """The fairest fractional panel over types that real panels can hold, and panels that follow it."""
        while True:
            target = fairest(self._types, self.drawable)
            finder = PanelFinder(pinned_program(self._types, self.drawable, target.seats))
            self._herd(finder, target.seats, len(self._types) + 10)
            barred = self._uncoverable()
            if not barred.any():
                return target, finder
            self.drawable = self.drawable & ~barred

    def follow(self, target: Target, finder: PanelFinder) -> Mix:
        """The best mix towards `target`; more panels are found where it falls short of it."""
        mix = self._mix(target)
        for _batch in range(_BATCHES):
            if mix.short <= _PROVEN and mix.off <= _NEAR_ENOUGH:
                break
            missed = target.seats - (mix.weights[:, None] * self.panels).sum(axis=0)
            self._herd(finder, np.maximum(target.seats + missed, 0.0), len(self._types) // 3 + 10)
            before, mix = mix, self._mix(target)
            if mix.short > _GAIN * before.short or mix.off > _GAIN * before.off:
                break
        return mix

    def price(self, finder: PanelFinder, bound: float) -> float:
        """Add the panels with the best price until the lowest chance is proven; gives the proven bound."""
        while True:
            self._progress.checkpoint("draw_proof")
            lowest = highest_lowest(self.panels, self._types, self.drawable)
            self.lowest = lowest.chance
            quick = finder.near_best(lowest.prices)
            if (
                quick is not None
                and (lowest.prices * quick).sum() > lowest.chance + _PROVEN
                and self._add(quick)
            ):
                continue
            found = finder.best(lowest.prices)
            if found is None:
                return bound
            bound = min(bound, found.bound)
            if bound <= lowest.chance + _PROVEN or not self._add(found.panel):
                return bound

    def _mix(self, target: Target) -> Mix:
        self._progress.checkpoint("draw_mix")
        return closest(self.panels, self._types, target.seats, target.bound)

    def _herd(self, finder: PanelFinder, seats: Numbers, number: int) -> None:
        """Find panels one by one, each for the types that lag most behind `seats` so far."""
        lag = seats * self._rng.random(len(self._types))
        for step in range(number):
            self._progress.checkpoint("draw_panels", step / number)
            lag = lag + seats
            panel = finder.near_best(lag / self._types.counts)
            if panel is None:
                return
            lag = lag - panel
            self._add(panel)

    def _uncoverable(self) -> Flags:
        """Drawable types that no panel of whole people holds; for the others a panel is added."""
        bare = self.drawable.copy()
        for panel in self._found.values():
            bare &= panel == 0
        barred, panels = covering(self._types, self.drawable, bare, self._progress)
        for panel in panels:
            self._add(panel)
        return barred

    def _add(self, panel: Whole) -> bool:
        fresh = panel.tobytes() not in self._found
        self._found.setdefault(panel.tobytes(), panel)
        return fresh
