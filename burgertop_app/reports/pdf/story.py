"""Where pages break: headings stay with what follows, sheets and chapters start pages."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.platypus import (
    CondPageBreak,
    KeepInFrame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
)
from reportlab.platypus import Paragraph as Drawn

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import text
from burgertop_app.reports.pdf.cutting import cut_pages
from burgertop_app.reports.pdf.layout import flow, flows
from burgertop_app.reports.pdf.marks import SheetMark
from burgertop_app.reports.pdf.paragraphs import paragraph
from burgertop_app.reports.pdf.run import Run
from burgertop_app.reports.pdf.style import (
    BOTTOM,
    CONTENTS,
    COVER_KICKER,
    COVER_SUBTITLE,
    COVER_TITLE,
    HEADINGS,
    LINE,
    PAGE,
    ROLES,
    TEXT_WIDTH,
    TOP,
    aligned,
)
from burgertop_app.reports.pieces import Heading, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.reports.pdf.run import Listed
    from burgertop_app.reports.pieces import Piece

FRAME_HEIGHT = PAGE[1] - TOP - BOTTOM
_NEW_PAGE = FRAME_HEIGHT - 2
_SOLID = (
    pieces.Figure,
    pieces.Columns,
    pieces.Together,
    pieces.Fields,
    pieces.Writing,
)
_CHAPTER = 110.0
_SHORT = 320
_START_OF = {pieces.Grid: 96.0, pieces.Facts: 60.0, pieces.Box: 80.0}


def story(parts: Sequence[Piece], run: Run) -> list[Any]:
    """All that is drawn, in order, with the page breaks."""
    made: list[Any] = []
    waiting: list[Piece] = []
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if isinstance(part, Heading) and part.new_page:
            made += _lead(waiting, run)
            made.append(CondPageBreak(_NEW_PAGE))
            waiting = [part]
        elif isinstance(part, Heading) or _introduces(part, after):
            waiting.append(part)
        else:
            made += _led(waiting, part, run)
            waiting = []
    return [*made, *_lead(waiting, run)]


def _introduces(part: Piece, after: Piece | None) -> bool:
    """Whether a short paragraph belongs to the table, list or picture below it."""
    headed = isinstance(after, pieces.Together) and isinstance(after.pieces[0], Heading)
    below = isinstance(after, (*_SOLID, *_START_OF, pieces.Bullets)) and not headed
    return isinstance(part, pieces.Paragraph) and below and len(pieces.plain(part.words)) < _SHORT


def _led(waiting: Sequence[Piece], part: Piece, run: Run) -> Iterator[Any]:
    """What waits and the piece it leads, not to be parted by the end of a page."""
    lead = _lead(waiting, run)
    if isinstance(part, _SOLID):
        yield KeepTogether([*lead, *flow(part, run, TEXT_WIDTH)])
        return
    start = _START_OF.get(type(part), 54.0 if waiting else 0.0)
    room = start + sum(_height(each) for each in waiting)
    if room:
        yield CondPageBreak(min(room, _NEW_PAGE))
    yield from lead
    yield from _placed(part, run)


def _height(part: Piece) -> float:
    """About how high a heading or a short paragraph becomes, with the space around it."""
    if isinstance(part, Heading):
        return _CHAPTER if part.level == 1 else HEADINGS[part.level].leading * 1.6 + 14
    return 30.0 + len(pieces.plain(part.words)) * 0.25 if isinstance(part, pieces.Paragraph) else 0.0


def _lead(waiting: Sequence[Piece], run: Run) -> list[Any]:
    return flows(waiting, run, TEXT_WIDTH)


@singledispatch
def _placed(part: Piece, run: Run) -> list[Any]:
    return flow(part, run, TEXT_WIDTH)


@_placed.register
def _(part: pieces.OnePage, run: Run) -> list[Any]:
    content = flows(part.pieces, run, TEXT_WIDTH)
    return [KeepInFrame(TEXT_WIDTH, _NEW_PAGE, content=content, mode="shrink", hAlign="LEFT")]


@_placed.register
def _(_part: pieces.NewPage, _run: Run) -> list[Any]:
    return [CondPageBreak(_NEW_PAGE)]


@_placed.register
def _(part: pieces.Sheet, run: Run) -> list[Any]:
    return [CondPageBreak(_NEW_PAGE), SheetMark(run, part.running)]


@_placed.register
def _(part: pieces.Contents, run: Run) -> list[Any]:
    title = Drawn(text.markup(part.title), HEADINGS[1])
    everything = run.before.headings
    if not everything:
        return [title]
    chapters = tuple(listed for listed in everything if listed.level == 1)
    room = FRAME_HEIGHT - title.wrap(TEXT_WIDTH, FRAME_HEIGHT)[1] - HEADINGS[1].spaceAfter - 4
    tries = ((everything, 2.75), (everything, 1.2), (chapters, 2.75))
    for listed, air in tries:
        table = _contents_table(listed, air)
        if table.wrap(TEXT_WIDTH, FRAME_HEIGHT)[1] <= room:
            return [title, table]
    return [title, _contents_table(everything, tries[0][1])]


def _contents_table(headings: Sequence[Listed], air: float) -> Any:  # noqa: ANN401
    """The lines with their page numbers, `air` points above and below each."""
    rows = [_contents_row(listed) for listed in headings]
    style = [
        ("FONT", (0, 0), (-1, -1), ROLES[Role.BODY].fontName, 9),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), air),
        ("BOTTOMPADDING", (0, 0), (-1, -1), air),
        *(
            ("LINEABOVE", (0, place), (-1, place), 0.5, LINE)
            for place, listed in enumerate(headings)
            if listed.level == 1 and place
        ),
    ]
    return Table(rows, colWidths=[TEXT_WIDTH - 40, 40], style=style)


def _contents_row(listed: Listed) -> list[Any]:
    style = CONTENTS[listed.level]
    words = text.markup(" ".join(listed.text.split()))
    link = f'<a href="#{escape(listed.key)}" color="#17201F">'
    return [
        Drawn(f"{link}{words}</a>", style),
        Drawn(f"{link}{listed.folio}</a>", aligned(style, "r")),
    ]


@_placed.register
def _(part: pieces.Cover, run: Run) -> list[Any]:
    opening = [
        Drawn(text.markup(part.organisation), ROLES[Role.STRONG]),
        Spacer(0, 118),
        Drawn(text.markup(part.kicker), COVER_KICKER),
        paragraph(part.title, COVER_TITLE),
    ]
    if part.subtitle:
        opening.append(paragraph(part.subtitle, COVER_SUBTITLE))
    if part.mark:
        opening += flow(pieces.Box((pieces.Paragraph(part.mark, Role.STRONG),), pieces.Tone.WARN), run, 300)
        opening[-1].hAlign = "LEFT"
    facts = flow(pieces.Facts(part.facts), run, TEXT_WIDTH) if part.facts else []
    return [*opening, Spacer(0, 26), *facts, NextPageTemplate("text"), PageBreak()]


@_placed.register
def _(part: pieces.CutCards, run: Run) -> list[Any]:
    return cut_pages(part, run)
