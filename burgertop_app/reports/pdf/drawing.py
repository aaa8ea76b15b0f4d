"""How pictures are drawn: bars, dots and dials with patterns, straight on the canvas."""

from __future__ import annotations

import math
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.scanning import dark_squares
from burgertop_app.reports.pdf.style import C1, C2, C3, EDGE, LINE, MUTED, TEXT, WHITE, colour
from burgertop_app.reports.pdf.text import fitted, shaped, visible
from burgertop_app.reports.pictures import Bars, Dots, Fill, RoomMap, Scan, Segments, Slide

if TYPE_CHECKING:
    from burgertop_app.reports.pictures import Picture, RoundTable

Canvas = Any
_COLOURS = {
    Fill.SOLID: C1,
    Fill.DIAGONAL: C2,
    Fill.UPRIGHT: C1,
    Fill.DARK: C3,
    Fill.EMPTY: EDGE,
    Fill.OUTLINE: EDGE,
}
_BAR = 7.0
_SLOT = 9.0
_GROUP_GAP = 7.0
_LEGEND = 22.0
_NAME, _FIGURE = 9.0, 7.5
"""Sizes of the names before bars and the figures behind them."""
_DOTS_HEIGHT = 190.0
_TABLE_HIGH, _TOP, _RING, _SEAT = 112.0, 22.0, 38.0, 9.5


@singledispatch
def height(picture: Picture, _room: float) -> float:
    """How high a picture is when it is `room` points wide."""
    raise TypeError(picture)


@singledispatch
def draw(picture: Picture, _canvas: Canvas, _room: float) -> None:
    """Draw a picture with its lower left corner at the origin."""
    raise TypeError(picture)


def area(canvas: Canvas, fill: Fill, box: tuple[float, float, float, float]) -> None:
    """Fill `box` (x, y, width, height) with a colour and its pattern."""
    x, y, wide, high = box
    canvas.saveState()
    canvas.setLineWidth(0.8)
    paint = _accent(canvas) if fill is Fill.ACCENT else _COLOURS[fill]
    canvas.setStrokeColor(paint)
    canvas.setFillColor(paint)
    if fill in (Fill.SOLID, Fill.ACCENT, Fill.DARK):
        canvas.rect(x, y, wide, high, stroke=0, fill=1)
    else:
        if fill is Fill.EMPTY:
            canvas.setDash(2.5, 2)
        canvas.setFillColor(WHITE)
        canvas.rect(x + 0.4, y + 0.4, max(wide - 0.8, 0.1), high - 0.8, stroke=1, fill=1)
        canvas.setDash()
        _pattern(canvas, fill, box)
    canvas.restoreState()


def differs(said: str) -> str:
    """What a line says when it is drawn otherwise, from right to left for instance; else nothing."""
    seen = " ".join(visible(said).split())
    return "" if shaped(seen) == seen else seen


def words(canvas: Canvas, said: str, at: tuple[float, float], room: float = 1e6, **look: Any) -> float:  # noqa: ANN401
    """Write one line at `at` and return its width; look: size, font, colour, anchor (l, c or r)."""
    size, font = look.get("size", 9.0), look.get("font", fonts.REGULAR)
    line = fitted(said, font, size, room)
    if not fonts.letters(font).issuperset(line):
        font = fonts.REGULAR
        line = fitted(said, font, size, room)
    if not line:
        return 0.0
    wide = fonts.width(line, font, size)
    canvas.setFont(font, size)
    canvas.setFillColor(look.get("colour", TEXT))
    shift = {"l": 0.0, "c": wide / 2, "r": wide}[look.get("anchor", "l")]
    canvas.drawString(at[0] - shift, at[1], line)
    return wide


def _accent(canvas: Canvas) -> Any:  # noqa: ANN401
    return colour(canvas.inks.accent)


def _pattern(canvas: Canvas, fill: Fill, box: tuple[float, float, float, float]) -> None:
    x, y, wide, high = box
    if fill not in (Fill.DIAGONAL, Fill.UPRIGHT) or wide <= 1:
        return
    path = canvas.beginPath()
    path.rect(x, y, wide, high)
    canvas.clipPath(path, stroke=0, fill=0)
    slant = high if fill is Fill.DIAGONAL else 0.0
    canvas.setLineWidth(1.3)
    place = x - slant
    while place < x + wide:
        canvas.line(place, y, place + slant, y + high)
        place += 3.6


@height.register
def _(picture: Segments, room: float) -> float:
    return 20.0 + 15.0 * len(_label_rows(picture, room))


@draw.register
def _(picture: Segments, canvas: Canvas, room: float) -> None:
    shown = [part for part in picture.parts if part.amount > 0]
    total = sum(part.amount for part in shown)
    top = height(picture, room) - 14
    x = 0.0
    for part in shown:
        wide = room * part.amount / total
        area(canvas, part.fill, (x, top, max(wide - 1.5, 1), 13))
        x += wide
    for line, row in enumerate(_label_rows(picture, room)):
        for x, part in row:
            y = top - 15 - 15 * line
            area(canvas, part.fill, (x, y, 11, 8))
            words(canvas, part.words, (x + 16, y), room - x - 16)


def _label_rows(picture: Segments, room: float) -> list[list[tuple[float, Any]]]:
    rows: list[list[tuple[float, Any]]] = [[]]
    x = 0.0
    for part in picture.parts:
        wide = 16 + fonts.width(part.words, fonts.REGULAR, 9)
        if x and x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append((x, part))
        x += wide + 20
    return rows


@height.register
def _(picture: Bars, _room: float) -> float:
    group = len(picture.series) * _SLOT + _GROUP_GAP
    return len(picture.rows) * group + (_LEGEND if picture.legend else 0)


@draw.register
def _(picture: Bars, canvas: Canvas, room: float) -> None:
    scale = picture.longest or 1
    label, reach = _bar_columns(picture, room)
    y = height(picture, room)
    if picture.legend:
        _legend(canvas, picture, y - 9)
        y -= _LEGEND
    for name, shares, said in picture.rows:
        block = len(shares) * _SLOT
        words(canvas, name, (0, y - block / 2 - 3.2), label - 10)
        for slot, (share, series) in enumerate(zip(shares, picture.series, strict=True)):
            base = y - (slot + 1) * _SLOT
            if share is not None:
                wide = max(reach * share / scale, 1)
                area(canvas, series.fill, (label, base + 1, wide, _BAR))
            x = label + (reach * share / scale if share is not None else 0) + 5
            words(canvas, said[slot], (x, base + 1.6), size=_FIGURE, colour=MUTED)
        y -= block + _GROUP_GAP
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.6)
    canvas.line(label, 0, label, height(picture, room) - (_LEGEND if picture.legend else 0))


def _bar_columns(picture: Bars, room: float) -> tuple[float, float]:
    """How wide the names are, and the longest bar: as far as names and figures leave room."""
    names = max((fonts.width(name, fonts.REGULAR, _NAME) for name, *_rest in picture.rows), default=0)
    label = min(max(names + 10, room * 0.3), room * 0.45)
    scale, left = picture.longest or 1, room - label
    reach = left - 46
    for _name, shares, said in picture.rows:
        for share, told in zip(shares, said, strict=True):
            if share:
                figure = 5 + fonts.width(told, fonts.REGULAR, _FIGURE)
                reach = min(reach, (left - figure) * scale / share)
    return label, max(reach, 0)


def _legend(canvas: Canvas, picture: Bars, y: float) -> None:
    x = 0.0
    for series in picture.series:
        area(canvas, series.fill, (x, y, 14, 8))
        x += 20 + words(canvas, series.name, (x + 20, y)) + 18


@height.register
def _(_picture: Dots, _room: float) -> float:
    return _DOTS_HEIGHT


@draw.register
def _(picture: Dots, canvas: Canvas, room: float) -> None:
    left, bottom, top = 44.0, 24.0, _DOTS_HEIGHT - 8
    reach = room - left - 8
    highest = max([*picture.values, *(value for value, _w in picture.ticks)], default=1) or 1
    canvas.setLineWidth(0.5)
    for value, said in picture.ticks:
        y = bottom + (top - bottom) * value / highest
        canvas.setStrokeColor(LINE)
        canvas.line(left, y, left + reach, y)
        words(canvas, said, (left - 6, y - 3), size=8, colour=MUTED, anchor="r")
    canvas.setFillColor(_accent(canvas))
    step = reach / max(len(picture.values), 1)
    radius = min(max(step * 0.42, 0.9), 2.2)
    for place, value in enumerate(sorted(picture.values)):
        y = bottom + (top - bottom) * value / highest
        canvas.circle(left + step * (place + 0.5), y, radius, stroke=0, fill=1)
    _dots_frame(canvas, picture, (left, bottom, reach, (top - bottom) / highest))


def _dots_frame(canvas: Canvas, picture: Dots, frame: tuple[float, float, float, float]) -> None:
    left, bottom, reach, scale = frame
    canvas.setStrokeColor(EDGE)
    canvas.line(left, bottom, left + reach, bottom)
    words(canvas, picture.low_words, (left, bottom - 14), size=8, colour=MUTED)
    words(canvas, picture.high_words, (left + reach, bottom - 14), size=8, colour=MUTED, anchor="r")
    if picture.line is None:
        return
    y = bottom + picture.line * scale
    canvas.setStrokeColor(C2)
    canvas.setDash(4, 2)
    canvas.setLineWidth(1)
    canvas.line(left, y, left + reach, y)
    canvas.setDash()
    words(canvas, picture.line_words, (left + reach, y + 4), size=8, colour=C2, anchor="r")


@height.register
def _(_picture: Slide, _room: float) -> float:
    return 15.0


@draw.register
def _(picture: Slide, canvas: Canvas, room: float) -> None:
    start, end = room * 0.47, room * 0.74
    words(canvas, picture.name, (0, 4), room * 0.2, font=fonts.BOLD)
    words(canvas, picture.left, (start - 12, 4), room * 0.25 - 12, size=9, anchor="r")
    words(canvas, picture.right, (end + 12, 4), room - end - 14, size=9)
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(1)
    canvas.line(start, 7, end, 7)
    for place in range(1, 6):
        x = start + (end - start) * (place - 1) / 4
        chosen = place == picture.position
        canvas.setFillColor(_accent(canvas) if chosen else WHITE)
        canvas.setStrokeColor(_accent(canvas) if chosen else EDGE)
        canvas.circle(x, 7, 5 if chosen else 2.6, stroke=1, fill=1)


@height.register
def _(picture: RoomMap, _room: float) -> float:
    return picture.rows * _TABLE_HIGH


@draw.register
def _(picture: RoomMap, canvas: Canvas, room: float) -> None:
    wide = room / picture.across
    for place, table in enumerate(picture.tables):
        down, along = divmod(place, picture.across)
        x, y = (along + 0.5) * wide, (picture.rows - down - 0.5) * _TABLE_HIGH
        _table_top(canvas, table, (x, y))


def _table_top(canvas: Canvas, table: RoundTable, at: tuple[float, float]) -> None:
    x, y = at
    ring = max(_RING, len(table.seats) * 2.3 * _SEAT / (2 * math.pi))
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(EDGE)
    canvas.setFillColor(WHITE)
    canvas.circle(x, y, ring - _RING + _TOP, stroke=1, fill=1)
    words(canvas, table.name, (x, y - 4), size=12, font=fonts.BOLD, anchor="c")
    for seat, said in enumerate(table.seats):
        angle = math.pi / 2 - 2 * math.pi * seat / len(table.seats)
        left, low = x + ring * math.cos(angle), y + ring * math.sin(angle)
        canvas.setFillColor(WHITE)
        canvas.circle(left, low, _SEAT, stroke=1, fill=1)
        words(canvas, said, (left, low - 2.5), 2 * _SEAT, size=7, anchor="c")


@height.register
def _(picture: Scan, _room: float) -> float:
    return picture.side


@draw.register
def _(picture: Scan, canvas: Canvas, _room: float) -> None:
    size, squares = dark_squares(picture.content)
    step = picture.side / size
    path = canvas.beginPath()
    for row, column in squares:
        path.rect(column * step, picture.side - (row + 1) * step, step, step)
    canvas.setFillColor(TEXT)
    canvas.drawPath(path, stroke=0, fill=1)
