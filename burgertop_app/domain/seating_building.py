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
from burgertop_app.domain.table_asks import LANGUAGE, asks, brought, divided, leadable, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Event, Facilitator, Lock, PairRule, Round, Stay, Table, TableRound
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

    `places` has for each of the `rounds` its tables in use, each with its place in that round. `stays`,
    `choices` (topics, first choice first), the `languages` that somebody needs at their table, and what
    facilitators bring are by participation.
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
    languages: Mapping[UUID, Sequence[str]] = field(default_factory=dict)
    brings: Mapping[UUID, Facilitator] = field(default_factory=dict)

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
            allowed=tuple(sorted((*self._allowed(), *self._spoken(), *self._leading(), *self._within()))),
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

        In a round in which one of them cannot lead their table they change, as few as possible.

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
            now = {
                table: who[place.facilitator_id] - len(self.people)
                for table, (_, place) in enumerate(tables)
                if place.facilitator_id in who
                and self._there(self.leaders[who[place.facilitator_id] - len(self.people)], number)
            }
            able = self._able(number)
            if any(table not in able[leader] for table, leader in now.items()):
                asking = [index for index, (table, _) in enumerate(tables) if asks(table.properties)]
                now = divided(sorted({*now, *asking}), able, now)
            found += [SeatLock(leader + len(self.people), number, table) for table, leader in now.items()]
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
        used = {table.no: table for tables in self.places for table, _ in tables}
        led = by_turns([used[no] for no in sorted(used)], self.brought)
        leads = {no: leader + len(self.people) for no, leader in led.items()}
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

    @property
    def brought(self) -> list[frozenset[str]]:
        """What each facilitator brings, as keys; in the order of `leaders`."""
        found = [self.brings.get(line.participation_id) for line in self.leaders]
        return [brought(one.languages, one.skills) if one else frozenset() for one in found]

    def _able(self, number: int) -> list[frozenset[int]]:
        """Per facilitator the tables that they can lead in a round; none when they are not there."""
        there = [self._there(line, number) for line in self.leaders]
        brings = [each if here else frozenset() for each, here in zip(self.brought, there, strict=True)]
        found = leadable([table.properties for table, _ in self.places[number]], brings)
        return [tables if here else frozenset() for tables, here in zip(found, there, strict=True)]

    def _leading(self) -> Iterable[AllowedTables]:
        """The tables that a facilitator can lead, for who cannot lead every one."""
        for number, tables in enumerate(self.places):
            for leader, able in enumerate(self._able(number), len(self.people)):
                line = self.leaders[leader - len(self.people)]
                if len(able) < len(tables) and self._there(line, number):
                    yield AllowedTables(leader, number, tuple(sorted(able)))

    def _spoken(self) -> Iterable[AllowedTables]:
        """The tables where somebody's language is spoken, as far as any table asks it."""
        for number, tables in enumerate(self.places):
            properties = [table.properties for table, _ in tables]
            for person, line in enumerate(self.people):
                languages = self.languages.get(line.participation_id, ())
                at = serving(languages, properties)
                if at:
                    yield AllowedTables(person, number, at, LANGUAGE + " / ".join(languages))

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


def by_turns(tables: Sequence[Table], brings: Sequence[frozenset[str]]) -> dict[int, int]:
    """The facilitator (from 0) of each table by number: who can lead it, else in order."""
    able = leadable([table.properties for table in tables], brings)
    return {tables[at].no: leader for at, leader in divided(range(len(tables)), able).items()}


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
