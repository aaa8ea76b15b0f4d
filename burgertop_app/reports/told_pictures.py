"""What a picture shows, as a table: for who cannot see it, and for forms that cannot draw."""

from __future__ import annotations

from collections import Counter
from functools import singledispatch
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, number
from burgertop_app.reports.pictures import Bars, Cloud, Dots, RoomMap, Scan, Segments, Slide
from burgertop_app.reports.pieces import Facts, Grid, Paragraph, Span
from burgertop_app.reports.typed import followable

if TYPE_CHECKING:
    from burgertop_app.reports.pictures import Picture

_FINE = 4


@singledispatch
def told(picture: Picture) -> Grid | Facts | Paragraph:
    """The same as the picture, as a table or, where that is enough, as words."""
    raise TypeError(picture)


@told.register
def _segments(picture: Segments) -> Grid:
    rows = tuple((part.words, number(part.amount)) for part in picture.parts)
    return Grid((_("Part"), _("How many")), rows, (70, 30), "lr", row_headers=True)


@told.register
def _bars(picture: Bars) -> Grid:
    head = (_("Group"), *(series.name for series in picture.series))
    rows = tuple((name, *said) for name, _shares, said in picture.rows)
    wide = len(picture.series)
    return Grid(
        head, rows, (40, *(60 / wide for _series in picture.series)), "l" + "r" * wide, row_headers=True
    )


@told.register
def _dots(picture: Dots) -> Grid:
    found = Counter(number(value, _FINE) for value in sorted(picture.values))
    rows = tuple((value, number(times)) for value, times in found.items())
    return Grid((_("Value"), _("How often")), rows, (60, 40), "rr")


@told.register
def _slide(picture: Slide) -> Paragraph:
    said = _("{name}: position {position} of 5, from “{left}” (1) to “{right}” (5).")
    return Paragraph(
        said.format(name=picture.name, position=picture.position, left=picture.left, right=picture.right)
    )


@told.register
def _scan(picture: Scan) -> Paragraph:
    return Paragraph((Span(picture.content, mono=True, url=followable(picture.content)),))


@told.register
def _room(picture: RoomMap) -> Grid:
    rows = tuple((table.name, " · ".join(table.seats) or "–") for table in picture.tables)
    return Grid((_("Table"), _("Seats")), rows, (20, 80), row_headers=True)


@told.register
def _cloud(picture: Cloud) -> Grid:
    rows = tuple((heap.letter or heap.words, number(len(heap.points))) for heap in picture.heaps)
    return Grid((_("Group"), _("People")), rows, (70, 30), "lr", row_headers=True)
