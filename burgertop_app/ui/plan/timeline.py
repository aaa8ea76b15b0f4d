"""The planning as a line in time: what was done, what is late, what is still to come, and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.terms import short_day
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.processes import Milestone

DOT, LANE, AXIS = 18, 34, 40
WIDEST, LANES = 260, 5
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Stop:
    """One day of the planning: its place along the line (pixels), and the lane in which its words stand."""

    day: Milestone
    left: float
    words: QRectF
    lane: int


class Timeline(QWidget):
    """A line from the first day to the last; words below it, in lanes so that they do not touch."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._days: tuple[Milestone, ...] = ()
        self._today = date.min

    def put(self, days: Sequence[Milestone], today: date) -> None:
        """Show `days` as they stand today."""
        self._days, self._today = tuple(sorted(days, key=lambda day: day.due_on)), today
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self._high(max(self.width(), 320)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.ctl), 2))
        painter.drawLine(QPointF(0, AXIS), QPointF(self.width(), AXIS))
        stops = self._stops(self.width())
        for stop in stops:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(stop.left, AXIS), QPointF(stop.left, stop.words.top()))
        for stop in stops:
            self._paint_stop(painter, stop)
        self._paint_today(painter)
        painter.end()

    def _paint_stop(self, painter: QPainter, stop: Stop) -> None:
        look, state = tokens(), state_of(stop.day, self._today)
        tint = {"done": "ok", "late": "late", "ahead": "muted"}[state]
        icon = {"done": "circle-check", "late": "triangle-alert", "ahead": "circle"}[state]
        corner = QPoint(round(stop.left) - DOT // 2, AXIS - DOT // 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.surface))
        painter.drawEllipse(QRectF(corner.x(), corner.y(), DOT, DOT))
        draw_icon(painter, icon, tint, QRect(corner, QSize(DOT, DOT)))
        painter.fillRect(stop.words, QColor(look.surface))
        top, below = stop.words.top(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(Type.CAPTION, bold=True))
        painter.setPen(QColor(getattr(look, "late" if state == "late" else "text")))
        painter.drawText(QRectF(stop.words.left(), top, stop.words.width(), 16), below, self._when(stop.day))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(look.muted))
        title = painter.fontMetrics().elidedText(
            stop.day.title, Qt.TextElideMode.ElideRight, round(stop.words.width())
        )
        painter.drawText(QRectF(stop.words.left(), top + 15, stop.words.width(), 16), below, title)

    def _paint_today(self, painter: QPainter) -> None:
        first, last = self._ends()
        if not first <= self._today <= last:
            return
        look, left = tokens(), self._place(self._today, self.width())
        said = _("today")
        painter.setFont(font(Type.CAPTION, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(said) + 14
        box = QRectF(min(max(left - wide / 2, 0), self.width() - wide), 0, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.text))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(left - 1, 18, 2, AXIS - 10), QColor(look.text))
        painter.setPen(QColor(look.surface))
        painter.drawText(box, CENTRE, said)

    def _when(self, day: Milestone) -> str:
        said = short_day(day.due_on, self._today)
        return _("{day}, late").format(day=said) if state_of(day, self._today) == "late" else said

    def _ends(self) -> tuple[date, date]:
        days = [day.due_on for day in self._days]
        return min(days), max(*days, min(days) + timedelta(days=1))

    def _place(self, when: date, width: int) -> float:
        first, last = self._ends()
        return DOT + (width - 2 * DOT - Space.L) * (when - first).days / (last - first).days

    def _stops(self, width: int) -> list[Stop]:
        """Every day with its words in the first lane where there is room."""
        metrics = QFontMetrics(font(Type.CAPTION, bold=True))
        ends = [-1.0] * LANES
        found = []
        for day in self._days:
            left = self._place(day.due_on, width)
            said = max(metrics.horizontalAdvance(day.title), metrics.horizontalAdvance(self._when(day)))
            wide = float(min(said + 4, WIDEST))
            start = min(max(left - DOT / 2, 0), max(width - wide, 0))
            free = min(range(LANES), key=ends.__getitem__)
            lane = next((at for at in range(LANES) if ends[at] <= start), free)
            end = start + wide
            start = max(start, ends[lane])
            wide = max(end - start, 0.0)
            ends[lane] = end + Space.M
            top = AXIS + DOT / 2 + 6 + lane * LANE
            found.append(Stop(day, left, QRectF(start, top, wide, LANE - 2), lane))
        return found

    def _high(self, width: int) -> int:
        lanes = 1 + max((stop.lane for stop in self._stops(width)), default=0) if self._days else 0
        return AXIS + DOT // 2 + 6 + lanes * LANE if lanes else 0

    @override
    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()


def state_of(day: Milestone, today: date) -> str:
    """done, late or ahead."""
    if day.done_on is not None:
        return "done"
    return "late" if day.due_on < today else "ahead"
