"""From a document to the bytes of a PDF: the same bytes for the same document, every font embedded."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from typing_extensions import override

from burgertop_app.domain.inks import inks
from burgertop_app.i18n import _, speaking
from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import clouds as _clouds  # noqa: F401  (draws its picture)
from burgertop_app.reports.pdf import drawing, fonts
from burgertop_app.reports.pdf.canvas import TaggedCanvas
from burgertop_app.reports.pdf.catalogue import StreamEnds, complete
from burgertop_app.reports.pdf.letterhead import at_head, logo_of
from burgertop_app.reports.pdf.metadata import MAKER, packet
from burgertop_app.reports.pdf.run import Learnt, Run
from burgertop_app.reports.pdf.story import story
from burgertop_app.reports.pdf.style import (
    BOTTOM,
    LEFT,
    LINE,
    MUTED,
    PAGE,
    RIGHT,
    TONES,
    TOP,
    WATERMARK,
    colour,
)
from burgertop_app.reports.pdf.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.reports.document import Document
    from burgertop_app.reports.pdf.photos import Photos

    Canvas = TaggedCanvas

_MOST_RUNS = 6
_USUAL_RUNS = 2
_NEARLY = 0.98
_WARNS = TONES[pieces.Tone.WARN]


def pdf(document: Document, told: Callable[[float], object] | None = None) -> bytes:
    """The file. It is drawn until page numbers and contents agree with each other.

    Args:
        document: what stands in it.
        told: hears which part is done, 0..1; an error that it raises ends the work.
    """
    fonts.ready()
    with speaking(document.language):
        before, data = Learnt(), b""
        photos: Photos = {}
        for attempt in range(_MOST_RUNS):
            run = Run(
                before,
                photos,
                document.language,
                running=document.running,
                inks=inks(document.look),
                logo=logo_of(document, photos),
                page=PAGE[::-1] if document.wide else PAGE,
            )
            heard = partial(_part_told, told, attempt) if told else None
            data, learnt = _drawn(document, run, heard, last=attempt == _MOST_RUNS - 1)
            if data:
                break
            before = learnt
    return data


def _part_told(told: Callable[[float], object], attempt: int, part: float) -> None:
    """Most files are drawn twice; a run more stays near the end."""
    told(min((attempt + part) / _USUAL_RUNS, _NEARLY))


def _drawn(
    document: Document, run: Run, heard: Callable[[float], object] | None, *, last: bool
) -> tuple[bytes, Learnt]:
    """The file, or no bytes when this run learnt something else than the one before."""
    target = io.BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=run.page,
        title=_title(document),
        author=visible(document.author),
        subject=visible(document.running),
        creator=MAKER,
        lang=document.language,
        invariant=1,
        initialFontName=fonts.REGULAR,
        allowSplitting=1,
    )
    template.addPageTemplates(_templates(document, run))
    told = story(document.parts, run)
    if heard is not None:
        template.setProgressCallBack(_counting(heard, len(told)))
    template.build(told, canvasmaker=_canvas(document, run, last=last))
    return target.getvalue(), run.learnt()


def _counting(heard: Callable[[float], object], count: int) -> Callable[[str, Any], None]:
    """What reportlab calls with how many parts were set; one that is split goes back, we do not."""
    furthest = 0.0

    def on_progress(kind: str, value: Any) -> None:  # noqa: ANN401
        nonlocal furthest
        if kind == "PROGRESS":
            furthest = max(furthest, min(value / max(count, 1), 1.0))
            heard(furthest)

    return on_progress


def _title(document: Document) -> str:
    """The title, which a file must have."""
    return visible(document.title).strip() or visible(document.running).strip() or MAKER


def _canvas(document: Document, run: Run, *, last: bool) -> Callable[..., Canvas]:
    stamp = document.made_at.strftime("D:%Y%m%d%H%M%S%z")
    zone = f"{stamp[-5:-2]}'{stamp[-2:]}'" if document.made_at.utcoffset() is not None else ""
    when = stamp[:16] + zone

    class Complete(TaggedCanvas):
        """A canvas that knows the date of the document, and what to tell of it when all is drawn."""

        @override
        def save(self) -> None:
            if self._code:
                self.showPage()
            if not last and run.learnt() != run.before:
                return
            self._doc.encrypt = StreamEnds()
            complete(self, packet(document, _title(document), self._doc.info.producer))
            super().save()

    def made(*args: Any, **options: Any) -> TaggedCanvas:  # noqa: ANN401
        page = Complete(*args, tree=run.tree, inks=run.inks, pdfVersion=(1, 7), **options)
        page.setDateFormatter(lambda *_moment: when)
        return page

    return made


def _templates(document: Document, run: Run) -> list[PageTemplate]:
    """The page kinds, the one that the document starts with first."""

    def frame(box: tuple[float, float, float, float]) -> Frame:
        return Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    text = (LEFT, BOTTOM, run.text_width, run.frame_height)

    def ended(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        canvas.saveState()
        _page_lines(document, run, canvas)
        canvas.restoreState()

    def counted(_canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        run.page_ended()

    kinds = {
        "text": PageTemplate("text", [frame(text)], onPage=_marked(document, run), onPageEnd=ended),
        "cover": PageTemplate("cover", [frame(text)], onPage=_cover_ground, onPageEnd=counted),
        "bare": PageTemplate("bare", [frame((0, 0, *run.page))], onPageEnd=counted),
    }
    starts = {pieces.Cover: "cover", pieces.CutCards: "bare", pieces.Tents: "bare"}
    first = starts.get(type(document.parts[0]), "text")
    return [kinds.pop(first), *kinds.values()]


def _page_lines(document: Document, run: Run, canvas: Canvas) -> None:
    folio, total = run.page_ended()
    first = not run.edges.told
    head, foot, mast = run.edges.claimed()
    right = run.page[0] - RIGHT
    logo = at_head(canvas, run, mast, first=first)
    with canvas.decoration("Pagination"):
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, run.page[1] - TOP + 18, right, run.page[1] - TOP + 18)
        canvas.line(LEFT, BOTTOM - 20, right, BOTTOM - 20)
        chip = _chip(canvas, document.stamp, (right - logo, run.page[1] - TOP + 25)) if document.stamp else 0
    room = run.text_width - chip - logo - 12
    with canvas.edge(head, drawing.differs(run.running)):
        drawing.words(canvas, run.running, (LEFT, run.page[1] - TOP + 25), room, size=8, colour=MUTED)
    with canvas.edge(foot, drawing.differs(document.foot)):
        drawing.words(canvas, document.foot, (LEFT, BOTTOM - 33), run.text_width - 90, size=8, colour=MUTED)
    if document.numbered or total > 1:
        number = _("page {page} of {pages}").format(page=folio, pages=total)
        with canvas.edge(foot):
            drawing.words(canvas, number, (right, BOTTOM - 33), size=8, colour=MUTED, anchor="r")


def _chip(canvas: Canvas, said: str, corner: tuple[float, float]) -> float:
    """The mark of a draft or rehearsal, its lower right corner there; returns its width."""
    wide = fonts.width(said, fonts.BOLD, 8) + 14
    x, y = corner[0] - wide, corner[1] - 5
    canvas.setFillColor(_WARNS[0])
    canvas.roundRect(x, y, wide, 16, 4, stroke=0, fill=1)
    drawing.words(canvas, said, (x + 7, y + 5), size=8, font=fonts.BOLD, colour=_WARNS[1])
    return wide


def _marked(document: Document, run: Run) -> Callable[[Canvas, Any], None]:
    def drawn(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
        if document.stamp:
            with canvas.decoration("Background"):
                _watermark(canvas, document.stamp, run.page)

    return drawn


def _watermark(canvas: Canvas, stamp: str, page: tuple[float, float]) -> None:
    canvas.saveState()
    canvas.translate(page[0] / 2, page[1] / 2)
    canvas.rotate(52)
    size = min(96.0, 96 * 560 / max(fonts.width(stamp, fonts.BOLD, 96), 1))
    look = {"size": size, "font": fonts.BOLD, "colour": WATERMARK, "anchor": "c"}
    drawing.words(canvas, stamp, (0, -size / 3), **look)
    canvas.restoreState()


def _cover_ground(canvas: Canvas, _template: Any) -> None:  # noqa: ANN401
    with canvas.decoration("Background"):
        _ring(canvas)


def _ring(canvas: Canvas) -> None:
    """The band and the ring of people of the title page."""
    canvas.saveState()
    canvas.setFillColor(colour(canvas.inks.accent))
    canvas.rect(0, 0, 13, PAGE[1], stroke=0, fill=1)
    canvas.setFillColor(colour(canvas.inks.soft))
    canvas.translate(PAGE[0] - 96, PAGE[1] - 128)
    for place in range(12):
        canvas.saveState()
        canvas.rotate(place * 30)
        canvas.circle(0, 62, 10 if place % 3 else 14, stroke=0, fill=1)
        canvas.restoreState()
    canvas.circle(0, 0, 30, stroke=0, fill=1)
    canvas.restoreState()
