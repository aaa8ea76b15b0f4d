"""How many observers sit at each table of a round; the search then lets them change places only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.fitting import left_over, may_sit
from burgertop_app.engines.seating.groups import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.domain.seating import SeatingProblem
    from burgertop_app.engines.seating.model import Ints


def observers_at(problem: SeatingProblem, number: int, pairs: Ints) -> Ints:
    """Observers per table: beside whom they accompany, where they were printed, and else divided evenly.

    They leave room for the people who can only sit at some tables, as far as that is possible.

    Args:
        problem: who is there, and the rules.
        number: the round.
        pairs: rows of (first, second, 1 for together) that hold in this round.
    """
    dividing = _Dividing(problem, number, pairs)
    found = dividing.shared(dividing.groups_of_observers())
    if dividing.leaves_room(found):
        return found
    return dividing.shared(dividing.groups())


class _Dividing:
    """One round in which observers get a table."""

    def __init__(self, problem: SeatingProblem, number: int, pairs: Ints) -> None:
        self._here = set(problem.present(number))
        self._observers = self._here & problem.rules.observers
        self._sizes = np.array(problem.sizes[number], dtype=np.int64)
        self._may = may_sit(problem, number)
        self._held = {
            lock.person: lock.table
            for lock in problem.locks
            if lock.round == number and lock.person in self._here
        }
        self._everywhere = frozenset(range(len(self._sizes)))
        self._units = units(pairs)
        printed = problem.rules.printed
        self._printed = printed.tables[number] if printed is not None else ()

    def groups_of_observers(self) -> list[tuple[int, ...]]:
        """Observers with whom they must sit, the ones with fewest tables first; and who has a lock."""
        return self._ordered(
            group
            for group in self._blocks()
            if self._observers.intersection(group) or len(self._tables(group)) == 1
        )

    def groups(self) -> list[tuple[int, ...]]:
        """Everybody who may not sit everywhere, and every observer."""
        return self._ordered(
            group
            for group in self._blocks()
            if self._observers.intersection(group) or self._tables(group) != self._everywhere
        )

    def shared(self, groups: Sequence[tuple[int, ...]]) -> Ints:
        """Observers per table when these groups choose one after another; locks are kept."""
        found = self._sizes * 0
        room = self._sizes.copy()
        for one, table in self._held.items():
            found[table] += one in self._observers
            room[table] -= 1
        for group in groups:
            free = [one for one in group if one not in self._held]
            fitting = frozenset(np.flatnonzero(room >= len(free)).tolist())
            options = self._tables(group) & fitting or fitting
            for block in [free] if options else [[one] for one in free]:
                self._sit(block, options or frozenset(np.flatnonzero(room).tolist()), found, room)
        return found

    def leaves_room(self, found: Ints) -> bool:
        """Whether the others who may not sit everywhere fit on the seats that are left."""
        others = sorted(one for one in self._here - self._observers if one in self._may)
        return not left_over(others, self._may, (self._sizes - found).tolist())

    def _blocks(self) -> list[tuple[int, ...]]:
        blocks = [tuple(one for one in unit if one in self._here) for unit in self._units]
        tied = {one for block in blocks for one in block}
        return [block for block in blocks if block] + [(one,) for one in sorted(self._here - tied)]

    def _ordered(self, groups: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
        return sorted(groups, key=lambda group: (len(self._tables(group)), -len(group), group))

    def _tables(self, group: Sequence[int]) -> frozenset[int]:
        return frozenset.intersection(*(self._may.get(one, self._everywhere) for one in group))

    def _sit(self, block: Sequence[int], options: frozenset[int], found: Ints, room: Ints) -> None:
        if not block:
            return
        watching = self._observers.intersection(block)
        best = min(options, key=lambda table: self._worth(table, watching, found, room))
        found[best] += len(watching)
        room[best] -= len(block)

    def _worth(self, table: int, watching: set[int], found: Ints, room: Ints) -> tuple[int, ...]:
        """The lower the better: printed there, few observers, much room."""
        strange = sum(self._printed[one] != table for one in watching) if self._printed else 0
        return strange, int(found[table]), -int(room[table]), table
