"""Where pages break: headings stay with what follows, sheets and chapters start pages."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from reportlab.platypus import (
    CondPageBreak,
    KeepInFrame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
)

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf.contents import contents
from burgertop_app.reports.pdf.cutting import cut_pages, fold_pages
from burgertop_app.reports.pdf.layout import flow, flows
from burgertop_app.reports.pdf.letterhead import on_title_page
from burgertop_app.reports.pdf.marks import SheetMark
from burgertop_app.reports.pdf.notes import notes
from burgertop_app.reports.pdf.paragraphs import paragraph
from burgertop_app.reports.pdf.run import Run
from burgertop_app.reports.pdf.style import (
    COVER_KICKER,
    COVER_SUBTITLE,
    COVER_TITLE,
    HEADINGS,
    ROLES,
)
from burgertop_app.reports.pieces import Heading, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.reports.pieces import Piece

_SOLID = (
    pieces.Figure,
    pieces.Columns,
    pieces.Together,
    pieces.Fields,
    pieces.Writing,
    pieces.Ticks,
)
_CHAPTER = 110.0
_ABOVE_TITLE = 118.0
_SHORT = 320
_START_OF = {pieces.Grid: 96.0, pieces.Facts: 60.0, pieces.Box: 80.0}


def story(parts: Sequence[Piece], run: Run) -> list[Any]:
    """All that is drawn, in order, with the page breaks."""
    made: list[Any] = []
    waiting: list[Piece] = []
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if _ends_chapter(part):
            made += [*_lead(waiting, run), *notes(run)]
            waiting = []
        if isinstance(part, Heading) and part.new_page:
            made += _lead(waiting, run)
            made.append(CondPageBreak(_new_page(run)))
            waiting = [part]
        elif isinstance(part, Heading) or _introduces(part, after):
            waiting.append(part)
        else:
            made += _led(waiting, part, run)
            waiting = []
    made += [*_lead(waiting, run), *notes(run)]
    run.tree.finish()
    return made


def _ends_chapter(part: Piece) -> bool:
    """Whether a piece begins something new, so that notes of what went before come first."""
    return isinstance(part, (pieces.Sheet, pieces.CutCards, pieces.Tents)) or (
        isinstance(part, Heading) and part.level == 1
    )


def _introduces(part: Piece, after: Piece | None) -> bool:
    """Whether a short paragraph belongs to the table, list or picture below it."""
    headed = isinstance(after, pieces.Together) and isinstance(after.pieces[0], Heading)
    below = isinstance(after, (*_SOLID, *_START_OF, pieces.Bullets)) and not headed
    return isinstance(part, pieces.Paragraph) and below and len(pieces.plain(part.words)) < _SHORT


def _led(waiting: Sequence[Piece], part: Piece, run: Run) -> Iterator[Any]:
    """What waits and the piece it leads, not to be parted by the end of a page."""
    lead = _lead(waiting, run)
    if isinstance(part, _SOLID):
        yield KeepTogether([*lead, *flow(part, run, run.text_width)])
        return
    start = _START_OF.get(type(part), 54.0 if waiting else 0.0)
    room = start + sum(_height(each) for each in waiting)
    if room:
        yield CondPageBreak(min(room, _new_page(run)))
    yield from lead
    yield from _placed(part, run)


def _new_page(run: Run) -> float:
    """So much room is only left on a page that is still empty."""
    return run.frame_height - 2


def _height(part: Piece) -> float:
    """About how high a heading or a short paragraph becomes, with the space around it."""
    if isinstance(part, Heading):
        return _CHAPTER if part.level == 1 else HEADINGS[part.level].leading * 1.6 + 14
    return 30.0 + len(pieces.plain(part.words)) * 0.25 if isinstance(part, pieces.Paragraph) else 0.0


def _lead(waiting: Sequence[Piece], run: Run) -> list[Any]:
    return flows(waiting, run, run.text_width)


@singledispatch
def _placed(part: Piece, run: Run) -> list[Any]:
    return flow(part, run, run.text_width)


@_placed.register
def _(part: pieces.OnePage, run: Run) -> list[Any]:
    content = flows(part.pieces, run, run.text_width)
    return [KeepInFrame(run.text_width, _new_page(run), content=content, mode="shrink", hAlign="LEFT")]


@_placed.register
def _(_part: pieces.NewPage, run: Run) -> list[Any]:
    return [CondPageBreak(_new_page(run))]


@_placed.register
def _(part: pieces.Sheet, run: Run) -> list[Any]:
    return [CondPageBreak(_new_page(run)), SheetMark(run, part.running, run.tree.sheet_begins())]


@_placed.register
def _(part: pieces.Contents, run: Run) -> list[Any]:
    return contents(part.title, run, run.text_width, run.frame_height)


@_placed.register
def _(part: pieces.Cover, run: Run) -> list[Any]:
    current = run.tree.current
    opening = [
        *_speaker(part, run),
        paragraph(part.kicker, COVER_KICKER, run),
        paragraph(part.title, COVER_TITLE, run, current.add(f"H{run.level(1)}")),
    ]
    if part.subtitle:
        opening.append(paragraph(part.subtitle, COVER_SUBTITLE, run))
    if part.mark:
        opening += flow(pieces.Box((pieces.Paragraph(part.mark, Role.STRONG),), pieces.Tone.WARN), run, 300)
        opening[-1].hAlign = "LEFT"
    facts = flow(pieces.Facts(part.facts), run, run.text_width) if part.facts else []
    return [*opening, Spacer(0, 26), *facts, NextPageTemplate("text"), PageBreak()]


def _speaker(part: pieces.Cover, run: Run) -> list[Any]:
    """Who speaks, and the white space above the title: as much of it with a logo as without."""
    logo = on_title_page(run, _ABOVE_TITLE)
    name = paragraph(part.organisation, ROLES[Role.STRONG], run)
    return [name, *logo] if len(logo) == 1 else [logo[0], Spacer(0, 8), name, logo[1]]


@_placed.register
def _(part: pieces.CutCards, run: Run) -> list[Any]:
    return cut_pages(part, run)


@_placed.register
def _(part: pieces.Tents, run: Run) -> list[Any]:
    return fold_pages(part, run)
