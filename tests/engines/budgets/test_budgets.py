import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.budgeting import (
    BudgetLimits,
    BudgetProblem,
    BudgetProject,
    Completion,
    NotFunded,
)
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.budgets import equal_shares as counting
from burgertop_app.engines.budgets.equal_shares import equal_shares
from burgertop_app.engines.budgets.greedy import greedy
from burgertop_app.engines.budgets.representing import represented

CASES = json.loads((Path(__file__).parents[2] / "fixtures" / "budget_cases.json").read_text())

POINTS = json.loads((Path(__file__).parents[2] / "fixtures" / "budget_points_cases.json").read_text())


def problem(budget, costs, ballots, **more):
    areas = more.pop("areas", ("",) * len(costs))
    projects = tuple(
        BudgetProject(f"{number:02d}", cost, area=area)
        for number, (cost, area) in enumerate(zip(costs, areas, strict=True))
    )
    return BudgetProblem(budget, projects, tuple(map(tuple, ballots)), **more)


@pytest.mark.parametrize("completion", list(Completion))
def test_equal_shares_pay_what_the_reference_pays(completion):
    name = {Completion.NONE: "mes", Completion.ADD1U: "mes_add1u", Completion.GREEDY: "mes_greedy"}

    for case in CASES:
        given_ = problem(case["budget"], case["costs"], case["ballots"])
        assert sorted(equal_shares(given_, completion, UNHEARD).winners) == case[name[completion]]


def test_most_votes_first_pays_what_the_reference_pays():
    for case in CASES:
        given_ = problem(case["budget"], case["costs"], case["ballots"])
        assert sorted(greedy(given_).winners) == case["greedy"]


def pointed(case):
    ballots = [[one for one, _points in ballot] for ballot in case["ballots"]]
    points = tuple(tuple(points for _one, points in ballot) for ballot in case["ballots"])
    return problem(case["budget"], case["costs"], ballots, points=points)


@pytest.mark.parametrize("completion", list(Completion))
def test_equal_shares_with_points_pay_what_the_reference_pays(completion):
    name = {Completion.NONE: "mes", Completion.ADD1U: "mes_add1u", Completion.GREEDY: "mes_greedy"}

    for case in POINTS:
        assert sorted(equal_shares(pointed(case), completion, UNHEARD).winners) == case[name[completion]]


def test_most_points_first_pays_what_the_reference_pays():
    for case in POINTS:
        assert sorted(greedy(pointed(case)).winners) == case["greedy"]


def test_the_reference_has_points_of_every_kind_and_rules_that_differ():
    assert {case["kind"] for case in POINTS} == {"scoring", "cumulative", "ordinal"}
    assert len(POINTS) >= 200
    assert sum(case["mes"] != case["mes_add1u"] for case in POINTS) > 100
    assert sum(case["greedy"] != case["mes_add1u"] for case in POINTS) > 20


def test_who_gives_twice_the_points_pays_twice_as_much():
    town = problem(30, (9,), [(0,), (0,)], points=((2,), (1,)))

    outcome = equal_shares(town, Completion.NONE, UNHEARD)

    assert [(paid.project, paid.each) for paid in outcome.funded] == [(0, 6)]


@pytest.mark.parametrize("points", [((1,),), ((1, 2), (1,)), ((-1,), (1,))])
def test_points_that_do_not_fit_the_choices_are_refused(points):
    with pytest.raises(InvalidInput) as error:
        problem(30, (9,), [(0,), (0,)], points=points)

    assert error.value.code == "budget_points"


def test_the_reference_has_many_cases_with_ties_and_leftovers():
    assert len(CASES) >= 200
    assert sum(case["mes"] != case["mes_add1u"] for case in CASES) > 100
    assert sum(case["greedy"] != case["mes_add1u"] for case in CASES) > 20


def test_a_minority_gets_its_part_with_equal_shares_and_nothing_with_most_votes():
    ballots = [(0, 1, 2, 3)] * 51 + [(4, 5, 6, 7)] * 49
    town = problem(400, (100,) * 8, ballots)

    assert greedy(town).winners == {0, 1, 2, 3}
    assert len(equal_shares(town, Completion.GREEDY, UNHEARD).winners & {4, 5, 6, 7}) == 1
    assert len(equal_shares(town, Completion.ADD1U, UNHEARD).winners & {4, 5, 6, 7}) == 2


def test_who_has_less_left_pays_all_of_it_and_the_others_the_same():
    town = problem(30, (12, 9), [(0, 1), (0,), (1,)])

    outcome = equal_shares(town, Completion.NONE, UNHEARD)

    assert [(paid.project, paid.each) for paid in outcome.funded] == [
        (1, Fraction(9, 2)),
        (0, Fraction(13, 2)),
    ]
    assert outcome.share == 10


def test_thirds_are_not_rounded():
    town = problem(10, (10, 1), [(0,), (0,), (0, 1)])

    assert equal_shares(town, Completion.NONE, UNHEARD).winners == {0}


@pytest.mark.parametrize(("order", "winner"), [((0, 1), 0), ((1, 0), 1)])
def test_the_fixed_order_decides_between_equals(order, winner):
    town = problem(5, (5, 5), [(0,), (1,)], order=order)

    assert greedy(town).winners == {winner}
    assert equal_shares(town, Completion.ADD1U, UNHEARD).winners == {winner}


def test_of_two_with_as_many_votes_the_cheaper_one_goes_first():
    town = problem(9, (8, 6), [(0,), (1,)], order=(0, 1))

    assert greedy(town).winners == {1}


@pytest.mark.parametrize("count", [greedy, lambda town: equal_shares(town, Completion.ADD1U, UNHEARD)])
def test_ceilings_pairs_and_support_are_kept_and_told(count):
    limits = BudgetLimits({"Noord": 70}, (frozenset({2, 3}),), support=2)
    ballots = [(0, 1, 2, 3, 5)] * 6 + [(0, 2)] * 2 + [(4,)]
    costs, areas = (60, 20, 30, 10, 5, 500), ("Noord", "Noord", "Zuid", "Zuid", "Zuid", "Zuid")
    town = problem(200, costs, ballots, areas=areas, limits=limits)

    outcome = count(town)

    assert outcome.winners == {0, 2}
    assert outcome.refused == {
        1: NotFunded.CEILING,
        3: NotFunded.APART,
        4: NotFunded.SUPPORT,
        5: NotFunded.TOO_DEAR,
    }
    assert outcome.spent == 90


def test_nobody_voted():
    town = problem(10, (5,), [])

    assert not equal_shares(town, Completion.ADD1U, UNHEARD).winners
    assert greedy(town).refused == {0: NotFunded.SUPPORT}
    assert represented(town, ()).worth == 0


def test_what_nobody_chose_is_not_paid():
    town = problem(10, (5, 2), [(0,), ()])

    assert greedy(town).winners == equal_shares(town, Completion.ADD1U, UNHEARD).winners == {0}


def test_who_is_represented_is_counted_per_ballot():
    town = problem(10, (6, 4), [(0,), (0, 1), (), (1,)], areas=("Noord", "Zuid"))

    found = represented(town, {0})

    assert found.ballots == {0: 2, 1: 2}
    assert found.nothing == 2
    assert found.worth == 3
    assert found.areas == {"Noord": 6, "Zuid": 0}


def test_the_stop_button_works():
    class Stop(Exception):
        pass

    class Stopped:
        def checkpoint(self, _phase, _fraction=None):
            raise Stop

    with pytest.raises(Stop):
        equal_shares(problem(10, (6, 4), [(0,), (1,)]), Completion.ADD1U, Stopped())


@given(
    costs=st.lists(st.integers(1, 30), min_size=1, max_size=6),
    ballots=st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=8),
    budget=st.integers(1, 90),
    completion=st.sampled_from(Completion),
)
def test_no_more_is_spent_than_there_is(costs, ballots, budget, completion):
    kept = [sorted(one for one in ballot if one < len(costs)) for ballot in ballots]
    town = problem(budget, costs, kept)

    outcome = equal_shares(town, completion, UNHEARD)

    assert outcome.spent == sum(costs[one] for one in outcome.winners) <= budget
    assert outcome.winners.isdisjoint(outcome.refused)
    assert len(outcome.winners) + len(outcome.refused) == len(costs)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"budget": 0}, "budget_amount"),
        ({"costs": (5, 0)}, "budget_cost"),
        ({"ballots": [(0, 0)]}, "budget_choice_twice"),
        ({"ballots": [(2,)]}, "budget_choice_unknown"),
        ({"order": (0, 0)}, "budget_order"),
        ({"limits": BudgetLimits({"Oost": 5})}, "budget_area_unknown"),
        ({"limits": BudgetLimits({"": -5})}, "budget_ceiling"),
        ({"limits": BudgetLimits(apart=(frozenset({1}),))}, "budget_apart"),
        ({"limits": BudgetLimits(apart=(frozenset({1, 7}),))}, "budget_apart"),
    ],
)
def test_a_budget_that_cannot_be_counted_is_refused(change, code):
    sound = {"budget": 10, "costs": (5, 6), "ballots": [(0,), (1,)]}

    with pytest.raises(InvalidInput) as caught:
        problem(**(sound | change))

    assert caught.value.code == code


def test_two_projects_with_one_number_are_refused():
    with pytest.raises(InvalidInput) as caught:
        BudgetProblem(10, (BudgetProject("1", 5), BudgetProject("1", 6)), ())

    assert caught.value.code == "budget_project_twice"


@pytest.mark.parametrize("most", [None, 4])
@pytest.mark.parametrize("seed", range(12))
def test_skipping_raises_gives_what_raising_one_by_one_gives(seed, most, monkeypatch):
    """Few voters with much money, and the skipping from the first raise on."""
    chance = np.random.default_rng(seed)
    projects = int(chance.integers(3, 10))
    costs = [int(cost) * 10 for cost in chance.integers(5, 61, projects)]
    liked = chance.random((int(chance.integers(2, 10)), projects)) < 0.5
    ballots = [np.flatnonzero(row).tolist() for row in liked]
    points = tuple(tuple(map(int, chance.integers(0, most + 1, len(one)))) for one in ballots) if most else ()
    given_ = problem(int(chance.integers(30, 221)) * 10, costs, ballots, points=points)
    monkeypatch.setattr(counting, "PLAIN_RAISES", 0)
    skipped = equal_shares(given_, Completion.ADD1U, UNHEARD)
    monkeypatch.setattr(counting, "FEW_VOTERS", 0)

    assert equal_shares(given_, Completion.ADD1U, UNHEARD) == skipped


def test_with_few_voters_and_much_money_raises_are_skipped(monkeypatch):
    ballots = [(0, 1), (0, 2), (1, 2), (3,)]
    given_ = problem(100_000, (30_000, 27_000, 29_000, 60_000), ballots)
    heard = []
    progress = type("Ear", (), {"checkpoint": lambda _self, *_told: heard.append(1)})()

    found = equal_shares(given_, Completion.ADD1U, progress)

    monkeypatch.setattr(counting, "FEW_VOTERS", 0)
    assert equal_shares(given_, Completion.ADD1U, UNHEARD) == found
    assert len(heard) < 100
