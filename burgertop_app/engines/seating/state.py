"""Everybody on a seat in every round, with how far the plan is, kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.seating import SeatingPlan

if TYPE_CHECKING:
    from burgertop_app.engines.seating.model import Flags, Ints, Model


class State:
    """A plan under way.

    `seated` is the person in each seat, shape (rounds, people); `held` marks locked seats.
    `met` is how often each two people share a table, `excess` the persons outside the fair range per
    round and table, `coincidences` the sum of C(times met, 2).
    """

    def __init__(self, model: Model, rng: np.random.Generator) -> None:
        self.model = model
        rounds = range(len(model.rounds))
        places = [_start(model, number, rng) for number in rounds]
        self.seated: Ints = np.array([seated for seated, _ in places])
        self.held: Flags = np.array([held for _, held in places])
        self.excess: list[Ints] = [
            model.rounds[number].excess(model.counts(self.seated[number], number)) for number in rounds
        ]
        self.met = meetings(self.tables)
        times = self.met.astype(np.int64)
        self.coincidences = int((times * (times - 1)).sum()) // 4

    @property
    def tables(self) -> Ints:
        """The table of each person, shape (rounds, people)."""
        tables = np.empty_like(self.seated)
        for number, shape in enumerate(self.model.rounds):
            tables[number, self.seated[number]] = shape.table_of_seat
        return tables

    @property
    def standing(self) -> tuple[int, int]:
        """Excess persons and coincidences; the lower the better, in that order."""
        return sum(int(tables.sum()) for tables in self.excess), self.coincidences


def meetings(tables: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """How often each two people share a table, for tables of shape (rounds, people); diagonal zero."""
    people = tables.shape[1]
    met = np.zeros((people, people), dtype=np.uint8)
    for row in tables:
        met += row[:, None] == row[None, :]
    np.fill_diagonal(met, 0)
    return met


def as_plan(tables: Ints, seed: int, steps: int) -> SeatingPlan:
    """The plan with these tables per round and person."""
    return SeatingPlan(tuple(tuple(row) for row in tables.tolist()), seed, steps)


def _start(model: Model, number: int, rng: np.random.Generator) -> tuple[Ints, Flags]:
    """Locked people at their tables, the others anywhere; and which seats are locked."""
    shape = model.rounds[number]
    seated = np.full(model.people, -1, dtype=np.int64)
    filled = [0] * len(shape.sizes)
    for lock in sorted(model.problem.locks):
        if lock.round == number:
            seated[shape.starts[lock.table] + filled[lock.table]] = lock.person
            filled[lock.table] += 1
    held = seated >= 0
    free = np.setdiff1d(np.arange(model.people), seated[held])
    seated[~held] = rng.permutation(free)
    return seated, held
