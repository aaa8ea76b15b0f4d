"""The promises on a line of time, each with its icon and who does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, language
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

LANE = 22
AXIS = 44
ICON = 16
SIDE = 30
ROOM = 130
MOST_LANES = 5
YEAR = 12


@dataclass(frozen=True)
class Mark:
    """One promise: its day, an icon with its colour token, and a few words."""

    on: date
    icon: str
    tint: str
    words: str


class Timeline(QWidget):
    """Months from left to right, today with a flag, marks in lanes so that their words stay apart."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._marks: tuple[Mark, ...] = ()
        self._today = date(2000, 1, 1)

    def put(self, marks: Sequence[Mark], today: date) -> None:
        """Show other marks."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.on))
        self._today = today
        self._fit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._span()
        scale = (self.width() - 2 * SIDE - ROOM) / max((last - first).days, 1)
        now = SIDE + (self._today - first).days * scale
        self._months(painter, first, last, scale, now)
        painter.fillRect(QRectF(now - 1, 20, 2, self.height() - 20), QColor(tokens().text))
        self._flag(painter, now)
        for mark, left, lane in self._placed():
            _paint_mark(painter, mark, left, AXIS + lane * LANE)
        painter.end()

    def _fit(self) -> None:
        """As high as the lanes that are needed at this width."""
        lanes = 1 + max((lane for _mark, _left, lane in self._placed()), default=0)
        self.setFixedHeight(AXIS + lanes * LANE + 6)

    def _placed(self) -> list[tuple[Mark, float, int]]:
        """Each mark with its left side and its lane, so that words stay apart while there are lanes."""
        first, last = self._span()
        scale = (self.width() - 2 * SIDE - ROOM) / max((last - first).days, 1)
        ends = [0.0] * MOST_LANES
        found = []
        for mark in self._marks:
            left = SIDE + (mark.on - first).days * scale - ICON / 2
            lane = next((number for number, end in enumerate(ends) if left >= end), MOST_LANES - 1)
            ends[lane] = left + ICON + 16 + _words_width(mark)
            found.append((mark, left, lane))
        return found

    def _span(self) -> tuple[date, date]:
        days = [self._today, *(mark.on for mark in self._marks)]
        return min(days) - timedelta(days=3), max(*days, self._today + timedelta(days=60))

    def _months(self, painter: QPainter, first: date, last: date, scale: float, now: float) -> None:
        look = tokens()
        painter.setPen(QPen(QColor(look.ctl), 1))
        painter.drawLine(QPointF(SIDE, AXIS - 6), QPointF(self.width() - 8, AXIS - 6))
        painter.setFont(font(Type.CAPTION))
        step = 1 if (last - first).days <= 30 * YEAR else 3
        taken = 0.0
        for number, when in enumerate(months(first, last, step)):
            left = SIDE + (when - first).days * scale
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(left, AXIS - 10), QPointF(left, self.height()))
            painter.setPen(QColor(look.muted))
            pattern = "MMM y" if number == 0 or when.month == 1 else "MMM"
            said = format_date(when, pattern, locale=language())
            wide = painter.fontMetrics().horizontalAdvance(said)
            # The line of today would cross the words.
            start = now + 5 if left < now < left + wide + 8 else left + 4
            if start >= taken:
                painter.drawText(QRectF(start, 20, wide + 4, 16), Qt.AlignmentFlag.AlignVCenter, said)
                taken = start + wide + 8

    def _flag(self, painter: QPainter, at: float) -> None:
        look = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.text))
        left = max(at - 38, 0.0)
        painter.drawRoundedRect(QRectF(left, 0, 76, 19), 4, 4)
        painter.setPen(QColor(look.surface))
        painter.setFont(font(Type.CAPTION, bold=True))
        painter.drawText(QRectF(left, 0, 76, 19), Qt.AlignmentFlag.AlignCenter, _("today"))


def _said(mark: Mark) -> str:
    measure = QFontMetrics(font(Type.CAPTION))
    return measure.elidedText(mark.words, Qt.TextElideMode.ElideRight, ROOM)


def _words_width(mark: Mark) -> int:
    return QFontMetrics(font(Type.CAPTION)).horizontalAdvance(_said(mark))


def _paint_mark(painter: QPainter, mark: Mark, left: float, top: int) -> None:
    wide = _words_width(mark)
    painter.fillRect(QRectF(left, top, ICON + 8 + wide, LANE - 3), QColor(tokens().surface))
    draw_icon(painter, mark.icon, mark.tint, QRect(round(left), top + 1, ICON, ICON))
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(tokens().text))
    words = QRectF(left + ICON + 4, top, wide + 4, LANE - 4)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _said(mark))


def months(first: date, last: date, step: int = 1) -> list[date]:
    """The first days of every `step`th month after `first`, up to `last`, January among them."""
    found = []
    count = first.year * YEAR + first.month
    while (when := date(count // YEAR, count % YEAR + 1, 1)) <= last:
        if (when.month - 1) % step == 0:
            found.append(when)
        count += 1
    return found
