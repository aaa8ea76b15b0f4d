"""Places after population figures: sums, widths, unknown figures, what was typed or pasted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.drawing import QuotaEntry
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.population import Trouble, Width, amount, mirrored, pasted, places

AGES = tuple(
    QuotaEntry(feature="leeftijd", value=value, low=0, high=30) for value in ("jong", "midden", "oud")
)
PAIRS = [(entry.feature, entry.value) for entry in AGES]


def figures(*found):
    return {pair: None if each is None else Fraction(each) for pair, each in zip(PAIRS, found, strict=True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12345", 12345),
        ("12.345", 12345),
        ("1.234.567", 1234567),
        ("12 345", 12345),
        ("21,5", Fraction(43, 2)),
        ("21.5", Fraction(43, 2)),
        ("21,5 %", Fraction(43, 2)),
        ("12.345 %", Fraction(2469, 200)),
        ("0", 0),
        ("-99997", None),
        ("-99999999", None),
        (".", None),
        ("", None),
        (" x ", None),
    ],
)
def test_a_figure_is_read_as_people_write_it(text, expected):
    assert amount(text) == expected


@pytest.mark.parametrize("text", ["-3", "veel", "12,3,4", "1e9", "٣"])
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(InvalidInput, match="population_amount"):
        amount(text)


@given(
    st.lists(st.fractions(0, 10**6), min_size=1, max_size=40).filter(any),
    st.integers(1, 500),
    st.sampled_from(Width),
)
def test_places_always_add_up(parts, seats, width):
    found = places(parts, seats, width)

    assert sum(low for low, _high in found) <= seats <= sum(high for _low, high in found)
    assert all(0 <= low <= high <= seats for low, high in found)


@given(st.lists(st.fractions(0, 1000), min_size=1, max_size=9).filter(any), st.integers(1, 200))
def test_exact_places_are_the_share_rounded_down_or_up(parts, seats):
    found = places(parts, seats, Width.EXACT)

    assert sum(low for low, _high in found) == seats
    assert all(
        abs(low - part / sum(parts) * seats) < 1 for (low, _high), part in zip(found, parts, strict=True)
    )


def test_largest_remainders_give_the_last_seats():
    assert places([Fraction(41), Fraction(32), Fraction(27)], 10, Width.EXACT) == ((4, 4), (3, 3), (3, 3))


def test_width_gives_room_on_both_sides():
    parts = [Fraction(1), Fraction(2)]

    assert places(parts, 10, Width.ROUNDED) == ((3, 4), (6, 7))
    assert places(parts, 10, Width.TWO) == ((1, 6), (4, 9))


def test_figures_become_places_and_shares():
    (found,) = mirrored(AGES, figures(100, 200, 100), 30, Width.ROUNDED)

    assert [(e.low, e.high, e.share) for e in found.entries] == [(7, 8, 0.25), (15, 15, 0.5), (7, 8, 0.25)]


def test_an_unknown_figure_leaves_the_feature_as_it_was():
    (found,) = mirrored(AGES, figures(100, None, 100), 30, Width.ROUNDED)

    assert (found.trouble, found.unknown, found.entries) == (Trouble.UNKNOWN, ("midden",), AGES)


def test_a_feature_without_figures_is_no_trouble():
    (found,) = mirrored(AGES, {}, 30, Width.ROUNDED)

    assert (found.trouble, found.entries) == (None, AGES)


def test_figures_of_nobody_are_told():
    (found,) = mirrored(AGES, figures(0, 0, 0), 30, Width.ROUNDED)

    assert found.trouble is Trouble.NOBODY


@pytest.mark.parametrize(("last", "trouble"), [(34, None), (33, None), (40, Trouble.PERCENTAGES)])
def test_percentages_must_add_up_but_for_rounding(last, trouble):
    (found,) = mirrored(AGES, figures(33, 33, last), 30, Width.ROUNDED, percentages=True)

    assert found.trouble is trouble


def test_other_room_for_relaxation_is_left_out():
    entries = tuple(
        QuotaEntry(feature=e.feature, value=e.value, low=5, high=6, low_flex=4, high_flex=7) for e in AGES
    )

    (found,) = mirrored(entries, figures(1, 1, 1), 30, Width.EXACT)

    assert {(e.low_flex, e.high_flex) for e in found.entries} == {(None, None)}


def test_pasted_lines_find_their_group_by_name():
    assert pasted("oud\t120\nJong\t80\n\n", PAIRS) == {PAIRS[0]: "80", PAIRS[2]: "120"}


def test_pasted_figures_alone_are_taken_in_order():
    assert pasted("1\n2\n3", PAIRS) == dict(zip(PAIRS, "123", strict=True))


def test_pasted_figures_that_do_not_fit_are_refused():
    with pytest.raises(InvalidInput, match="population_paste"):
        pasted("1\n2", PAIRS)
