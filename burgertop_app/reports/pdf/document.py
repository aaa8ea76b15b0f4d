"""From a document to the bytes of a PDF: the same bytes for the same document, every font embedded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from typing_extensions import override

from burgertop_app.i18n import _, speaking
from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import drawing, fonts
from burgertop_app.reports.pdf.run import Learnt, Run
from burgertop_app.reports.pdf.story import story
from burgertop_app.reports.pdf.style import (
    ACCENT,
    BOTTOM,
    LEFT,
    LINE,
    MUTED,
    PAGE,
    RIGHT,
    SOFT,
    TEXT_WIDTH,
    TONES,
    TOP,
    WATERMARK,
)
from burgertop_app.reports.pdf.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.reports.document import Document

_MOST_RUNS = 5
_WARNS = TONES[pieces.Tone.WARN]


def pdf(document: Document) -> bytes:
    """The file. It is drawn until page numbers and contents agree with each other."""
    fonts.ready()
    with speaking(document.language):
        before = Learnt()
        data, learnt = _drawn(document, before)
        for _attempt in range(_MOST_RUNS):
            if learnt == before:
                break
            before = learnt
            data, learnt = _drawn(document, before)
    return data


class _Text(PDFTextObject):  # type: ignore[misc]  # reportlab is untyped
    """Text with a space at each line end, so that readers do not join the words."""

    @override
    def _textOut(self, text: Any, TStar: int = 0) -> None:
        spaced = f"{text} " if TStar and isinstance(text, str) and text and not text.endswith(" ") else text
        super()._textOut(spaced, TStar)


class _Page(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that writes such text."""

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> _Text:
        return _Text(self, x, y, direction=direction)


def _drawn(document: Document, before: Learnt) -> tuple[bytes, Learnt]:
    run = Run(before, running=document.running)
    target = io.BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=PAGE,
        title=visible(document.title),
        author=visible(document.author),
        subject=visible(document.running),
        creator="Burgertop",
        lang=document.language,
        invariant=1,
        initialFontName=fonts.REGULAR,
        allowSplitting=1,
    )
    template.addPageTemplates(_templates(document, run))
    template.build(story(document.parts, run), canvasmaker=_dated(document))
    return target.getvalue(), run.learnt()


def _dated(document: Document) -> Callable[..., _Page]:
    stamp = document.made_at.strftime("D:%Y%m%d%H%M%S%z")
    zone = f"{stamp[-5:-2]}'{stamp[-2:]}'" if document.made_at.utcoffset() is not None else ""
    when = stamp[:16] + zone

    def made(*args: Any, **options: Any) -> _Page:  # noqa: ANN401
        page = _Page(*args, **options)
        page.setDateFormatter(lambda *_moment: when)
        return page

    return made


def _templates(document: Document, run: Run) -> list[PageTemplate]:
    """The page kinds, the one that the document starts with first."""

    def frame(box: tuple[float, float, float, float]) -> Frame:
        return Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    text = (LEFT, BOTTOM, TEXT_WIDTH, PAGE[1] - TOP - BOTTOM)

    def ended(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        canvas.saveState()
        _page_lines(document, run, canvas)
        canvas.restoreState()

    def counted(_canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        run.page_ended()

    kinds = {
        "text": PageTemplate("text", [frame(text)], onPage=_marked(document), onPageEnd=ended),
        "cover": PageTemplate("cover", [frame(text)], onPage=_cover_ground, onPageEnd=counted),
        "bare": PageTemplate("bare", [frame((0, 0, *PAGE))], onPageEnd=counted),
    }
    first = {pieces.Cover: "cover", pieces.CutCards: "bare"}.get(type(document.parts[0]), "text")
    return [kinds.pop(first), *kinds.values()]


def _page_lines(document: Document, run: Run, canvas: Canvas) -> None:
    folio, total = run.page_ended()
    right = PAGE[0] - RIGHT
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, PAGE[1] - TOP + 18, right, PAGE[1] - TOP + 18)
    canvas.line(LEFT, BOTTOM - 20, right, BOTTOM - 20)
    chip = _chip(canvas, document.stamp, (right, PAGE[1] - TOP + 25)) if document.stamp else 0
    room = TEXT_WIDTH - chip - 12
    drawing.words(canvas, run.running, (LEFT, PAGE[1] - TOP + 25), room, size=8, colour=MUTED)
    drawing.words(canvas, document.foot, (LEFT, BOTTOM - 33), TEXT_WIDTH - 90, size=8, colour=MUTED)
    if document.numbered or total > 1:
        number = _("page {page} of {pages}").format(page=folio, pages=total)
        drawing.words(canvas, number, (right, BOTTOM - 33), size=8, colour=MUTED, anchor="r")


def _chip(canvas: Canvas, said: str, corner: tuple[float, float]) -> float:
    """The mark of a draft or rehearsal, its lower right corner there; returns its width."""
    wide = fonts.width(said, fonts.BOLD, 8) + 14
    x, y = corner[0] - wide, corner[1] - 5
    canvas.setFillColor(_WARNS[0])
    canvas.roundRect(x, y, wide, 16, 4, stroke=0, fill=1)
    drawing.words(canvas, said, (x + 7, y + 5), size=8, font=fonts.BOLD, colour=_WARNS[1])
    return wide


def _marked(document: Document) -> Callable[[Canvas, Any], None]:
    def drawn(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        if not document.stamp:
            return
        canvas.saveState()
        canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
        canvas.rotate(52)
        size = min(96.0, 96 * 560 / max(fonts.width(document.stamp, fonts.BOLD, 96), 1))
        look = {"size": size, "font": fonts.BOLD, "colour": WATERMARK, "anchor": "c"}
        drawing.words(canvas, document.stamp, (0, -size / 3), **look)
        canvas.restoreState()

    return drawn


def _cover_ground(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
    """The band and the ring of people of the title page."""
    canvas.saveState()
    canvas.setFillColor(ACCENT)
    canvas.rect(0, 0, 13, PAGE[1], stroke=0, fill=1)
    canvas.setFillColor(SOFT)
    canvas.translate(PAGE[0] - 96, PAGE[1] - 128)
    for place in range(12):
        canvas.saveState()
        canvas.rotate(place * 30)
        canvas.circle(0, 62, 10 if place % 3 else 14, stroke=0, fill=1)
        canvas.restoreState()
    canvas.circle(0, 0, 30, stroke=0, fill=1)
    canvas.restoreState()
