"""The figures of a plan counted one by one, slowly and with nothing of the engine."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating_rules import Mixing


@dataclass(frozen=True)
class Seen:
    """What a plan comes to."""

    excess: int
    repeats: int
    coincidences: int
    leaders: int
    broken: int
    moved: int


def seen(problem, plan):
    """The figures of a plan."""
    times, led = meetings(problem, plan)
    before = Counter()
    for earlier in problem.rules.met:
        before[min(earlier.first, earlier.second), max(earlier.first, earlier.second)] += earlier.times
    return Seen(
        excess=sum(_outside(problem, row, number) for number, row in enumerate(plan.tables)),
        repeats=sum(max(count - 1, 0) - max(before[pair] - 1, 0) for pair, count in times.items()),
        coincidences=sum(math.comb(count, 2) - math.comb(before[pair], 2) for pair, count in times.items()),
        leaders=sum(max(count - 1, 0) - max(before[pair] - 1, 0) for pair, count in led.items()),
        broken=sum(_broken(problem, row, number) for number, row in enumerate(rows(problem, plan))),
        moved=_moved(problem, plan),
    )


def rows(problem, plan):
    """The table per round of people and facilitators; -1 for absent and None for who leads no table."""
    led = plan.leaders or ((-1,) * len(problem.rules.leaders),) * len(plan.tables)
    absent, people = problem.rules.absent, len(problem.people)
    return [
        (
            *row,
            *(
                table if table >= 0 else -1 if (people + place, number) in absent else None
                for place, table in enumerate(tables)
            ),
        )
        for number, (row, tables) in enumerate(zip(plan.tables, led, strict=True))
    ]


def meetings(problem, plan):
    """How often each two meet, earlier ones with them: people with people, and with facilitators."""
    people = len(problem.people)
    together = {
        (order.first, order.second) for order in problem.rules.pairs if order.kind is PairKind.TOGETHER
    }
    times = Counter()
    for earlier in problem.rules.met:
        times[min(earlier.first, earlier.second), max(earlier.first, earlier.second)] += earlier.times
    for row in rows(problem, plan):
        for pair in combinations(range(len(row)), 2):
            one, other = (row[who] for who in pair)
            times[pair] += one is not None and one == other and one >= 0
    counting = {
        pair: count
        for pair, count in times.items()
        if not problem.rules.observers.intersection(pair) and pair not in together and pair[0] < people
    }
    return (
        {pair: count for pair, count in counting.items() if pair[1] < people},
        {pair: count for pair, count in counting.items() if pair[1] >= people},
    )


def solvable(problem, number):
    """Whether there are seats in a round that keep every rule, by trying all."""
    people = len(problem.people)
    size = problem.sizes[number]
    here = problem.present(number)
    leading = [one for one in range(people, problem.everyone) if (one, number) not in problem.rules.absent]
    places = [table for table, count in enumerate(size) if count]
    places += [None] * max(0, len(leading) - len(places))
    for seats in set(permutations([table for table, count in enumerate(size) for _ in range(count)])):
        row = dict.fromkeys(range(problem.everyone), -1) | dict(zip(here, seats, strict=True))
        for tables in set(permutations(places, len(leading))):
            full = row | dict(zip(leading, tables, strict=True))
            if not _broken(problem, full, number):
                return True
    return False


def _outside(problem, row, number):
    counting = [
        person
        for person in range(len(problem.people))
        if row[person] >= 0 and person not in problem.rules.observers
    ]
    groups = [[one for one in counting if row[one] == table] for table in range(len(problem.sizes[number]))]
    modes = {(rule.attribute, rule.value): rule.mixing for rule in problem.rules.mixing}
    total = 0
    for place, attribute in enumerate(problem.attributes):
        column = {person: problem.values[person][place] for person in counting}
        having = Counter(column.values())
        for value in having:
            mode = modes.get((attribute, value), Mixing.SPREAD)
            for group in groups:
                count = sum(column[person] == value for person in group)
                held = sum(
                    people
                    for other, people in having.items()
                    if modes.get((attribute, other)) is Mixing.TOGETHER
                )
                share = Fraction(len(group) * having[value], len(counting))
                fair = (math.floor(share), math.ceil(share))
                if held and mode is Mixing.SPREAD:
                    rest = len(counting) - held
                    fair = (
                        math.floor(Fraction(max(len(group) - held, 0) * having[value], rest)),
                        math.ceil(Fraction(len(group) * having[value], rest)),
                    )
                total += _distance(mode, count, fair, having[value], max(map(len, groups)))
    return total


def _distance(mode, count, fair, having, largest):
    if mode is Mixing.SPREAD:
        return max(count - fair[1], fair[0] - count, 0)
    if mode is Mixing.NEVER_ONE:
        return int(count == 1 and having > 1)
    least = having // math.ceil(having / largest)
    return min(count, least - count) if count < least else 0


def _broken(problem, row, number):
    count = 0
    holding = {
        (order.first, order.second, order.kind) for order in problem.rules.pairs if order.holds(number)
    }
    for first, second, kind in holding:
        one, other = row[first], row[second]
        if -1 not in (one, other) and not (one is None and other is None):
            same = one is not None and one == other
            count += same is not (kind is PairKind.TOGETHER)
    for rule in problem.rules.allowed:
        if rule.round == number and row[rule.person] not in (None, -1):
            count += row[rule.person] not in rule.tables
    return count + sum(row[lock.person] != lock.table for lock in problem.locks if lock.round == number)


def _moved(problem, plan):
    printed = problem.rules.printed
    return (
        0
        if printed is None
        else sum(
            -1 not in (was, now) and was != now
            for before, row in zip(printed.tables, plan.tables, strict=True)
            for was, now in zip(before, row, strict=True)
        )
    )
