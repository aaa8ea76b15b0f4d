"""A sorted dot plot in percent, painted from zero, with one dashed line to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import number
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH = 216
AXIS = 34
TOP = 10
DOT = 2.5
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25)
MOST_LINES = 6


class DotPlot(QWidget):
    """Chances as dots from the lowest at the left to the highest at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chances: tuple[float, ...] = ()
        self._equal = 0.0

    def put(self, chances: Sequence[float], equal: float) -> None:
        """Show chances, and the line where all would be equal; both 0..1."""
        self._chances, self._equal = tuple(sorted(chances)), equal
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = step_for(max((*self._chances, self._equal, 0.01)) * 100)
        top = max((*self._chances, self._equal, 0.01)) * 100
        self._lines(painter, step, top)
        look = tokens()
        painter.setPen(QPen(QColor(look.muted), 1.2, Qt.PenStyle.DashLine))
        height = self._height(self._equal * 100, top)
        painter.drawLine(QPointF(AXIS, height), QPointF(self.width(), height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.c1))
        room = self.width() - AXIS - 4 * DOT
        last = max(len(self._chances) - 1, 1)
        for place, chance in enumerate(self._chances):
            spot = QPointF(AXIS + 2 * DOT + room * place / last, self._height(chance * 100, top))
            painter.drawEllipse(spot, DOT, DOT)
        painter.end()

    def _lines(self, painter: QPainter, step: float, top: float) -> None:
        look = tokens()
        painter.setFont(font(Type.CAPTION))
        for count in range(int(top / step + 1e-9) + 1):
            height = self._height(count * step, top)
            painter.setPen(QPen(QColor(look.ctl if count == 0 else look.line), 1))
            painter.drawLine(QPointF(AXIS, height), QPointF(self.width(), height))
            painter.setPen(QColor(look.muted))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, height - 10, AXIS - 8, 20), side, number(count * step))

    def _height(self, percent: float, top: float) -> float:
        room = self.height() - 2 * TOP
        return TOP + room * (1 - percent / top)


def step_for(top: float) -> float:
    """The distance between lines of an axis from 0 to `top` percent, so that there are few of them."""
    return next((step for step in STEPS if top / step <= MOST_LINES), STEPS[-1])
