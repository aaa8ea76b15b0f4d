"""The problem as arrays: who has which trait, the seats of each round, and what a count costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from burgertop_app.domain.seating import SeatingProblem

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
REPEAT = 2_000
EXCESS = 4_000
SQUARE = 50


@dataclass(frozen=True)
class RoundShape:
    """The seats of one round, table after table.

    `sizes` is per table; `low` and `high` (the fair range) and `share` (the exact fair share) have shape
    (tables, traits).
    """

    sizes: Ints
    low: Ints
    high: Ints
    share: NDArray[np.float64]

    @cached_property
    def starts(self) -> Ints:
        """The first seat of each table."""
        return np.concatenate(([0], np.cumsum(self.sizes)[:-1])).astype(np.int64)

    @cached_property
    def table_of_seat(self) -> Ints:
        """The table that each seat belongs to."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def excess(self, counts: Ints) -> Ints:
        """Persons outside the fair range per table, for counts of shape (tables, traits)."""
        outside: Ints = np.maximum(np.maximum(counts - self.high, self.low - counts), 0).sum(axis=1)
        return outside


class Model:
    """The arrays of one problem; `names` has (attribute, value) for each trait, in a fixed order."""

    def __init__(self, problem: SeatingProblem) -> None:
        self.problem = problem
        self.people = len(problem.people)
        columns = list(zip(*problem.values, strict=True))
        self.names = tuple(
            (attribute, value)
            for attribute, column in zip(problem.attributes, columns, strict=False)
            for value in sorted(set(column))
        )
        self.traits = _one_hot(columns, self.people)
        having = self.traits.sum(axis=0).astype(np.int64)
        self.rounds = tuple(_shape(np.array(sizes), having, self.people) for sizes in problem.sizes)

    def counts(self, seated: Ints, number: int) -> Ints:
        """Persons per table and trait in round `number`, for the person in each seat."""
        shape = self.rounds[number]
        counts: Ints = np.add.reduceat(self.traits[seated], shape.starts, axis=0).astype(np.int64)
        return counts

    def prices(self, excess: int) -> tuple[Prices, ...]:
        """What counts cost per round when a person outside the fair range costs `excess`."""
        return tuple(Prices(shape, excess) for shape in self.rounds)


class Prices:
    """What one more (`up`) or one fewer (`down`) of a trait costs, shape (tables, traits, counts).

    All costs are whole numbers kept as floats, so that sums do not depend on their order.
    """

    def __init__(self, shape: RoundShape, excess: int) -> None:
        count = np.arange(-1, int(shape.sizes.max()) + 2)
        outside = np.maximum(np.maximum(count - shape.high[..., None], shape.low[..., None] - count), 0)
        cost = excess * outside + np.round(SQUARE * (count - shape.share[..., None]) ** 2)
        self.up = np.ascontiguousarray(cost[..., 2:] - cost[..., 1:-1], dtype=np.float32)
        self.down = np.ascontiguousarray(cost[..., :-2] - cost[..., 1:-1], dtype=np.float32)


def _one_hot(columns: list[tuple[str, ...]], people: int) -> Floats:
    traits = [
        np.array([value == one for value in column], dtype=np.float32)
        for column in columns
        for one in sorted(set(column))
    ]
    return np.array(traits, dtype=np.float32).reshape(len(traits), people).T.copy()


def _shape(sizes: Ints, having: Ints, people: int) -> RoundShape:
    wanted = np.outer(sizes, having)
    return RoundShape(sizes, wanted // people, -(-wanted // people), wanted / people)
