# ruff: noqa: RUF001 - names as people write them
"""Names on a list stand where a Dutch reader looks for them."""

from __future__ import annotations

import pytest

from burgertop_app.domain.name_order import OTHER_LETTER, by_family, kept_together, split_name


@pytest.mark.parametrize(
    ("name", "before", "family", "letter"),
    [
        ("Anneke de Vries", "Anneke de", "Vries", "V"),
        ("Jan van der Berg", "Jan van der", "Berg", "B"),
        ("Jan v.d. Berg", "Jan v.d.", "Berg", "B"),
        ("Van der Berg", "Van der", "Berg", "B"),
        ("J.P. van 't Hof", "J.P. van 't", "Hof", "H"),
        ("Karima el Idrissi", "Karima el", "Idrissi", "I"),
        ("Anna D. Bakker", "Anna D.", "Bakker", "B"),
        ("Jan S. Peter Bakker", "Jan S. Peter", "Bakker", "B"),
        ("Els van den Boogaard de Wit", "Els van den", "Boogaard de Wit", "B"),
        ("Şükrü Yıldırım-Öztürk", "Şükrü", "Yıldırım-Öztürk", "Y"),
        ("Łukasz Łaski", "Łukasz", "Łaski", "L"),
        ("İpek Özgür", "İpek", "Özgür", "O"),
        ("דוד לוי", "דוד", "לוי", OTHER_LETTER),
        ("Madonna", "", "Madonna", "M"),
        ("", "", "", OTHER_LETTER),
    ],
)
def test_the_family_name_is_found_behind_the_small_words(name, before, family, letter):
    parts = split_name(name)

    assert (parts.before, parts.family, parts.letter) == (before, family, letter)


def test_a_name_with_a_comma_has_the_family_name_in_front():
    parts = split_name("Berg, F. van der")

    assert (parts.family, parts.behind) == ("Berg", ", F. van der")


def test_the_parts_of_a_name_make_the_name_again():
    for name in ("Anneke de Vries", "Berg, F. van der", "Madonna", "فاطمة الزهراء"):
        parts = split_name(name)

        assert f"{parts.before} {parts.family}{parts.behind}".strip() == name


def test_lines_do_not_break_between_small_words_and_the_family_name():
    assert kept_together("Els van den Boogaard de Wit") == "Els van\u00a0den\u00a0Boogaard de Wit"
    assert [kept_together(name) for name in ("Bo Aa", "Berg, F. van der", "", "Van der Berg")] == [
        *("Bo Aa", "Berg, F. van der", "", "Van der\u00a0Berg"),
    ]


def test_small_words_and_accents_do_not_count_for_the_place():
    names = ["Zoë van Aalst", "Ada Öz", "Bo Oud", "An de Vries", "Piet Vries", "Ali Ozan", "Ольга Петрова"]

    assert sorted(names, key=by_family) == [
        *("Zoë van Aalst", "Bo Oud", "Ada Öz", "Ali Ozan", "An de Vries", "Piet Vries", "Ольга Петрова"),
    ]


def test_namesakes_stand_by_number_as_people_count():
    numbers = sorted(("10", "9", "2"), key=lambda number: by_family("Jan Bos", number))

    assert numbers == ["2", "9", "10"]
