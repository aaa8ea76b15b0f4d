"""One stage of a board: a column of items that can be dragged, or moved from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from burgertop_app.i18n import _, number
from burgertop_app.ui.board.card_paint import LINE, ItemDelegate
from burgertop_app.ui.kit.drop_list import NOTHING, DragModel, DropFrame, DropList, Index
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.ui.board.shown import Shown

CARRIED = "application/x-burgertop-item"
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


class ItemModel(DragModel):
    """The items of one column."""

    def __init__(self) -> None:
        super().__init__(CARRIED)
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
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        carried = [str(self.lines[index.row()].item.id) for index in indexes[:1]]
        made.setData(CARRIED, QByteArray("".join(carried).encode()))
        return made


class ItemList(DropList):
    """The items of a column; see `ACTS` for its keys, arrows left and right go to the next column."""

    aside = Signal(int)
    acted = Signal(str)
    dropped = Signal(object, int)

    def __init__(self, model: ItemModel) -> None:
        super().__init__(CARRIED, _("Nothing here. Drag something to this column."))
        self.painter_of_items = ItemDelegate(self)
        self.setModel(model)
        self.fell.connect(self._on_fell)
        self.setItemDelegate(self.painter_of_items)

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

    def _on_fell(self, carried: str, height: int) -> None:
        self.dropped.emit(UUID(carried), self.place_at(height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class StageColumn(DropFrame):
    """A stage with its name, how many items are in it, and the items."""

    def __init__(self, stage: str, title: str) -> None:
        super().__init__()
        self.stage = stage
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
        self.watch(self.view)

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
