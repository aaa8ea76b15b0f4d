"""Repair by moving people to free seats: table sizes follow, and one move can mend what else takes two.

Swaps of seats keep every table as large as it is. After no-shows and walk-ins there are free seats, so
before the search people are moved one at a time, always the move that gains most, as long as one gains.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.events import PairKind
from burgertop_app.engines.seating.model import EXCESS, HARD, PERSON, REPEAT, SQUARE, Model
from burgertop_app.engines.seating.state import meetings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Ints

    Doubles = NDArray[np.float64]

UNEVEN = 30
"""What the square of a table's size weighs: among moves that are as good, the even one."""


def relocated(
    problem: SeatingProblem, plan: SeatingPlan, seats: Sequence[Sequence[tuple[int, int]]]
) -> tuple[SeatingProblem, SeatingPlan]:
    """The plan after moves to free seats, and the problem with the table sizes that it has then.

    Only people who are free to move do: no locks, no pairs that must sit together, no observers.

    Args:
        problem: with the sizes of `plan`.
        plan: where everybody sits to begin with.
        seats: per round and table the fewest and most people.
    """
    model = Model(problem, plan)
    tables = [np.array(row, dtype=np.int64) for row in plan.tables]
    for number in range(len(tables)):
        _Room(model, tables, number, seats[number]).empty_out()
    sizes = tuple(
        tuple(np.bincount(row[row >= 0], minlength=len(seats[number])).tolist())
        for number, row in enumerate(tables)
    )
    after = replace(plan, tables=tuple(tuple(row.tolist()) for row in tables))
    return replace(problem, sizes=sizes), after


class _Room:
    """One round with free seats."""

    def __init__(
        self, model: Model, tables: list[Ints], number: int, seats: Sequence[tuple[int, int]]
    ) -> None:
        self._model, self._row, self._number = model, tables[number], number
        self._low, self._high = (np.array(each, dtype=np.int64) for each in zip(*seats, strict=True))
        here = model.present[number]
        self._here = here[here < model.people]
        counted = self._here[model.kind[self._here] == PERSON]
        self._share = model.traits[counted].sum(axis=0) / max(len(counted), 1)
        rows = [
            np.full(model.total, -1, dtype=np.int64)
            if at == number
            else np.concatenate((row, np.full(model.total - len(row), -1)))
            for at, row in enumerate(tables)
        ]
        self._met = meetings(model, rows)[: model.people, : model.people].astype(np.float64) * REPEAT
        for first, second, together in model.pairs[number].tolist():
            if not together and max(first, second) < model.people:
                self._met[[first, second], [second, first]] += HARD
        self._free = self._movable()

    def empty_out(self) -> None:
        """Carry out the best move until none gains."""
        for _ in range(4 * len(self._row)):
            person, table, gain = self._best()
            if gain >= 0:
                return
            self._row[person] = table

    def _movable(self) -> Ints:
        held = {lock.person for lock in self._model.problem.locks if lock.round == self._number}
        for order in self._model.problem.rules.pairs:
            if order.kind is PairKind.TOGETHER and order.holds(self._number):
                held |= {order.first, order.second}
        free = [
            one
            for one in self._here.tolist()
            if one not in held and self._model.kind[one] == PERSON and self._row[one] >= 0
        ]
        return np.array(free, dtype=np.int64)

    def _best(self) -> tuple[int, int, float]:
        """The person, the table and what it costs to go there; below zero is a gain."""
        free, row = self._free, self._row
        if not len(free):
            return -1, -1, 0.0
        width = len(self._low)
        at = np.zeros((width, len(row)))
        at[row[self._here], self._here] = 1
        sizes = at.sum(axis=1)
        counts = at @ self._model.traits[: len(row)]
        own = row[free]
        traits = self._model.traits[free].astype(np.float64)
        before = _burden(counts, sizes, self._share)
        arriving = _burden(counts[None] + traits[:, None], (sizes + 1)[None], self._share)
        leaving = _burden(counts[own] - traits, sizes[own] - 1, self._share)
        known = self._met[free] @ at.T
        cost = arriving - before[None] + known + UNEVEN * (2 * sizes + 1)[None]
        away = leaving - before[own] - known[np.arange(len(free)), own] - UNEVEN * (2 * sizes[own] - 1)
        cost += away[:, None]
        unary = self._model.unary[self._number]
        if unary is not None:
            cost += unary[free][:, :width] - unary[free, own][:, None]
        cost[:, sizes >= self._high] = np.inf
        cost[sizes[own] <= self._low[own]] = np.inf
        cost[np.arange(len(free)), own] = np.inf
        best = int(np.argmin(cost))
        person, table = divmod(best, width)
        return int(free[person]), table, float(cost.flat[best])


def _burden(counts: Doubles, sizes: Doubles, share: Doubles) -> Doubles:
    """What tables of these sizes with these counts of each trait cost."""
    wanted = sizes[..., None] * share
    low, high = np.floor(wanted + 1e-9), np.ceil(wanted - 1e-9)
    outside = np.maximum(np.maximum(counts - high, low - counts), 0).sum(axis=-1)
    strain = ((counts - wanted) ** 2).sum(axis=-1)
    found: Doubles = EXCESS * outside + SQUARE * strain
    return found
