"""The table of contents: a line per heading with its page number, the whole line a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.reports.pdf.paragraphs import Told, heading, paragraph
from burgertop_app.reports.pdf.structure import Mark
from burgertop_app.reports.pdf.style import CONTENTS, HEADINGS, LINE, aligned
from burgertop_app.reports.pieces import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.reports.pdf.run import Listed, Run
    from burgertop_app.reports.pdf.structure import Element

_FOLIO = 40.0
_AIRS = (2.75, 1.2)


class ContentsLine(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A heading and its page number; the link covers both."""

    def __init__(self, listed: Listed, words: Told, folio: Told, *, ruled: bool, air: float) -> None:
        super().__init__()
        self.listed, self.words, self.folio = listed, words, folio
        self.ruled, self.air = ruled, air

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the words."""
        _wide, high = self.words.wrap(room - _FOLIO, height)
        self.folio.wrap(_FOLIO, height)
        self.width, self.height = room, high + 2 * self.air
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the words, the number and the link."""
        if self.ruled:
            with self.canv.decoration():
                self.canv.setStrokeColor(LINE)
                self.canv.setLineWidth(0.5)
                self.canv.line(0, self.height, self.width, self.height)
        self.words.drawOn(self.canv, 0, self.air)
        self.folio.drawOn(self.canv, self.width - _FOLIO, self.air)
        told = _("{heading}, page {page}").format(heading=self.listed.text, page=self.listed.folio)
        mark = Mark(place=self.listed.key, told=told)
        self.canv.link(self.words.element, self.canv.box(self.width, self.height), mark)


def contents(title: str, run: Run, room: float, highest: float) -> list[Any]:
    """The title and the lines; set closer, or with chapters only, when that keeps them on one page."""
    head = heading(Heading(1, title, listed=False), run)
    everything = run.before.headings
    if not everything:
        return [head]
    chapters = tuple(listed for listed in everything if listed.level == 1)
    space = highest - head.wrap(room, highest)[1] - HEADINGS[1].spaceAfter - 4
    tries = [(everything, air) for air in _AIRS] + [(chapters, _AIRS[0])]
    listed, air = next(
        (each for each in tries if _height(each[0], run, room) + 2 * each[1] * len(each[0]) <= space),
        (everything, _AIRS[0]),
    )
    table = run.tree.current.add("TOC")
    return [head, *_lines(listed, table, run, air)]


def _lines(listed: Sequence[Listed], table: Element, run: Run, air: float) -> Iterable[ContentsLine]:
    for place, each in enumerate(listed):
        link = table.add("TOCI").add("Reference").add("Link")
        style = CONTENTS[each.level]
        words = paragraph(each.text, style, run, link)
        folio = paragraph(str(each.folio), aligned(style, "r"), run, link)
        yield ContentsLine(each, words, folio, ruled=each.level == 1 and place > 0, air=air)


def _height(listed: Sequence[Listed], run: Run, room: float) -> float:
    """How high the words of the lines become; their elements are none of the tree."""
    spare = run.spare()
    return sum(
        float(paragraph(each.text, CONTENTS[each.level], spare).wrap(room - _FOLIO, 1e6)[1])
        for each in listed
    )
