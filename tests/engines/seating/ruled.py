"""Small seating problems with rules of every kind, and plans for them, made by chance."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating import SeatingPlan, SeatingProblem, SeatLock
from burgertop_app.domain.seating_rules import (
    AllowedTables,
    EarlierMeeting,
    Mixing,
    PairOrder,
    Printed,
    SeatingRules,
    TableWish,
    ValueMixing,
)

MOST = 10
VALUES = "xyz"


@st.composite
def problems(draw, most=MOST, rounds=3, attributes=2):
    """A problem with any mix of rules, also ones that cannot all be kept."""
    people = draw(st.integers(2, most))
    rounds = draw(st.integers(1, rounds))
    columns = draw(st.integers(0, attributes))
    names = tuple(f"a{number}" for number in range(columns))
    absent = draw(absences(people, rounds))
    sizes = tuple(
        draw(parts(sum((person, number) not in absent for person in range(people))))
        for number in range(rounds)
    )
    leaders = draw(st.integers(0, 4))
    away = draw(st.sets(st.tuples(st.integers(0, 3), st.integers(0, rounds - 1)), max_size=2))
    absent |= {(people + one, number) for one, number in away if one < leaders}
    seats = [_row(draw, size, absent, number, people) for number, size in enumerate(sizes)]
    return SeatingProblem(
        tuple(f"p{number}" for number in range(people)),
        names,
        tuple(draw(st.tuples(*[st.sampled_from(VALUES)] * columns)) for _ in range(people)),
        sizes,
        tuple(draw(locks(seats, sizes, people, leaders, absent))),
        draw(rules(people, leaders, sizes, names, absent, seats)),
    )


@st.composite
def plans(draw, problem):
    """Any plan for a problem with the right sizes, whether or not it keeps the rules."""
    absent = problem.rules.absent
    rows = [
        _row(draw, size, absent, number, len(problem.people)) for number, size in enumerate(problem.sizes)
    ]
    led = []
    first = len(problem.people)
    for number in range(len(problem.sizes)):
        tables = draw(st.permutations([*problem.in_use(number), *[-1] * len(problem.rules.leaders)]))
        led.append(
            tuple(
                -1 if (first + place, number) in absent else tables[place]
                for place in range(len(problem.rules.leaders))
            )
        )
    return SeatingPlan(tuple(rows), leaders=tuple(led) if problem.rules.leaders else ())


@st.composite
def absences(draw, people, rounds):
    """Who misses which round; somebody is there in each."""
    found = draw(st.sets(st.tuples(st.integers(1, people - 1), st.integers(0, rounds - 1)), max_size=3))
    return frozenset(found)


@st.composite
def parts(draw, people):
    """Table sizes of so many people together; one of the tables may be closed."""
    cuts = draw(st.sets(st.integers(1, people - 1), max_size=3)) if people > 1 else ()
    sizes = [end - start for start, end in pairwise([0, *sorted(cuts), people])]
    if draw(st.booleans()):
        sizes.insert(draw(st.integers(0, len(sizes))), 0)
    return tuple(sizes)


@st.composite
def locks(draw, seats, sizes, people, leaders, absent):
    """Some people where they sit in `seats`, and facilitators each at a table of their own."""
    found = []
    for number, row in enumerate(seats):
        here = [person for person in range(people) if row[person] >= 0]
        some = draw(st.sets(st.sampled_from(here), max_size=max(1, people // 4)))
        found += [SeatLock(person, number, row[person]) for person in sorted(some)]
        tables = draw(st.permutations([table for table, size in enumerate(sizes[number]) if size]))
        leading = [people + one for one in range(leaders) if (people + one, number) not in absent]
        held = draw(st.integers(0, 1))
        found += [
            SeatLock(one, number, table) for one, table in list(zip(leading, tables, strict=False))[:held]
        ]
    return found


@st.composite
def rules(draw, people, leaders, sizes, names, absent, seats):
    """Rules of every kind, a few of each."""
    anybody = st.integers(0, people + leaders - 1)
    rounds = st.integers(0, len(sizes) - 1)
    pairs = st.tuples(anybody, anybody).filter(lambda two: two[0] != two[1]).map(sorted)
    some = st.sets(rounds, max_size=2).map(lambda found: tuple(sorted(found)))
    orders = [
        (kind, two, when)
        for kind, two, when in draw(st.lists(st.tuples(st.sampled_from(PairKind), pairs, some), max_size=3))
        if kind is PairKind.APART or two[0] < people
    ]
    allowed = draw(st.lists(st.tuples(anybody, rounds, st.sets(st.integers(0, 3), min_size=1)), max_size=3))
    wishes = draw(st.lists(st.tuples(anybody, rounds, st.integers(0, 3), st.integers(0, 2)), max_size=4))
    mixing = draw(st.lists(st.tuples(st.sampled_from(VALUES), st.sampled_from(Mixing)), max_size=2))
    printed = draw(st.none() | st.sampled_from((0, 15, 40, 100, 2000)))
    return SeatingRules(
        absent=absent,
        observers=frozenset(draw(st.sets(st.integers(0, people - 1), max_size=2))),
        leaders=tuple(f"f{number}" for number in range(leaders)),
        pairs=tuple(PairOrder(kind, *two, when) for kind, two, when in orders),
        allowed=tuple(
            AllowedTables(person, number, _within(tables, sizes[number]), "need")
            for person, number, tables in allowed
        ),
        mixing=tuple(ValueMixing(names[0], value, way) for value, way in mixing) if names else (),
        weights=tuple(draw(st.sampled_from((0.5, 1.0, 2.0))) for _ in names),
        wishes=tuple(
            TableWish(person, number, table % len(sizes[number]), rank)
            for person, number, table, rank in wishes
        ),
        met=tuple(EarlierMeeting(*two, draw(st.integers(1, 2))) for two in draw(st.lists(pairs, max_size=2))),
        printed=None if printed is None else Printed(tuple(seats), printed),
    )


def _within(tables, sizes):
    return tuple(sorted({table % len(sizes) for table in tables}))


def _row(draw, sizes, absent, number, people):
    seats = iter(draw(st.permutations([table for table, size in enumerate(sizes) for _ in range(size)])))
    return tuple(-1 if (person, number) in absent else next(seats) for person in range(people))
