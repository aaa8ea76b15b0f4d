import itertools
import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort, SeatingProblem, SeatLock, even_sizes
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures


class Impatient:
    def __init__(self, calls):
        self.left = calls

    def checkpoint(self, _phase, _fraction=None):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Listener:
    def __init__(self):
        self.heard = []

    def checkpoint(self, phase, fraction=None):
        self.heard.append((phase, fraction))


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_everybody_sits_once_at_tables_of_the_right_size(problems, data, seed):
    problem = data.draw(problems)

    plan = arrange(problem, seed, Effort(steps=30), UNHEARD)

    assert [
        tuple(row.count(table) for table in range(len(sizes)))
        for row, sizes in zip(plan.tables, problem.sizes, strict=True)
    ] == list(problem.sizes)
    assert {len(row) for row in plan.tables} == {len(problem.people)}


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_every_lock_is_kept(problems, data, seed):
    problem = data.draw(problems)

    plan = arrange(problem, seed, Effort(steps=30), UNHEARD)

    assert [plan.tables[lock.round][lock.person] for lock in problem.locks] == [
        lock.table for lock in problem.locks
    ]


@settings(max_examples=20, deadline=None)
@given(data=st.data(), seed=st.integers(0, 99))
def test_the_same_seed_and_steps_give_the_same_plan(problems, data, seed):
    problem = data.draw(problems)

    first = arrange(problem, seed, Effort(steps=50), UNHEARD)
    second = arrange(problem, seed, Effort(steps=50), UNHEARD)

    assert first == second


def test_another_seed_gives_another_plan(thirty_six):
    plans = {arrange(thirty_six, seed, Effort(steps=5), UNHEARD).tables for seed in range(3)}

    assert len(plans) == 3


def test_a_tight_meeting_reaches_the_bound_and_stops_there():
    """Sixteen people, five rounds of four tables: everybody meets everybody exactly once."""
    people = tuple(map(str, range(16)))
    problem = SeatingProblem(people, (), ((),) * 16, (even_sizes(16, 4),) * 5)

    plan = arrange(problem, 1, Effort(steps=20_000), UNHEARD)

    assert figures(problem, plan).repeats == 0
    assert plan.steps < 20_000


def test_five_tables_of_six_are_mixed_with_few_meetings_too_many(thirty_six):
    fewer = {"people": thirty_six.people[:30], "values": thirty_six.values[:30]}
    problem = replace(thirty_six, **fewer, sizes=(even_sizes(30, 6),) * 3)

    found = figures(problem, arrange(problem, 1, Effort(steps=12_000), UNHEARD))

    assert found.excess == 0
    assert found.coincidences <= bounds(problem).coincidences + 3


def test_the_search_makes_a_plan_far_better_than_chance(thirty_six):
    start = figures(thirty_six, arrange(thirty_six, 3, Effort(steps=1), UNHEARD))

    found = figures(thirty_six, arrange(thirty_six, 3, Effort(steps=3000), UNHEARD))

    assert start.excess > 20
    assert found.excess == 0
    assert found.coincidences <= 4


def test_rounds_may_have_tables_of_different_sizes(thirty_six):
    problem = replace(thirty_six, sizes=((6,) * 6, (9,) * 4, (12, 10, 8, 6)))

    found = figures(problem, arrange(problem, 2, Effort(steps=1500), UNHEARD))

    assert found.excess == 0


def test_one_locked_person_leaves_the_others_free(thirty_six):
    locks = (SeatLock(0, 0, 5), SeatLock(0, 1, 5), SeatLock(0, 2, 5))
    problem = replace(thirty_six, locks=locks)

    plan = arrange(problem, 4, Effort(steps=2000), UNHEARD)

    assert [row[0] for row in plan.tables] == [5, 5, 5]
    assert figures(problem, plan).excess == 0


def test_a_plan_in_which_everything_is_locked_comes_back_at_once():
    locks = tuple(SeatLock(person, 0, person // 2) for person in range(4))
    problem = SeatingProblem(tuple("abcd"), (), ((),) * 4, ((2, 2),), locks)

    plan = arrange(problem, 1, Effort(), UNHEARD)

    assert plan.tables == ((0, 0, 1, 1),)
    assert plan.steps == 0


def test_large_groups_are_searched_some_tables_at_a_time():
    people = tuple(f"{number:03d}" for number in range(300))
    values = tuple(("xyz"[number % 3], "ab"[number % 7 < 2]) for number in range(300))
    problem = SeatingProblem(people, ("a", "b"), values, (even_sizes(300, 8),) * 2)

    found = figures(problem, arrange(problem, 1, Effort(steps=1500), UNHEARD))

    assert (found.excess, found.repeats) == (0, 0)


def test_cancel_leaves_the_search(thirty_six):
    with pytest.raises(Cancelled):
        arrange(thirty_six, 1, Effort(), Impatient(calls=3))


def test_progress_is_told_often_and_never_goes_back(thirty_six):
    listener = Listener()

    arrange(thirty_six, 1, Effort(steps=600), listener)

    parts = [part for _, part in listener.heard]
    assert {phase for phase, _ in listener.heard} == {"seating"}
    assert len(parts) >= 25
    assert parts == sorted(parts)
    assert 0 <= parts[0] <= parts[-1] <= 1


def test_a_search_by_the_clock_ends(thirty_six):
    ticks = itertools.count()

    plan = arrange(thirty_six, 1, Effort(seconds=40), UNHEARD, lambda: float(next(ticks)))

    assert plan.steps > 0
    assert 40 <= next(ticks) < 60


def test_an_effort_in_seconds_needs_a_stopwatch(thirty_six):
    with pytest.raises(TypeError, match="stopwatch"):
        arrange(thirty_six, 1, Effort(seconds=1), UNHEARD)


def test_problem_and_plan_travel_between_processes(thirty_six):
    plan = arrange(thirty_six, 1, Effort(steps=5), UNHEARD)

    assert pickle.loads(pickle.dumps((thirty_six, plan))) == (thirty_six, plan)  # noqa: S301
