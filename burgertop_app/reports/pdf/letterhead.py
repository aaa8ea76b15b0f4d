"""The organiser's logo: large on a title page, else above the first page; small at the head of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Spacer

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf.photos import PhotoDrawn, described, painted, photo
from burgertop_app.reports.pdf.style import RIGHT, TOP

if TYPE_CHECKING:
    from burgertop_app.reports.document import Document
    from burgertop_app.reports.pdf.canvas import TaggedCanvas
    from burgertop_app.reports.pdf.photos import Photo, Photos
    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pdf.structure import Element

_TITLE, _FIRST, _OTHER = (230.0, 84.0), (170.0, 41.0), (110.0, 24.0)
_BASE = 22.5 - TOP
"""Where the logo stands, from the upper edge of a page: on the line below the running title."""
_GAP = 12.0

Sized = tuple["Photo", float, float]


@dataclass(frozen=True)
class Logo:
    """A logo in its three sizes; `told` when the head of the first page tells it, not a title page."""

    title: Sized
    first: Sized
    other: Sized
    alt: str
    told: bool


def logo_of(document: Document, photos: Photos) -> Logo | None:
    """The logo of a document; nothing when it has none, or one that cannot be read."""
    content = document.look.logo
    sizes = [photo(content, *room, photos) for room in (_TITLE, _FIRST, _OTHER)] if content else [None]
    found = [each for each in sizes if each is not None]
    if len(found) < 3:
        return None
    covered = bool(document.parts) and isinstance(document.parts[0], pieces.Cover)
    return Logo(found[0], found[1], found[2], described(document.look.alt), told=not covered)


def on_title_page(run: Run, room: float) -> list[Any]:
    """The logo above the title, and what is left of the white space there."""
    if run.logo is None:
        return [Spacer(0, room)]
    shown, wide, high = run.logo.title
    figure = run.tree.current.add("Figure", alt=run.logo.alt)
    return [PhotoDrawn(shown, (wide, high), figure), Spacer(0, room - high)]


def at_head(canvas: TaggedCanvas, run: Run, mast: Element | None, *, first: bool) -> float:
    """Draw the logo at the head of a page, to the right; how much of the line it takes."""
    if run.logo is None:
        return 0.0
    shown, wide, high = run.logo.first if first and run.logo.told else run.logo.other
    canvas.saveState()
    canvas.translate(run.page[0] - RIGHT - wide, run.page[1] + _BASE)
    if mast is not None:
        figure = mast.add("Figure", alt=run.logo.alt)
        figure.attributes = {"Placement": "Block", "BBox": canvas.box(wide, high)}
        with canvas.picturing(figure):
            painted(canvas, shown, (wide, high))
    else:
        with canvas.decoration("Pagination"):
            painted(canvas, shown, (wide, high))
    canvas.restoreState()
    return wide + _GAP
