"""A sorted dot plot in percent, one or more rows, painted from zero, with one dashed line to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
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
        self._rows: tuple[tuple[float, ...], ...] = ()
        self._equal = 0.0

    def put(self, chances: Sequence[float], equal: float) -> None:
        """Show chances, and the line where all would be equal; both 0..1."""
        self.put_all([chances], equal)

    def put_all(self, rows: Sequence[Sequence[float]], equal: float) -> None:
        """Show several rows of chances over each other; the first lies on top."""
        self._rows, self._equal = tuple(tuple(sorted(chances)) for chances in rows), equal
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max((*(chance for row in self._rows for chance in row), self._equal, 0.01)) * 100
        step = step_for(top)
        self._lines(painter, step, top)
        look = tokens()
        painter.setPen(QPen(QColor(look.muted), 1.2, Qt.PenStyle.DashLine))
        height = self._height(self._equal * 100, top)
        painter.drawLine(QPointF(AXIS, height), QPointF(self.width(), height))
        room = self.width() - AXIS - 4 * DOT
        for series, chances in reversed(list(enumerate(self._rows))):
            last = max(len(chances) - 1, 1)
            for place, chance in enumerate(chances):
                spot = QPointF(AXIS + 2 * DOT + room * place / last, self._height(chance * 100, top))
                paint_dot(painter, spot, series)
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


class Key(QWidget):
    """What the dots of a row stand for, in words beside one dot."""

    def __init__(self, series: int, said: str) -> None:
        super().__init__()
        self._series = series
        self._said = said
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        wide = QFontMetrics(font(Type.SMALL)).horizontalAdvance(said)
        self.setFixedSize(wide + 24, 22)
        self.setAccessibleName(said)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, QPointF(8, self.height() / 2), self._series)
        painter.setPen(QColor(tokens().text))
        painter.setFont(font(Type.SMALL))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(18, 0, self.width() - 18, self.height()), left, self._said)
        painter.end()


def paint_dot(painter: QPainter, spot: QPointF, series: int) -> None:
    """One dot; the second row has open rings, so that colour is not all that tells rows apart."""
    look = tokens()
    shade = QColor((look.c1, look.c2, look.c3)[series % 3])
    if series % 2:
        painter.setPen(QPen(shade, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
    painter.drawEllipse(spot, DOT, DOT)


def step_for(top: float) -> float:
    """The distance between lines of an axis from 0 to `top` percent, so that there are few of them."""
    return next((step for step in STEPS if top / step <= MOST_LINES), STEPS[-1])
