"""Maximin: a portfolio of panels whose lowest chance is as high as any lottery can make it.

Panels are first generated so that their running average follows the fairest fractional panel; in practice
those already mix to its chances exactly, and the relaxation proves that nothing is fairer. Where they do
not, panels are priced exactly until the duals prove the optimum.

Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature
2021 (column generation and its dual bound).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.engines.sortition.mixing import closest, highest_lowest
from burgertop_app.engines.sortition.panels import PanelFinder, drawable_program
from burgertop_app.engines.sortition.relaxation import fairest
from burgertop_app.engines.sortition.search import Search

if TYPE_CHECKING:
    import numpy as np

    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.mixing import Mix
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.relaxation import Target
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
    search = Search(types, rng, progress)
    target, finder = search.prepare(partial(fairest, types))
    bound = target.bound
    mix = _followed(search, target, finder)
    if mix.short > _PROVEN:
        finder = PanelFinder(drawable_program(types, search.drawable))
        bound, lowest = _priced(search, finder, target.bound)
        mix = closest(search.panels, types, target.seats, lowest)
    return search.portfolio(mix.weights, bound, finder)


def _followed(search: Search, target: Target, finder: PanelFinder) -> Mix:
    """The best mix towards `target`; more panels are found where it falls short of it."""
    mix = _mixed(search, target)
    for _batch in range(_BATCHES):
        if mix.short <= _PROVEN and mix.off <= _NEAR_ENOUGH:
            break
        search.chase(finder, target.seats, mix.weights)
        before, mix = mix, _mixed(search, target)
        if mix.short > _GAIN * before.short or mix.off > _GAIN * before.off:
            break
    return mix


def _mixed(search: Search, target: Target) -> Mix:
    search.progress.checkpoint("draw_mix")
    return closest(search.panels, search.types, target.seats, target.bound)


def _priced(search: Search, finder: PanelFinder, bound: float) -> tuple[float, float]:
    """Add the panels with the best price until the lowest chance is proven; gives its bound and itself."""
    while True:
        search.progress.checkpoint("draw_proof")
        lowest = highest_lowest(search.panels, search.types, search.drawable)
        quick = finder.near_best(lowest.prices)
        if (
            quick is not None
            and (lowest.prices * quick).sum() > lowest.chance + _PROVEN
            and search.add(quick)
        ):
            continue
        found = finder.best(lowest.prices)
        if found is None:
            return bound, lowest.chance
        bound = min(bound, found.bound)
        if bound <= lowest.chance + _PROVEN or not search.add(found.panel):
            return bound, lowest.chance
