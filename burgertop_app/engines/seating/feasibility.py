"""Whether a plan can exist at all; found before the search, and named by the rule that clashes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.seating.fitting import left_over
from burgertop_app.engines.seating.groups import units
from burgertop_app.engines.seating.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.seating import SeatingProblem


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
        self._everywhere = frozenset(model.problem.in_use(number))
        self._may = dict.fromkeys(self._here, self._everywhere)
        self._needs: dict[int, set[str]] = defaultdict(set)
        for rule in model.problem.rules.allowed:
            if rule.round == number and rule.person in self._may:
                self._may[rule.person] &= frozenset(rule.tables)
                self._needs[rule.person].add(rule.need)
        held = [lock for lock in model.problem.locks if lock.round == number]
        self._held = {lock.person for lock in held}
        for lock in held:
            if lock.table not in self._may[lock.person]:
                raise self._refusal("seating_lock_barred", lock.person, table=lock.table + 1)
            self._may[lock.person] = frozenset((lock.table,))

    def check(self) -> None:
        """Refuse what cannot be in this round."""
        for person in self._here:
            if not self._may[person] and not self._may_wait(person):
                raise self._refusal("seating_nowhere", person, need=self._named([person]))
        self._check_pairs()
        self._check_seats()
        self._check_leaders()

    def _check_pairs(self) -> None:
        """Groups fit at a table, are allowed at one, and are not kept apart within."""
        apart = defaultdict(set)
        for first, second, together in self._model.pairs[self._number].tolist():
            if not together:
                apart[first].add(second)
                apart[second].add(first)
        group_of: dict[int, frozenset[int]] = {}
        for group in units(self._model.pairs[self._number]):
            self._check_group(group, apart)
            may = frozenset.intersection(*(self._may[one] for one in group))
            group_of |= dict.fromkeys(group, may)
        for one, others in sorted(apart.items()):
            for other in sorted(others):
                places = [group_of.get(who, self._may[who]) for who in (one, other)]
                free = self._may_wait(one) or self._may_wait(other)
                if places[0] == places[1] and len(places[0]) == 1 and not free:
                    raise self._clash("seating_apart_same_table", one, other)
        crowd = _crowd({one: others for one, others in apart.items() if not self._leads(one)})
        if len(crowd) > len(self._everywhere):
            raise NotPossible(
                "seating_apart_too_many",
                round=self._number + 1,
                people=len(crowd),
                tables=len(self._everywhere),
            )

    def _check_group(self, group: Sequence[int], apart: Mapping[int, set[int]]) -> None:
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if other in apart.get(one, ()):
                    raise self._clash("seating_apart_and_together", one, other)
        tables = frozenset.intersection(*(self._may[one] for one in group))
        if not tables:
            raise self._clash("seating_together_elsewhere", group[0], group[1])
        leading = [one for one in group if self._leads(one)]
        if len(leading) > 1:
            raise self._clash("seating_together_leaders", leading[0], leading[1])
        wanted, most = len(group) - len(leading), max(self._seats[table] for table in tables)
        if wanted > most:
            raise NotPossible("seating_together_too_large", round=self._number + 1, people=wanted, seats=most)

    def _check_seats(self) -> None:
        """People fit at the tables where they may sit; else the ones who do not.

        Who is locked at one of these tables without the need takes a seat from those who have it.
        """
        people = [one for one in self._here if not self._leads(one) and self._may[one] != self._everywhere]
        seats = self._seats
        left = left_over(people, self._may, seats)
        if not left:
            return
        tables = sorted(frozenset.union(*(self._may[one] for one in left)))
        needing = [one for one in left if self._named([one])] or left
        raise NotPossible(
            "seating_too_few_places",
            round=self._number + 1,
            need=self._named(left),
            people=len(needing),
            seats=sum(seats[table] for table in tables) - (len(left) - len(needing)),
        )

    def _check_leaders(self) -> None:
        """Every table that only some facilitators can lead gets one of them."""
        leaders = [one for one in self._here if self._leads(one)]
        if len(leaders) < len(self._everywhere):
            return
        can = {
            table: frozenset(place for place, one in enumerate(leaders) if table in self._may[one])
            for table in sorted(self._everywhere)
        }
        left = left_over(sorted(can), can, [1] * len(leaders))
        if left:
            raise NotPossible(
                "seating_leaders_lacking",
                round=self._number + 1,
                tables=len(left),
                leaders=len(frozenset.union(*(can[table] for table in left))),
                first=left[0] + 1,
            )

    @property
    def _seats(self) -> tuple[int, ...]:
        """Seats per table, for people and observers alike."""
        return self._model.problem.sizes[self._number]

    def _leads(self, one: int) -> bool:
        return one >= self._model.people

    def _may_wait(self, one: int) -> bool:
        """Whether somebody can be there without a table: a facilitator, unless locked at one."""
        return self._leads(one) and one not in self._held

    def _named(self, people: Sequence[int]) -> str:
        """The needs of these people, in words that the organiser gave."""
        return ", ".join(sorted({need for one in people for need in self._needs[one] if need}))

    def _refusal(self, code: str, person: int, **more: str | int) -> NotPossible:
        called = self._model.problem.called(person)
        return NotPossible(code, person=called, round=self._number + 1, **more)

    def _clash(self, code: str, one: int, other: int) -> NotPossible:
        called = self._model.problem.called
        return NotPossible(code, one=called(one), other=called(other), round=self._number + 1)


def _crowd(apart: Mapping[int, set[int]]) -> list[int]:
    """A large group in which everybody is kept from everybody, found greedily."""
    best: list[int] = []
    for one in sorted(apart):
        crowd = [one]
        for other in sorted(apart[one] & apart.keys(), key=lambda who: (-len(apart[who]), who)):
            if all(other in apart[who] for who in crowd):
                crowd.append(other)
        best = max(best, crowd, key=len)
    return best
