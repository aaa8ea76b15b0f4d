"""People as dots without names: who voted alike stands close together; groups differ in colour and shape."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.opinion_map import group_name
from burgertop_app.i18n import _, number
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from burgertop_app.domain.opinion_map import Dot, OpinionMap

EDGE = 18
SIZE = 4.5
LEGEND = 26
INKS = ("c1", "c2", "c3", "c4", "accent")


class DotMap(QWidget):
    """The dots in a square without axes, and below it the groups with their shapes."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._dots: tuple[Dot, ...] = ()
        self._sizes: tuple[int, ...] = ()

    def put(self, found: OpinionMap) -> None:
        """Show what was found."""
        self._dots, self._sizes = found.dots, found.sizes
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, 400)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(260, 240)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(0, 0, self.width(), self.height() - LEGEND)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._dots:
            place = _Place(self._dots, field.adjusted(EDGE, EDGE, -EDGE, -EDGE))
            for dot in self._dots:
                paint_mark(painter, place(dot), dot.group)
            for group in range(len(self._sizes)):
                self._name(painter, group, place)
        self._legend(painter, field.bottom() + 4)
        painter.end()

    def _name(self, painter: QPainter, group: int, place: _Place) -> None:
        spots = [place(dot) for dot in self._dots if dot.group == group]
        middle = QPointF(
            sum(spot.x() for spot in spots) / len(spots), sum(spot.y() for spot in spots) / len(spots)
        )
        label = QRectF(middle.x() - 12, middle.y() - 12, 24, 24)
        painter.setPen(QPen(QColor(tokens().text), 1))
        painter.setBrush(QColor(tokens().surface))
        painter.drawEllipse(label)
        painter.setFont(font(Type.SMALL, bold=True))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, group_name(group))

    def _legend(self, painter: QPainter, top: float) -> None:
        painter.setFont(font(Type.CAPTION))
        left = 8.0
        entries: list[tuple[int | None, str]] = [
            (group, _("{group}: {people} people").format(group=group_name(group), people=number(size)))
            for group, size in enumerate(self._sizes)
        ]
        for group, said in entries or [(None, _("one person"))]:
            paint_mark(painter, QPointF(left, top + 10), group)
            wide = painter.fontMetrics().horizontalAdvance(said)
            painter.setPen(QColor(tokens().text))
            at = QRectF(left + 10, top, wide + 2, 20)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, said)
            left += wide + 34


def paint_mark(painter: QPainter, at: QPointF, group: int | None) -> None:
    """A circle, square, triangle, diamond or cross for groups A to E; a ring for somebody without a group."""
    look = tokens()
    ink = QColor(look.muted if group is None else getattr(look, INKS[group % len(INKS)]))
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush if group is None else ink)
    if group is None or group == 0:
        painter.drawEllipse(at, SIZE - 1, SIZE - 1)
    elif group == 1:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2))
        painter.drawRect(QRectF(at.x() - SIZE + 1, at.y() - SIZE + 1, 2 * SIZE - 2, 2 * SIZE - 2))
    elif group in (2, 3):
        corners = 3 if group == 2 else 4
        painter.drawPolygon(_polygon(at, corners))
    else:
        painter.setPen(QPen(ink, 2.4))
        painter.drawLine(QPointF(at.x() - SIZE, at.y()), QPointF(at.x() + SIZE, at.y()))
        painter.drawLine(QPointF(at.x(), at.y() - SIZE), QPointF(at.x(), at.y() + SIZE))


def _polygon(at: QPointF, corners: int) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(
                at.x() + (SIZE + 1) * math.sin(2 * math.pi * one / corners),
                at.y() - (SIZE + 1) * math.cos(2 * math.pi * one / corners),
            )
            for one in range(corners)
        ]
    )


class _Place:
    """Where a dot stands; both directions have the same scale, so that distance says something."""

    def __init__(self, dots: tuple[Dot, ...], field: QRectF) -> None:
        across = [dot.x for dot in dots]
        down = [dot.y for dot in dots]
        self._middle = ((min(across) + max(across)) / 2, (min(down) + max(down)) / 2)
        wide, high = max(max(across) - min(across), 1e-6), max(max(down) - min(down), 1e-6)
        self._scale = min(field.width() / wide, field.height() / high)
        self._centre = field.center()

    def __call__(self, dot: Dot) -> QPointF:
        return QPointF(
            self._centre.x() + (dot.x - self._middle[0]) * self._scale,
            self._centre.y() - (dot.y - self._middle[1]) * self._scale,
        )
