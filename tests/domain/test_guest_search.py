"""Who is meant by a few letters, a number or a scanned code."""

from __future__ import annotations

import pytest

from burgertop_app.domain.guest_search import GuestSearch

PEOPLE = (
    ("Fatma van der Berg", "1"),
    ("Zoë Çelik", "12"),
    ("Jan de Vries", "3"),
    ("Janna de Vries", "4"),
    ("Jan de Vries", "5"),
    ("Łukasz Kowalski-Nowak", "120"),
    ("משה כהן", "121"),
    ("", "A-7"),
)


@pytest.fixture
def search():
    return GuestSearch(PEOPLE)


def found(search, typed):
    return [PEOPLE[match.at][1] for match in search.find(typed)]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("fat", ["1"]),
        ("berg", ["1"]),
        ("berg fat", ["1"]),
        ("van der berg", ["1"]),
        ("van den berg", ["1"]),
        ("vanderb", ["1"]),
        ("zoe", ["12"]),
        ("CELIK", ["12"]),
        ("luk now", ["120"]),
        ("kowalskinowak", ["120"]),
        ("כהן", ["121"]),
        ("jan", ["3", "4", "5"]),
        ("jan vries", ["3", "5", "4"]),
        ("a7", ["A-7"]),
        ("12", ["12", "120", "121"]),
        ("de", ["1", "3", "4", "5"]),
        ("erg", []),
        ("jan jan", []),
        ("", []),
        ("…", []),
    ],
)
def test_parts_of_a_name_or_a_number_find_people(search, typed, numbers):
    assert found(search, typed) == numbers


def test_a_whole_name_or_number_is_told_apart_from_a_beginning(search):
    assert [match.whole for match in search.find("jan de vries")] == [True, True, False]
    assert [match.whole for match in search.find("12")] == [True, False, False]


def test_namesakes_have_the_very_same_name(search):
    assert search.namesakes(2) == (2, 4)
    assert search.namesakes(3) == (3,)


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("12", "12"),
        ("A-7", "A-7"),
        ("a/7", "A-7"),
        (" 120\r", "120"),
        ("&éà", "120"),
        ("&é&", "121"),
    ],
)
def test_a_code_is_read_whatever_the_keyboard_makes_of_it(search, code, number):
    assert PEOPLE[search.scanned(code)][1] == number


@pytest.mark.parametrize("code", ["", "999", "jan", "-", "1 2 0 0", "https://example.org/12"])
def test_an_unknown_code_is_nobody(search, code):
    assert search.scanned(code) is None


def test_numbers_that_differ_in_a_sign_only_are_never_guessed():
    search = GuestSearch((("A", "1-23"), ("B", "12-3")))

    assert (search.scanned("12-3"), search.scanned("12/3")) == (1, None)
