"""Quick: a thousand panels by random greedy, to compare with; chances follow from how they turn out.

Places are filled one by one from the group that most needs its people: the one with the highest share of
still required seats among those still available. A panel that gets stuck is begun anew; what greedy cannot
make in a fair number of tries, a whole-number program makes from random prices. There is no certificate: the
chances are those of the panels made, and may be near zero for people whom other lotteries serve well.

Source: the method LEGACY as described in Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for
selecting citizens' assemblies, Nature 2021, here on many panels at once; the way out when stuck is our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.panels import PanelFinder
from burgertop_app.engines.sortition.portfolio import Portfolio

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

_BATCHES = 8
_CELLS = 2_000_000


def portfolio(types: Types, rng: np.random.Generator, progress: Progress) -> Portfolio:
    """A thousand panels as they come, equally likely; the bound says nothing.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("draw_panels", 0.0)
    finder = PanelFinder(types.program(np.zeros(len(types))))
    if finder.near_best(rng.random(len(types))) is None:
        raise NotPossible("draw_no_panel")
    panels = _greedy(types, rng, progress)
    mended = [_mended(finder, types, rng, progress) for _panel in range(PANELS - len(panels))]
    every = np.vstack([panels, *mended])
    found, times = np.unique(every, axis=0, return_counts=True)
    return Portfolio(found, times.astype(np.int64) * (WHOLE // PANELS), 1.0, finder)


def _greedy(types: Types, rng: np.random.Generator, progress: Progress) -> Whole:
    """At most a thousand panels, as many as so many batches of tries give."""
    made = np.zeros((0, len(types)), dtype=np.int64)
    for batch in range(_BATCHES):
        if len(made) == PANELS:
            break
        progress.checkpoint("draw_panels", len(made) / PANELS)
        across = max(1, min(PANELS, _CELLS // len(types)))
        tries = _Tries(types, across, rng)
        tries.fill(progress, batch / _BATCHES)
        made = np.vstack([made, tries.whole()])[:PANELS]
    return made


def _mended(finder: PanelFinder, types: Types, rng: np.random.Generator, progress: Progress) -> Whole:
    progress.checkpoint("draw_cover")
    panel = finder.near_best(rng.random(len(types)))
    if panel is None:
        raise NotPossible("draw_no_panel")
    return panel[None, :]


class _Tries:
    """Panels in the making, a row each: people per type, and per demand (quota, home, seats) how many."""

    def __init__(self, types: Types, number: int, rng: np.random.Generator) -> None:
        self._types = types
        self._rng = rng
        self._panels = np.tile(types.floor, (number, 1))
        self._sums = np.tile((types.matrix * types.floor).sum(axis=1), (number, 1))
        self._alive = (self._sums <= types.row_high).all(axis=1)

    def fill(self, progress: Progress, fraction: float) -> None:
        """Fill place after place; a panel that cannot go on is given up."""
        places = int(self._types.row_low[-1] - self._types.floor.sum())
        for _place in range(places):
            progress.checkpoint("draw_panels", fraction)
            free = self._free()
            supply = np.stack([free[:, row].sum(axis=1) for row in self._members()], axis=1)
            need = self._types.row_low - self._sums
            self._alive &= (need <= supply).all(axis=1) & (supply[:, -1] > 0)
            urgency = np.where(need > 0, need / np.maximum(supply, 1.0), -1.0)
            self._place(free, np.argmax(urgency, axis=1))

    def whole(self) -> Whole:
        """The panels that satisfy everything."""
        enough = (self._sums >= self._types.row_low).all(axis=1)
        return self._panels[self._alive & enough].astype(np.int64)

    def _members(self) -> list[Flags]:
        return [row > 0 for row in self._types.matrix]

    def _free(self) -> Numbers:
        """How many people of each type can still be added to each panel."""
        free = self._types.counts - self._panels
        for row, members in enumerate(self._members()):
            full = self._sums[:, row] >= self._types.row_high[row]
            free[np.ix_(full, members)] = 0.0
        return free

    def _place(self, free: Numbers, rows: Whole) -> None:
        """Add one person to each panel that goes on, each free member of its row equally likely."""
        weight = np.cumsum(free * self._types.matrix[rows], axis=1)
        at = self._rng.random(len(rows)) * weight[:, -1]
        chosen = np.minimum((weight <= at[:, None]).sum(axis=1), weight.shape[1] - 1)
        on = np.flatnonzero(self._alive)
        self._panels[on, chosen[on]] += 1
        self._sums[on] += self._types.matrix[:, chosen[on]].T
