"""Which demands cannot hold together: a smallest set, found by leaving them out one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.preflight import Bound, Clash, Demand
from burgertop_app.engines.sortition.solver import best, best_whole

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.engines.sortition.solver import Program
    from burgertop_app.engines.sortition.types import Types


@dataclass(frozen=True)
class _Side:
    """One demand in the program: the rows it sets and the bound of it; None is the household rule."""

    rows: range
    demand: Demand | None


class Clashes:
    """Finds out why no panel satisfies the quotas, or why none holds a certain type."""

    def __init__(self, types: Types, quotas: Quotas) -> None:
        self._types = types
        self._program = types.program(np.zeros(len(types)))
        self._sides = _sides(types, quotas)

    def possible(self, must: int | None = None, *, whole: bool) -> bool:
        """Whether a panel of whole people, or of fractions, satisfies all; with `must`, one that has it."""
        return _satisfiable(self._with(must), whole=whole)

    def smallest(self, progress: Progress, must: int | None = None, *, whole: bool) -> Clash:
        """Demands that exclude every panel (with type `must`) though all but any one of them do not.

        Only to be asked when `possible` says no. Each demand is left out for good when the rest still
        excludes. Source: Chinneck, Dravnieks, Locating minimal infeasible constraint sets in linear
        programs, ORSA Journal on Computing 1991 (the deletion filter).
        """
        program, kept = self._with(must), []
        for place, side in enumerate(self._sides):
            progress.checkpoint("draw_clash", place / len(self._sides))
            without = _without(program, side)
            if _satisfiable(without, whole=whole):
                kept.append(side)
            else:
                program = without
        demands = tuple(side.demand for side in kept if side.demand is not None)
        return Clash(demands, household=any(side.demand is None for side in kept))

    def excludes(self, clash: Clash, must: int, *, whole: bool) -> bool:
        """Whether the demands of `clash` alone exclude every panel with type `must`."""
        program = self._with(must)
        for side in self._sides:
            if side.demand not in clash.demands and not (side.demand is None and clash.household):
                program = _without(program, side)
        return not _satisfiable(program, whole=whole)

    def _with(self, must: int | None) -> Program:
        if must is None:
            return self._program
        low = self._program.low.copy()
        low[must] = max(1.0, low[must])
        return replace(self._program, low=low)


def _sides(types: Types, quotas: Quotas) -> list[_Side]:
    sides: list[_Side] = []
    number = len(quotas.sorted)
    households = range(number, len(types.matrix) - 1)
    if households:
        sides.append(_Side(households, None))
    for row, quota in enumerate(quotas.sorted):
        single = range(row, row + 1)
        sides.append(_Side(single, Demand(quota.feature, quota.value, Bound.HIGH, quota.high)))
        if quota.low:
            sides.append(_Side(single, Demand(quota.feature, quota.value, Bound.LOW, quota.low)))
    return sides


def _without(program: Program, side: _Side) -> Program:
    rows = list(side.rows)
    if side.demand is not None and side.demand.bound is Bound.LOW:
        low = program.row_low.copy()
        low[rows] = -np.inf
        return replace(program, row_low=low)
    high = program.row_high.copy()
    high[rows] = np.inf
    return replace(program, row_high=high)


def _satisfiable(program: Program, *, whole: bool) -> bool:
    return (best_whole(program) if whole else best(program)) is not None
