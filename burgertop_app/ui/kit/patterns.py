"""Fills that differ by pattern as well as by colour, and a legend that repeats them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fill(Enum):
    """A colour token with a pattern; EMPTY has a full edge, NONE a dashed one."""

    EMPTY = ("ctl", "empty")
    NONE = ("ctl", "dashed")
    ACCENT = ("accent", "solid")
    C1 = ("c1", "solid")
    C1_UPRIGHT = ("c1", "upright")
    C2 = ("c2", "diagonal")
    C3 = ("c3", "solid")
    C3_DOTS = ("c3", "dots")
    C4 = ("c4", "upright")
    SHIFTED = ("muted", "diagonal")
    LATE = ("late", "diagonal")
    WARN = ("warn", "solid")
    OK = ("ok", "solid")


POPULATION, POOL, PANEL = Fill.EMPTY, Fill.C2, Fill.ACCENT
"""Fixed meanings: inhabitants, registered, drawn or present."""

BRUSHES = {
    "solid": Qt.BrushStyle.SolidPattern,
    "diagonal": Qt.BrushStyle.BDiagPattern,
    "dots": Qt.BrushStyle.Dense5Pattern,
    "upright": Qt.BrushStyle.VerPattern,
}
STRIPES = {"diagonal", "upright"}


def paint_fill(painter: QPainter, at: QRectF, fill: Fill) -> None:
    """Fill `at`; striped fills get an edge in their colour, so that they end sharply."""
    name, pattern = fill.value
    ink = QColor(getattr(tokens(), name))
    painter.save()
    if pattern in {"empty", "dashed"}:
        pen = QPen(ink, 1, Qt.PenStyle.DashLine if pattern == "dashed" else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5))
    elif pattern == "solid":
        painter.fillRect(at, ink)
    else:
        painter.fillRect(at, QColor(tokens().surface))
        painter.setClipRect(at)
        _stripe(painter, at, ink, pattern)
        painter.setPen(QPen(ink, 1))
        painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _stripe(painter: QPainter, at: QRectF, ink: QColor, pattern: str) -> None:
    if pattern not in STRIPES:
        painter.fillRect(at, QBrush(ink, BRUSHES[pattern]))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 2.2))
    lean = at.height() if pattern == "diagonal" else 0.0
    left = at.left() - lean
    while left < at.right():
        left += 5
        painter.drawLine(round(left), round(at.bottom()), round(left + lean), round(at.top()))


@dataclass(frozen=True)
class Key:
    """One entry of a legend."""

    words: str
    fill: Fill


class Legend(QWidget):
    """The fills and what they mean, on one line."""

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys: tuple[Key, ...] = ()
        self.put(keys)

    def put(self, keys: Sequence[Key]) -> None:
        """Show other entries."""
        self._keys = tuple(keys)
        self.setAccessibleName(", ".join(key.words for key in keys))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        measure = QFontMetrics(font(Type.CAPTION))
        return QSize(sum(measure.horizontalAdvance(key.words) + 38 for key in self._keys), 20)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Type.CAPTION))
        left = 0
        for key in self._keys:
            paint_fill(painter, QRectF(left, 6, 14, 8), key.fill)
            wide = painter.fontMetrics().horizontalAdvance(key.words)
            painter.setPen(QColor(tokens().muted))
            painter.drawText(QRectF(left + 19, 0, wide + 2, 20), Qt.AlignmentFlag.AlignVCenter, key.words)
            left += wide + 38
        painter.end()
