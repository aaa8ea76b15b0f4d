import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import CountChange, SeatingPlan, SeatingProblem, SeatLock
from burgertop_app.engines.seating.swapping import swap_effects, swap_story, swapped

FOUR = SeatingProblem(
    tuple("abcd"), ("sex",), (("m",), ("m",), ("v",), ("v",)), ((2, 2), (2, 2)), (SeatLock(3, 1, 1),)
)
PLAN = SeatingPlan(((0, 0, 1, 1), (0, 0, 1, 1)))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_effect_equals_the_difference_counted_one_by_one(problems, plans, counted, data):
    problem = data.draw(problems)
    plan = data.draw(plans(problem))
    person = data.draw(st.integers(0, len(problem.people) - 1))
    number = data.draw(st.integers(0, len(problem.sizes) - 1))
    before = counted(problem, plan)

    effects = swap_effects(problem, plan, person, number)

    for effect in effects:
        after = counted(problem, swapped(plan, person, effect.partner, number))
        assert (effect.excess, effect.repeats) == (after[0] - before[0], after[1] - before[1])


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_story_tells_the_same_as_the_effect(problems, plans, data):
    problem = data.draw(problems)
    plan = data.draw(plans(problem))
    effects = swap_effects(problem, plan, 0, 0)
    assume(effects)

    story = swap_story(problem, plan, 0, effects[0].partner, 0)

    assert story.effect == effects[0]
    assert sum(_outside(c, c.after) - _outside(c, c.before) for c in story.changes) == story.effect.excess


def test_partners_are_the_unlocked_people_at_other_tables_best_first():
    effects = swap_effects(FOUR, PLAN, 0, 0)

    assert [(effect.partner, effect.table) for effect in effects] == [(2, 1), (3, 1)]
    assert [(effect.excess, effect.repeats) for effect in effects] == [(-4, -2), (-4, -2)]
    assert [effect.partner for effect in swap_effects(FOUR, PLAN, 0, 1)] == [2]


def test_a_locked_person_changes_seats_with_nobody():
    assert swap_effects(FOUR, PLAN, 3, 1) == ()


def test_a_story_names_the_counts_and_the_acquaintances():
    story = swap_story(FOUR, swapped(PLAN, 0, 2, 0), 0, 2, 0)

    assert story.changes[0] == CountChange(0, "sex", "m", before=1, after=2, low=1, high=1)
    assert story.person_meets_again == (1,)
    assert story.partner_meets_again == (3,)


@pytest.mark.parametrize("partner", [1, 3])
def test_people_who_cannot_change_seats_are_refused(partner):
    with pytest.raises(InvalidInput) as raised:
        swap_story(FOUR, PLAN, 0, partner, 1)

    assert raised.value.code == "seating_no_swap"


def _outside(change, count):
    return max(count - change.high, change.low - count, 0)
