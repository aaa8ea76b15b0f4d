from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.guesses import AgeGroup, age_groups, age_on, day_of, distance, group_of, likely

TODAY = date(2026, 6, 1)
WIJK = ("Oosterpolder", "Havenwijk", "Centrum", "Westerpolder")
OPLEIDING = ("praktisch", "middelbaar", "theoretisch")


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("Oosterplder", WIJK, "Oosterpolder"),
        ("Haven wijk", WIJK, "Havenwijk"),
        ("Centrm", WIJK, "Centrum"),
        ("Cenrtum", WIJK, "Centrum"),
        ("mbo-4", OPLEIDING, "middelbaar"),
        ("HBO", OPLEIDING, "theoretisch"),
        ("vmbo", OPLEIDING, "praktisch"),
        ("MBO niv. 2", OPLEIDING, "praktisch"),
        ("mbo niveau 4", ("laag", "midden", "hoog"), "midden"),
        ("x", ("man", "vrouw", "anders"), "anders"),
        ("x", ("ja", "nee"), "ja"),
        ("V", ("man", "vrouw"), "vrouw"),
        ("sociale huur", ("huur", "koop"), "huur"),
        ("sociale huur", ("huur corporatie", "huur particulier", "koop"), "huur corporatie"),
        ("wijk Centrum (binnenstad)", WIJK, "Centrum"),
    ],
)
def test_what_was_meant_is_found(text, known, meant):
    assert likely(text, known) == meant


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("polder", WIJK),
        ("Xanadu", WIJK),
        ("", WIJK),
        ("...", WIJK),
        ("wijk02", ("wijk01", "wijk03")),
        ("huur", ("huur corporatie", "huur particulier")),
        ("noord", ("noord-oost", "noord-west")),
        ("abcdefg", ("abcdefx", "abcdefy")),
    ],
)
def test_what_could_be_several_things_is_left_to_the_organiser(text, known):
    assert likely(text, known) is None


def test_age_groups_are_read_from_their_names():
    names = ["16-29", "30 – 44", "45 t/m 59", "60 tot 74", "75+", "onder 16", "onbekend", "44-30"]

    assert age_groups(names) == (
        AgeGroup("16-29", 16, 29),
        AgeGroup("30 – 44", 30, 44),
        AgeGroup("45 t/m 59", 45, 59),
        AgeGroup("60 tot 74", 60, 74),
        AgeGroup("75+", 75, 999),
        AgeGroup("onder 16", 0, 15),
    )


@pytest.mark.parametrize("name", ["65 en ouder", "65 jaar en ouder", "vanaf 65", "65 plus"])
def test_the_oldest_group_has_many_names(name):
    assert group_of(101, age_groups([name])) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1960-03-01", date(1960, 3, 1)),
        ("1960-03-01 00:00", date(1960, 3, 1)),
        ("1-3-1960", date(1960, 3, 1)),
        ("01/03/60", date(1960, 3, 1)),
        ("1.3.05", date(2005, 3, 1)),
        ("1960", None),
        ("maart 1960", None),
    ],
)
def test_dates_are_read_in_dutch_order(text, day):
    assert day_of(text, TODAY) == day


@pytest.mark.parametrize("text", ["31-2-1970", "1970-13-01", "0-1-1970", "1-1-2027", "29-2-1900"])
def test_a_day_that_does_not_exist_or_has_yet_to_come_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        day_of(text, TODAY)


def test_age_counts_birthdays():
    assert age_on(TODAY, date(1960, 6, 1)) == 66
    assert age_on(TODAY, date(1960, 6, 2)) == 65


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_nought_for_equals_alone(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))
