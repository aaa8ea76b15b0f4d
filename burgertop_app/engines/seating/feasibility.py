"""Whether a plan can exist at all; found before the search, and named by the rule that clashes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.seating.model import LEADER, PERSON, Model
from burgertop_app.engines.seating.units import units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.seating import SeatingProblem
    from burgertop_app.engines.seating.model import Flags, RoundShape


def refuse_impossible(problem: SeatingProblem) -> None:
    """Refuse rules that no plan can keep, each round by itself.

    Found are: a group together that is larger than any table or whose members must be apart or at other
    tables; more people for some tables than these have seats (by a largest flow, so every combination of
    allowed tables is seen); too few facilitators who can lead a table. More people who must all be apart
    than there are tables is found when each is kept from each; other tangles of pairs are left to the
    search, which says which rule it could not keep.

    Raises:
        NotPossible: with round, rule, people and seats.
    """
    model = Model(problem)
    for number in range(len(problem.sizes)):
        _Round(model, number).check()


class _Round:
    """One round: where everybody may sit, with the locks."""

    def __init__(self, model: Model, number: int) -> None:
        self._model, self._number, self._shape = model, number, model.rounds[number]
        self._here = [int(one) for one in model.present[number] if one < model.problem.everyone]
        everywhere = frozenset(range(self._shape.tables))
        self._may: dict[int, frozenset[int]] = dict.fromkeys(self._here, everywhere)
        self._needs: dict[int, set[str]] = defaultdict(set)
        for rule in model.problem.rules.allowed:
            if rule.round == number and rule.person in self._may:
                self._may[rule.person] &= frozenset(rule.tables)
                self._needs[rule.person].add(rule.need)
        for lock in model.problem.locks:
            if lock.round == number:
                if lock.table not in self._may[lock.person]:
                    raise self._refusal("seating_lock_barred", lock.person, table=lock.table + 1)
                self._may[lock.person] = frozenset((lock.table,))
        self._everywhere = everywhere

    def check(self) -> None:
        """Refuse what cannot be in this round."""
        for person in self._here:
            if not self._may[person]:
                raise self._refusal("seating_nowhere", person, need=self._named([person]))
        self._check_pairs()
        for kind in np.unique(self._model.kind[self._here]).tolist():
            self._check_seats(kind)

    def _check_pairs(self) -> None:
        """Groups fit at a table, are allowed at one, and are not kept apart within."""
        apart = defaultdict(set)
        for first, second, together in self._model.pairs[self._number].tolist():
            if not together:
                apart[first].add(second)
                apart[second].add(first)
        group_of: dict[int, frozenset[int]] = {}
        for group in units(self._model, self._number):
            self._check_group(group, apart)
            may = frozenset.intersection(*(self._may[one] for one in group))
            group_of |= dict.fromkeys(group, may)
        for one, others in sorted(apart.items()):
            for other in sorted(others):
                places = [group_of.get(who, self._may[who]) for who in (one, other)]
                if places[0] == places[1] and len(places[0]) == 1:
                    raise self._clash("seating_apart_same_table", one, other)
        crowd = _crowd(apart)
        if len(crowd) > self._shape.tables:
            raise NotPossible(
                "seating_apart_too_many",
                round=self._number + 1,
                people=len(crowd),
                tables=self._shape.tables,
            )

    def _check_group(self, group: Sequence[int], apart: Mapping[int, set[int]]) -> None:
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if other in apart.get(one, ()):
                    raise self._clash("seating_apart_and_together", one, other)
        tables = frozenset.intersection(*(self._may[one] for one in group))
        if not tables:
            raise self._clash("seating_together_elsewhere", group[0], group[1])
        kinds = self._model.kind[list(group)]
        for kind in np.unique(kinds).tolist():
            wanted = int((kinds == kind).sum())
            most = max(len(self._seats(kind, table)) for table in tables)
            if wanted > most:
                raise NotPossible(
                    "seating_together_too_large", round=self._number + 1, people=wanted, seats=most
                )

    def _check_seats(self, kind: int) -> None:
        """People of a kind fit at the tables where they may sit; else the fewest of them who do not."""
        if kind == LEADER:
            self._check_leaders()
            return
        people = [
            one for one in self._here if self._model.kind[one] == kind and self._may[one] != self._everywhere
        ]
        seats = [len(self._seats(kind, table)) for table in range(self._shape.tables)]
        left = _left_over(people, self._may, seats)
        if not left:
            return
        tables = sorted(frozenset.union(*(self._may[one] for one in left)))
        raise NotPossible(
            "seating_too_few_places",
            round=self._number + 1,
            need=self._named(left),
            people=len(left),
            seats=sum(seats[table] for table in tables),
        )

    def _check_leaders(self) -> None:
        """Every table that only some facilitators can lead gets one of them."""
        leaders = [one for one in self._here if self._model.kind[one] == LEADER]
        if len(leaders) < self._shape.tables:
            return
        can = {
            table: frozenset(place for place, one in enumerate(leaders) if table in self._may[one])
            for table in range(self._shape.tables)
        }
        left = _left_over(sorted(can), can, [1] * len(leaders))
        if left:
            raise NotPossible(
                "seating_leaders_lacking",
                round=self._number + 1,
                tables=len(left),
                leaders=len(frozenset.union(*(can[table] for table in left))),
                first=left[0] + 1,
            )

    def _seats(self, kind: int, table: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        wanted = kind if kind in self._shape.kind_of_seat else PERSON
        return np.flatnonzero(_at(self._shape, table) & (self._shape.kind_of_seat == wanted))

    def _named(self, people: Sequence[int]) -> str:
        """The needs of these people, in words that the organiser gave."""
        return ", ".join(sorted({need for one in people for need in self._needs[one] if need}))

    def _refusal(self, code: str, person: int, **more: str | int) -> NotPossible:
        called = self._model.problem.called(person)
        return NotPossible(code, person=called, round=self._number + 1, **more)

    def _clash(self, code: str, one: int, other: int) -> NotPossible:
        called = self._model.problem.called
        return NotPossible(code, one=called(one), other=called(other), round=self._number + 1)


def _at(shape: RoundShape, table: int) -> Flags:
    found: Flags = shape.table_of_seat == table
    return found


def _left_over(people: Sequence[int], may: Mapping[int, frozenset[int]], seats: Sequence[int]) -> list[int]:
    """People who together have fewer seats than they are: nobody when all fit.

    The ones on the source's side of a smallest cut (Hall's theorem); it is the smallest such set there.
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


def _reached(open_arcs: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> set[int]:
    """The nodes that can be reached from the first one."""
    reached, waiting = {0}, [0]
    while waiting:
        for there in np.flatnonzero(open_arcs[waiting.pop()]).tolist():
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    return reached


def _crowd(apart: Mapping[int, set[int]]) -> list[int]:
    """A large group in which everybody is kept from everybody, found greedily."""
    best: list[int] = []
    for one in sorted(apart):
        crowd = [one]
        for other in sorted(apart[one], key=lambda who: (-len(apart[who]), who)):
            if all(other in apart[who] for who in crowd):
                crowd.append(other)
        best = max(best, crowd, key=len)
    return best
