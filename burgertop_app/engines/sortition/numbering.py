"""Rounding a portfolio to a thousand equally likely panels, each person's chance nearly unchanged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import PANELS
from burgertop_app.engines.sortition.solver import best_whole

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.solver import Numbers, Program, Whole
    from burgertop_app.engines.sortition.types import Types

_TRIES = 120
_EVEN = 1e-9
_LEAN, _STAY = 1e-3, 1e-4


def thousand(found: Portfolio, types: Types, rng: np.random.Generator, progress: Progress) -> Whole:
    """A thousand panels of types, shape (1000, types), whose frequencies follow the chances of `found`.

    Whole thousandths of the weights are kept; the rest is filled with new panels that follow what is still
    owed; then panels are exchanged while the chance of somebody is off by more than 1/1000.
    Source: Flanigan, Kehne, Procaccia, Fair sortition made transparent, NeurIPS 2021 (the problem and what
    can be hoped for; filling with new panels is our own).
    """
    thousandth = WHOLE // PANELS
    seats = (found.panels * found.weights[:, None]).sum(axis=0) / thousandth
    kept = np.repeat(found.panels, found.weights // thousandth, axis=0)
    fresh = _filled(found, types, seats - kept.sum(axis=0), PANELS - len(kept), progress)
    return _Exchange(np.vstack([kept, fresh]), seats, types, found.program).improved(rng, progress)


def _filled(found: Portfolio, types: Types, owed: Numbers, missing: int, progress: Progress) -> Whole:
    """`missing` panels whose running average follows `owed`."""
    lag = np.zeros(len(types))
    fresh = np.zeros((missing, len(types)), dtype=np.int64)
    for step in range(missing):
        progress.checkpoint("draw_rounding", step / missing)
        lag = lag + owed / missing
        gain = lag / types.counts
        panel = found.finder.near_best(gain)
        fresh[step] = found.panels[np.argmax((found.panels * gain).sum(axis=1))] if panel is None else panel
        lag = lag - fresh[step]
    return fresh


class _Exchange:
    """A thousand panels, of which one at a time is replaced by the best one for the other 999.

    `seats` is what each type should have over all of them. A type is well when each member's share is the
    exact one rounded down or up; the loss counts the seats that lack or are too many for that.
    """

    def __init__(self, panels: Whole, seats: Numbers, types: Types, program: Program) -> None:
        self._panels = panels
        self._seats = seats
        self._counts = types.counts
        self._low = types.counts * np.floor(seats / types.counts + _EVEN)
        self._high = types.counts * np.ceil(seats / types.counts - _EVEN)
        units = np.minimum(program.high, panels.max(axis=0) + 1).astype(np.int64)
        self._owner = np.repeat(np.arange(len(units)), units)
        self._unit = np.concatenate([np.arange(unit) for unit in units])
        self._program = replace(
            program,
            matrix=program.matrix[:, self._owner],
            low=(self._unit < program.low[self._owner]).astype(float),
            high=np.ones(len(self._owner)),
        )

    def improved(self, rng: np.random.Generator, progress: Progress) -> Whole:
        """The panels after exchange: all types well, or no better one found in a fair number of tries."""
        passed: set[int] = set()
        for attempt in range(_TRIES):
            sums = self._panels.sum(axis=0)
            loss = self._loss(sums)
            if not loss:
                break
            progress.checkpoint("draw_exchange", attempt / _TRIES)
            place = self._worst(sums, passed, rng)
            panel = self._replacement(sums - self._panels[place], self._panels[place])
            if self._loss(sums - self._panels[place] + panel) < loss:
                self._panels[place] = panel
                passed = set()
            else:
                passed.add(place)
        return self._panels

    def _loss(self, sums: Whole) -> float:
        return float((_outside(sums, self._low, self._high) ** 2).sum())

    def _worst(self, sums: Whole, passed: set[int], rng: np.random.Generator) -> int:
        """The panel that holds most of the types with too many seats and fewest of those with too few."""
        over = np.maximum(0, sums - self._high)
        under = np.maximum(0, self._low - sums)
        score = (self._panels * over).sum(axis=1) - (np.minimum(self._panels, 1) * under).sum(axis=1)
        score = score + rng.random(len(score)) / 2
        score[sorted(passed)] = -np.inf
        return int(np.argmax(score))

    def _replacement(self, others: Whole, present: Whole) -> Whole:
        """The panel that suits the 999 `others` best, unit by unit of each type; `present` when in doubt."""
        before = others[self._owner] + self._unit
        low, high = self._low[self._owner], self._high[self._owner]
        gain = _outside(before, low, high) ** 2 - _outside(before + 1, low, high) ** 2
        lean = np.clip((self._seats[self._owner] - before - 0.5) / self._counts[self._owner], -5, 5)
        stay = self._unit < present[self._owner]
        found = best_whole(replace(self._program, gain=gain + _LEAN * lean + _STAY * stay), 0.02)
        if found is None:
            return present
        chosen = np.bincount(self._owner, weights=np.round(found.values), minlength=len(present))
        return chosen.astype(np.int64)


def _outside(sums: Whole, low: Numbers, high: Numbers) -> Numbers:
    outside: Numbers = np.maximum(0, low - sums) + np.maximum(0, sums - high)
    return outside
