# ruff: noqa: RUF001 - names as people write them
"""Names to be read from afar: as large as fits, broken where people would, never cut off."""

from __future__ import annotations

import pytest

from burgertop_app.domain.name_order import kept_together
from burgertop_app.reports.pdf import fonts, text
from burgertop_app.reports.pdf.large import setting

ROOM, MOST = 253.0, 31.0
NAMES = (
    *("Bo Aa", "Anneke de Vries", "Şükrü Yıldırım-Öztürk", "Władysław Grzęda", "فاطمة الزهراء", "דוד לוי"),
    *("Jean-Baptiste van den Boogaard-Wolfeschlegelstein", "Nguyễn Thị Hạnh", "x" * 300, "የኢትዮጵያ"),
    *("Maria " * 40, "Łukasz-" * 20),
)


def wide(line, size):
    """The width of a line in bold where that has its letters, as it is drawn."""
    drawn = text.shaped(line.rstrip(), fonts.BOLD)
    font = fonts.BOLD if fonts.letters(fonts.BOLD).issuperset(drawn) else fonts.REGULAR
    return fonts.width(drawn, font, size)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_fits_and_no_letter_is_lost(name):
    found = setting(name, ROOM, MOST, 2)

    assert "".join("".join(found.lines).split()) == "".join(name.split())
    assert max(wide(line, found.size) for line in found.lines) <= ROOM + 0.01
    assert found.size <= MOST


def test_a_short_name_stays_on_one_line_as_large_as_may_be():
    assert setting("Bo Aa", ROOM, MOST, 2) == setting("Bo Aa", ROOM, MOST, 1)
    assert setting("Bo Aa", ROOM, MOST, 2).size == MOST


def test_a_name_is_broken_into_lines_of_about_the_same_length():
    assert setting("Anneke de Vries", ROOM, MOST, 2).lines == ("Anneke ", "de Vries")


def test_small_words_hold_on_to_the_family_name():
    found = setting(kept_together("Karima van den Boogaard"), ROOM, MOST, 2)

    assert found.lines == ("Karima ", "van\u00a0den\u00a0Boogaard")


def test_small_words_let_go_when_the_letters_would_become_small():
    name = kept_together("Jean-Baptiste van den Boogaard-Wolfeschlegelstein")

    assert setting(name, ROOM, MOST, 2).lines == ("Jean-Baptiste van den ", "Boogaard-Wolfeschlegelstein")


def test_a_double_name_is_broken_at_its_hyphen_when_that_helps():
    found = setting("Boogaard-Wolfeschlegelstein", ROOM, MOST, 2)

    assert found.lines == ("Boogaard-", "Wolfeschlegelstein")


def test_a_hyphen_holds_when_a_break_would_not_help():
    assert setting("Jan Bos-Aa", ROOM, MOST, 2).lines == ("Jan Bos-Aa",)


def test_nothing_is_set_as_nothing():
    assert setting(" \n", ROOM, MOST, 2).lines == ()
