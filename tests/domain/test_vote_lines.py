"""What somebody types for one slip."""

from __future__ import annotations

import pytest

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballot_numbers import check_digit, made
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.vote_lines import read_line
from tests.beginnings import Chance

NUMBERS = (1, 2, 4, 7)
LETTERS = {"v": 1, "t": -1, "b": 0}


def read(text, rule, **told):
    return read_line(text, BallotMethod(rule=rule, seed="1", **told), NUMBERS, LETTERS)


@pytest.mark.parametrize(
    ("rule", "text", "marks"),
    [
        (BallotRule.MAJORITY, "vtb.", {0: 1, 1: -1, 2: 0}),
        (BallotRule.MAJORITY, "V + - 0", {0: 1, 1: 1, 2: -1, 3: 0}),
        (BallotRule.DOTS, "4x3 1", {2: 3, 0: 1}),
        (BallotRule.DOTS, "7 7 2", {3: 2, 1: 1}),
        (BallotRule.DOTS, "2x0", {}),
        (BallotRule.APPROVAL, "1, 7", {0: 1, 3: 1}),
        (BallotRule.SCORE, "10 . 0 3", {0: 10, 2: 0, 3: 3}),
        (BallotRule.TEMPERATURE, "5 4 1 .", {0: 5, 1: 4, 2: 1}),
    ],
)
def test_a_line_becomes_marks(rule, text, marks):
    assert read(text, rule) == marks


def test_a_top_without_an_order_has_boxes():
    assert read("7 1", BallotRule.TOP, ordered=False) == {3: 1, 0: 1}


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        (BallotRule.MAJORITY, "vtx.", "vote_sign"),
        (BallotRule.MAJORITY, "vt", "vote_options_count"),
        (BallotRule.DOTS, "3", "vote_option_unknown"),
        (BallotRule.DOTS, "1y2", "vote_sign"),
        (BallotRule.APPROVAL, "1 1", "vote_option_twice"),
        (BallotRule.SCORE, "10 a 0 3", "vote_sign"),
        (BallotRule.TEMPERATURE, "5 4", "vote_options_count"),
        (BallotRule.APPROVAL, "²", "vote_sign"),
    ],
)
def test_a_line_that_means_nothing_is_refused(rule, text, code):
    with pytest.raises(InvalidInput) as refused:
        read(text, rule)

    assert refused.value.code == code


def test_numbers_are_different_and_in_no_order():
    numbers = made(200, Chance())

    assert len(set(numbers)) == 200
    assert list(numbers) != sorted(numbers)
    assert {len(number) for number in numbers} == {5}


def test_numbers_that_were_made_are_not_made_again():
    first = made(50, Chance())

    assert not {*made(50, Chance(), first)} & {*first}


def test_one_wrong_digit_or_two_that_change_places_never_give_another_number():
    for number in made(60, Chance()):
        for at in range(5):
            for digit in "0123456789":
                wrong = number[:at] + digit + number[at + 1 :]
                assert wrong == number or check_digit(wrong) != 0
        for at in range(4):
            swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
            assert swapped == number or check_digit(swapped) != 0
