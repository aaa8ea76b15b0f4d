"""Gathering panels: each once, following wanted seats, until everyone who can be drawn is in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.panels import covering

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.panels import PanelFinder
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types


class Gathering:
    """The panels found so far."""

    def __init__(self, types: Types, rng: np.random.Generator, progress: Progress) -> None:
        self._types = types
        self._rng = rng
        self._progress = progress
        self._found: dict[bytes, Whole] = {}

    @property
    def panels(self) -> Whole:
        """The panels found, shape (panels, types)."""
        return np.array(list(self._found.values()))

    def add(self, panel: Whole) -> bool:
        """Keep `panel`; whether it is a new one."""
        fresh = panel.tobytes() not in self._found
        self._found.setdefault(panel.tobytes(), panel)
        return fresh

    def follow(self, finder: PanelFinder, seats: Numbers, number: int) -> None:
        """Find `number` panels one by one, each for the types that lag most behind `seats` so far."""
        lag = seats * self._rng.random(len(self._types))
        for step in range(number):
            self._progress.checkpoint("draw_panels", step / number)
            lag = lag + seats
            panel = finder.near_best(lag / self._types.counts)
            if panel is None:
                return
            lag = lag - panel
            self.add(panel)

    def cover(self, drawable: Flags) -> Flags:
        """The types of `drawable` that some panel of whole people holds; each is then in a panel found.

        Raises:
            NotPossible: there is no panel at all.
            Cancelled: asked for through `progress`.
        """
        bare = drawable.copy()
        for panel in self._found.values():
            bare &= panel == 0
        barred, panels = covering(self._types, drawable, bare, self._progress)
        for panel in panels:
            self.add(panel)
        return drawable & ~barred
