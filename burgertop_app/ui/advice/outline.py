"""The outline at the left: the parts of the advice with a mark for done or open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.advice.parts import Part
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

PART = Qt.ItemDataRole.UserRole
HIGH, INDENT, MARK = 28, 18, 15
Index = QModelIndex | QPersistentModelIndex


class Outline(QListWidget):
    """Parts to choose from; the arrow keys walk through them."""

    wanted = Signal(object)
    """The `Part` that the organiser chose."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Contents"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_PartDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("role", "scrolled")
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListWidget { background: transparent; border: none; outline: none; }")
        self.currentItemChanged.connect(self._on_current)

    @property
    def part(self) -> Part | None:
        """The part that is chosen."""
        found = self.currentIndex().data(PART)
        return found if isinstance(found, Part) else None

    def put(self, parts: Sequence[Part], chosen: Part) -> None:
        """Show `parts` with `chosen` marked; tells nobody."""
        with QSignalBlocker(self):
            if self.count() != len(parts):
                self.clear()
                for part in parts:
                    self.addItem(QListWidgetItem(part.words))
            for place, part in enumerate(parts):
                item = self.item(place)
                item.setData(PART, part)
                item.setText(part.words)
                item.setToolTip(part.words if part.inner else "")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(part))
                if (part.key, part.id) == (chosen.key, chosen.id):
                    self.setCurrentRow(place)
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HIGH * max(self.count(), 4) + 4)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(PART))


def _spoken(part: Part) -> str:
    if part.done is None:
        return part.words
    said = _("{part}, done") if part.done else _("{part}, still open")
    return said.format(part=part.words)


class _PartDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part: Part = index.data(PART)
        look = tokens()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.soft))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 4, 4)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        left = box.left() + 10 + (INDENT if part.inner else 0)
        right = box.right() - 10 - MARK
        if part.done is not None:
            name, tint = ("check", look.ok) if part.done else ("circle-dashed", look.warn)
            top = box.top() + (box.height() - MARK) // 2
            draw_icon(painter, name, tint, QRect(right, top, MARK, MARK))
        painter.setFont(font(Type.SMALL, bold=chosen))
        painter.setPen(QColor(look.accent if chosen else look.text))
        room = QRect(left, box.top(), right - left - 6, box.height())
        words = painter.fontMetrics().elidedText(part.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
