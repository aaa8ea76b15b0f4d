"""Parts of the view for the beamer: they grow with the screen, and show numbers only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import theme, tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH, WIDE = 900, 1440
SMALLEST, LARGEST = 0.6, 2.6
RATIO = 1.5
GAP = 12


def scale_of(width: int, height: int) -> float:
    """How large everything is on a screen of this size; 1 at 1440 × 900."""
    return max(SMALLEST, min(width / WIDE, height / HIGH, LARGEST))


class Said(QLabel):
    """Words in a size that grows with the screen; `tint` names a colour."""

    def __init__(
        self, text: str, points: float, *, bold: bool = False, mono: bool = False, tint: str = "text"
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._points, self._bold, self._mono, self._tint = points, bold, mono, tint
        self._scale = 1.0
        self._dress()
        theme().changed.connect(self._dress)

    def grow(self, scale: float) -> None:
        """Show at another size."""
        self._scale = scale
        self._dress()

    def _dress(self) -> None:
        family = 'font-family: "DejaVu Sans Mono";' if self._mono else ""
        weight = "bold" if self._bold else "normal"
        size = max(Type.CAPTION, self._points * self._scale)
        ink = getattr(tokens(), self._tint)
        self.setStyleSheet(f"{family} font-size: {size:.1f}pt; font-weight: {weight}; color: {ink};")


class Step(QWidget):
    """A numbered disc: filled when reached, hollow before."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._reached, self._scale = number, False, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def reach(self, *, reached: bool) -> None:
        """Fill the disc or not."""
        self._reached = reached
        self.update()

    def grow(self, scale: float) -> None:
        """Show at another size."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(44 * self._scale)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = tokens()
        painter.setPen(QPen(QColor(look.accent if self._reached else look.ctl), 2))
        painter.setBrush(QColor(look.accent) if self._reached else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QColor(look.on if self._reached else look.muted))
        painter.setFont(font(Type.HEADING * self._scale, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class NumberGrid(QWidget):
    """Numbers of a panel as tiles, as large as fits; empty tiles before they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: tuple[str, ...] = ()
        self._places = 0
        self._across = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, numbers: Sequence[str], places: int, across: int = 0) -> None:
        """Show `numbers`; nothing yet shows `places` empty tiles. `across` 0 finds the best columns."""
        self._numbers, self._places, self._across = tuple(numbers), places, across
        said = ", ".join(self._numbers)
        self.setAccessibleName(_("Numbers of the panel: {numbers}").format(numbers=said) if said else "")
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        count = len(self._numbers) or self._places
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across, down, gap = self._shape(count)
        wide = (self.width() - gap * (across - 1)) / across
        high = min((self.height() - gap * (down - 1)) / down, wide / 1.2)
        self._size_of(painter, wide, high)
        for place in range(count):
            box = QRectF(place % across * (wide + gap), place // across * (high + gap), wide, high)
            self._tile(painter, box, self._numbers[place] if self._numbers else "")
        painter.end()

    def _shape(self, count: int) -> tuple[int, int, float]:
        """Columns and rows with tiles half as wide again as high, and the gap between them."""
        across = max(1, round(math.sqrt(count * self.width() / max(self.height(), 1) / RATIO)))
        across = self._across or min(across, count)
        down = math.ceil(count / across)
        return across, down, max(4.0, min(GAP, self.width() / across / 8))

    def _size_of(self, painter: QPainter, wide: float, high: float) -> None:
        longest = max(self._numbers, key=len, default="0")
        points = high * 0.34
        fits = QFontMetricsF(font(points, bold=True)).horizontalAdvance(longest)
        if fits > wide - 10:
            points *= (wide - 10) / fits
        painter.setFont(font(max(points, 7.0), bold=True))

    def _tile(self, painter: QPainter, box: QRectF, said: str) -> None:
        look = tokens()
        edge = QPen(QColor(look.line), 1, Qt.PenStyle.SolidLine if said else Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(look.surface) if said else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(QColor(look.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
