"""From a meeting to the problem that the search solves: people by index, rules by table and round."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import NeedKind
from burgertop_app.domain.seating import SeatLock
from burgertop_app.domain.seating_rules import (
    AllowedTables,
    EarlierMeeting,
    PairOrder,
    SeatingRules,
    TableWish,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Event, Lock, PairRule, Round, Stay, Table, TableRound
    from burgertop_app.domain.seating_rules import Printed
    from burgertop_app.domain.views import PersonLine

SAME, WISH = "same", "wish"
"""Topics in a round: who has which is no matter, or as people wish; "top2" keeps all to two first choices."""

TOPIC = "topic"
MOST_CHOICES = 5
TABLE_NEEDS = (NeedKind.WHEELCHAIR, NeedKind.HEARING, NeedKind.QUIET)
"""Needs that some tables serve and others do not."""


@dataclass(frozen=True)
class Company:
    """Two people who sat together at an earlier meeting of the process, and how often."""

    one_id: UUID
    other_id: UUID
    times: int


@dataclass(frozen=True)
class SeatingGround:
    """What a plan is made on: who comes, who leads, and which tables there are in each round.

    `places` has for each of the `rounds` its tables in use, each with its place in that round. `stays` and
    `choices` (topics, first choice first) are by participation.
    """

    event: Event
    people: Sequence[PersonLine]
    leaders: Sequence[PersonLine]
    rounds: Sequence[Round]
    places: Sequence[Sequence[tuple[Table, TableRound]]]
    pairs: Sequence[PairRule] = ()
    earlier: Sequence[Company] = ()
    stays: Mapping[UUID, Stay] = field(default_factory=dict)
    choices: Mapping[UUID, Sequence[str]] = field(default_factory=dict)

    @property
    def index(self) -> Mapping[UUID, int]:
        """The index of each person and facilitator, by participation."""
        everyone = (*self.people, *self.leaders)
        return {line.participation_id: place for place, line in enumerate(everyone)}

    def present(self, number: int) -> int:
        """How many people, without facilitators, are there in round `number` (from 0)."""
        return sum(self._there(line, number) for line in self.people)

    def rules(self, spread: Sequence[str], printed: Printed | None = None) -> SeatingRules:
        """The rules that hold, by index, where people are mixed by the features in `spread`."""
        who = self.index
        return SeatingRules(
            absent=frozenset(
                (index, number)
                for index, line in enumerate((*self.people, *self.leaders))
                for number in range(len(self.places))
                if not self._there(line, number)
            ),
            observers=frozenset(
                index
                for index, line in enumerate(self.people)
                if (stay := self.stays.get(line.participation_id)) is not None and stay.observes
            ),
            weights=tuple(self.event.weights.get(name, 1.0) for name in spread) if self.event.weights else (),
            mixing=tuple(rule for rule in self.event.mixing if self._has(rule.attribute, rule.value, spread)),
            wishes=tuple(sorted(self._wishes())),
            leaders=tuple(line.number for line in self.leaders),
            pairs=tuple(
                sorted(
                    PairOrder(rule.kind, *_ordered(who[rule.a_id], who[rule.b_id]))
                    for rule in self.pairs
                    if rule.a_id in who and rule.b_id in who
                )
            ),
            allowed=tuple(sorted((*self._allowed(), *self._within()))),
            met=tuple(
                sorted(
                    EarlierMeeting(*_ordered(who[met.one_id], who[met.other_id]), met.times)
                    for met in self.earlier
                    if met.one_id in who and met.other_id in who
                )
            ),
            printed=printed,
        )

    def leader_locks(self) -> tuple[SeatLock, ...]:
        """The facilitators who were put at a table, round by round; each keeps a table when none was.

        Raises:
            NotPossible: somebody leads two tables in one round.
        """
        who = {line.participation_id: place for place, line in enumerate(self.leaders, len(self.people))}
        if not any(place.facilitator_id in who for tables in self.places for _, place in tables):
            return self._by_turns()
        found = []
        for number, tables in enumerate(self.places):
            led = Counter(place.facilitator_id for _, place in tables if place.facilitator_id in who)
            for leader, count in led.items():
                if count > 1:
                    called = self.leaders[who[leader] - len(self.people)].number
                    raise NotPossible("facilitator_twice", number=called, round=number + 1, tables=count)
            found += [
                SeatLock(who[place.facilitator_id], number, table)
                for table, (_, place) in enumerate(tables)
                if place.facilitator_id in who
                and self._there(self.leaders[who[place.facilitator_id] - len(self.people)], number)
            ]
        return tuple(sorted(found))

    def comes(self, line: PersonLine, turn: Round) -> bool:
        """Whether somebody is there in a round."""
        stay = self.stays.get(line.participation_id)
        return stay is None or stay.includes(turn.no)

    def _there(self, line: PersonLine, number: int) -> bool:
        return self.comes(line, self.rounds[number])

    def _has(self, feature: str, value: str, spread: Sequence[str]) -> bool:
        """Whether somebody who comes has this value of a feature that people are mixed by."""
        return feature in spread and any(line.features.get(feature, "") == value for line in self.people)

    def _chosen(self) -> Iterable[tuple[int, int, Sequence[Sequence[int]]]]:
        """Per person and round with topics to choose: the tables of each choice, the first choice first."""
        for number, (turn, tables) in enumerate(zip(self.rounds, self.places, strict=True)):
            if turn.topic_mode == SAME:
                continue
            at: dict[str, list[int]] = {}
            for index, (_table, place) in enumerate(tables):
                at.setdefault((place.topic or turn.topic).casefold(), []).append(index)
            for person, line in enumerate(self.people):
                topics = self.choices.get(line.participation_id, ())
                wanted = [at.get(topic.casefold(), []) for topic in topics]
                if any(wanted) and self._there(line, number):
                    yield person, number, wanted

    def _wishes(self) -> Iterable[TableWish]:
        for person, number, wanted in self._chosen():
            ranks = {table: rank for rank, tables in reversed(list(enumerate(wanted))) for table in tables}
            for table in range(len(self.places[number])):
                yield TableWish(person, number, table, ranks.get(table, len(wanted)))

    def _within(self) -> Iterable[AllowedTables]:
        """Where somebody may sit when they always get one of their first choices."""
        for person, number, wanted in self._chosen():
            most = first_choices(self.rounds[number].topic_mode)
            tables = sorted({table for tables in wanted[:most] for table in tables})
            if most and tables:
                yield AllowedTables(person, number, tuple(tables), TOPIC)

    def _by_turns(self) -> tuple[SeatLock, ...]:
        """Each facilitator at a table of their own, the same one in every round that uses it."""
        numbers = sorted({table.no for tables in self.places for table, _ in tables})
        leads = dict(
            zip(numbers, range(len(self.people), len(self.people) + len(self.leaders)), strict=False)
        )
        return tuple(
            sorted(
                SeatLock(leads[table.no], number, index)
                for number, tables in enumerate(self.places)
                for index, (table, _) in enumerate(tables)
                if table.no in leads and self._there(self.leaders[leads[table.no] - len(self.people)], number)
            )
        )

    def seat_locks(self, locks: Iterable[Lock]) -> tuple[SeatLock, ...]:
        """The locks of people who come, at tables in use, in the rounds in which they are there."""
        who = self.index
        everyone = (*self.people, *self.leaders)
        at = {
            (place.round_id, table.id): (number, index)
            for number, tables in enumerate(self.places)
            for index, (table, place) in enumerate(tables)
        }
        return tuple(
            sorted(
                SeatLock(who[lock.participation_id], *at[lock.round_id, lock.table_id])
                for lock in locks
                if lock.participation_id in who
                and (lock.round_id, lock.table_id) in at
                and self._there(everyone[who[lock.participation_id]], at[lock.round_id, lock.table_id][0])
            )
        )

    def _allowed(self) -> Iterable[AllowedTables]:
        """Where people with a need may sit, for the needs that tables were marked for."""
        for number, tables in enumerate(self.places):
            for need in TABLE_NEEDS:
                serving = tuple(
                    index for index, (table, _) in enumerate(tables) if need.value in table.properties
                )
                if serving:
                    yield from (
                        AllowedTables(person, number, serving, need.value)
                        for person, line in enumerate(self.people)
                        if need in line.needs
                    )


def first_choices(mode: str) -> int:
    """Within how many first choices everybody stays in a round with this mode; 0 where that is no rule."""
    number = mode.removeprefix("top")
    return int(number) if number != mode and number.isdigit() else 0


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def companies(tables: Iterable[Iterable[UUID]]) -> tuple[Company, ...]:
    """How often each two of the people at these tables sat together."""
    counted = Counter(pair for people in tables for pair in combinations(sorted(set(people)), 2))
    return tuple(Company(one, other, times) for (one, other), times in sorted(counted.items()))
