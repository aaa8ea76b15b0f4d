"""A list from which things are dragged to one beside it, and the frame that shows where they would fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent

Index = QModelIndex | QPersistentModelIndex

NOTHING = QModelIndex()
CORNER = 8


class DragModel(QAbstractListModel):
    """A flat list of things that can be chosen and carried off as `carried`."""

    def __init__(self, carried: str) -> None:
        super().__init__()
        self._carried_as = carried

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    @override
    def mimeTypes(self) -> list[str]:
        return [self._carried_as]

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class DropList(QListView):
    """A list that takes what is carried as `carried`, and says `empty` when nothing is in it."""

    hovering = Signal(bool)
    fell = Signal(str, int)
    """What was carried, and at how many pixels from the top it was dropped."""

    def __init__(self, carried: str, empty: str) -> None:
        super().__init__()
        self._carried_as, self._empty = carried, empty
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

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)
        self.hovering.emit(event.isAccepted())

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovering.emit(False)  # noqa: FBT003 - Qt's own signature
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hovering.emit(False)  # noqa: FBT003 - Qt's own signature
        carried = bytes(event.mimeData().data(self._carried_as).data()).decode()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.fell.emit(carried, round(event.position().y()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(font(Type.CAPTION))
            painter.setPen(colour("muted"))
            room = self.viewport().rect().adjusted(Space.M, Space.S, -Space.M, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty)
            painter.end()

    def _take(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(self._carried_as):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()


class DropFrame(QFrame):
    """The frame of such a list; it is outlined while something is held over the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self._target = False

    def watch(self, view: DropList) -> None:
        """Be outlined while something is held over `view`."""
        view.hovering.connect(self._on_hover)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
            painter.end()

    def _on_hover(self, over: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._target = over
        self.update()
