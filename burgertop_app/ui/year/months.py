"""The year as a picture: twelve months, a bar for each planned advice, and today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.year import PlanState
from burgertop_app.i18n import language
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill, paint_fill
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.year import PlanLine

LANE, HEAD, BAR = 40, 24, 12
FILLS = {
    PlanState.PLANNED: Fill.EMPTY,
    PlanState.SHOULD_START: Fill.WARN,
    PlanState.WRITING: Fill.C2,
    PlanState.LATE: Fill.LATE,
    PlanState.OFFERED: Fill.ACCENT,
    PlanState.ANSWERED: Fill.OK,
    PlanState.DROPPED: Fill.NONE,
}


class Months(QWidget):
    """January to December; each advice has a lane with its topic and how it stands above its bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines: tuple[PlanLine, ...] = ()
        self._year, self._today = 2000, date(2000, 1, 1)

    def put(self, lines: Sequence[PlanLine], year: int, today: date) -> None:
        """Show the plans that touch `year`."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        self._lines = tuple(
            line for line in lines if line.plan.starts_on <= last and line.plan.due_on >= first
        )
        self._year, self._today = year, today
        self.setFixedHeight(HEAD + max(1, len(self._lines)) * LANE + 4)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(720, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        if self._today.year == self._year:
            now = self._at(self._today)
            painter.fillRect(QRectF(now - 1, HEAD - 6, 2, self.height() - HEAD + 6), QColor(tokens().text))
        for lane, line in enumerate(self._lines):
            self._paint_line(painter, line, HEAD + lane * LANE)
        painter.end()

    def _at(self, on: date) -> float:
        first = date(self._year, 1, 1)
        days = (date(self._year + 1, 1, 1) - first).days
        return min(max((on - first).days, 0), days) / days * self.width()

    def _paint_months(self, painter: QPainter) -> None:
        look = tokens()
        painter.setFont(font(Type.CAPTION))
        for month in range(1, 13):
            left = self._at(date(self._year, month, 1))
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(left, 4), QPointF(left, self.height()))
            painter.setPen(QColor(look.muted))
            said = format_date(date(self._year, month, 1), "MMM", locale=language())
            painter.drawText(QRectF(left + 6, 0, 60, HEAD - 4), Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_line(self, painter: QPainter, line: PlanLine, top: int) -> None:
        left, right = self._at(line.plan.starts_on), self._at(line.plan.due_on)
        said = f"{line.plan.topic} · {word(line.state)}"
        measure = painter.fontMetrics()
        wide = min(measure.horizontalAdvance(said) + 8, self.width())
        start = min(left + 4, self.width() - wide)
        painter.fillRect(QRectF(start - 2, top + 1, wide, 17), QColor(tokens().surface))
        painter.setPen(QColor(tokens().text))
        painter.drawText(
            QRectF(start, top, wide, 18),
            Qt.AlignmentFlag.AlignVCenter,
            measure.elidedText(said, Qt.TextElideMode.ElideRight, int(wide)),
        )
        paint_fill(painter, QRectF(left + 1, top + 20, max(right - left - 2, 6), BAR), FILLS[line.state])
