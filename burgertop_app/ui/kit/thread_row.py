"""The thread as a row of steps: a circle, a number, words and a note; every step is a button."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import clear
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CIRCLE = 48
TOP = 8
CENTRE = Qt.AlignmentFlag.AlignCenter


class Reached(Enum):
    """How far the thread has come at a step."""

    DONE = "done"
    NOW = "now"
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Bead:
    """One step: `key` is what `wanted` carries."""

    key: str
    icon: str
    figure: str
    words: str
    note: str = ""
    reached: Reached = Reached.AHEAD
    note_late: bool = False


class ThreadRow(QWidget):
    """Steps from left to right on one line; solid as far as the thread has come, dotted beyond."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._beads: tuple[Bead, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def put(self, beads: Sequence[Bead]) -> None:
        """Show other steps."""
        self._beads = tuple(beads)
        clear(self._row)
        for bead in beads:
            step = _Step(bead)
            step.clicked.connect(self._teller(bead.key))
            self._row.addWidget(step)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120 * max(len(self._beads), 1), 136)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / max(len(self._beads), 1)
        middle = TOP + CIRCLE / 2
        for number, following in enumerate(self._beads[1:]):
            ahead = following.reached in {Reached.AHEAD, Reached.LATE}
            pen = QPen(QColor(tokens().ctl if ahead else tokens().accent), 3)
            pen.setStyle(Qt.PenStyle.DotLine if ahead else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            left = (number + 0.5) * wide + CIRCLE / 2
            painter.drawLine(QPointF(left, middle), QPointF(left + wide - CIRCLE, middle))
        painter.end()

    def _teller(self, key: str) -> Callable[[], None]:
        def tell() -> None:
            self.wanted.emit(key)

        return tell


class _Step(QToolButton):
    def __init__(self, bead: Bead) -> None:
        super().__init__()
        self._bead = bead
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = " ".join(filter(None, (bead.figure, bead.words, bead.note)))
        self.setAccessibleName(said)
        self.setToolTip(said)

    @override
    def sizeHint(self) -> QSize:
        return QSize(104, 136)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(84, 136)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_circle(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_circle(self, painter: QPainter) -> None:
        look, reached = tokens(), self._bead.reached
        ink = {Reached.LATE: look.late, Reached.AHEAD: look.ctl}.get(reached, look.accent)
        circle = QRectF((self.width() - CIRCLE) / 2, TOP, CIRCLE, CIRCLE)
        painter.setPen(QPen(QColor(ink), 3 if reached is Reached.NOW else 2))
        painter.setBrush(QColor(ink if reached is Reached.DONE else look.surface))
        painter.drawEllipse(circle.adjusted(1.5, 1.5, -1.5, -1.5))
        inner = circle.toRect().adjusted(13, 13, -13, -13)
        draw_icon(painter, self._bead.icon, "on" if reached is Reached.DONE else ink, inner)

    def _paint_words(self, painter: QPainter) -> None:
        look = tokens()
        small = len(self._bead.figure) > 5
        self._line(
            painter, 62, 26, self._bead.figure, look.accent, font(15 if small else Type.FIGURE, bold=True)
        )
        self._line(painter, 90, 22, self._bead.words, look.text, font(Type.BASE))
        late = self._bead.note_late
        ink = look.late if late else look.muted
        at = self._line(painter, 112, 18, self._bead.note, ink, font(Type.CAPTION, bold=late))
        if late and self._bead.note:
            draw_icon(painter, "triangle-alert", ink, QRect(round(at) - 16, 114, 13, 13))

    def _line(self, painter: QPainter, top: int, high: int, said: str, ink: str, face: QFont) -> float:
        """Write one centred line; gives where it begins."""
        painter.setFont(face)
        painter.setPen(QColor(ink))
        short = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(QRectF(0, top, self.width(), high), CENTRE, short)
        return (self.width() - painter.fontMetrics().horizontalAdvance(short)) / 2
