"""Chips: an icon and a word in the colour of a state, as a widget and inside a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import STATE_ICONS, Space, State, Type, state_colours

ICON = 14
PAD = 6


@dataclass(frozen=True)
class Chip:
    """What a chip says; without `icon` the state's own icon is used, "-" means none."""

    words: str
    state: State = State.NEUTRAL
    icon: str = ""

    @property
    def picture(self) -> str:
        """The name of the icon, or "" for none."""
        return "" if self.icon == "-" else self.icon or STATE_ICONS[self.state]


def chip_size(chip: Chip) -> QSize:
    """Pixels that the chip needs."""
    words = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(chip.words)
    return QSize(words + 2 * PAD + (ICON + 5 if chip.picture else 0), Space.CHIP)


def paint_chip(painter: QPainter, at: QRect, chip: Chip) -> None:
    """Paint `chip` left and vertically centred in `at`; words that do not fit get an ellipsis."""
    wanted = chip_size(chip)
    width = min(wanted.width(), at.width())
    top = at.top() + (at.height() - Space.CHIP) // 2
    box = QRect(at.left(), top, width, Space.CHIP)
    ink, fill, edge = state_colours(tokens(), chip.state)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    left = box.left() + PAD
    if chip.picture:
        corner = QPoint(left, top + (Space.CHIP - ICON) // 2)
        draw_icon(painter, chip.picture, ink, QRect(corner, QSize(ICON, ICON)))
        left += ICON + 5
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(ink))
    room = box.right() - PAD - left + 2
    words = painter.fontMetrics().elidedText(chip.words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(left, top, room + 2, Space.CHIP), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


class ChipLabel(QWidget):
    """A chip among other widgets."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chip = chip
        self.put(chip)

    @property
    def chip(self) -> Chip:
        """What it says now."""
        return self._chip

    def put(self, chip: Chip) -> None:
        """Say something else."""
        self._chip = chip
        self.setAccessibleName(chip.words)
        self.setToolTip(chip.words if chip_size(chip).width() > self.maximumWidth() else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._chip)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._chip)
        painter.end()
