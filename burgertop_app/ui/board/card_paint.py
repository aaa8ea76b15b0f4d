"""Paints an item on a board: its title, what its fields say, and what strikes the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from burgertop_app.i18n import ngettext, number
from burgertop_app.ui.kit.chips import chip_size, paint_chip
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.ui.board.shown import Shown

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
SIDE, BETWEEN, PAD_X, PAD_Y = 8, 8, 11, 9
GAP, FOOT, ICON = 5, 18, 14
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
SUMMARY_LINES = 3


class ItemDelegate(QStyledItemDelegate):
    """Draws a `BoardLine` as a card of the height that its words need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.shown: Shown | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = cast("BoardLine", index.data(LINE))
        width = self._view.viewport().width()
        title, summary, rows, foot = self._heights(line, width - 2 * SIDE - 2 * PAD_X)
        parts = [part for part in (title, summary, rows, foot) if part]
        return QSize(width, 2 * PAD_Y + sum(parts) + GAP * (len(parts) - 1) + BETWEEN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.shown is None:
            return
        line = cast("BoardLine", index.data(LINE))
        box = option.rect.adjusted(SIDE, 0, -SIDE, -BETWEEN)
        painter.save()
        _sheet(
            painter,
            box,
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            current=self._view.hasFocus() and self._view.currentIndex() == index,
        )
        inner = box.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        title, summary, rows, foot = self._heights(line, inner.width())
        top = inner.top()
        painter.setFont(font(Type.SMALL, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(QRect(inner.left(), top, inner.width(), title), WRAPPED, line.item.title)
        top += title + GAP
        if summary:
            painter.setFont(font(Type.CAPTION))
            painter.setPen(colour("muted"))
            room = QRect(inner.left(), top, inner.width(), summary)
            painter.drawText(room, WRAPPED, self.shown.summary(line.item))
            top += summary + GAP
        if rows:
            self._chips(painter, line, QRect(inner.left(), top, inner.width(), rows))
            top += rows + GAP
        if foot:
            _notes(painter, QRect(inner.left(), top, inner.width(), foot), len(line.notes))
        painter.restore()

    def _heights(self, line: BoardLine, width: int) -> tuple[int, int, int, int]:
        """Pixels for the title, the summary, the chips and the foot."""
        if self.shown is None:
            return 0, 0, 0, 0
        title = _high(QFontMetrics(font(Type.SMALL, bold=True)), line.item.title, width)
        small = QFontMetrics(font(Type.CAPTION))
        said = self.shown.summary(line.item)
        summary = min(_high(small, said, width), SUMMARY_LINES * small.lineSpacing()) if said else 0
        rows = len(self._rows(line, width))
        return title, summary, rows * (Space.CHIP + 4) - 4 if rows else 0, FOOT if line.notes else 0

    def _rows(self, line: BoardLine, width: int) -> list[list[int]]:
        """Places of the chips, wrapped in rows."""
        rows: list[list[int]] = []
        left = width
        for place, chip in enumerate(self.shown.chips(line) if self.shown else ()):
            wide = chip_size(chip).width()
            if not rows or left < wide:
                rows.append([])
                left = width
            rows[-1].append(place)
            left -= wide + 6
        return rows

    def _chips(self, painter: QPainter, line: BoardLine, at: QRect) -> None:
        chips = self.shown.chips(line) if self.shown else ()
        for down, row in enumerate(self._rows(line, at.width())):
            left = at.left()
            for place in row:
                top = at.top() + down * (Space.CHIP + 4)
                paint_chip(painter, QRect(left, top, at.right() - left + 1, Space.CHIP), chips[place])
                left += chip_size(chips[place]).width() + 6


def _high(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 100_000), int(WRAPPED), text).height()


def _notes(painter: QPainter, at: QRect, count: int) -> None:
    draw_icon(painter, "message-square", "muted", QRect(at.topLeft() + QPoint(0, 2), QSize(ICON, ICON)))
    painter.setFont(font(Type.CAPTION))
    painter.setPen(colour("muted"))
    said = ngettext("{count} note", "{count} notes", count).format(count=number(count))
    painter.drawText(at.adjusted(ICON + 5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, said)


def _sheet(painter: QPainter, box: QRect, *, selected: bool, current: bool) -> None:
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent" if selected else "ctl" if current else "line"), 2 if selected else 1))
    inset = 1.0 if selected else 0.5
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), 5, 5)
