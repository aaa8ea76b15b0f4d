"""The search for panels: those found so far, and the ways in which all methods find more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.mixing import in_trillionths
from burgertop_app.engines.sortition.panels import PanelFinder, covering, pinned_program
from burgertop_app.engines.sortition.portfolio import Portfolio
from burgertop_app.engines.sortition.relaxation import reachable

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types


class Aim(Protocol):
    """A wanted lottery: `seats` are the expected people per type."""

    @property
    def seats(self) -> Numbers:
        """Expected people per type."""


Aimed = TypeVar("Aimed", bound=Aim)


class Search:
    """The panels found so far, each once, and the types that some panel may hold.

    Raises:
        NotPossible: not even fractions of people satisfy every quota.
    """

    def __init__(self, types: Types, rng: np.random.Generator, progress: Progress) -> None:
        self.types = types
        self.progress = progress
        progress.checkpoint("draw_cover")
        drawable = reachable(types)
        if drawable is None:
            raise NotPossible("draw_no_panel")
        self.drawable: Flags = drawable
        self._rng = rng
        self._found: dict[bytes, Whole] = {}

    @property
    def panels(self) -> Whole:
        """The panels found, shape (panels, types)."""
        return np.array(list(self._found.values()))

    def prepare(self, aim: Callable[[Flags], Aimed]) -> tuple[Aimed, PanelFinder]:
        """What `aim` wants of the types that real panels can hold, and panels that follow it.

        Raises:
            NotPossible: there is no panel at all.
            Cancelled: asked for through `progress`.
        """
        while True:
            self.progress.checkpoint("draw_bound")
            target = aim(self.drawable)
            finder = PanelFinder(pinned_program(self.types, self.drawable, target.seats))
            self.herd(finder, target.seats, len(self.types) + 10)
            barred = self._uncoverable()
            if not barred.any():
                return target, finder
            self.drawable = self.drawable & ~barred

    def chase(self, finder: PanelFinder, seats: Numbers, weights: Numbers) -> None:
        """Find more panels for what the mix of those found by `weights` lacks for `seats`."""
        missed = seats - self.seats(weights)
        self.herd(finder, np.maximum(seats + missed, 0.0), len(self.types) // 3 + 10)

    def seats(self, weights: Numbers) -> Numbers:
        """Expected people per type when the panels found have these weights."""
        expected: Numbers = (weights[:, None] * self.panels[: len(weights)]).sum(axis=0)
        return expected

    def portfolio(self, weights: Numbers, bound: float, finder: PanelFinder) -> Portfolio:
        """The panels found that have a weight; `finder` finds more of their kind."""
        units = in_trillionths(weights)
        used = units > 0
        return Portfolio(self.panels[used], units[used], bound, finder)

    def herd(self, finder: PanelFinder, seats: Numbers, number: int) -> None:
        """Find panels one by one, each for the types that lag most behind `seats` so far."""
        lag = seats * self._rng.random(len(self.types))
        for step in range(number):
            self.progress.checkpoint("draw_panels", step / number)
            lag = lag + seats
            panel = finder.near_best(lag / self.types.counts)
            if panel is None:
                return
            lag = lag - panel
            self.add(panel)

    def add(self, panel: Whole) -> bool:
        """Keep `panel`; whether it was new."""
        fresh = panel.tobytes() not in self._found
        self._found.setdefault(panel.tobytes(), panel)
        return fresh

    def _uncoverable(self) -> Flags:
        """Drawable types that no panel of whole people holds; for the others a panel is added."""
        bare = self.drawable.copy()
        for panel in self._found.values():
            bare &= panel == 0
        barred, panels = covering(self.types, self.drawable, bare, self.progress)
        for panel in panels:
            self.add(panel)
        return barred
