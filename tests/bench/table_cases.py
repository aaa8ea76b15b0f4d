"""The cases that table plans are measured on, the same people on every machine.

Five skewed, correlated attributes; `hard` adds every hard rule at once to the case of 314 people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating import SeatingProblem, SeatLock, even_sizes
from burgertop_app.domain.seating_rules import AllowedTables, PairOrder, SeatingRules, TableWish

if TYPE_CHECKING:
    from burgertop_app.domain.seating import SeatingPlan

ATTRIBUTES = ("geslacht", "leeftijd", "opleiding", "herkomst", "wijk")
GENDER = (("vrouw", "man", "anders"), (0.515, 0.475, 0.010))
AGE = (("16-29", "30-49", "50-64", "65+"), (0.17, 0.29, 0.27, 0.27))
SCHOOLING = {
    "16-29": (0.17, 0.45, 0.38),
    "30-49": (0.14, 0.36, 0.50),
    "50-64": (0.24, 0.40, 0.36),
    "65+": (0.42, 0.33, 0.25),
}
ORIGIN = {
    "16-29": (0.66, 0.10, 0.24),
    "30-49": (0.67, 0.12, 0.21),
    "50-64": (0.80, 0.06, 0.14),
    "65+": (0.90, 0.05, 0.05),
}
DISTRICTS = ("Noord", "Oost", "Zuid", "West", "Centrum", "Dorpen")


@dataclass(frozen=True)
class Case:
    """So many people at tables of at most `size` in so many rounds."""

    people: int
    size: int
    rounds: int
    seed: int


CASES = {
    "a30": Case(30, 6, 3, 11),
    "b120": Case(120, 8, 4, 12),
    "c314": Case(314, 7, 3, 13),
    "d1000": Case(1000, 8, 3, 14),
    "e100": Case(100, 7, 8, 15),
}


def made(name: str) -> SeatingProblem:
    """The problem of a case; `hard` is c314 with all rules."""
    if name == "hard":
        return with_rules(made("c314"))
    case = CASES[name]
    rng = np.random.Generator(np.random.PCG64(case.seed))
    values = tuple(_person(rng) for _ in range(case.people))
    names = tuple(f"P{number + 1:04d}" for number in range(case.people))
    return SeatingProblem(names, ATTRIBUTES, values, (even_sizes(case.people, case.size),) * case.rounds)


def with_rules(plain: SeatingProblem) -> SeatingProblem:
    """45 facilitators, 15 apart, 6 together, 8 wheelchairs on 12 tables, 10 people on 6 language tables.

    In the last round everybody sits at one of their first three of five topics; ten seats are locked.
    """
    rng = np.random.Generator(np.random.PCG64(5))
    people, tables, rounds = len(plain.people), len(plain.sizes[0]), len(plain.sizes)
    some = rng.permutation(people).tolist()
    apart = tuple(PairOrder(PairKind.APART, some.pop(), some.pop()) for _ in range(15))
    together = tuple(PairOrder(PairKind.TOGETHER, some.pop(), some.pop()) for _ in range(6))
    wheels, speakers, locked = ([some.pop() for _ in range(count)] for count in (8, 10, 10))
    reachable = tuple(range(12))
    language = tuple(range(20, 26))
    needs = [
        AllowedTables(one, number, where, need)
        for group, where, need in ((wheels, reachable, "wheelchair"), (speakers, language, "language"))
        for one in group
        for number in range(rounds)
    ]
    last = rounds - 1
    topic = np.arange(tables) % 5
    wishes, topics = [], []
    for person in range(people):
        liked = rng.permutation(5)[:3].tolist()
        where = tuple(np.flatnonzero(np.isin(topic, liked)).tolist())
        topics.append(AllowedTables(person, last, where, "topic"))
        wishes += [TableWish(person, last, table, liked.index(int(topic[table]))) for table in where]
    locks = []
    for place, person in enumerate(locked):
        locks.append(SeatLock(person, place % (rounds - 1), int(rng.integers(tables))))
    rules = SeatingRules(
        leaders=tuple(f"F{number + 1:02d}" for number in range(tables)),
        pairs=tuple(sorted(apart + together)),
        allowed=tuple(sorted([*needs, *topics])),
        wishes=tuple(sorted(wishes)),
    )
    return replace(plain, locks=tuple(sorted(locks)), rules=rules)


def drop_outs(
    whole: SeatingProblem, plan: SeatingPlan, seed: int
) -> tuple[SeatingProblem, tuple[tuple[int, ...], ...]]:
    """The people of the day, 25 fewer and 9 walk-ins more, and their printed table per round; -1 for none.

    The sizes of the problem are as if everybody moved; whoever repairs gives others.
    """
    rng = np.random.Generator(np.random.PCG64(1_000 + seed))
    away = set(rng.permutation(len(whole.people))[:25].tolist())
    here = [person for person in range(len(whole.people)) if person not in away]
    values = tuple(whole.values[person] for person in here) + tuple(_person(rng) for _ in range(9))
    names = tuple(whole.people[person] for person in here) + tuple(f"W{number}" for number in range(9))
    printed = tuple(tuple(row[person] for person in here) + (-1,) * 9 for row in plan.tables)
    sizes = (even_sizes(len(names), 7),) * len(plan.tables)
    return SeatingProblem(names, whole.attributes, values, sizes), printed


def _person(rng: np.random.Generator) -> tuple[str, ...]:
    gender = str(rng.choice(list(GENDER[0]), p=list(GENDER[1])))
    age = str(rng.choice(list(AGE[0]), p=list(AGE[1])))
    schooling = str(rng.choice(["laag", "midden", "hoog"], p=list(SCHOOLING[age])))
    origin = str(rng.choice(["Nederland", "Europa", "buiten Europa"], p=list(ORIGIN[age])))
    here = origin == "Nederland"
    shares = [0.30, 0.22, 0.18, 0.14, 0.10, 0.06] if here else [0.16, 0.18, 0.34, 0.24, 0.07, 0.01]
    return gender, age, schooling, origin, str(rng.choice(list(DISTRICTS), p=shares))
