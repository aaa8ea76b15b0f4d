"""Paints the cells of a table: words, chips, icons, fields, and a line between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from burgertop_app.ui.kit.chips import paint_chip
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.records import ALIGNMENT, Index, RecordModel
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex

    from burgertop_app.ui.kit.columns import Column

PAD = 10
ICON = 18


class RecordDelegate(QStyledItemDelegate):
    """Draws the cells of a `RecordModel` and offers editors for fields."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast("RecordModel[Any]", index.model())
        row, column = model.row_at(index.row()), model.columns[index.column()]
        heading = model.heading(row) if model.heading is not None else None
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        _ground(painter, rect, selected=selected, hovered=index.row() == self.hovered or heading is not None)
        if heading is not None:
            _heading(painter, rect, heading)
        elif column.editable(row):
            self._field(painter, rect, column, row, focused=self._focused(index))
        else:
            _cell(painter, rect, column, row, selected=selected)
        if selected and self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            _current(painter, rect, first=self._first(index))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        column = cast("RecordModel[Any]", index.model()).columns[index.column()]
        return QSize(column.width, self._view.sizeHintForRow(0) if index.row() < 0 else 30)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = cast("RecordModel[Any]", index.model())
        column, row = model.columns[index.column()], model.row_at(index.row())
        if column.choices is None:
            line = QLineEdit(parent)
            line.setAlignment(ALIGNMENT[column.align] | Qt.AlignmentFlag.AlignVCenter)
            return line
        combo = QComboBox(parent)
        combo.addItems([*column.choices(row)])
        combo.activated.connect(lambda: self._take(combo))
        return combo

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(words)
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        words = editor.currentText() if isinstance(editor, QComboBox) else cast("QLineEdit", editor).text()
        model.setData(cast("QModelIndex", index), words)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(_field_box(option.rect))
        editor.setStyleSheet("min-height: 0px; padding: 0 6px;")

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or index.data() or "")
        room = view.visualRect(cast("QModelIndex", index)).width() - 2 * PAD
        more = index.data(Qt.ItemDataRole.ToolTipRole) is not None
        if cast("RecordModel[Any]", index.model()).columns[index.column()].wrap and not more:
            return False
        if event.type() != QEvent.Type.ToolTip or not words:
            return False
        if more or QFontMetrics(font(Type.SMALL)).horizontalAdvance(words) > room:
            QToolTip.showText(event.globalPos(), f"<p>{_plain(words)}</p>", view)
        else:
            QToolTip.hideText()
        return True

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _focused(self, index: Index) -> bool:
        return self._view.hasFocus() and self._view.currentIndex() == index

    def _first(self, index: Index) -> bool:
        return self._view.visualRect(cast("QModelIndex", index)).left() <= 0

    def _field(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: object, *, focused: bool
    ) -> None:
        box = _field_box(rect)
        pen = QPen(colour("accent"), 2) if focused else QPen(colour("ctl"), 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        inner = box.adjusted(8, 0, -8, 0)
        if column.choices is not None:
            inner.setRight(inner.right() - 20)
            corner = QPoint(box.right() - 24, box.center().y() - 7)
            draw_icon(painter, "chevron-down", "text", QRect(corner, QSize(16, 16)))
        _words(painter, inner, column, row, bold=False)


def _field_box(rect: QRect) -> QRect:
    high = min(rect.height() - 6, 28)
    top = rect.top() + (rect.height() - high) // 2
    return QRect(rect.left() + 6, top, rect.width() - 12, high)


def _ground(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
    ground = "soft" if selected else "bg" if hovered else "surface"
    painter.fillRect(rect, colour(ground))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))


def _current(painter: QPainter, rect: QRect, *, first: bool) -> None:
    if first:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), colour("accent"))


def _heading(painter: QPainter, rect: QRect, heading: str) -> None:
    strong, _tab, note = heading.partition("\t")
    painter.setFont(font(Type.SMALL, bold=True))
    painter.setPen(colour("text"))
    inner = rect.adjusted(PAD, 0, -PAD, -1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, strong)
    if note:
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(strong) + 12)
        painter.setFont(font(Type.SMALL))
        painter.setPen(colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, note)


def _cell(painter: QPainter, rect: QRect, column: Column[Any], row: object, *, selected: bool) -> None:
    inner = rect.adjusted(PAD, 0, -PAD, -1)
    chip = column.chip(row) if column.chip is not None else None
    if column.paint is not None:
        column.paint(painter, inner, row)
    elif chip is not None:
        paint_chip(painter, inner, chip)
    elif column.icons is not None:
        for number, (name, _said) in enumerate(column.icons(row)):
            corner = QPoint(inner.left() + number * (ICON + 4), inner.center().y() - ICON // 2 + 1)
            draw_icon(painter, name, "text", QRect(corner, QSize(ICON, ICON)))
    else:
        _words(painter, inner, column, row, bold=column.bold or (selected and column.stretch))


def _words(painter: QPainter, rect: QRect, column: Column[Any], row: object, *, bold: bool) -> None:
    painter.setPen(QColor(colour("muted" if column.muted else "text")))
    painter.setFont(font(Type.SMALL, bold=bold, mono=column.mono))
    second = column.second(row) if column.second is not None else ""
    side = ALIGNMENT[column.align]
    if column.wrap:
        painter.drawText(rect, wrapping(column), column.words(row))
        return
    if not second:
        _line(painter, rect, side | Qt.AlignmentFlag.AlignVCenter, column.words(row))
        return
    middle = rect.center().y()
    _line(painter, QRect(rect.left(), middle - 18, rect.width(), 19), side, column.words(row))
    painter.setFont(font(Type.CAPTION))
    painter.setPen(colour("muted"))
    _line(painter, QRect(rect.left(), middle + 2, rect.width(), 17), side, second)


def wrapping(column: Column[Any]) -> int:
    """How words that go on on the next line stand in their cell."""
    side = ALIGNMENT[column.align] | Qt.AlignmentFlag.AlignVCenter
    return int(side.value) | int(Qt.TextFlag.TextWordWrap.value)


def high_for(column: Column[Any], row: object, width: int) -> int:
    """Pixels that the words of a cell need in a column of this width."""
    measure = QFontMetrics(font(Type.SMALL, bold=True))
    room = QRect(0, 0, max(width - 2 * PAD, 1), 10_000)
    return measure.boundingRect(room, wrapping(column), column.words(row)).height() + PAD


def _line(painter: QPainter, rect: QRect, flags: Qt.AlignmentFlag, words: str) -> None:
    short = words.replace("\n", " ")
    elided = painter.fontMetrics().elidedText(short, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, elided)


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
