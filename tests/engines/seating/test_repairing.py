from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort, SeatingProblem, SeatLock, even_sizes
from burgertop_app.domain.seating_rules import AllowedTables, Printed, SeatingRules
from burgertop_app.domain.seating_sizes import near
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.relocating import relocated
from burgertop_app.engines.seating.repairing import repaired
from tests.engines.seating import ruled

LOW, HIGH = 3, 7
SEATS = (((LOW, HIGH),) * 6,) * 3


@pytest.fixture(scope="module")
def morning():
    """Makes the problem of a day: 36 printed people, four stayed away, two walked in."""
    rng = np.random.Generator(np.random.PCG64(3))
    values = tuple((str(rng.choice(list("ab"))), str(rng.choice(list("xyz")))) for _ in range(38))
    people = tuple(f"P{number}" for number in range(38))
    whole = SeatingProblem(people[:36], ("one", "two"), values[:36], (even_sizes(36, 6),) * 3)
    plan = arrange(whole, 1, Effort(steps=1200), UNHEARD)
    absent = frozenset((person, number) for person in (2, 9, 17, 30) for number in range(3))
    printed = tuple((*row, -1, -1) for row in plan.tables)

    def made(calm, **rules):
        sizes = tuple(
            near(
                [
                    sum(at == table and (one, number) not in absent for one, at in enumerate(row))
                    for table in range(6)
                ],
                SEATS[number],
                34,
            )
            for number, row in enumerate(printed)
        )
        given = SeatingRules(absent=absent, printed=Printed(printed, calm), **rules)
        return SeatingProblem(people, ("one", "two"), values, sizes, (), given)

    return made


def test_full_calm_moves_nobody(morning):
    problem, plan = repaired(morning(2000), SEATS, 1, UNHEARD)

    assert figures(problem, plan).moved == 0


def test_full_calm_moves_only_whom_a_rule_forces(morning):
    printed = morning(2000).rules.printed.tables
    elsewhere = tuple(table for table in range(6) if table != printed[1][5])
    forced = morning(2000, allowed=(AllowedTables(5, 1, elsewhere, "ramp"),))

    problem, plan = repaired(forced, SEATS, 1, UNHEARD)

    moved = [
        (person, number)
        for number, (before, row) in enumerate(zip(printed, plan.tables, strict=True))
        for person, (was, now) in enumerate(zip(before, row, strict=True))
        if min(was, now) >= 0 and was != now
    ]
    assert moved == [(5, 1)]
    assert figures(problem, plan).broken == ()


def test_the_calmer_the_fewer_move_and_the_worse_the_mix(morning):
    found = []
    for calm in (15, 100, 2000):
        problem, plan = repaired(morning(calm), SEATS, 1, UNHEARD)
        found.append(figures(problem, plan))

    assert [one.moved for one in found] == sorted((one.moved for one in found), reverse=True)
    assert [one.excess for one in found] == sorted(one.excess for one in found)


def test_a_lock_holds_in_a_repair(morning):
    problem = morning(40)
    locked = replace(problem, locks=(SeatLock(36, 0, 3), SeatLock(1, 2, 0)))

    problem, plan = repaired(locked, SEATS, 1, UNHEARD)

    assert (plan.tables[0][36], plan.tables[2][1]) == (3, 0)


def test_the_same_seed_gives_the_same_repair(morning):
    assert repaired(morning(40), SEATS, 5, UNHEARD) == repaired(morning(40), SEATS, 5, UNHEARD)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_moves_to_free_seats_keep_fewest_and_most(data):
    problem = data.draw(ruled.problems())
    plan = data.draw(ruled.plans(problem))
    seats = tuple(
        tuple(
            (data.draw(st.integers(1, size)), data.draw(st.integers(size, size + 2))) if size else (0, 0)
            for size in sizes
        )
        for sizes in problem.sizes
    )

    after, moved = relocated(problem, plan, seats)

    for sizes, room, row in zip(after.sizes, seats, moved.tables, strict=True):
        assert all(low <= size <= high for size, (low, high) in zip(sizes, room, strict=True))
        assert [row.count(table) for table in range(len(sizes))] == list(sizes)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 9))
def test_a_repair_seats_everybody_within_the_seats(data, seed):
    problem = data.draw(ruled.problems())
    seats = tuple(tuple((1, size + 1) if size else (0, 0) for size in sizes) for sizes in problem.sizes)
    rows = data.draw(ruled.plans(problem)).tables
    problem = replace(problem, rules=replace(problem.rules, printed=Printed(rows, 40)))

    after, plan = repaired(problem, seats, seed, UNHEARD, Effort(steps=40))

    for sizes, room, row in zip(after.sizes, seats, plan.tables, strict=True):
        assert [row.count(table) for table in range(len(sizes))] == list(sizes)
        assert all(low <= size <= high for size, (low, high) in zip(sizes, room, strict=True))
