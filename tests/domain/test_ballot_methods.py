"""A method of voting checks itself, and changes its mark when anything of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgertop_app.domain.ballot_marks import refuse_marks, says_nothing
from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.domain.errors import InvalidInput

AREA = GroupQuestion("Wijk", ("Noord", "Zuid"))


def made(rule=BallotRule.DOTS, **told):
    return BallotMethod(rule=rule, seed="6 2 4", **told)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"rule": BallotRule.THRESHOLD, "needed": 5, "out_of": 4}, "vote_threshold"),
        ({"dots": 0}, "vote_dots"),
        ({"dots": 3, "each": 4}, "vote_dots"),
        ({"rule": BallotRule.SCORE, "low": 5, "high": 5}, "vote_scores"),
        ({"rule": BallotRule.DOTS, "paper": False}, "vote_hands_only_sides"),
        ({"quorum": 30, "electorate": 27}, "vote_quorum"),
        ({"slips": 5001}, "vote_slips"),
        ({"seats": 0}, "vote_number_low"),
    ],
)
def test_numbers_that_cannot_be_are_refused(told, code):
    with pytest.raises(InvalidInput) as refused:
        made(**told)

    assert refused.value.code == code


def test_choosing_needs_a_seed_for_equals():
    with pytest.raises(InvalidInput) as refused:
        BallotMethod(rule=BallotRule.SCHULZE, seed=" ")

    assert refused.value.code == "vote_seed_empty"


@pytest.mark.parametrize(
    ("groups", "code"),
    [
        ((AREA, AREA), "vote_question_twice"),
        ((GroupQuestion("Wijk", ("Noord",)),), "vote_question_boxes"),
        ((GroupQuestion("Wijk", ("Noord", "noord ")),), "vote_question_boxes"),
        ((GroupQuestion(" ", ("Noord", "Zuid")),), "vote_question_empty"),
        ((GroupQuestion("Wijk", ("Noord", "Zuid", "Oost")),), "vote_question_fine"),
    ],
)
def test_a_question_that_could_never_be_shown_is_not_asked(groups, code):
    with pytest.raises(InvalidInput) as refused:
        made(electorate=27, groups=groups).refuse(4)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("told", "code"),
    [({"seats": 3}, "vote_seats"), ({"rule": BallotRule.TOP, "top": 3}, "vote_top")],
)
def test_choosing_from_too_few_is_refused(told, code):
    with pytest.raises(InvalidInput) as refused:
        made(**told).refuse(3)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "other",
    [
        {"dots": 6},
        {"quorum": 5},
        {"seed": "1"},
        {"groups": (AREA,)},
        {"electorate": 30},
        {"secret": False},
        {"seats": 2},
    ],
)
def test_the_mark_changes_with_the_method(other):
    method = made()

    assert replace(method, **other).sha256("Stemming", ["A"]) != method.sha256("Stemming", ["A"])


def test_the_mark_changes_with_what_is_voted_on():
    assert (
        len({made().sha256(*said) for said in (("S", ["A", "B"]), ("S", ["B", "A"]), ("T", ["A", "B"]))}) == 3
    )


@pytest.mark.parametrize(
    ("method", "marks", "code"),
    [
        (made(dots=5, each=5), {0: 3, 1: 3}, "vote_dots_many"),
        (made(dots=5, each=2), {0: 3}, "vote_mark"),
        (made(BallotRule.APPROVAL, most=2), {0: 1, 1: 1, 2: 1}, "vote_options_many"),
        (made(BallotRule.TOP, top=2), {0: 1, 1: 1}, "vote_top_equal"),
        (made(BallotRule.TOP, top=2, ordered=False), {0: 1, 1: 1, 2: 1}, "vote_options_many"),
        (made(BallotRule.SCORE), {0: 11}, "vote_mark"),
        (made(BallotRule.TEMPERATURE), {0: 6}, "vote_mark"),
        (made(BallotRule.MAJORITY), {3: 1}, "vote_option_unknown"),
    ],
)
def test_a_slip_that_breaks_the_rule_is_refused(method, marks, code):
    with pytest.raises(InvalidInput) as refused:
        refuse_marks(method, 3, marks)

    assert refused.value.code == code


def test_equal_ranks_are_fine():
    refuse_marks(made(BallotRule.SCHULZE), 3, {0: 1, 1: 1, 2: 2})


def test_a_slip_with_blank_boxes_only_is_blank():
    assert says_nothing(made(BallotRule.MAJORITY), {0: 0, 1: 0})
    assert not says_nothing(made(BallotRule.SCORE), {0: 0})
    assert not says_nothing(made(BallotRule.CONSENT), {0: 0})
