# ruff: noqa: RUF001 - names as people write them
"""People's own words on paper: cleaned, escaped, and right in both directions."""

from __future__ import annotations

import pytest

from burgertop_app.reports.pdf import fonts, text


def test_control_characters_disappear_and_line_ends_stay():
    assert text.visible("a\x00b\x07\u202ec\td\r\ne\ufffe") == "abc d\ne"


@pytest.mark.parametrize("url", ["https://a.example/?x=1&y=2", "http://a.example", "mailto:a@b.example"])
def test_web_and_mail_addresses_may_be_followed(url):
    assert text.safe_url(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//a", "http", "data:x", "FILE:/a", "http://[", ""]
)
def test_no_other_address_is_followed(url):
    assert text.safe_url(url) == ""


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("דוד לוי", "יול\u00a0דוד"),
        ("Noa כהן (panel)", "Noa ןהכ (panel)"),
        ("דוד · נועה", "דוד · העונ"),
        ("Władysław Grzęda", "Władysław Grzęda"),
        ("Şükrü Yıldırım", "Şükrü Yıldırım"),
    ],
)
def test_right_to_left_names_are_turned_and_others_left_alone(name, drawn):
    assert text.shaped(name) == drawn


def test_arabic_letters_are_joined():
    assert text.shaped("علي") == "\ufef2\ufee0\ufecb"


def test_characters_without_a_glyph_are_named_and_never_drawn_as_a_box():
    assert text.missing("ሀና Tesfaye 中") == "ሀና中"
    assert text.shaped("ሀና Tesfaye") == "[?] Tesfaye"


def test_names_of_the_fonts_scripts_lack_nothing():
    assert text.missing("Şükrü Władysław فاطمة דוד Ольга Γιώργος محمد عبد الله Thị 😀") == ""


def test_what_is_drawn_otherwise_is_known_as_it_was_written():
    found = text.stretches("Dag דוד, 中文!", fonts.BOLD)

    assert [(each.drawn, each.said, each.backward) for each in found] == [
        ("Dag ", "", False),
        ("דוד", "דוד", True),
        (", ", "", False),
        ("[?]", "中文", False),
        ("!", "", False),
    ]


def test_letters_that_bold_lacks_are_drawn_in_the_regular_font():
    only = next(c for c in sorted(fonts.letters(fonts.REGULAR) - fonts.letters(fonts.BOLD)) if c.isalpha())

    found = text.stretches(f"A{only}B", fonts.BOLD)

    assert [each.font for each in found] == [fonts.BOLD, fonts.REGULAR, fonts.BOLD]
    assert "".join(each.drawn for each in found) == f"A{only}B"


def test_long_line_is_shortened_to_its_room():
    line = text.fitted("een heel lange regel met woorden", "DejaVu Sans", 9, 60)

    assert line.endswith("…")
    assert len(line) < 15
