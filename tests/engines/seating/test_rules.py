from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import PairKind
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort, SeatingProblem, SeatLock, even_sizes
from burgertop_app.domain.seating_rules import (
    AllowedTables,
    PairOrder,
    SeatingRules,
    TableWish,
)
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.block import NEVER, Block
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.engines.seating.model import EXCESS, Model
from burgertop_app.engines.seating.renaming import renamed
from burgertop_app.engines.seating.state import State, broken, cost, meetings
from burgertop_app.engines.seating.units import Movers
from tests.engines.seating import by_hand, ruled


@settings(max_examples=150, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_every_plan_is_complete(data, seed):
    problem = data.draw(ruled.problems())

    plan = arrange(problem, seed, Effort(steps=30), UNHEARD)

    absent = problem.rules.absent
    for number, (row, sizes) in enumerate(zip(plan.tables, problem.sizes, strict=True)):
        assert tuple(row.count(table) for table in range(len(sizes))) == sizes
        assert [table < 0 for table in row] == [(one, number) in absent for one in range(len(row))]
    for number, led in enumerate(plan.leaders):
        people = len(problem.people)
        leading = [table for table in led if table >= 0]
        assert len(set(leading)) == len(leading)
        assert all(0 <= table < len(problem.sizes[number]) for table in leading)
        assert all(table < 0 for at, table in enumerate(led) if (people + at, number) in absent)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_locks_of_everyone_are_kept(data, seed):
    problem = data.draw(ruled.problems())

    plan = arrange(problem, seed, Effort(steps=30), UNHEARD)

    at = [row + led for row, led in zip(plan.tables, plan.leaders or ((),) * 9, strict=False)]
    assert [at[lock.round][lock.person] for lock in problem.locks] == [lock.table for lock in problem.locks]


@settings(max_examples=30, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_the_same_seed_and_steps_give_the_same_plan_with_rules(data, seed):
    problem = data.draw(ruled.problems())

    assert arrange(problem, seed, Effort(steps=60), UNHEARD) == arrange(
        problem, seed, Effort(steps=60), UNHEARD
    )


@settings(max_examples=80, deadline=None)
@given(data=st.data(), seed=st.integers(0, 999))
def test_what_is_kept_up_to_date_equals_a_recount(data, seed):
    problem = data.draw(ruled.problems())
    model = Model(problem)
    rng = np.random.Generator(np.random.PCG64(seed))
    state = State(model, rng)
    prices = model.prices(EXCESS)

    for visit in range(12):
        number = visit % len(model.rounds)
        mover = Movers(state, number)
        if mover:
            mover.step(1e9, prices[number], rng)
        _some_swaps(state, number, prices[number], rng)

    _check(state, model)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), seed=st.integers(0, 999), led=st.sampled_from([1_000, 2_000]))
def test_a_change_promised_by_a_block_is_the_change_in_what_everything_costs(data, seed, led):
    problem = data.draw(ruled.problems())
    model = Model(problem)
    model.price_leaders(led)
    rng = np.random.Generator(np.random.PCG64(seed))
    state = State(model, rng)
    number = seed % len(model.rounds)
    prices = model.prices(EXCESS)
    shape = model.rounds[number]
    block = Block(state, number, np.arange(int(shape.table_of_seat[-1]) + 1), prices[number])
    changes = block.changes()
    possible = np.argwhere(np.triu(changes < NEVER / 2))
    assume(len(possible))
    one, two = possible[rng.integers(len(possible))].tolist()
    before = _price(state, model, prices, led)

    block.swap([one], [two])
    block.close()

    assert _price(state, model, prices, led) - before == pytest.approx(float(changes[one, two]), abs=1)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_problem_that_can_be_solved_is_refused(data):
    problem = data.draw(ruled.problems(most=6, rounds=1, attributes=0))
    assume(by_hand.solvable(problem, 0))

    refuse_impossible(problem)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), seed=st.integers(0, 9))
def test_small_problems_that_can_be_solved_are_solved(data, seed):
    problem = data.draw(ruled.problems(most=6, rounds=1, attributes=0))
    problem = replace(problem, rules=replace(problem.rules, printed=None, observers=frozenset()))
    assume(by_hand.solvable(problem, 0))

    plan = arrange(problem, seed, Effort(steps=3000), UNHEARD)

    assert figures(problem, plan).broken == ()


def _plain(people=12, tables=3, rules=None, locks=(), rounds=1):
    names = tuple(f"P{number}" for number in range(people))
    sizes = (even_sizes(people, people // tables),) * rounds
    return SeatingProblem(names, (), ((),) * people, sizes, locks, rules or SeatingRules())


def _apart(*people):
    return tuple(PairOrder(PairKind.APART, one, other) for one in people for other in people if one < other)


def _together(*people):
    return tuple(PairOrder(PairKind.TOGETHER, people[0], other) for other in people[1:])


NOT_HERE = SeatLock(0, 0, 1)
CLASHES = {
    "seating_lock_barred": (
        _plain(locks=(NOT_HERE,), rules=SeatingRules(allowed=(AllowedTables(0, 0, (0, 2)),))),
        {"person": "P0", "round": 1, "table": 2},
    ),
    "seating_nowhere": (
        _plain(
            rules=SeatingRules(
                allowed=(AllowedTables(0, 0, (0,), "lift"), AllowedTables(0, 0, (1,), "quiet"))
            )
        ),
        {"person": "P0", "round": 1, "need": "lift, quiet"},
    ),
    "seating_too_few_places": (
        _plain(
            rounds=2,
            people=6,
            rules=SeatingRules(allowed=tuple(AllowedTables(one, 1, (0,), "wheelchair") for one in range(3))),
        ),
        {"people": 3, "seats": 2, "round": 2, "need": "wheelchair"},
    ),
    "seating_apart_and_together": (
        _plain(rules=SeatingRules(pairs=_apart(0, 2) + _together(0, 1, 2))),
        {"one": "P0", "other": "P2", "round": 1},
    ),
    "seating_apart_same_table": (
        _plain(
            locks=(SeatLock(0, 0, 1),),
            rules=SeatingRules(pairs=_apart(0, 1), allowed=(AllowedTables(1, 0, (1,)),)),
        ),
        {"one": "P0", "other": "P1", "round": 1},
    ),
    "seating_apart_too_many": (
        _plain(rules=SeatingRules(pairs=_apart(0, 3, 5, 7))),
        {"people": 4, "tables": 3, "round": 1},
    ),
    "seating_together_elsewhere": (
        _plain(
            rules=SeatingRules(
                pairs=_together(0, 1), allowed=(AllowedTables(0, 0, (0,)), AllowedTables(1, 0, (1, 2)))
            )
        ),
        {"one": "P0", "other": "P1", "round": 1},
    ),
    "seating_together_too_large": (
        _plain(rules=SeatingRules(pairs=_together(0, 1, 2, 3, 4))),
        {"people": 5, "seats": 4, "round": 1},
    ),
    "seating_together_leaders": (
        _plain(rules=SeatingRules(leaders=("F1", "F2", "F3"), pairs=_together(12, 14))),
        {"one": "F1", "other": "F3", "round": 1},
    ),
    "seating_leaders_lacking": (
        _plain(
            rules=SeatingRules(
                leaders=("F1", "F2", "F3"),
                allowed=tuple(AllowedTables(one, 0, (0, 1), "French") for one in (12, 13, 14)),
            )
        ),
        {"tables": 1, "leaders": 0, "first": 3, "round": 1},
    ),
}


@pytest.mark.parametrize("code", sorted(CLASHES))
def test_rules_that_clash_are_named_with_their_numbers(code):
    problem, params = CLASHES[code]

    with pytest.raises(NotPossible) as raised:
        refuse_impossible(problem)

    assert raised.value.code == code
    assert raised.value.params == params


def test_more_people_for_two_overlapping_needs_than_seats_are_found():
    """Nobody has too few tables alone: three want table 1, three 1 or 2, one 2; together four seats."""
    wanted = [(0,), (0,), (0, 1), (0, 1), (1,)]
    allowed = tuple(AllowedTables(one, 0, tables, "need") for one, tables in enumerate(wanted))

    with pytest.raises(NotPossible) as raised:
        refuse_impossible(_plain(people=6, rules=SeatingRules(allowed=allowed)))

    assert raised.value.params["people"] == 5
    assert raised.value.params["seats"] == 4


def test_facilitators_who_are_enough_lead_every_table_in_rounds_of_any_size():
    rules = SeatingRules(leaders=("F1", "F2"))
    problem = SeatingProblem(
        tuple(f"P{number}" for number in range(12)), (), ((),) * 12, ((3, 3, 3, 3), (6, 6)), (), rules
    )

    plan = arrange(problem, 1, Effort(steps=800), UNHEARD)

    assert sorted(plan.leaders[1]) == [0, 1]


def test_a_facilitator_who_can_lead_no_table_waits():
    rules = SeatingRules(leaders=("F1", "F2"), allowed=(AllowedTables(6, 0, (0,)), AllowedTables(7, 0, (0,))))
    problem = SeatingProblem(
        tuple(f"P{number}" for number in range(6)), (), ((),) * 6, ((2, 2, 2),), (), rules
    )

    plan = arrange(problem, 1, Effort(steps=400), UNHEARD)

    assert sorted(plan.leaders[0]) == [-1, 0]
    assert figures(problem, plan).broken == ()


def test_nobody_meets_a_facilitator_again_when_that_can_be():
    rules = SeatingRules(leaders=("F1", "F2", "F3", "F4"))
    problem = _plain(tables=4, rules=rules, rounds=2)

    plan = arrange(problem, 1, Effort(steps=3000), UNHEARD)

    assert figures(problem, plan).leader_repeats == 0


def test_most_people_get_their_first_choice():
    wishes = tuple(
        TableWish(person, 0, table, (table - person) % 3) for person in range(12) for table in range(3)
    )

    problem = _plain(rules=SeatingRules(wishes=wishes))

    assert figures(problem, arrange(problem, 1, Effort(steps=2000), UNHEARD)).ranks[0] == 12


def test_an_observer_sits_with_whom_they_accompany():
    rules = SeatingRules(observers=frozenset((0, 1)), pairs=_together(2, 0, 1))
    problem = _plain(rules=rules, rounds=2)

    refuse_impossible(problem)
    plan = arrange(problem, 1, Effort(steps=500), UNHEARD)

    assert figures(problem, plan).broken == ()


def _some_swaps(state, number, prices, rng):
    tables = np.arange(int(state.model.rounds[number].table_of_seat[-1]) + 1)
    some = np.sort(rng.permutation(tables)[: max(2, len(tables) - 1)])
    block = Block(state, number, some, prices)
    possible = np.argwhere(np.triu(block.changes() < NEVER / 2))
    if len(possible):
        one, two = possible[rng.integers(len(possible))].tolist()
        block.swap([one], [two])
    block.close()


def _check(state, model):
    met = meetings(model, state.table_of)
    before = model.met_before.astype(int)
    times = met.astype(int)
    assert (state.met == met).all()
    assert (
        state.coincidences + state.led_again
        == ((times * (times - 1)).sum() - (before * (before - 1)).sum()) // 4
    )
    for number, row in enumerate(state.table_of):
        assert (row[state.seated[number]] == model.rounds[number].table_of_seat).all()
        assert sorted(state.seated[number].tolist()) == model.present[number].tolist()
        assert (state.excess[number] == model.rounds[number].excess(state.counts(number))).all()
        assert state.broken[number] == broken(model, row, number)
        assert state.cost[number] == cost(model, row, number)


def _price(state, model, prices, led):
    """What everything costs: the mix, meetings again, pairs, tables."""
    total = 2000.0 * state.coincidences + led * state.led_again
    for number, row in enumerate(state.table_of):
        counts = state.counts(number)
        tables, traits = np.indices(counts.shape)
        total += float(prices[number].total[tables, traits, counts].sum())
        first, second, together = model.pairs[number].T
        total += 200_000.0 * int(((row[first] == row[second]) != together.astype(bool)).sum())
        if model.unary[number] is not None:
            here = model.present[number]
            total += float(model.unary[number][here, row[here]].astype(float).sum())
    return total


def test_a_pair_never_changes_places_with_a_facilitator():
    pairs = (PairOrder(PairKind.APART, 0, 2), PairOrder(PairKind.TOGETHER, 0, 1))
    rules = SeatingRules(leaders=("Els",), pairs=pairs)
    problem = SeatingProblem(tuple("abcde"), (), ((),) * 5, ((1, 4),), (SeatLock(5, 0, 0),), rules)

    plans = [arrange(problem, seed, Effort(steps=60), UNHEARD) for seed in range(10)]

    assert {(plan.tables, plan.leaders) for plan in plans} == {(((1, 1, 0, 1, 1),), ((0,),))}


def test_who_is_locked_without_the_need_takes_a_seat_from_those_who_have_it():
    needing = tuple(AllowedTables(one, 0, (0,), "wheelchair") for one in range(3))
    locks = (SeatLock(7, 0, 0), SeatLock(8, 0, 0))
    problem = _plain(people=12, tables=3, rules=SeatingRules(allowed=needing), locks=locks)

    with pytest.raises(NotPossible) as caught:
        refuse_impossible(problem)

    told = caught.value.params
    assert (told["need"], told["people"], told["seats"]) == ("wheelchair", 3, 2)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_a_plan_that_is_put_back_is_as_it_was(data, seed):
    problem = data.draw(ruled.problems())
    model = Model(problem)
    rng = np.random.Generator(np.random.PCG64(seed))
    state = State(model, rng)
    before, standing = [row.copy() for row in state.table_of], state.standing
    for number in range(len(model.rounds)):
        _some_swaps(state, number, model.prices(EXCESS)[number], rng)

    state.put_back(before)

    assert [row.tolist() for row in state.table_of] == [row.tolist() for row in before]
    assert state.standing == standing
    _check(state, model)


def test_wishes_are_followed_where_people_cannot_but_meet_again():
    wishes = tuple(TableWish(one, 0, table, int(table != one % 3)) for one in range(18) for table in range(3))
    problem = _plain(people=18, tables=3, rules=SeatingRules(wishes=wishes), rounds=3)

    plan = arrange(problem, 1, Effort(steps=4000), UNHEARD)

    found = figures(problem, plan)
    assert found.ranks[0] == 18
    assert found.coincidences == bounds(problem).coincidences


@settings(max_examples=80, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_people_who_are_alike_take_over_without_harm(data, seed):
    model = Model(data.draw(ruled.problems()))
    state = State(model, np.random.Generator(np.random.PCG64(seed)))
    before = state.standing

    state.put_back(renamed(model, state.table_of))

    after = state.standing
    assert (after.excess, after.coincidences, after.led_again) == before[1:4]
    assert (after.broken, after.cost) <= (before.broken, before.cost)
