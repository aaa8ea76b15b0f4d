"""Looking for opinion groups: clear ones are found, chance is not taken for one, few people are not drawn."""

from __future__ import annotations

import csv
import math
import sys
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.opinion_map import NoGroups
from burgertop_app.domain.opinions import VoteTable
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.opinions.finding import find_groups
from burgertop_app.engines.opinions.measuring import more_than_half, more_than_others

sys.path.insert(0, str(Path(__file__).parent))
from opinion_cases import grouped, random, table

BREXIT = Path(__file__).parents[2] / "fixtures" / "polis" / "brexit-consensus" / "participants-votes.csv"


def likeness(found, truth):
    """The adjusted Rand index of what was found and the truth, by place of the voter."""
    return adjusted_rand_score([truth[dot.voter] for dot in found.dots], [dot.group for dot in found.dots])


@pytest.mark.parametrize(("seed", "groups"), [(0, 2), (1, 2), (0, 3), (1, 3), (1, 4)])
def test_clear_groups_are_found_again(seed, groups):
    votes, truth = grouped(seed, groups)

    found = find_groups(table(votes), 7, UNHEARD)

    assert found.why is None
    assert len(found.sizes) == groups
    assert likeness(found, truth) >= 0.9


def test_votes_without_a_line_never_give_groups():
    """By design one in a hundred would; of these twenty seeds none does."""
    found = [find_groups(table(random(seed)), 7, UNHEARD) for seed in range(100, 120)]

    assert {one.why for one in found} == {NoGroups.CHANCE}
    assert all(not one.sizes and one.dots for one in found)


def test_a_public_conversation_gives_the_groups_that_polis_found():
    rows = list(csv.DictReader(BREXIT.read_text(encoding="utf-8").splitlines()))
    said = tuple(tuple(int(row[str(one)]) if row[str(one)] else None for one in range(18)) for row in rows)
    voters = tuple(int(row["participant"]) for row in rows)
    polis = {int(row["participant"]): row["group-id"] for row in rows}

    found = find_groups(VoteTable(tuple(range(18)), voters, said), 1, UNHEARD)

    assert found.left_out == 1
    assert found.sizes == (36, 23)
    assert likeness(found, polis) >= 0.9


def test_the_same_votes_and_seed_give_the_same():
    votes, _truth = grouped(3, 3)

    assert find_groups(table(votes), 7, UNHEARD) == find_groups(table(votes), 7, UNHEARD)


def test_one_vote_more_does_not_turn_the_picture_over():
    votes, _truth = grouped(3, 3)
    more = votes.copy()
    more[0, 0] = 1.0

    before, after = (find_groups(table(one), 7, UNHEARD) for one in (votes, more))

    for axis in ("x", "y"):
        moved = [(getattr(a, axis), getattr(b, axis)) for a, b in zip(before.dots, after.dots, strict=True)]
        assert np.corrcoef(np.array(moved).T)[0, 1] > 0.99


def test_turning_every_vote_round_keeps_the_groups():
    votes, _truth = grouped(2, 3)

    straight, crossed = (find_groups(table(one), 7, UNHEARD) for one in (votes, -votes))

    assert likeness(crossed, [dot.group for dot in straight.dots]) == 1.0


def test_fewer_than_twenty_people_are_not_drawn_but_counted():
    votes, _truth = grouped(0, 2, each=9)

    found = find_groups(table(votes), 7, UNHEARD)

    assert found.why is NoGroups.FEW_PEOPLE
    assert not found.dots
    assert found.statements


def test_fewer_than_ten_people_are_not_even_counted():
    votes, _truth = grouped(0, 2, each=4)

    found = find_groups(table(votes), 7, UNHEARD)

    assert found.why is NoGroups.FEW_PEOPLE
    assert not found.statements
    assert not found.agreed


def test_four_statements_are_too_few():
    votes, _truth = grouped(0, 2, statements=4, gone=0.0)

    assert find_groups(table(votes), 7, UNHEARD).why is NoGroups.FEW_STATEMENTS


def test_people_who_all_say_the_same_have_no_groups():
    assert find_groups(table(np.ones((30, 8))), 7, UNHEARD).why is NoGroups.ALIKE


def test_nobody_at_all_is_no_fault():
    assert find_groups(VoteTable((1, 2), (), ()), 7, UNHEARD).why is NoGroups.FEW_PEOPLE


def test_who_voted_on_fewer_than_seven_statements_gets_no_dot():
    votes, _truth = grouped(0, 2, gone=0.0)
    votes[5, 6:] = np.nan

    found = find_groups(table(votes), 7, UNHEARD)

    assert found.left_out == 1
    assert 5 not in {dot.voter for dot in found.dots}


def test_a_new_statement_without_votes_takes_nobody_out():
    votes, _truth = grouped(0, 2, gone=0.0)
    five = votes[:, :5]

    found = find_groups(table(np.hstack([five, np.full((len(five), 1), np.nan)])), 7, UNHEARD)

    assert found.left_out == 0
    assert found == find_groups(table(five), 7, UNHEARD)


def test_a_group_that_only_passes_is_not_said_to_disagree():
    votes = np.vstack([np.ones((20, 6)), np.zeros((20, 6))])

    found = find_groups(table(votes), 7, UNHEARD)

    assert found.sizes == (20, 20)
    passing = [group for group in (0, 1) if found.statement(0).groups[group].passed == 20]
    assert [found.typical[group] for group in passing] == [()]


def test_a_group_of_fewer_than_ten_is_never_shown():
    big, _truth = grouped(4, 2, each=40, gone=0.0)
    small = np.tile(np.where(big[0] == 0, 1, -big[0]), (6, 1))
    small[:, ::2] *= -1

    found = find_groups(table(np.vstack([big, small])), 7, UNHEARD)

    assert min(found.sizes) >= 10
    assert sum(found.sizes) == 86


def test_what_every_group_agrees_with_stands_above_what_one_group_does():
    votes, truth = grouped(0, 2, gone=0.0)
    votes[:, 0] = 1.0
    votes[:, 1] = np.where(truth == 0, 1.0, -1.0)

    found = find_groups(table(votes), 7, UNHEARD)

    together, apart = found.statement(0), found.statement(1)
    assert together.agreed == pytest.approx((41 / 42) ** 2)
    assert apart.agreed == pytest.approx(41 / 42 * 1 / 42)
    assert together.apart == 0
    assert apart.apart == pytest.approx(40 / 42)
    assert 0 in found.agreed


def test_what_sets_a_group_apart_is_told_for_both_sides():
    votes, truth = grouped(0, 2, gone=0.0)
    votes[:, 1] = np.where(truth == 0, 1.0, -1.0)

    found = find_groups(table(votes), 7, UNHEARD)

    sides = {one.agrees for told in found.typical for one in told if one.number == 1}
    assert sides == {True, False}
    first = next(one for told in found.typical for one in told if one.number == 1 and one.agrees)
    assert first.share == 1
    assert first.times == pytest.approx(41)
    assert all(
        [one.agrees for one in told] == sorted((one.agrees for one in told), reverse=True)
        for told in found.typical
    )


def test_the_two_tests_are_those_of_polis():
    """By hand from stats.clj: every count and every number of people gets one more."""
    assert more_than_half(8, 9) == pytest.approx(2 * math.sqrt(10) * (9 / 10 - 0.5))
    pooled = (9 + 3) / (10 + 10)
    expected = (9 / 10 - 3 / 10) / math.sqrt(pooled * (1 - pooled) * (1 / 10 + 1 / 10))
    assert more_than_others(8, 2, 9, 9) == pytest.approx(expected)
    assert more_than_others(9, 9, 9, 9) == 0


def test_looking_can_be_stopped():
    class Stop:
        def checkpoint(self, *_told):
            raise Cancelled

    votes, _truth = grouped(0, 2)
    with pytest.raises(Cancelled):
        find_groups(table(votes), 7, Stop())
