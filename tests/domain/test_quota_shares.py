"""Quotas that mirror a population."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.drawing import QuotaEntry
from burgertop_app.domain.preflight import Supply
from burgertop_app.domain.quota_shares import from_declared, from_shares, scarce, seats_for
from burgertop_app.domain.quotas import Quota


@pytest.mark.parametrize(
    ("share", "seats", "expected"),
    [(0.21, 30, (6, 7)), (0.3, 30, (9, 9)), (0.004, 30, (0, 1)), (0.0, 30, (0, 0)), (1.0, 30, (30, 30))],
)
def test_seats_are_the_share_rounded_down_and_up(share, seats, expected):
    assert seats_for(share, seats) == expected


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=8), st.integers(1, 300))
def test_shares_that_add_up_leave_room_for_all_seats(parts, seats):
    shares = [part / sum(parts) for part in parts]

    found = [seats_for(share, seats) for share in shares]

    assert sum(low for low, _high in found) <= seats <= sum(high for _low, high in found)


def test_a_group_without_a_share_keeps_its_quota():
    entries = (
        QuotaEntry(feature="wijk", value="Noord", low=1, high=2),
        QuotaEntry(feature="wijk", value="Zuid", low=1, high=2, low_flex=0, high_flex=4, share=0.5),
    )

    first, second = from_shares(entries, 9)

    assert first == entries[0]
    assert (second.low, second.high, second.low_flex, second.high_flex) == (4, 5, None, None)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=9).filter(any), st.integers(1, 300))
def test_shares_that_do_not_add_up_still_give_places_that_do(percentages, seats):
    entries = [
        QuotaEntry(feature="wijk", value=str(place), low=0, high=0, share=part / 100)
        for place, part in enumerate(percentages)
    ]

    found = from_shares(entries, seats)

    assert sum(entry.low for entry in found) <= seats <= sum(entry.high for entry in found)


def test_declared_groups_ask_nothing_yet():
    assert [(e.value, e.low, e.high) for e in from_declared({"wijk": ("Noord", "Zuid")}, 30)] == [
        ("Noord", 0, 30),
        ("Zuid", 0, 30),
    ]


def test_a_group_is_scarce_when_it_leaves_little_choice():
    plenty = Supply(Quota("wijk", "Noord", 5, 6), 40)
    tight = Supply(Quota("wijk", "Zuid", 8, 9), 27)
    tighter = Supply(Quota("wijk", "Oost", 4, 5), 5)
    short = Supply(Quota("wijk", "West", 4, 5), 3)
    unasked = Supply(Quota("wijk", "Weg", 0, 1), 1)

    assert scarce((plenty, tight, tighter, short, unasked)) == (tighter, tight)
