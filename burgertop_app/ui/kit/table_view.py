"""The view inside a table: header with a menu to choose columns, hover, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView
from typing_extensions import override

from burgertop_app.ui.kit.column_room import ColumnRoom
from burgertop_app.ui.kit.table_paint import RecordDelegate, high_for
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from burgertop_app.ui.kit.columns import Column
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.records import RecordModel
    from burgertop_app.ui.kit.tokens import Tokens

NARROWEST = 40


class TableView(QTableView):
    """A QTableView dressed for a `RecordModel`."""

    enter_pressed = Signal()
    look: Tokens | None = None
    """Colours of its own, None for those of the program."""

    def __init__(self, model: RecordModel[Any], name: str, row_height: int) -> None:
        super().__init__()
        self._records = model
        self._room = ColumnRoom(self, model.columns)
        self.typing: QLineEdit | None = None
        self._delegate = RecordDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.CurrentChanged
            if any(column.edit for column in model.columns)
            else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        self._row_height = row_height
        self._dress_header()
        if any(column.wrap for column in model.columns):
            for signal in (model.modelReset, model.layoutChanged, model.dataChanged):
                signal.connect(self.grow_rows)
            self.horizontalHeader().sectionResized.connect(self.grow_rows)
        self.viewport().installEventFilter(self)

    def visible_columns(self) -> list[Column[Any]]:
        """The columns that are on, from left to right, also those that give way in a small window."""
        header = self.horizontalHeader()
        places = sorted(range(header.count()), key=header.visualIndex)
        return [self._records.columns[place] for place in places if self._room.chosen(place)]

    def leave_out(self, keys: Collection[str], *, out: bool) -> None:
        """Hide the columns with these keys while a panel shows the same, or bring them back."""
        for place, column in enumerate(self._records.columns):
            if column.key in keys:
                self.horizontalHeader().setSectionHidden(place, out)

    def span_headings(self) -> None:
        """Let group headings run across all columns."""
        if self._records.heading is None:
            return
        self.clearSpans()
        for place in range(self._records.rowCount()):
            if self._records.heading(self._records.row_at(place)) is not None:
                self.setSpan(place, 0, 1, self._records.columnCount())

    def grow_rows(self) -> None:
        """Make each row as high as the words that go on on the next line need."""
        wrapped = [
            (self.columnWidth(place), column)
            for place, column in enumerate(self._records.columns)
            if column.wrap and not self.isColumnHidden(place)
        ]
        for place, row in enumerate(self._records.shown):
            needed = max((high_for(column, row, wide) for wide, column in wrapped), default=0)
            self.setRowHeight(place, max(needed, self._row_height))

    def arrangement(self) -> Kept:
        """Per column: width, place, hidden; and the sorting."""
        header = self.horizontalHeader()
        columns = {
            column.key: [
                self._room.width(at),
                header.visualIndex(at),
                not self._room.chosen(at),
            ]
            for at, column in enumerate(self._records.columns)
        }
        order = self._records.sorted_by
        kept_order: Kept = [self._records.columns[order[0]].key, order[1]] if order else None
        return {"columns": columns, "order": kept_order}

    def arrange(self, state: Kept) -> None:
        """Take the state back; columns that no longer exist are ignored."""
        if not isinstance(state, dict):
            return
        places = {column.key: at for at, column in enumerate(self._records.columns)}
        columns = state.get("columns")
        if isinstance(columns, dict) and columns.keys() == places.keys():
            for key, kept in columns.items():
                self._restore_column(places[key], kept)
        order = state.get("order")
        if isinstance(order, list) and order[0] in places:
            down = Qt.SortOrder.DescendingOrder if order[1] else Qt.SortOrder.AscendingOrder
            self._records.sort(places[str(order[0])], down)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with theme().wearing(self.look or theme().tokens):
            super().paintEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._hover(self.rowAt(event.position().toPoint().y()))  # type: ignore[attr-defined]
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        editing = bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not editing:
            self.enter_pressed.emit()
        elif self.typing is not None and plain and event.text().strip() and not editing:
            self.typing.setFocus()
            self.typing.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        # With the table's own selection the header asks every row whether its column is chosen.
        header.setSelectionModel(QItemSelectionModel(self._records, header))
        header.setFixedHeight(Space.HEADER)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(NARROWEST)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionClicked.connect(self._on_header)
        self._room.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.share()

    def _on_header(self, at: int) -> None:
        now = self._records.sorted_by
        down = now is not None and now[0] == at and not now[1]
        self._records.sort(at, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def _on_header_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        header = self.horizontalHeader()
        for place, column in enumerate(self._records.columns):
            action = menu.addAction(column.title or column.key)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(place))
            action.setEnabled(header.isSectionHidden(place) or len(self.visible_columns()) > 1)
            action.toggled.connect(lambda on, place=place: self._room.choose(place, on=on))
        menu.popup(header.mapToGlobal(at))

    def _restore_column(self, at: int, kept: Kept) -> None:
        if not isinstance(kept, list) or len(kept) != 3:
            return
        header = self.horizontalHeader()
        width, place, hidden = kept
        self._room.put_back(at)
        if not self._records.columns[at].stretch and isinstance(width, int):
            header.resizeSection(at, max(width, NARROWEST))
        if isinstance(place, int):
            header.moveSection(header.visualIndex(at), place)
        header.setSectionHidden(at, bool(hidden))

    def _hover(self, row: int) -> None:
        if row == self._delegate.hovered:
            return
        before, self._delegate.hovered = self._delegate.hovered, row
        for place in (before, row):
            if place >= 0:
                index = self.model().index(place, 0, QModelIndex())
                rect = self.visualRect(index)
                self.viewport().update(0, rect.top(), self.viewport().width(), rect.height())
