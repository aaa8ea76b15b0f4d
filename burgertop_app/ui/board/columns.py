"""The board: a column per stage, items as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.board.stage_column import StageColumn
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.ui.board.shown import Shown

NARROWEST, WIDEST = 200, 340


class BoardColumns(QScrollArea):
    """Shows items per stage and says what the organiser wants with them; it changes nothing itself."""

    opened = Signal(object)
    """A `BoardLine` to look at."""
    acted = Signal(str, object)
    """"remove", "choose", "back", "on", "up" or "down", and the `BoardLine`."""
    move_wanted = Signal(object, str, int)
    """Id of an item, the stage, the place in that column."""
    menu_wanted = Signal(object, object)
    """A `BoardLine` and the place on screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Board with a column per stage"))
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self._row.addStretch(1)
        self.setWidget(inside)
        self._key: tuple[object, ...] = ()
        self.columns: list[StageColumn] = []

    @property
    def current(self) -> BoardLine | None:
        """The chosen item."""
        return next((column.current for column in self.columns if column.current is not None), None)

    def put(self, shown: Shown) -> None:
        """Show the items of one kind."""
        names = tuple((stage.code, shown.say(stage.name)) for stage in shown.kind.stages)
        if self._key != (shown.kind.code, names):
            self._key = (shown.kind.code, names)
            for column in self.columns:
                self._row.removeWidget(column)
                column.hide()
                column.deleteLater()
            self.columns = [self._made(code, name) for code, name in names]
            for place, column in enumerate(self.columns):
                self._row.insertWidget(place, column)
            self._fit()
        for column in self.columns:
            column.put(shown)

    def select(self, item_id: object) -> bool:
        """Choose an item and bring it in view; False when it is not on the board."""
        for column in self.columns:
            if column.select(item_id):
                self._only(column)
                self.ensureWidgetVisible(column, Space.M, 0)
                return True
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _made(self, stage: str, title: str) -> StageColumn:
        column = StageColumn(stage, title)
        column.view.doubleClicked.connect(lambda: self._act(column, "open"))
        column.view.acted.connect(lambda act: self._act(column, act))
        column.view.aside.connect(lambda step: self._aside(column, step))
        column.view.dropped.connect(lambda item_id, place: self.move_wanted.emit(item_id, stage, place))
        column.view.clicked.connect(lambda: self._only(column))
        column.view.customContextMenuRequested.connect(lambda at: self._on_menu(column, at))
        return column

    def _fit(self) -> None:
        count = len(self.columns)
        if count:
            room = (self.viewport().width() - (count - 1) * Space.M) // count
            for column in self.columns:
                column.setFixedWidth(min(max(room, NARROWEST), WIDEST))

    def _only(self, column: StageColumn) -> None:
        for other in self.columns:
            if other is not column:
                other.let_go()

    def _act(self, column: StageColumn, act: str) -> None:
        line = column.current
        if line is None:
            return
        self._only(column)
        if act == "open":
            self.opened.emit(line)
        else:
            self.acted.emit(act, line)

    def _aside(self, column: StageColumn, step: int) -> None:
        at = self.columns.index(column)
        place = max(column.view.currentIndex().row(), 0)
        later = self.columns[at + 1 :] if step > 0 else self.columns[:at][::-1]
        target = next((other for other in later if other.model.lines), None)
        if target is not None:
            index = target.model.index(min(place, len(target.model.lines) - 1))
            self._only(target)
            target.view.setFocus()
            target.view.setCurrentIndex(index)
            self.ensureWidgetVisible(target, Space.M, 0)

    def _on_menu(self, column: StageColumn, at: QPoint) -> None:
        index = column.view.indexAt(at)
        if index.isValid():
            column.view.setCurrentIndex(index)
            self._only(column)
            line = column.model.lines[index.row()]
            self.menu_wanted.emit(line, column.view.viewport().mapToGlobal(at))
