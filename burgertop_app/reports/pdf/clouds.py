"""Dots without names in a PDF: a field without axes, a shape for each group, and a legend below it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.drawing import draw, height, words
from burgertop_app.reports.pdf.style import C1, C2, C3, EDGE, LINE, TEXT, WHITE
from burgertop_app.reports.pictures import Cloud

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FIELD = 240.0
LEGEND = 22.0
ROOM = 14.0
SIZE = 2.6
INKS = (C1, C2, C3, EDGE, TEXT)


@height.register(Cloud)
def _(_picture: Cloud, _room: float) -> float:
    return FIELD + LEGEND


@draw.register(Cloud)
def _(picture: Cloud, canvas: Canvas, room: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.7)
    canvas.rect(0, LEGEND, room, FIELD, stroke=1, fill=0)
    for place, points in enumerate(picture.fitted(room - 2 * ROOM, FIELD - 2 * ROOM)):
        for x, y in points:
            mark(canvas, place, (x + ROOM, y + ROOM + LEGEND))
    along = 6.0
    for place, heap in enumerate(picture.heaps):
        _letter(canvas, picture, place, room)
        mark(canvas, place, (along, 7))
        along += words(canvas, heap.words, (along + 8, 4)) + 24


def mark(canvas: Canvas, place: int, at: tuple[float, float]) -> None:
    """A dot of the heap at `place`: a disc, a square, a triangle, a diamond or a cross."""
    x, y = at
    ink = INKS[place % len(INKS)]
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    canvas.setLineWidth(1.1)
    if place % 5 == 0:
        canvas.circle(x, y, SIZE, stroke=0, fill=1)
    elif place % 5 == 1:
        canvas.rect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE, stroke=1, fill=0)
    elif place % 5 == 4:
        canvas.line(x - SIZE, y, x + SIZE, y)
        canvas.line(x, y - SIZE, x, y + SIZE)
    else:
        corners = 3 if place % 5 == 2 else 4
        path = canvas.beginPath()
        for corner in range(corners):
            angle = 2 * math.pi * corner / corners
            spot = (x + (SIZE + 0.8) * math.sin(angle), y + (SIZE + 0.8) * math.cos(angle))
            (path.lineTo if corner else path.moveTo)(*spot)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


def _letter(canvas: Canvas, picture: Cloud, place: int, room: float) -> None:
    """The letter of a heap in its middle."""
    points = picture.fitted(room - 2 * ROOM, FIELD - 2 * ROOM)[place]
    letter = picture.heaps[place].letter
    if not points or not letter:
        return
    x = sum(x for x, _y in points) / len(points) + ROOM
    y = sum(y for _x, y in points) / len(points) + ROOM + LEGEND
    canvas.setFillColor(WHITE)
    canvas.setStrokeColor(TEXT)
    canvas.circle(x, y, 8, stroke=1, fill=1)
    words(canvas, letter, (x, y - 3.2), font=fonts.BOLD, anchor="c")
