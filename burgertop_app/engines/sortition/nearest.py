"""The mix of panels that comes nearest to wanted chances, and the prices that say which panel is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.solver import UNLIMITED, Program, Repeated, Sparse

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Numbers, Whole
    from burgertop_app.engines.sortition.types import Types


@dataclass(frozen=True)
class Near:
    """A weight per panel and the distance `off` that is left, a sum over types of seats per person.

    A panel brings the mix nearer only when its `prices` add up to more than `worth`.
    """

    weights: Numbers
    off: float
    prices: Numbers
    worth: float


class Nearest:
    """Panels to mix, which grow in number, and the seats per type that the mix should come nearest to."""

    def __init__(self, types: Types, seats: Numbers, progress: Progress) -> None:
        size = len(types)
        self._size = size
        right = np.append(seats, 1.0)
        every = np.arange(size)
        program = Program(
            gain=np.tile(-1 / types.counts, 2),
            matrix=np.zeros((0, 0)),
            row_low=right,
            row_high=right,
            low=np.zeros(2 * size),
            high=np.full(2 * size, UNLIMITED),
        )
        apart = np.concatenate([np.ones(size), -np.ones(size)])
        self._model = Repeated(
            program, Sparse((size + 1, 2 * size), np.tile(every, 2), np.arange(2 * size), apart)
        )
        self._model.pause_with(lambda: progress.checkpoint("draw_mix"))

    def add(self, panel: Whole) -> None:
        """One more panel to mix."""
        self._model.add(np.append(panel, 1).astype(float))

    def aim(self, seats: Numbers) -> None:
        """Other seats to come near to."""
        for place, seat in enumerate(seats.tolist()):
            self._model.bound_row(place, seat, seat)

    def near(self) -> Near:
        """The nearest mix of the panels so far."""
        found = self._model.best()
        if found is None:
            return Near(np.zeros(0), np.inf, np.zeros(self._size), 0.0)
        weights = np.maximum(found.values[2 * self._size :], 0.0)
        return Near(weights, -found.gain, -found.row_duals[:-1], float(found.row_duals[-1]))
