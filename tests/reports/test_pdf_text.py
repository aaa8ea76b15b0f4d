# ruff: noqa: RUF001 - names as people write them
"""People's own words on paper: cleaned, escaped, and right in both directions."""

from __future__ import annotations

import pytest

from burgertop_app.reports.pdf import text
from burgertop_app.reports.pieces import Span


def test_control_characters_disappear_and_line_ends_stay():
    assert text.visible("a\x00b\x07\u202ec\td\r\ne\ufffe") == "abc d\ne"


def test_markup_of_people_is_escaped():
    assert text.markup('<img src="x"/> & </para>') == '&lt;img src="x"/&gt; &amp; &lt;/para&gt;'


def test_only_web_and_mail_addresses_become_links():
    good = text.markup((Span("kijk", url='https://a.example/?x=1&y="2"'),))
    bad = text.markup((Span("kijk", url="javascript:alert(1)"), Span("lees", url="file:///etc/passwd")))

    assert 'href="https://a.example/?x=1&amp;y=&quot;2&quot;"' in good
    assert bad == "kijklees"


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


def test_long_line_is_shortened_to_its_room():
    line = text.fitted("een heel lange regel met woorden", "DejaVu Sans", 9, 60)

    assert line.endswith("…")
    assert len(line) < 15
