"""Finding panels: whole numbers of people per type that satisfy every quota."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition.solver import Repeated, Whole, best_whole, fractional

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Program, Solution
    from burgertop_app.engines.sortition.types import Types

_PINNED = 1e-7
_FREE = 40
_NEAR = 0.1
_UP = (0.6, 1.0)


@dataclass(frozen=True)
class Found:
    """A panel, people per type, its gain and a proven bound on the gain of any panel."""

    panel: Whole
    gain: float
    bound: float


class PanelFinder:
    """Finds panels with a high gain among those that satisfy `program`."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._relaxed = Repeated(program)

    def near_best(self, gain: Numbers) -> Whole | None:
        """A panel with a gain close to the best: the relaxed optimum, its fractions put right.

        Fractions are rounded up, the largest first, and the rest is solved anew until all is whole. Where
        that gets stuck, a small whole-number program chooses the types that are fractional at the relaxed
        optimum and those next in line by reduced cost; more of them when that finds nothing. None when no
        panel satisfies the program.
        """
        relaxed = self._relaxed.best(gain)
        if relaxed is None:
            return None
        for up in _UP:
            panel = self._dived(relaxed, up)
            if panel is not None:
                return panel
        loose = fractional(relaxed.values)
        order = np.argsort(np.where(loose, -1.0, np.abs(relaxed.column_duals)), kind="stable")
        size = max(_FREE, int(loose.sum()) + 10)
        while size < len(order):
            panel = self._mended(relaxed, gain, order[:size])
            if panel is not None:
                return panel
            size *= 2
        return self._mended(relaxed, gain, order)

    def best(self, gain: Numbers) -> Found | None:
        """The panel with the highest gain, with proof; None when no panel satisfies the program."""
        found = best_whole(replace(self.program, gain=gain))
        if found is None:
            return None
        panel = np.round(found.values).astype(np.int64)
        value = float((gain * panel).sum())
        return Found(panel, value, max(found.bound, value))

    def _dived(self, relaxed: Solution, up: float) -> Whole | None:
        """The relaxed optimum rounded up in steps, fractions from `up` at once; None when that gets stuck."""
        found: Numbers | None = relaxed.values
        held: list[int] = []
        while found is not None:
            part = np.where(fractional(found), found % 1, 0.0)
            if not part.any():
                break
            for place in np.flatnonzero(part >= min(up, part.max())).tolist():
                seats = float(np.ceil(found[place]))
                self._relaxed.bound_column(place, seats, seats)
                held.append(place)
            found = self._relaxed.point()
        for place in held:
            self._relaxed.bound_column(place, self.program.low[place], self.program.high[place])
        return None if found is None else np.round(found).astype(np.int64)

    def _mended(self, relaxed: Solution, gain: Numbers, free: Whole) -> Whole | None:
        whole = self.program
        fixed = np.round(relaxed.values)
        fixed[free] = 0.0
        taken = (whole.matrix * fixed).sum(axis=1)
        part = replace(
            whole,
            gain=gain[free],
            matrix=whole.matrix[:, free],
            row_low=whole.row_low - taken,
            row_high=whole.row_high - taken,
            low=whole.low[free],
            high=whole.high[free],
        )
        found = best_whole(part, _NEAR)
        if found is None:
            return None
        fixed[free] = np.round(found.values)
        return fixed.astype(np.int64)


def drawable_program(types: Types, drawable: Flags) -> Program:
    """The panels of `types` that hold drawable types only."""
    program = types.program(np.zeros(len(types)))
    return replace(program, high=np.where(drawable, types.counts, 0.0))


def pinned_program(types: Types, drawable: Flags, seats: Numbers) -> Program:
    """The panels that are as tight as `seats` wherever `seats` is tight: only those can average to it."""
    program = drawable_program(types, drawable)
    sums = (program.matrix * seats).sum(axis=1)
    at_low = np.abs(sums - program.row_low) < _PINNED
    at_high = np.abs(sums - program.row_high) < _PINNED
    return replace(
        program,
        row_low=np.where(at_high, program.row_high, program.row_low),
        row_high=np.where(at_low, program.row_low, program.row_high),
        low=np.where(seats > program.high - _PINNED, program.high, program.low),
        high=np.where(seats < program.low + _PINNED, program.low, program.high),
    )


def covering(types: Types, drawable: Flags, bare: Flags, progress: Progress) -> tuple[Flags, list[Whole]]:
    """Which of the types `bare` no panel of whole people holds, and panels that hold the others.

    Raises:
        NotPossible: there is no panel at all.
        Cancelled: asked for through `progress`.
    """
    finder = PanelFinder(drawable_program(types, drawable))
    bare, panels = bare.copy(), []
    while bare.any():
        progress.checkpoint("draw_cover", 1 - bare.mean())
        gain = bare.astype(float)
        panel = finder.near_best(gain)
        if panel is None or not panel[bare].any():
            found = finder.best(gain)
            if found is None:
                raise NotPossible("draw_no_panel")
            panel = found.panel
        if not panel[bare].any():
            break
        panels.append(panel)
        bare &= panel == 0
    return bare, panels
