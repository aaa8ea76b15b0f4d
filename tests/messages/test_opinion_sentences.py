"""What taking in the files of a conversation is told as."""

from __future__ import annotations

import pytest

from burgertop_app import i18n
from burgertop_app.domain.opinion_map import NoGroups, OpinionMap, Said, StatementResult, Typical
from burgertop_app.domain.opinion_views import TakenIn
from burgertop_app.messages.opinions import (
    agree_words,
    people_sentences,
    said_words,
    taken_words,
    typical_words,
)


@pytest.fixture(autouse=True)
def dutch():
    i18n.use_language("nl")


def test_one_row_that_was_left_out_is_told_as_one():
    told = taken_words(TakenIn(statements=12, votes=648, known=1, refused=1))

    assert told == (
        "Binnengekomen: 12 stellingen en 648 stemmen. 1 stem stond er al. 1 regel is overgeslagen."
    )


def test_more_rows_are_told_as_many():
    told = taken_words(TakenIn(statements=12, votes=648, known=2, refused=3))

    assert told.endswith("2 stemmen stonden er al. 3 regels zijn overgeslagen.")


def test_a_percentage_tells_of_how_many_people_it_is():
    said = Said(agree=6, disagree=3, passed=1)

    assert (
        said_words(said)
        == "60\N{NO-BREAK SPACE}% eens, 30\N{NO-BREAK SPACE}% oneens, 10\N{NO-BREAK SPACE}% pas (van 10)"
    )
    assert agree_words(said) == "60\N{NO-BREAK SPACE}% van 10"


def test_of_nobody_there_is_no_percentage():
    assert (said_words(Said()), agree_words(Said())) == ("niemand stemde", "–")


def test_who_gave_too_few_votes_is_told_with_what_was_enough():
    five = tuple(StatementResult(one, Said(10), (), 0.9, 0.1, 0.0) for one in range(5))

    told = people_sentences(OpinionMap(statements=five, voters=12, left_out=2, why=NoGroups.FEW_PEOPLE))

    assert "minder dan 5 stemmen" in told[1]


def test_a_group_that_nothing_sets_apart_is_told_so():
    assert typical_words((), str) == ["Geen enkele stelling onderscheidt deze groep."]
    assert len(typical_words((Typical(3, True, 0.5, 2.0),), str)) == 1
