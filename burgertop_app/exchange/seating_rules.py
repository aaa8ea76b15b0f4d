"""The rules of a table plan from a TOML file; `resources/sample/seating-rules.toml` shows every kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating import SeatLock, even_sizes
from burgertop_app.domain.seating_rules import (
    AllowedTables,
    EarlierMeeting,
    Mixing,
    PairOrder,
    SeatingRules,
    TableWish,
    ValueMixing,
)
from burgertop_app.exchange.plan_sheet import read_meetings
from burgertop_app.exchange.rule_doubles import refuse_doubles
from burgertop_app.exchange.rule_text import Rule, read_rule_text
from burgertop_app.messages.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from burgertop_app.exchange.seating_people import SpreadPeople

TEMPLATE = Path(__file__).parents[2] / "resources" / "sample" / "seating-rules.toml"
KINDS: dict[str, tuple[str, ...]] = {
    "lock": ("person", "round", "table"),
    "apart": ("people", "rounds"),
    "together": ("people", "rounds"),
    "table": ("table", "properties", "low", "high"),
    "need": ("people", "property", "tables", "rounds"),
    "facilitator": ("name", "properties", "apart", "absent"),
    "absent": ("people", "rounds"),
    "observer": ("people",),
    "mixing": ("attribute", "value", "mode"),
    "weight": ("attribute", "weight"),
    "topic": ("name", "round", "tables"),
    "choice": ("person", "topics", "round", "within"),
    "earlier": ("plan",),
    "sizes": ("round", "sizes"),
}
FEWEST, MOST_SEATS, MOST_WEIGHT = 2, 1_000, 100


@dataclass(frozen=True)
class FileRules:
    """What a rules file says of a plan: locks, rules, persons per table and round, and seats per table.

    `seats` has fewest and most per table that was named (from 0), `plans` the files with earlier plans.
    """

    locks: tuple[SeatLock, ...]
    rules: SeatingRules
    sizes: tuple[tuple[int, ...], ...]
    seats: dict[int, tuple[int, int]] = field(default_factory=dict)
    plans: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Setting:
    """What a rules file is read for: the people, rounds, and tables of at most so many.

    `sizes` are given where the tables stand already, as for a repair.
    """

    people: SpreadPeople
    rounds: int
    table_size: int = 0
    sizes: tuple[tuple[int, ...], ...] = ()
    away: frozenset[int] = frozenset()


def read_rules(path: Path | None, setting: Setting) -> FileRules:
    """The rules in `path`, or none without one.

    Raises:
        NotFound: there is no such file.
        InvalidInput: not TOML, a kind, field, value, person, table or round that cannot be; the error
            names the file and the line.
    """
    found = read_rule_text(path, KINDS) if path is not None else ()
    return _Reading(found, setting, path.parent if path is not None else Path()).rules()


class _Reading:
    """One file being read for one setting."""

    def __init__(self, found: Sequence[Rule], setting: Setting, folder: Path) -> None:
        self._found, self._setting, self._folder = found, setting, folder
        self._rounds = setting.rounds
        self._leaders = tuple(rule.text("name") for rule in self._of("facilitator"))
        self._refuse_namesakes()
        refuse_doubles(found, self._rounds)
        known = setting.people.people + self._leaders
        self._places = {name: place for place, name in enumerate(known)}
        self._away = frozenset(
            (person, number) for person in setting.away for number in range(self._rounds)
        ) | frozenset(self._absences())
        self._sizes = setting.sizes or self._divided()
        self._most = max(map(len, self._sizes))

    def rules(self) -> FileRules:
        """Everything the file says."""
        spread = self._setting.people.spread
        weight = {rule.choice("attribute", spread): self._weight(rule) for rule in self._of("weight")}
        rules = SeatingRules(
            absent=self._away,
            observers=frozenset(self._observers()),
            leaders=self._leaders,
            pairs=tuple(self._pairs()),
            allowed=tuple(sorted((*self._needs(), *self._leading(), *self._within()))),
            mixing=tuple(self._mixing()),
            weights=tuple(weight.get(name, 1.0) for name in spread) if weight else (),
            wishes=tuple(self._wishes()),
            met=tuple(self._met()),
        )
        plans = tuple(self._folder / rule.text("plan") for rule in self._of("earlier"))
        return FileRules(tuple(self._locks()), rules, self._sizes, self._seats(), plans)

    def _refuse_namesakes(self) -> None:
        """A facilitator is called unlike anybody else, so that a rule can name them."""
        known = set(self._setting.people.people)
        for rule in self._of("facilitator"):
            name = rule.text("name")
            if name in known:
                raise rule.fault("seating_rule_namesake", person=name)
            known.add(name)

    def _observers(self) -> Iterator[int]:
        count = len(self._setting.people.people)
        for rule in self._of("observer"):
            for one in self._people(rule):
                if one >= count:
                    raise rule.fault("seating_rule_observer_leads", person=self._leaders[one - count])
                yield one

    def _of(self, kind: str) -> Iterator[Rule]:
        return (rule for rule in self._found if rule.kind == kind)

    def _divided(self) -> tuple[tuple[int, ...], ...]:
        """Persons per table: what the file says of a round, else as even as can be."""
        given = {rule.number("round", self._rounds): rule for rule in self._of("sizes")}
        people = len(self._setting.people.people)
        found = []
        for number in range(1, self._rounds + 1):
            here = people - sum(at == number - 1 and person < people for person, at in self._away)
            if here < FEWEST:
                raise self._empty(number, here)
            if number in given:
                found.append(_sizes(given[number], here))
            else:
                found.append(even_sizes(here, self._setting.table_size))
        return tuple(found)

    def _empty(self, number: int, here: int) -> InvalidInput:
        """Too few are there in a round: told with the first rule that sends people away then."""
        for rule in self._of("absent"):
            if number - 1 in self._when(rule):
                return rule.fault("seating_rule_round_empty", round=number, people=here)
        return InvalidInput("seating_round_empty", round=number, people=here)

    def _person(self, rule: Rule, name: str) -> int:
        if name not in self._places:
            raise rule.fault("seating_rule_person", person=name)
        return self._places[name]

    def _people(self, rule: Rule, key: str = "people", *, needed: bool = True) -> tuple[int, ...]:
        return tuple(self._person(rule, name) for name in rule.texts(key, needed=needed))

    def _when(self, rule: Rule, key: str = "rounds") -> tuple[int, ...]:
        return tuple(number - 1 for number in rule.numbers(key, self._rounds))

    def _tables(self, rule: Rule, number: int) -> tuple[int, ...]:
        return tuple(table - 1 for table in rule.numbers("tables", len(self._sizes[number])))

    def _absences(self) -> Iterator[tuple[int, int]]:
        for rule in self._of("absent"):
            for person in self._people(rule):
                yield from ((person, number) for number in self._when(rule))
        for rule in self._of("facilitator"):
            if "absent" in rule.fields:
                person = self._person(rule, rule.text("name"))
                yield from ((person, number) for number in self._when(rule, "absent"))

    def _locks(self) -> Iterator[SeatLock]:
        for rule in self._of("lock"):
            number = rule.number("round", self._rounds) - 1
            table = rule.number("table", len(self._sizes[number])) - 1
            person = self._person(rule, rule.text("person"))
            if person in self._setting.away:
                continue
            if (person, number) in self._away:
                raise rule.fault("seating_rule_lock_absent", person=rule.text("person"), round=number + 1)
            yield SeatLock(person, number, table)

    def _pairs(self) -> Iterator[PairOrder]:
        """Everybody of an “apart” from everybody else in it; everybody of a “together” with the first."""
        for rule in self._of("apart"):
            yield from self._orders(rule, combinations(self._group(rule), 2))
        for rule in self._of("together"):
            first, *others = self._group(rule)
            yield from self._orders(rule, ((first, other) for other in others))
        for rule in self._of("facilitator"):
            leader = self._person(rule, rule.text("name"))
            for person in self._people(rule, "apart", needed=False):
                if person == leader:
                    raise rule.fault("seating_rule_value", field="apart")
                yield PairOrder(PairKind.APART, min(person, leader), max(person, leader))

    def _group(self, rule: Rule) -> tuple[int, ...]:
        people = self._people(rule)
        if len(people) < 2 or len(set(people)) < len(people):
            raise rule.fault("seating_rule_pair")
        return people

    def _orders(self, rule: Rule, pairs: Iterable[tuple[int, int]]) -> Iterator[PairOrder]:
        when = self._when(rule) if "rounds" in rule.fields else ()
        for one, other in pairs:
            yield PairOrder(PairKind(rule.kind), min(one, other), max(one, other), when)

    def _properties(self) -> dict[int, frozenset[str]]:
        return {
            rule.number("table", self._most) - 1: frozenset(rule.texts("properties", needed=False))
            for rule in self._of("table")
        }

    def _needs(self) -> Iterator[AllowedTables]:
        """Whoever needs something sits where it is, or at the tables that are named."""
        properties = self._properties()
        for rule in self._of("need"):
            need = rule.text("property", "need")
            if "tables" not in rule.fields:
                rule.choice("property", sorted(frozenset[str]().union(*properties.values())))
            for number in self._when(rule):
                tables = (
                    self._tables(rule, number)
                    if "tables" in rule.fields
                    else tuple(sorted(table for table, has in properties.items() if need in has))
                )
                here = tuple(table for table in tables if table < len(self._sizes[number]))
                for person in self._people(rule):
                    yield AllowedTables(person, number, here, need)

    def _leading(self) -> Iterator[AllowedTables]:
        """A facilitator leads the tables that ask nothing, and those of which they have a property.

        Only properties that some facilitator has are asked of facilitators: a ramp is not.
        """
        rules = tuple(self._of("facilitator"))
        brought = {rule.text("name"): frozenset(rule.texts("properties", needed=False)) for rule in rules}
        asked = frozenset[str]().union(*brought.values())
        properties = self._properties()
        for rule in rules:
            name = rule.text("name")
            for number, sizes in enumerate(self._sizes):
                may = tuple(
                    table
                    for table in range(len(sizes))
                    if properties.get(table, frozenset()) & asked <= brought[name]
                )
                if len(may) < len(sizes):
                    yield AllowedTables(self._places[name], number, may, "")

    def _topics(self) -> dict[int, dict[str, tuple[int, ...]]]:
        """The tables of each topic per round."""
        found: dict[int, dict[str, tuple[int, ...]]] = {}
        for rule in self._of("topic"):
            number = rule.number("round", self._rounds) - 1
            here, tables = found.setdefault(number, {}), self._tables(rule, number)
            taken = {table for others in here.values() for table in others}.intersection(tables)
            if taken:
                raise rule.fault("seating_rule_two_topics", table=min(taken) + 1)
            here[rule.text("name")] = tables
        return found

    def _choices(self) -> Iterator[tuple[Rule, int, int, list[tuple[int, ...]]]]:
        """Per choice the rule, the person, the round and the tables of their topics in order."""
        topics = self._topics()
        for rule in self._of("choice"):
            number = rule.number("round", self._rounds, next(iter(topics), 0) + 1) - 1
            known, names = topics.get(number, {}), rule.texts("topics")
            if not known:
                raise rule.fault("seating_rule_no_topics", round=number + 1)
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                raise rule.fault("seating_rule_choice_twice", topic=twice)
            wanted = [known[rule.alone("topics", name).choice("topics", sorted(known))] for name in names]
            yield rule, self._person(rule, rule.text("person")), number, wanted

    def _wishes(self) -> Iterator[TableWish]:
        for _rule, person, number, wanted in self._choices():
            rank_of = {table: rank for rank, tables in reversed(list(enumerate(wanted))) for table in tables}
            for table in range(len(self._sizes[number])):
                yield TableWish(person, number, table, rank_of.get(table, len(wanted)))

    def _within(self) -> Iterator[AllowedTables]:
        for rule, person, number, wanted in self._choices():
            if "within" in rule.fields:
                count = rule.number("within", len(wanted))
                first, names = wanted[:count], rule.texts("topics")[:count]
                tables = tuple(sorted({table for tables in first for table in tables}))
                yield AllowedTables(person, number, tables, ", ".join(names))

    def _mixing(self) -> Iterator[ValueMixing]:
        people = self._setting.people
        for rule in self._of("mixing"):
            attribute = rule.choice("attribute", people.spread)
            column = people.spread.index(attribute)
            value = rule.choice("value", sorted({row[column] for row in people.values}))
            yield ValueMixing(attribute, value, Mixing(rule.choice("mode", [mode.value for mode in Mixing])))

    def _weight(self, rule: Rule) -> float:
        value = rule.fields.get("weight")
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= MOST_WEIGHT:
            raise rule.fault("seating_rule_value", field="weight")
        return float(value)

    def _met(self) -> Iterator[EarlierMeeting]:
        for rule in self._of("earlier"):
            if "\0" in rule.text("plan"):
                raise rule.fault("seating_rule_plan_missing", plan=rule.text("plan"))
            try:
                met = read_meetings(self._folder / rule.text("plan"))
            except NotFound as error:
                raise rule.fault("seating_rule_plan_missing", plan=rule.text("plan")) from error
            except InvalidInput as error:
                told = sentence(error)
                raise rule.fault("seating_rule_plan_unusable", plan=rule.text("plan"), told=told) from error
            for (one, other), times in met.items():
                if one in self._places and other in self._places:
                    first, second = sorted((self._places[one], self._places[other]))
                    yield EarlierMeeting(first, second, times)

    def _seats(self) -> dict[int, tuple[int, int]]:
        found = {}
        for rule in self._of("table"):
            if "low" in rule.fields or "high" in rule.fields:
                high = rule.number("high", MOST_SEATS)
                low = rule.number("low", high, FEWEST)
                if low < FEWEST:
                    raise rule.fault("seating_rule_alone")
                found[rule.number("table", self._most) - 1] = (low, high)
        return found


def _sizes(rule: Rule, people: int) -> tuple[int, ...]:
    """The persons per table that a rule gives a round; nobody sits alone."""
    sizes = rule.numbers("sizes", MOST_SEATS)
    if min(sizes) < FEWEST:
        raise rule.fault("seating_rule_alone")
    if sum(sizes) != people:
        raise rule.fault("seating_rule_sizes", seats=sum(sizes), people=people)
    return sizes
