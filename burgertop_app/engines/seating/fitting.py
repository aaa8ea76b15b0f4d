"""Whether people fit at the tables where they may sit, and who do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from burgertop_app.domain.seating import SeatingProblem


def may_sit(problem: SeatingProblem, number: int) -> dict[int, frozenset[int]]:
    """The tables of those who may not sit everywhere in a round: by their needs, and by their locks."""
    everywhere = frozenset(range(len(problem.sizes[number])))
    found: dict[int, frozenset[int]] = {}
    for rule in problem.rules.allowed:
        if rule.round == number:
            found[rule.person] = found.get(rule.person, everywhere) & frozenset(rule.tables)
    for lock in problem.locks:
        if lock.round == number:
            found[lock.person] = found.get(lock.person, everywhere) & {lock.table}
    return found


def left_over(people: Sequence[int], may: Mapping[int, frozenset[int]], seats: Sequence[int]) -> list[int]:
    """People who together have fewer seats than they are; nobody when all fit.

    They are the ones on the source's side of a smallest cut, so the seats that they may take are all
    taken by them (Hall's theorem).

    Args:
        people: who must sit.
        may: per person the tables to choose from.
        seats: per table how many can sit there.
    """
    if not people:
        return []
    count, sink = len(people), len(people) + len(seats) + 1
    arcs = [(0, place, 1) for place in range(1, count + 1)]
    for place, one in enumerate(people, start=1):
        arcs += [(place, count + 1 + table, 1) for table in sorted(may[one])]
    arcs += [(count + 1 + table, sink, free) for table, free in enumerate(seats)]
    tails, heads, room = (np.array(each, dtype=np.int32) for each in zip(*arcs, strict=True))
    graph = csr_array((room, (tails, heads)), shape=(sink + 1, sink + 1))
    found = maximum_flow(graph, 0, sink)
    if found.flow_value == count:
        return []
    reached = _reached((graph - found.flow).toarray() > 0)
    return [one for place, one in enumerate(people, start=1) if place in reached]


def how_many_fit(people: Sequence[int], may: Mapping[int, frozenset[int]], tables: Sequence[int]) -> int:
    """How many of these people can each have one of these tables of their own."""
    taken: dict[int, int] = {}
    there = frozenset(tables)

    def seated(one: int, tried: set[int]) -> bool:
        for table in sorted((may.get(one, there) & there) - tried):
            tried.add(table)
            if table not in taken or seated(taken[table], tried):
                taken[table] = one
                return True
        return False

    return sum(seated(one, set()) for one in people)


def _reached(open_arcs: NDArray[np.bool_]) -> set[int]:
    """The nodes that can be reached from the first one."""
    reached, waiting = {0}, [0]
    while waiting:
        for there in np.flatnonzero(open_arcs[waiting.pop()]).tolist():
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    return reached
