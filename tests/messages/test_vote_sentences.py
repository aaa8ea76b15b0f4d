"""What came of a vote, in plain Dutch."""

from __future__ import annotations

from uuid import UUID

import pytest

from burgertop_app.domain.ballots import BallotRule, Count
from burgertop_app.messages.votes import (
    count_words,
    result_sentence,
    rule_sentence,
    short_count_words,
    votes_needed,
)

ID = UUID(int=1)


def counted(in_favour, against, blank=0):
    return Count(id=ID, option_id=ID, in_favour=in_favour, against=against, blank=blank)


@pytest.mark.parametrize(
    ("rule", "votes", "said"),
    [
        (BallotRule.MAJORITY, (24, 2), "Aangenomen: 24 voor en 2 tegen."),
        (
            BallotRule.MAJORITY,
            (12, 12),
            "Niet aangenomen: 12 voor en 12 tegen. Er moeten meer stemmen voor zijn dan tegen.",
        ),
        (
            BallotRule.TWO_THIRDS,
            (18, 8),
            "Aangenomen: 18 van de 26 stemmen zijn voor. Er waren er 18 nodig.",
        ),
        (
            BallotRule.TWO_THIRDS,
            (17, 9),
            "Niet aangenomen: 17 van de 26 stemmen zijn voor. Er waren er 18 nodig.",
        ),
        (BallotRule.CONSENT, (25, 0), "Aangenomen: 25 voor en niemand tegen."),
        (BallotRule.CONSENT, (25, 1), "Niet aangenomen: 1 tegen. Er mag niemand tegen zijn."),
        (BallotRule.MAJORITY, (0, 0), "Niet aangenomen: niemand stemde voor of tegen."),
    ],
)
def test_the_result_gives_the_numbers_and_the_reason(rule, votes, said):
    assert result_sentence(rule, counted(*votes)) == said


def test_blank_votes_are_named_apart():
    said = result_sentence(BallotRule.MAJORITY, counted(20, 5, 2))

    assert said == "Aangenomen: 20 voor en 5 tegen. 2 blanco stemmen tellen niet mee."


@pytest.mark.parametrize(("cast", "needed"), [(3, 2), (4, 3), (26, 18), (27, 18), (1, 1)])
def test_two_thirds_is_rounded_up(cast, needed):
    assert votes_needed(cast) == needed


def test_every_rule_is_explained():
    assert len({rule_sentence(rule) for rule in BallotRule}) == len(BallotRule)


def test_blank_votes_stand_in_the_same_sentence():
    assert count_words(counted(20, 5, 2)) == "20 voor, 5 tegen, 2 blanco"
    assert count_words(counted(20, 5)) == "20 voor, 5 tegen"


def test_blank_votes_can_be_left_out_below_a_bar():
    assert short_count_words(counted(20, 5, 2)) == "20 voor · 5 tegen · 2 blanco"
    assert short_count_words(counted(20, 5, 2), blank=False) == "20 voor · 5 tegen"
