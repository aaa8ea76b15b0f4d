"""A pasted list taken apart: bullets, numbers, quotes, columns and line ends."""

from __future__ import annotations

import pytest

from burgertop_app.domain.cards_paste import rows_of
from burgertop_app.domain.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Meer groen\r\nMinder auto's\r\n\r\nBankjes\r\n", [["Meer groen"], ["Minder auto's"], ["Bankjes"]]),
        (
            "•\tMeer groen\n•\tBankjes\n  bij de vijver\no\tBoom",
            [["Meer groen"], ["Bankjes bij de vijver"], ["Boom"]],
        ),
        ("1.\tGroen\n2.\tBank\n3.\tBoom", [["Groen"], ["Bank"], ["Boom"]]),
        ("1) Groen\n2) Bank", [["Groen"], ["Bank"]]),
        ("3 bankjes\n2 bomen", [["3 bankjes"], ["2 bomen"]]),
        ("2. dit\n7. dat", [["2. dit"], ["7. dat"]]),
        ('"Meer\ngroen ""nu"""\t2\nBank\t1\n', [['Meer\ngroen "nu"', "2"], ["Bank", "1"]]),
        ('"Meer groen" zei hij\n"Los"\n"Open', [['"Meer groen" zei hij'], ['"Los"'], ['"Open']]),
        ("zachte\vregel\rharde", [["zachte regel"], ["harde"]]),
        ("-5 graden\n- ok", [["-5 graden"], ["ok"]]),
    ],
)
def test_a_pasted_list_becomes_rows(text, rows):
    assert [list(row) for row in rows_of(text).rows] == rows


def test_lines_without_an_empty_line_between_them_can_belong_together():
    assert rows_of("a\nb\n\nc", paragraphs=True).rows == (("a b",), ("c",))


@pytest.mark.parametrize("text", ["", " \r\n\t\n", "\n" * 10, "•\n- \n"])
def test_nothing_is_refused(text):
    with pytest.raises(InvalidInput, match="paste_empty"):
        rows_of(text)


@pytest.mark.parametrize("text", ["regel\n" * 100_000, "a" * 3_000_000])
def test_far_too_much_is_refused(text):
    with pytest.raises(InvalidInput, match="paste_long"):
        rows_of(text)
