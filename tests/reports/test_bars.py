"""Bars on paper: names and figures are read whole, and stay within the page."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4

from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.drawing import draw
from burgertop_app.reports.pictures import Bars, Fill, Series

ROOM = 450.0
NAME = "5. De balie zonder afspraak open"


class Paper:
    """Stands in for the canvas; keeps what is written, and how far every word and bar reaches."""

    def __init__(self):
        self.said: list[str] = []
        self.ends: list[float] = []
        self.size = 0.0

    def setFont(self, _font, size):  # noqa: N802
        self.size = size

    def drawString(self, x, _y, said):  # noqa: N802
        self.said.append(said)
        self.ends.append(x + fonts.width(said, fonts.REGULAR, self.size))

    def rect(self, x, _y, wide, *_rest, **_look):
        self.ends.append(x + wide)

    def __getattr__(self, name):
        return lambda *_args, **_look: None


@pytest.fixture
def paper():
    fonts.ready()
    return Paper()


@pytest.mark.parametrize("shares", [(1.0, 0.5), (0.0, 0.0), (0.2, 0.1)])
def test_long_names_and_figures_are_whole_and_on_the_page(paper, shares):
    figures = ("22 voor, 4 tegen, 6 blanco", "beter dan 4")
    rows = tuple((NAME, (share,), (said,)) for share, said in zip(shares, figures, strict=True))

    draw(Bars((Series("Uitslag", Fill.SOLID),), rows, max(shares), legend=False), paper, ROOM)

    assert paper.said == [NAME, figures[0], NAME, figures[1]]
    assert max(paper.ends) <= ROOM < A4[0]
