"""What taking in the files of a conversation is told as."""

from __future__ import annotations

import pytest

from burgertop_app import i18n
from burgertop_app.domain.opinion_views import TakenIn
from burgertop_app.messages.opinions import taken_words


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
