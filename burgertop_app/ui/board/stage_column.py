"""One stage of a board: a column of items that can be dragged, or moved from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout
from typing_extensions import override

from burgertop_app.i18n import _, number
from burgertop_app.ui.board.card_paint import LINE, ItemDelegate
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.ui.board.shown import Shown

Index = QModelIndex | QPersistentModelIndex

CARRIED = "application/x-burgertop-item"
NOTHING = QModelIndex()
ACTS = {
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): "choose",
    (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier): "back",
    (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier): "on",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier): "down",
}


class ItemModel(QAbstractListModel):
    """The items of one column."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[BoardLine, ...] = ()
        self.shown: Shown | None = None

    def put(self, lines: tuple[BoardLine, ...], shown: Shown) -> None:
        """Show other items."""
        self.beginResetModel()
        self.lines, self.shown = lines, shown
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.item.title
        if role == Qt.ItemDataRole.AccessibleTextRole and self.shown is not None:
            chips = [chip.words for chip in self.shown.chips(line)]
            return ", ".join(filter(None, (line.item.title, self.shown.summary(line.item), *chips)))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    @override
    def mimeTypes(self) -> list[str]:
        return [CARRIED]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        carried = [str(self.lines[index.row()].item.id) for index in indexes[:1]]
        made.setData(CARRIED, QByteArray("".join(carried).encode()))
        return made

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class ItemList(QListView):
    """The items of a column; see `ACTS` for its keys, arrows left and right go to the next column."""

    aside = Signal(int)
    acted = Signal(str)
    dropped = Signal(object, int)
    hovering = Signal(bool)

    def __init__(self, model: ItemModel) -> None:
        super().__init__()
        self.painter_of_items = ItemDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.painter_of_items)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet(
            "QListView { background: transparent; border: 0; } QListView::item { padding: 0; }"
        )

    def place_at(self, height: int) -> int:
        """The place in the column at which something dropped at `height` (pixels) comes."""
        middles = [self.visualRect(self.model().index(row, 0)) for row in range(self.model().rowCount())]
        return sum(box.center().y() < height for box in middles)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = ACTS.get((Qt.Key(event.key()), plain))
        if act is not None:
            self.acted.emit(act)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.aside.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take(event)
        self.hovering.emit(event.isAccepted())

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovering.emit(False)  # noqa: FBT003 - Qt's own signature
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hovering.emit(False)  # noqa: FBT003 - Qt's own signature
        carried = bytes(event.mimeData().data(CARRIED).data()).decode()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(UUID(carried), self.place_at(round(event.position().y())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(font(Type.CAPTION))
            painter.setPen(colour("muted"))
            room = self.viewport().rect().adjusted(Space.M, Space.S, -Space.M, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, _("Nothing here. Drag something to this column."))
            painter.end()


class StageColumn(QFrame):
    """A stage with its name, how many items are in it, and the items."""

    def __init__(self, stage: str, title: str) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self.stage = stage
        self._target = False
        self.model = ItemModel()
        self.view = ItemList(self.model)
        self._title = words(title, "strong")
        self._title.setToolTip(title)
        self._title.setMinimumWidth(20)
        self._count = words("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, Space.XS, 0, Space.XS)
        box.setSpacing(Space.XS)
        head = holder(row(self._title, None, self._count, margins=(Space.M - 1, 0, Space.M, 0)))
        head.setFixedHeight(34)
        box.addWidget(head)
        box.addWidget(self.view, 1)
        self.view.hovering.connect(self._on_hover)

    def put(self, shown: Shown) -> None:
        """Show the items of this stage; scroll and choice stay."""
        lines, chosen = shown.column(self.stage), self.current
        self._count.setText(number(len(lines)))
        said = _("{stage}: {count}").format(stage=self._title.text(), count=number(len(lines)))
        self.view.setAccessibleName(said)
        scroll = self.view.verticalScrollBar().value()
        self.view.painter_of_items.shown = shown
        self.model.put(lines, shown)
        if chosen is not None:
            self.select(chosen.item.id)
        self.view.verticalScrollBar().setValue(scroll)

    @property
    def current(self) -> BoardLine | None:
        """The chosen item, if it is in this column."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def select(self, item_id: object) -> bool:
        """Choose an item; False when it is not in this column."""
        for place, line in enumerate(self.model.lines):
            if line.item.id == item_id:
                self.view.setCurrentIndex(self.model.index(place))
                return True
        return False

    def let_go(self) -> None:
        """Choose nothing in this column."""
        self.view.clearSelection()
        self.view.setCurrentIndex(NOTHING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def _on_hover(self, over: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._target = over
        self.update()


def _take(event: QDragMoveEvent) -> None:
    if event.mimeData().hasFormat(CARRIED):
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
    else:
        event.ignore()
