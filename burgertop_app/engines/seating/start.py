"""The first seats: those who must, those with few tables to choose from, then everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.groups import units
from burgertop_app.engines.seating.model import HARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.seating import SeatingPlan
    from burgertop_app.engines.seating.model import Flags, Ints, Model


def seats(
    model: Model, number: int, rng: np.random.Generator, start: SeatingPlan | None = None
) -> tuple[Ints, Flags]:
    """The person in each seat of a round, and which seats are locked.

    People who sit somewhere in `start`, or else were printed somewhere, begin there as far as there is room.
    """
    filling = _Filling(model, number)
    for lock in sorted(model.problem.locks):
        if lock.round == number:
            filling.seat(lock.person, lock.table)
    held = filling.seated >= 0
    printed = model.problem.rules.printed
    if start is not None or printed is not None:
        places = start.tables if start is not None else printed.tables if printed is not None else ()
        for person, table in enumerate(places[number]):
            if table >= 0 and person not in filling.placed:
                filling.offer(person, table)
    for unit in units(model.pairs[number]):
        filling.together([one for one in unit if one not in filling.placed], rng)
    for person in filling.choosy(rng):
        filling.choose([person], rng)
    filling.rest(rng)
    return filling.seated, held


class _Filling:
    """The seats of one round while they are filled."""

    def __init__(self, model: Model, number: int) -> None:
        self._model, self._number = model, number
        self._shape = model.rounds[number]
        self.seated = np.full(len(self._shape.table_of_seat), -1, dtype=np.int64)
        self.placed: set[int] = set()
        self._here = {int(one) for one in model.present[number]}
        unary = model.unary[number]
        self._may = unary < HARD if unary is not None else None
        self._apart: dict[int, set[int]] = {}
        for first, second, together in model.pairs[number].tolist():
            if not together:
                self._apart.setdefault(first, set()).add(second)
                self._apart.setdefault(second, set()).add(first)

    def seat(self, person: int, table: int) -> None:
        """Put somebody on the first free seat of their kind at a table; there must be one."""
        self.seated[self._free(person, table)[0]] = person
        self.placed.add(person)

    def offer(self, person: int, table: int) -> None:
        """The same, if there is such a seat and they may sit there."""
        if person in self._here and table in self._options([person]) and len(self._free(person, table)):
            self.seat(person, table)

    def together(self, unit: Sequence[int], rng: np.random.Generator) -> None:
        """Put a group at one table, beside those of it who sit already."""
        if unit:
            self.choose(list(unit), rng)

    def choose(self, group: list[int], rng: np.random.Generator) -> None:
        """Put a group at a table where they may sit, with most room; nowhere when there is none."""
        options = [table for table in self._options(group) if self._fits(group, table)]
        if not options:
            return
        best = max(options, key=lambda table: (len(self._free(group[0], table)), rng.random()))
        for person in group:
            self.seat(person, best)

    def choosy(self, rng: np.random.Generator) -> list[int]:
        """Who may not sit everywhere and has no seat yet, fewest tables first."""
        may = self._may
        if may is None:
            return []
        left = [one for one in self._here if one not in self.placed and not may[one].all()]
        return sorted(left, key=lambda one: (int(may[one].sum()), rng.random()))

    def rest(self, rng: np.random.Generator) -> None:
        """Everybody else on the seats that are left, by chance."""
        for kind in np.unique(self._shape.kind_of_seat).tolist():
            empty = np.flatnonzero((self.seated < 0) & (self._shape.kind_of_seat == kind))
            left = [
                one for one in sorted(self._here) if one not in self.placed and self._model.kind[one] == kind
            ]
            self.seated[empty] = rng.permutation(np.array(left, dtype=np.int64))

    def _free(self, person: int, table: int) -> Ints:
        right = (self._shape.table_of_seat == table) & (self._shape.kind_of_seat == self._model.kind[person])
        free: Ints = np.flatnonzero(right & (self.seated < 0))
        return free

    def _fits(self, group: Sequence[int], table: int) -> bool:
        return all(
            sum(self._model.kind[one] == self._model.kind[other] for other in group)
            <= len(self._free(one, table))
            for one in group
        )

    def _options(self, group: Sequence[int]) -> list[int]:
        """Tables where each of them may sit and nobody sits from whom they are kept apart."""
        tables = set(range(self._shape.tables))
        for one in group:
            if self._may is not None:
                tables &= set(np.flatnonzero(self._may[one]).tolist())
            for other in self._apart.get(one, ()):
                at = np.flatnonzero(self.seated == other)
                tables -= set(self._shape.table_of_seat[at].tolist())
        return sorted(tables)
