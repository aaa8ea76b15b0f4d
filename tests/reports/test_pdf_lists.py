"""Numbered lists on paper: the words of every item begin in one line, however long its number."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.style import numbered


@pytest.mark.parametrize("count", [1, 9, 10, 13, 99, 100, 250])
def test_number_of_last_item_ends_before_the_words_begin(count):
    fonts.ready()
    style = numbered(count)

    ends = style.bulletIndent + stringWidth(f"{count}.", style.bulletFontName, style.bulletFontSize)

    assert ends < style.leftIndent
