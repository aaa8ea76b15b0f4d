"""The model behind a table: rows sorted and filtered in one go, fluid at 50 000 rows.

Search words are made in idle moments and sort keys at the first sort of a column; no Python runs per
comparison. What is shown is a list of row numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from typing_extensions import override

from burgertop_app.ui.kit.columns import EMPTY, Align, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from burgertop_app.ui.kit.facets import Facets

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
NOTHING = QModelIndex()
SPOKEN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole}
PICKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
EDITABLE = PICKABLE | Qt.ItemFlag.ItemIsEditable
IDLE_CELLS = 4000
"""So many cells are put into words in one idle moment."""

ALIGNMENT = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


class RecordModel(QAbstractTableModel, Generic[T]):
    """Rows of `T` shown through columns.

    Args:
        columns: what is shown.
        key: gives the id of a row, so that selection and scroll survive a reload.
        heading: words for a row that is a heading of a group, None for an ordinary row.

    Attributes:
        searches: whether words are made for `filter`; a page that searches by itself says no.
    """

    shown_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        heading: Callable[[T], str | None] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.key = key
        self.heading = heading
        self._rows: Sequence[T] = ()
        self._shown: list[int] = []
        self._text = ""
        self._facets: Facets[T] | None = None
        self._sorted_by: tuple[int, bool] | None = None
        self._words: list[str] = []
        self.searches = True
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._prepare)
        self._orders: dict[tuple[int, bool], list[int]] = {}

    def put(self, rows: Sequence[T]) -> None:
        """Show other rows, with the same order and filter; who looks before the reset sees the old rows."""
        self.beginResetModel()
        self._rows = rows
        self._words = []
        self._orders = {}
        if self.searches:
            self._idle.start(0)
        if self._facets is not None:
            self._facets.put(rows)
        self._shown = self._found()
        self.endResetModel()
        self.shown_changed.emit()

    def amend(self, row: T) -> None:
        """Show `row` in place of the one with its key; order and an open editor elsewhere stay."""
        wanted = self.key(row)
        rows = [row if self.key(each) == wanted else each for each in self._rows]
        self._rows, self._words, self._orders = rows, [], {}
        self._idle.start(0)
        place = self.place_of(wanted)
        if place >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def filter(self, text: str) -> None:
        """Show rows that hold every word of `text`, in any column, whatever the case."""
        self._text = text
        self._arrange()

    def use_facets(self, facets: Facets[T]) -> None:
        """Let tick boxes narrow the rows as well."""
        self._facets = facets
        facets.put(self._rows)
        facets.changed.connect(self._arrange)

    @property
    def rows(self) -> Sequence[T]:
        """All rows, in the order in which they were put."""
        return self._rows

    @property
    def shown(self) -> list[T]:
        """The rows on screen, in order."""
        return [self._rows[number] for number in self._shown]

    @property
    def filtered(self) -> bool:
        """Whether a search or facet hides something or might."""
        return bool(self._text.strip()) or (self._facets is not None and self._facets.narrowed)

    @property
    def ready(self) -> bool:
        """Whether the search words are made, so that a search answers at once."""
        return len(self._words) >= len(self._rows)

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """Column and whether descending."""
        return self._sorted_by

    def row_at(self, place: int) -> T:
        """The row at `place` on screen."""
        return self._rows[self._shown[place]]

    def place_of(self, key: Hashable) -> int:
        """Where the row with `key` stands on screen, -1 when it is not shown."""
        rows, identify = self._rows, self.key
        return next((place for place, number in enumerate(self._shown) if identify(rows[number]) == key), -1)

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        return {
            Qt.ItemDataRole.DisplayRole: column.title + self._arrow(section),
            Qt.ItemDataRole.TextAlignmentRole: ALIGNMENT[column.align] | Qt.AlignmentFlag.AlignVCenter,
            Qt.ItemDataRole.ToolTipRole: column.title,
        }.get(Qt.ItemDataRole(role))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        found: object = None
        if role in SPOKEN:
            found = column.words(row)
        elif role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            found = column.tooltip(row)
        elif role == ROW:
            found = row
        return found

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit = self.columns[index.column()].edit
        if edit is None or role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        edit(self.row_at(index.row()), str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.heading is not None and self.heading(self.row_at(index.row())) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return EDITABLE if self.columns[index.column()].editable(self.row_at(index.row())) else PICKABLE

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        known = 0 <= column < len(self.columns) and self.heading is None
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if known else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = self._found()
        self.endResetModel()
        self.shown_changed.emit()

    def _found(self) -> list[int]:
        numbers = (
            list(range(len(self._rows))) if self._sorted_by is None else self._in_order(*self._sorted_by)
        )
        if self._facets is not None:
            numbers = self._facets.passing(numbers)
        wanted = self._text.casefold().split()
        texts = self._searchable() if wanted else []
        for word in wanted:
            numbers = [number for number in numbers if word in texts[number]]
        return numbers

    def _searchable(self) -> list[str]:
        while len(self._words) < len(self._rows):
            self._prepare()
        return self._words

    def _prepare(self) -> None:
        """Make search words for some more rows; runs while the window has nothing to do."""
        columns, ready = self.columns, len(self._words)
        for row in self._rows[ready : ready + max(IDLE_CELLS // len(columns), 1)]:
            self._words.append("\n".join([column.words(row) for column in columns]).casefold())
        if len(self._words) >= len(self._rows):
            self._idle.stop()

    def _in_order(self, at: int, descending: bool) -> list[int]:  # noqa: FBT001
        """All row numbers in the order of column `at`; made once until other rows are put."""
        if (at, descending) not in self._orders:
            order = self.columns[at].order
            keys: list[tuple[int, Any]] = [order(row) for row in self._rows]
            filled = [number for number, key in enumerate(keys) if key[0] < EMPTY]
            empty = [number for number, key in enumerate(keys) if key[0] == EMPTY]
            filled.sort(key=keys.__getitem__, reverse=descending)
            self._orders[at, descending] = filled + empty
        return self._orders[at, descending]

    def _arrow(self, section: int) -> str:
        if self._sorted_by is None or self._sorted_by[0] != section:
            return ""
        return " ▼" if self._sorted_by[1] else " ▲"
