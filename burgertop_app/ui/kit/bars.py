"""Bars: groups with a few bars each, and one bar in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill, Legend, paint_fill
from burgertop_app.ui.kit.patterns import Key as LegendKey
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WIDTH = 80
BAR = 7
GAP = 5


@dataclass(frozen=True)
class BarGroup:
    """One value of a feature: its bars from top to bottom (None leaves one out), and words at the right."""

    name: str
    parts: tuple[float | None, ...]
    words: str = ""


class GroupBars(QWidget):
    """Groups below each other with their bars; the axis starts at zero and ends at the longest bar.

    For a comparison use `fills` POPULATION, POOL, PANEL. Give `longest` to compare several of these.
    """

    def __init__(self, fills: Sequence[Fill], name_width: int = NAME_WIDTH, words_width: int = 0) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fills = tuple(fills)
        self._name_width = name_width
        self._words_width = words_width
        self._groups: tuple[BarGroup, ...] = ()
        self._longest = 1.0

    def put(self, groups: Sequence[BarGroup], longest: float | None = None) -> None:
        """Show `groups`; values are in one unit, `longest` is the length of a full bar."""
        self._groups = tuple(groups)
        found = [part for group in groups for part in group.parts if part is not None]
        self._longest = longest or max(found, default=1.0) or 1.0
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, len(self._groups) * self._row)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(140, len(self._groups) * self._row)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.width() - self._name_width - self._words_width
        for number, group in enumerate(self._groups):
            top = number * self._row
            bars = top + (self._row - len(self._fills) * (BAR + 1)) / 2
            painter.setFont(font(Type.CAPTION))
            painter.setPen(QColor(tokens().text))
            name = painter.fontMetrics().elidedText(
                group.name, Qt.TextElideMode.ElideRight, self._name_width - 6
            )
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, self._name_width, self._row), left, name)
            for step, (part, fill) in enumerate(zip(group.parts, self._fills, strict=False)):
                if part is not None:
                    wide = max(2.0, room * part / self._longest) if part else 0.0
                    paint_fill(painter, QRectF(self._name_width, bars + step * (BAR + 1), wide, BAR), fill)
            painter.setPen(QColor(tokens().muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, self.width(), self._row), right, group.words)
        painter.end()

    @property
    def _row(self) -> int:
        words = QFontMetrics(font(Type.CAPTION)).height() + 4
        return max(len(self._fills) * (BAR + 1) + GAP, words)


@dataclass(frozen=True)
class Part:
    """A part of a bar: words for the legend, its number, its fill."""

    words: str
    number: float
    fill: Fill


class StackedBar(QWidget):
    """One bar in parts, with a legend that repeats the patterns; parts of zero are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: tuple[Part, ...] = ()
        self._legend = Legend()
        self._legend.setParent(self)
        self._legend.move(0, 18)

    def put(self, parts: Sequence[Part]) -> None:
        """Show `parts` from left to right; their words hold their number ("5 neemt over")."""
        self._parts = tuple(part for part in parts if part.number > 0)
        self._legend.put([LegendKey(part.words, part.fill) for part in self._parts])
        self._legend.adjustSize()
        self.setAccessibleName(", ".join(part.words for part in self._parts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(320, self._legend.sizeHint().width()), 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(part.number for part in self._parts) or 1.0
        room = self.width() - 2 * max(len(self._parts) - 1, 0)
        left = 0.0
        for part in self._parts:
            wide = room * part.number / total
            paint_fill(painter, QRectF(left, 0, wide, 13), part.fill)
            left += wide + 2
        painter.end()


def paint_meter(painter: QPainter, at: QRectF, share: float, need: float | None = None) -> None:
    """A bar filled for `share` (0..1) in the frame `at`; `need` puts a dash where it should reach."""
    paint_fill(painter, at, Fill.EMPTY)
    inner = at.adjusted(1, 1, -1, -1)
    painter.fillRect(
        QRectF(inner.left(), inner.top(), inner.width() * share, inner.height()), QColor(tokens().c1)
    )
    if need is not None:
        place = inner.left() + inner.width() * min(need, 1.0)
        painter.fillRect(QRectF(place - 1, at.top() - 2, 2, at.height() + 4), QColor(tokens().text))
