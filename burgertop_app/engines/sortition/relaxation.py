"""The lottery relaxed to fractions of people: chances that no lottery over panels can beat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.solver import Program, Repeated, Sparse, best

if TYPE_CHECKING:
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Solution
    from burgertop_app.engines.sortition.types import Types

_ZERO = 1e-6
_TIGHT = 1e-7
_ROOM = 1e-9


@dataclass(frozen=True)
class Target:
    """The fairest fractional panel: expected people per type, and a bound on the lowest chance.

    `seats` is leximin: nobody's chance in it can rise without lowering that of someone with as little.
    """

    bound: float
    seats: Numbers


def reachable(types: Types) -> Flags | None:
    """Which types some fractional panel holds; None when there is no such panel.

    A type left out here is in no panel of whole people either.
    """
    seen = np.zeros(len(types), dtype=bool)
    while True:
        found = best(types.program((~seen).astype(float)))
        if found is None:
            return None
        fresh = ~seen & (found.values > _ZERO)
        if not fresh.any():
            return seen
        seen |= fresh


def fairest(types: Types, drawable: Flags) -> Target:
    """The leximin chances of the relaxation over `drawable`, level by level.

    Each level raises the lowest chance as far as it goes. A type whose row has a dual price at the optimum
    has exactly that chance in every optimum, so it can rise no further: it is settled there. The prices of a
    level add up to one over the people, so each level settles somebody.
    Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies,
    Nature 2021 (leximin), here over marginals instead of panels.
    """
    levels = _Levels(types, drawable)
    found = levels.highest()
    bound = found.gain if found else 0.0
    while found is not None and levels.rising.any():
        levels.settle(found)
        if levels.rising.any():
            found = levels.highest()
    return Target(bound, levels.seats)


class _Levels:
    """Maximise the lowest chance among the types that are `rising`; the others keep their `seats`."""

    def __init__(self, types: Types, drawable: Flags) -> None:
        self.rising = drawable.copy()
        self.seats = np.where(drawable, types.floor, 0.0)
        self._counts = types.counts
        self._rows = len(types.matrix)
        self._high = np.where(drawable, types.counts, 0.0)
        self._model = Repeated(_level(types, self.seats, self._high, drawable), _level_matrix(types))

    def highest(self) -> Solution | None:
        """The next level; where rounding made the settled chances clash, they yield by a billionth."""
        found = self._model.best()
        if found is None:
            for place in np.flatnonzero(~self.rising & (self.seats > _ROOM)).tolist():
                self._model.bound_column(place, self.seats[place] - _ROOM, self._high[place])
            found = self._model.best()
        return found

    def settle(self, found: Solution) -> None:
        """Keep the types with a price at the level found; all of them when none has one (all have 1)."""
        own = slice(self._rows, self._rows + len(self._counts))
        stuck = self.rising & (np.abs(found.row_duals[own]) > _TIGHT)
        stuck = stuck if stuck.any() else self.rising.copy()
        level = np.minimum(found.gain * self._counts, self._high)
        self.seats = np.where(stuck, np.maximum(self.seats, level), self.seats)
        self.rising &= ~stuck
        for place in np.flatnonzero(stuck).tolist():
            self._model.bound_row(self._rows + place, -np.inf, np.inf)
            self._model.bound_column(place, self.seats[place], self._high[place])


def _level(types: Types, low: Numbers, high: Numbers, rising: Flags) -> Program:
    """Seats per type and, last, the lowest chance, which is the gain."""
    size = len(types)
    own = np.where(rising, 0.0, -np.inf)
    return Program(
        gain=np.append(np.zeros(size), 1.0),
        matrix=np.zeros((0, 0)),
        row_low=np.concatenate([types.row_low, own]),
        row_high=np.concatenate([types.row_high, np.full(size, np.inf)]),
        low=np.append(low, 0.0),
        high=np.append(high, 1.0),
    )


def _level_matrix(types: Types) -> Sparse:
    """The rows of `types`, and per type its seats less the lowest chance for each of its people."""
    rows, size = types.matrix.shape
    columns, places = np.nonzero(types.matrix.T)
    every = np.arange(size)
    entries = (
        np.concatenate([places, rows + every, rows + every]),
        np.concatenate([columns, every, np.full(size, size)]),
        np.concatenate([types.matrix[places, columns], np.ones(size), -types.counts]),
    )
    order = np.argsort(entries[1], kind="stable")
    return Sparse((rows + size, size + 1), entries[0][order], entries[1][order], entries[2][order])
