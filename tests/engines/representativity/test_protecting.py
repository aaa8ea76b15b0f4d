"""Shares that give nobody away: what is left out, what is rounded, and what a reader could still solve."""

from __future__ import annotations

import numpy as np
import pytest

from burgertop_app.engines.representativity.disclosure import Crowd, Reader, Told
from burgertop_app.engines.representativity.protecting import Counted, Shown, protected, rounded, span

POOL = Crowd(370, (True, False))
PANEL = Crowd(30, (True, True))


def counted(*people, least=3, untold=0, before=None):
    return Counted(tuple(people), untold, least, before)


def test_a_large_pool_and_its_panel_are_shown_in_whole_per_cent():
    shown = protected((POOL, PANEL), (counted(100, 200, 100, least=5), counted(9, 12, 9)))

    assert shown == (Shown((25, 50, 25), 1), Shown((30, 40, 30), 1))


def test_a_group_of_few_is_left_out_and_does_not_follow_from_the_rest():
    shown = protected((POOL, PANEL), (counted(100, 200, 100, least=5), counted(2, 16, 12)))

    assert shown[1] == Shown((None, 50, 40), 10)


def test_of_two_groups_with_one_small_nothing_is_shown():
    shown = protected((POOL, PANEL), (counted(200, 200, least=5), counted(1, 29)))

    assert shown[1] == Shown((None, None), 0)


def test_a_day_with_one_person_less_does_not_tell_who_was_missing():
    crowds = (Crowd(370, (True, False, False)), Crowd(29, (True, True, True)), Crowd(1, (True, True, False)))
    stages = (counted(130, 140, 130, least=5), counted(10, 10, 10), counted(10, 10, 9))

    shown = protected(crowds, stages)

    plain = [Told((0, 0), ((10, 10),) * 3), Told((0, 0), ((10, 10), (10, 10), (9, 9)))]
    assert Reader([Crowd(29, (True, True)), Crowd(1, (True, False))], plain, 3).finds_somebody()
    assert shown[1].step == 1
    assert shown[2].step != 1


def test_everyone_of_a_day_in_one_group_is_not_shown():
    crowds = (Crowd(20, (True, False)), Crowd(10, (True, True)))

    shown = protected(crowds, (counted(20, 10), counted(10, 0)))

    assert shown[1] == Shown((None, None), 0)


def test_what_was_published_before_is_shown_as_it_was():
    before = Shown((35, 35, 30), 5)

    shown = protected((POOL, PANEL), (counted(100, 200, 100), counted(10, 11, 9, before=before)))

    assert shown[1] is before


def test_people_who_did_not_tell_are_no_group():
    shown = protected((Crowd(400, (True,)),), (counted(100, 100, untold=200),))

    assert shown[0].shares == (50, 50)


@pytest.mark.parametrize("told", [7, 27, 30, 98, 461])
def test_every_share_lies_in_the_span_that_it_tells(told):
    for step in (1, 5, 10):
        for people in range(told + 1):
            low, high = span(rounded(people, told, step), told, step, 0)
            assert low <= people <= high


@pytest.mark.parametrize("seed", range(25))
def test_no_reader_solves_for_anybody_whatever_the_town(seed):
    crowds, stages = town(np.random.default_rng(seed))

    shown = protected(crowds, stages)

    told = [
        Told(
            (stage.untold, stage.untold),
            tuple(
                None if share is None else span(share, sum(stage.people), seen.step, stage.least)
                for share in seen.shares
            ),
        )
        for stage, seen in zip(stages, shown, strict=True)
    ]
    reader = Reader(crowds, told, len(stages[0].people))
    assert not reader.finds_somebody()


def town(rng):
    """A pool of some hundreds with a panel and three days on which nearly all of it came."""
    groups = int(rng.integers(2, 6))
    shares = rng.dirichlet(np.full(groups, 1.5))
    pool, panel = int(rng.integers(60, 500)), 30
    value = rng.choice(groups, size=pool, p=shares)
    at = np.zeros((pool, 5), dtype=bool)
    at[:, 0], at[:panel, 1] = True, True
    for day in (2, 3, 4):
        at[: panel - int(rng.integers(0, 7)), day] = True
        at[:panel, day] = rng.permutation(at[:panel, day])
    kinds = sorted({tuple(map(bool, row)) for row in at})
    crowds = tuple(Crowd(int(np.all(at == kind, axis=1).sum()), kind) for kind in kinds)
    stages = tuple(
        Counted(
            tuple(int(np.sum(value[at[:, stage]] == group)) for group in range(groups)), 0, 3 if stage else 5
        )
        for stage in range(5)
    )
    return crowds, stages
