from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating import BrokenKind, BrokenRule, SeatingPlan, SeatingProblem, SeatLock
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
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.swapping import swap_effects, swap_story, swapped
from tests.engines.seating import by_hand, ruled

FOUR = SeatingProblem(tuple("abcd"), ("sex",), (("m",), ("m",), ("v",), ("v",)), ((2, 2), (2, 2)))
PLAN = SeatingPlan(((0, 1, 0, 1), (0, 1, 1, 0)))


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_figures_with_rules_equal_counting_one_by_one(data):
    problem = data.draw(ruled.problems())
    plan = data.draw(ruled.plans(problem))

    found = figures(problem, plan)

    told = by_hand.Seen(
        found.excess, found.repeats, found.coincidences, found.leader_repeats, len(found.broken), found.moved
    )
    assert told == by_hand.seen(problem, plan)
    assert sum(misfit.excess for misfit in found.misfits) == found.excess
    assert bool(found.leader_meetings) == bool(found.leader_repeats)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_every_effect_of_a_swap_equals_the_difference(data):
    problem = data.draw(ruled.problems())
    plan = data.draw(ruled.plans(problem))
    person = data.draw(st.integers(0, len(problem.people) - 1))
    number = data.draw(st.integers(0, len(problem.sizes) - 1))
    before = by_hand.seen(problem, plan)

    effects = swap_effects(problem, plan, person, number)

    for effect in effects:
        after = by_hand.seen(problem, swapped(plan, person, effect.partner, number))
        assert (effect.excess, effect.repeats, effect.leaders, effect.broken) == (
            after.excess - before.excess,
            after.repeats - before.repeats,
            after.leaders - before.leaders,
            after.broken - before.broken,
        )


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_story_names_exactly_the_rules_that_break(data):
    problem = data.draw(ruled.problems())
    plan = data.draw(ruled.plans(problem))
    effects = swap_effects(problem, plan, 0, 0)

    for effect in effects[:2]:
        story = swap_story(problem, plan, 0, effect.partner, 0)
        kept = set(figures(problem, plan).broken)
        after = figures(problem, swapped(plan, 0, effect.partner, 0)).broken
        assert story.effect == effect
        assert set(story.breaks) == set(after) - kept


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_plan_that_keeps_the_rules_goes_below_the_bounds(data):
    problem = data.draw(ruled.problems())
    found = by_hand.seen(problem, data.draw(ruled.plans(problem)))

    least = bounds(problem)

    assert least.excess <= found.excess
    assert least.repeats <= found.repeats
    assert least.coincidences <= found.coincidences


@pytest.mark.parametrize(
    ("rules", "plan", "broken"),
    [
        (
            SeatingRules(pairs=(PairOrder(PairKind.APART, 0, 2),)),
            PLAN,
            BrokenRule(0, BrokenKind.APART, 0, 2),
        ),
        (
            SeatingRules(pairs=(PairOrder(PairKind.TOGETHER, 0, 2),)),
            PLAN,
            BrokenRule(1, BrokenKind.TOGETHER, 0, 2),
        ),
        (
            SeatingRules(allowed=(AllowedTables(1, 0, (0,), "ramp"),)),
            PLAN,
            BrokenRule(0, BrokenKind.TABLE, 1, table=1, need="ramp"),
        ),
    ],
)
def test_a_broken_rule_is_named_with_its_round_and_people(rules, plan, broken):
    found = figures(replace(FOUR, rules=rules), plan)

    assert found.broken == (broken,)


def test_a_lock_that_is_not_kept_is_named():
    found = figures(replace(FOUR, locks=(SeatLock(3, 1, 1),)), PLAN)

    assert found.broken == (BrokenRule(1, BrokenKind.LOCK, 3, table=0),)


def test_observers_count_neither_in_the_mix_nor_as_acquaintances():
    same = SeatingPlan(((0, 0, 1, 1), (0, 0, 1, 1)))
    problem = replace(FOUR, rules=SeatingRules(observers=frozenset((0, 1, 2))))

    assert (figures(problem, same).excess, figures(problem, same).repeats) == (0, 0)


def test_two_waiting_facilitators_who_stay_apart_break_nothing():
    rules = SeatingRules(leaders=("x", "y", "z"), pairs=(PairOrder(PairKind.APART, 4, 5),))
    one_table = replace(FOUR, sizes=((4,),), rules=rules)

    found = figures(one_table, SeatingPlan(((0, 0, 0, 0),), leaders=((-1, -1, 0),)))

    assert found.broken == ()


def test_an_earlier_meeting_makes_the_next_one_a_repeat():
    problem = replace(FOUR, rules=SeatingRules(met=(EarlierMeeting(0, 2),)))

    assert figures(problem, PLAN).repeats == 1


def test_a_pair_that_met_very_often_still_counts():
    problem = replace(FOUR, rules=SeatingRules(met=(EarlierMeeting(0, 2, 400),)))

    found = figures(problem, PLAN)

    assert found.repeats == 1
    assert found.coincidences >= 100


def test_the_same_facilitator_again_is_counted_apart():
    problem = replace(FOUR, rules=SeatingRules(leaders=("x", "y")))

    found = figures(problem, replace(PLAN, leaders=((0, 1), (0, 1))))

    assert (found.leader_repeats, found.repeats) == (2, 0)


@pytest.mark.parametrize(
    ("mixing", "table", "excess"),
    [
        (Mixing.SPREAD, (0, 1, 0, 1), 0),
        (Mixing.NEVER_ONE, (0, 1, 0, 1), 2),
        (Mixing.NEVER_ONE, (0, 0, 1, 1), 0),
        (Mixing.TOGETHER, (0, 1, 0, 1), 2),
        (Mixing.TOGETHER, (0, 0, 1, 1), 0),
    ],
)
def test_a_value_may_be_spread_kept_from_being_one_or_together(mixing, table, excess):
    rules = SeatingRules(mixing=(ValueMixing("sex", "m", mixing), ValueMixing("sex", "v", Mixing.NEVER_ONE)))
    problem = replace(FOUR, sizes=((2, 2),), rules=rules)

    found = figures(problem, SeatingPlan((table,)))

    assert sum(one.excess for one in found.misfits if one.value == "m") == excess


def test_printed_seats_and_wishes_are_counted():
    rules = SeatingRules(
        printed=Printed(((0, 0, 1, -1), (0, 1, 1, 0))),
        wishes=(TableWish(0, 0, 0, 0), TableWish(1, 0, 1, 1), TableWish(2, 0, 1, 2)),
    )

    found = figures(replace(FOUR, rules=rules), PLAN)

    assert found.moved == 2
    assert found.ranks == (1, 1)


def test_meetings_of_before_alone_are_no_repeats():
    rules = SeatingRules(met=(EarlierMeeting(0, 1, 2),))
    problem = SeatingProblem(tuple("abcd"), (), ((),) * 4, ((2, 2),), (), rules)

    apart = figures(problem, SeatingPlan(((0, 1, 0, 1),)))
    again = figures(problem, SeatingPlan(((0, 0, 1, 1),)))

    assert (apart.repeats, apart.coincidences, apart.meetings) == (0, 0, ())
    assert (again.repeats, again.coincidences) == (1, 2)
