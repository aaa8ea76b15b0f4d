"""The door to HiGHS: linear and whole-number programs, solved the same way every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import highspy
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

UNLIMITED = 1e30
_FRACTIONAL = 1e-6
_STRETCH = 100
_SETTLED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)


@dataclass(frozen=True)
class Sparse:
    """A matrix by its entries: `values` at `rows` and `columns`, sorted by column; the rest is zero."""

    shape: tuple[int, int]
    rows: Whole
    columns: Whole
    values: Numbers


@dataclass(frozen=True)
class Program:
    """Maximise `gain` · x where `low` ≤ x ≤ `high` and `row_low` ≤ `matrix` x ≤ `row_high`."""

    gain: Numbers
    matrix: Numbers
    row_low: Numbers
    row_high: Numbers
    low: Numbers
    high: Numbers


@dataclass(frozen=True)
class Solution:
    """The best point, its gain, a proven bound on the gain, and the duals of rows and columns.

    The duals are zero for a whole-number program.
    """

    values: Numbers
    gain: float
    bound: float
    row_duals: Numbers
    column_duals: Numbers


def best(program: Program) -> Solution | None:
    """The optimum of `program`; None when nothing satisfies it."""
    solver = _solver(program, whole=False)
    solver.run()
    return _solution(solver)


def best_whole(program: Program, gap: float = 0.0) -> Solution | None:
    """A point of whole numbers within `gap` (a share) of the optimum; None when there is none."""
    solver = _solver(program, whole=True)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    solver.run()
    return _solution(solver)


class Repeated:
    """A linear program solved again and again with small changes, each time from the last optimum."""

    def __init__(self, program: Program, matrix: Sparse | None = None) -> None:
        """`matrix`, when given, stands in for the matrix of `program`, which may then be empty."""
        self._solver = _solver(program, whole=False, matrix=matrix)
        self._solver.setOptionValue("presolve", "off")
        self._columns = np.arange(len(program.gain), dtype=np.int32)
        self._pause: Callable[[], None] = lambda: None

    def best(self, gain: Numbers | None = None) -> Solution | None:
        """The optimum, for another `gain` when given; None when nothing satisfies the program."""
        if gain is not None:
            self._solver.changeColsCost(len(self._columns), self._columns, gain)
        self._run()
        if self._solver.getModelStatus() not in _SETTLED:
            self._solver.clearSolver()
            self._run()
        return _solution(self._solver)

    def point(self) -> Numbers | None:
        """The values of the optimum alone; None when nothing satisfies the program."""
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)

    def pause_with(self, pause: Callable[[], None]) -> None:
        """Call `pause` now and then during `best`, so that it can stop the work by raising."""
        self._pause = pause
        self._solver.setOptionValue("simplex_iteration_limit", _STRETCH)

    def add(self, column: Numbers) -> None:
        """One more unknown, at least zero and without gain, with `column` as its part of the matrix."""
        rows = np.flatnonzero(column)
        self._solver.addCol(0.0, 0.0, UNLIMITED, len(rows), rows.astype(np.int32), column[rows])
        self._columns = np.arange(len(self._columns) + 1, dtype=np.int32)

    def bound_column(self, column: int, low: float, high: float) -> None:
        """Other limits for an unknown."""
        self._solver.changeColBounds(column, low, high)

    def bound_row(self, row: int, low: float, high: float) -> None:
        """Other limits for a row."""
        self._solver.changeRowBounds(row, low, high)

    def _run(self) -> None:
        self._solver.run()
        while self._solver.getModelStatus() == highspy.HighsModelStatus.kIterationLimit:
            self._pause()
            self._solver.run()


def fractional(values: Numbers) -> Flags:
    """Which of `values` are not whole."""
    flags: Flags = np.abs(values - np.round(values)) > _FRACTIONAL
    return flags


def _solver(program: Program, *, whole: bool, matrix: Sparse | None = None) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves __init__ untyped
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("parallel", "off")):
        solver.setOptionValue(option, value)
    if not whole:
        solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
        solver.setOptionValue("dual_feasibility_tolerance", 1e-9)
    solver.passModel(_model(program, matrix or _sparse(program.matrix), whole=whole))
    return solver


def _sparse(matrix: Numbers) -> Sparse:
    columns, rows = np.nonzero(matrix.T)
    return Sparse((matrix.shape[0], matrix.shape[1]), rows, columns, matrix[rows, columns])


def _model(program: Program, matrix: Sparse, *, whole: bool) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_, model.col_lower_, model.col_upper_ = program.gain, program.low, program.high
    model.row_lower_, model.row_upper_ = program.row_low, program.row_high
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.searchsorted(matrix.columns, np.arange(model.num_col_ + 1)).astype(np.int32)
    model.a_matrix_.index_ = matrix.rows.astype(np.int32)
    model.a_matrix_.value_ = matrix.values
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * model.num_col_
    return model


def _solution(solver: highspy.Highs) -> Solution | None:
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found, info = solver.getSolution(), solver.getInfo()
    gain = float(solver.getObjectiveValue())
    whole = info.mip_node_count >= 0
    return Solution(
        values=np.array(found.col_value),
        gain=gain,
        bound=float(info.mip_dual_bound) if whole else gain,
        row_duals=np.array(found.row_dual),
        column_duals=np.array(found.col_dual),
    )
