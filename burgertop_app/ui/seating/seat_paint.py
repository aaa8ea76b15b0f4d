"""How a seat and a table top are drawn: the ring and the filling tell the group, and colour once more.

Four rings, each around a full seat and around a hollow one, make eight looks that differ without colour.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import tokens

DISC, RING = 13.5, 16.3


@dataclass(frozen=True)
class Stroke:
    """A ring around a seat: its width, its dashes in widths, and how far from the middle."""

    width: float
    dashes: tuple[float, ...] = ()
    radius: float = RING


RINGS = (None, Stroke(1.7), Stroke(1.7, (3.0, 1.8)), Stroke(2.0, (0.01, 2.0)))
HOLLOW = Stroke(2.6, (), DISC - 1.3)
UNFILLED = Stroke(1.4, (3.0, 2.0), DISC)
FREE = Stroke(1.0, (4.0, 3.0), DISC)
COLOURS = 4
OTHER = 8


def colour_of(group: int) -> QColor:
    """The colour of a group; 8 is "overig"."""
    return QColor(tokens().c5 if group == OTHER else getattr(tokens(), f"c{group % COLOURS + 1}"))


def paint_seat(painter: QPainter, at: QPointF, group: int, letters: str, *, faded: bool = False) -> None:
    """A taken seat around `at`."""
    ink = colour_of(group)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * (0.4 if faded else 1.0))
    hollow = group >= COLOURS
    if group == OTHER:
        _ring(painter, at, ink, UNFILLED)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().table) if hollow else ink)
        painter.drawEllipse(at, DISC, DISC)
        if hollow:
            _ring(painter, at, ink, HOLLOW)
        ring = RINGS[group % COLOURS]
        if ring is not None:
            _ring(painter, at, ink, ring)
    _letters(painter, at, letters, QColor(tokens().text if hollow else tokens().seat_ink))
    painter.restore()
    if faded:
        _strike(painter, at)


def paint_free(painter: QPainter, at: QPointF) -> None:
    """A seat that nobody sits on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ring(painter, at, QColor(tokens().ctl), FREE)
    painter.restore()


def paint_lock(painter: QPainter, at: QPointF) -> None:
    """A padlock at the upper right of the seat around `at`."""
    _badge(painter, at + QPointF(11.5, -11.5), "lock")


def paint_watching(painter: QPainter, at: QPointF) -> None:
    """An eye at the lower right of the seat around `at`: who sits there takes no part."""
    _badge(painter, at + QPointF(11.5, 11.5), "eye")


def paint_halo(painter: QPainter, at: QPointF, tint: str = "text") -> None:
    """A ring around a seat that is chosen, dragged or aimed at."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(getattr(tokens(), tint)), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 19.5, 19.5)
    painter.restore()


def paint_table(
    painter: QPainter, at: QPointF, radius: float, said: tuple[str, str, str], *, chosen: bool
) -> None:
    """A table top with its number, topic and facilitator."""
    look = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.accent if chosen else look.ctl), 2 if chosen else 1))
    painter.setBrush(QColor(look.table))
    painter.drawEllipse(at, radius, radius)
    no, topic, leader = said
    both = topic or leader
    for down, words, size, tint in (
        (-13 if both else 0, no, 15, look.text),
        (8, topic, 9, look.text),
        (24 if topic else 10, leader, 8, look.muted),
    ):
        painter.setFont(font(size, bold=words is no))
        painter.setPen(QColor(tint))
        _line(painter, at, down, words, radius)
    painter.restore()


def _badge(painter: QPainter, middle: QPointF, name: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().text), 1))
    painter.setBrush(QColor(tokens().surface))
    painter.drawEllipse(middle, 7.5, 7.5)
    painter.restore()
    draw_icon(painter, name, "text", QRect(round(middle.x()) - 5, round(middle.y()) - 5, 10, 10))


def _line(painter: QPainter, at: QPointF, down: float, said: str, radius: float) -> None:
    """One line of words, shortened to what the circle leaves at that height."""
    half = math.sqrt(max(radius**2 - (abs(down) + 7) ** 2, 1.0)) - 1
    short = QFontMetrics(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, int(2 * half) + 2)
    box = QRectF(at.x() - radius, at.y() + down - 14, 2 * radius, 28)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short)


def _ring(painter: QPainter, at: QPointF, ink: QColor, stroke: Stroke) -> None:
    pen = QPen(ink, stroke.width)
    if stroke.dashes:
        pen.setDashPattern(list(stroke.dashes))
    dotted = stroke.dashes and stroke.dashes[0] < 1
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, stroke.radius, stroke.radius)


def _letters(painter: QPainter, at: QPointF, letters: str, ink: QColor) -> None:
    painter.setFont(font(8 if len(letters) < 3 else 7 if len(letters) < 4 else 6, bold=True))
    painter.setPen(ink)
    painter.drawText(QRectF(at.x() - 17, at.y() - 12, 34, 24), Qt.AlignmentFlag.AlignCenter, letters)


def _strike(painter: QPainter, at: QPointF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().late), 2.2))
    painter.drawLine(at + QPointF(-10, 10), at + QPointF(10, -10))
    painter.restore()
