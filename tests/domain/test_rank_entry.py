"""Places as they stand on a slip."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.rank_entry import order_of, read_places, refuse_unlikely


def test_places_stand_beside_their_proposals():
    assert read_places(("3", "", " 1 ", "2")) == {0: 3, 2: 1, 3: 2}


def test_a_word_is_no_place():
    with pytest.raises(InvalidInput) as refused:
        read_places(("1", "x"))

    assert refused.value.code == "vote_sign"


@pytest.mark.parametrize("places", [(), (1,), (2, 1, 3), (3, 2, 1)])
def test_an_order_without_gaps_is_likely(places):
    assert refuse_unlikely(dict(enumerate(places))) is None


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ((1, 3), "vote_places_gap"),
        ((2, 3), "vote_places_gap"),
        ((0, 1), "vote_places_gap"),
        ((1, 1, 4), "vote_places_gap"),
        ((1, 1), "vote_places_equal"),
        ((1, 2, 2, 3), "vote_places_equal"),
        ((1, 2, 2, 4), "vote_places_equal"),
    ],
)
def test_a_gap_or_an_equal_is_pointed_out(places, code):
    with pytest.raises(InvalidInput) as refused:
        refuse_unlikely(dict(enumerate(places)))

    assert refused.value.code == code


def test_the_order_has_the_best_first_and_equals_together():
    assert order_of({0: 2, 1: 1, 3: 2}) == ((1, (1,)), (2, (0, 3)))
