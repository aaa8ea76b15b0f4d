import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import Misfit, Repeat, SeatingPlan, SeatingProblem, even_sizes
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures

FOUR = SeatingProblem(tuple("abcd"), ("sex",), (("m",), ("m",), ("v",), ("v",)), ((2, 2), (2, 2)))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_figures_equal_counting_one_by_one(problems, plans, counted, data):
    problem = data.draw(problems)
    plan = data.draw(plans(problem))

    found = figures(problem, plan)

    assert (found.excess, found.repeats, found.coincidences) == counted(problem, plan)
    assert sum(misfit.excess for misfit in found.misfits) == found.excess
    assert sum(repeat.times - 1 for repeat in found.meetings) == found.repeats


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_no_plan_goes_below_the_bounds(problems, plans, counted, data):
    problem = data.draw(problems)
    excess, repeats, coincidences = counted(problem, data.draw(plans(problem)))

    least = bounds(problem)

    assert least.excess <= excess
    assert least.repeats <= repeats
    assert least.coincidences <= coincidences


def test_a_misfit_says_which_table_and_value_and_what_is_fair():
    found = figures(FOUR, SeatingPlan(((0, 0, 1, 1), (0, 1, 0, 1))))

    assert found.misfits == (
        Misfit(0, 0, "sex", "m", count=2, low=1, high=1),
        Misfit(0, 0, "sex", "v", count=0, low=1, high=1),
        Misfit(0, 1, "sex", "m", count=0, low=1, high=1),
        Misfit(0, 1, "sex", "v", count=2, low=1, high=1),
    )


def test_people_who_meet_again_are_named():
    found = figures(FOUR, SeatingPlan(((0, 1, 0, 1), (1, 0, 1, 0))))

    assert found.meetings == (Repeat(0, 2, 2), Repeat(1, 3, 2))
    assert (found.repeats, found.coincidences) == (2, 2)


def test_five_tables_of_six_must_repeat_fifteen_meetings_in_three_rounds():
    people = tuple(map(str, range(30)))
    problem = SeatingProblem(people, (), ((),) * 30, (even_sizes(30, 6),) * 3)

    assert bounds(problem).coincidences == 15


def test_more_rounds_than_there_are_new_people_must_repeat():
    problem = replace(FOUR, sizes=((2, 2),) * 4)

    assert bounds(problem).repeats == 2
    assert bounds(problem).coincidences == 2


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        (((0, 0, 1, 1),), "seating_plan_rounds"),
        (((0, 0, 1, 1), (0, 0, 0, 1)), "seating_plan_sizes"),
        (((0, 0, 1, 1), (0, 0, 1, 1, 1)), "seating_plan_sizes"),
        (((0, 0, 1, 1), (0, 0, 1, -1)), "seating_plan_sizes"),
    ],
)
def test_a_plan_for_something_else_is_refused(tables, code):
    with pytest.raises(InvalidInput) as raised:
        figures(FOUR, SeatingPlan(tables))

    assert raised.value.code == code


@pytest.mark.parametrize(("people", "size", "tables"), [(30, 6, 5), (314, 7, 45), (2, 8, 1), (100, 7, 15)])
def test_tables_are_as_few_as_possible_and_differ_by_one_at_most(people, size, tables):
    sizes = even_sizes(people, size)

    assert len(sizes) == tables == math.ceil(people / size)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
