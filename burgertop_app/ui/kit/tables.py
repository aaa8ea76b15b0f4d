"""Tables: sort, search, choose columns, copy, export, type to find, menu, several rows at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.records import RecordModel
from burgertop_app.ui.kit.table_view import TableView
from burgertop_app.ui.kit.theme import palette, sheet
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QPoint

    from burgertop_app.ui.kit.columns import Column
    from burgertop_app.ui.kit.facets import Facets
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.tokens import Tokens

T = TypeVar("T")

MOST_RUNS = 1000
"""A selection in more separate runs than this is let go when the order changes; Qt would take seconds."""

Entry = tuple[str, str, "Callable[[], object]"]
"""A line of a context menu: words, icon or "", what it does."""


@dataclass(frozen=True)
class Sheet:
    """What a table shows, in words: the headings and the rows on screen, or the chosen ones."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def as_text(self) -> str:
        """Tab-separated lines, as spreadsheets like to paste."""
        lines = [self.headings, *self.rows]
        return "\n".join(
            "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in lines
        )


@dataclass(frozen=True)
class TableLook(Generic[T]):
    r"""How a table looks.

    Attributes:
        row_height: 30 dense, 34 with fields, 40 roomy, 56 with a second line.
        foot: whether the number of rows stands below.
        heading: words for a row that is the heading of a group ("\t" starts a muted note), else None;
            such a table keeps the order in which its rows are put.
    """

    row_height: int = Space.ROW
    foot: bool = True
    heading: Callable[[T], str | None] | None = None


class RecordTable(QFrame, Generic[T]):
    """A card with a table of `T`, its foot, and "nothing found" when the search hides all.

    Args:
        name: accessible name, for example "People".
        columns: see `Column`.
        key: the id of a row.
        counted: words for a number of rows ("240 mensen").
        menu: entries of the context menu for the chosen rows.
        look: height of rows, foot, headings of groups.
    """

    chosen = Signal(object)
    """The current row, or None."""
    opened = Signal(object)
    """A row was double-clicked or got Enter."""
    picked = Signal(object)
    """The list of chosen rows."""
    export_wanted = Signal(object)
    """A `Sheet`: the organiser wants it in Excel."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        *,
        counted: Callable[[int], str] | None = None,
        menu: Callable[[list[T]], Sequence[Entry]] | None = None,
        look: TableLook[T] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        look = look or TableLook()
        self.model: RecordModel[T] = RecordModel(columns, key, look.heading)
        self.view = TableView(self.model, name, look.row_height)
        self._counted = counted or (lambda count: ngettext("{count} row", "{count} rows", count))
        self._menu = menu
        self._search: QLineEdit | None = None
        self._facets: Facets[T] | None = None
        self._kept: tuple[set[Hashable], Hashable | None, int] = (set(), None, 0)
        self._build(foot=look.foot)
        self._connect()

    def wear(self, look: Tokens) -> None:
        """Keep to these colours, whatever the program wears."""
        self.view.look = look
        self.setPalette(palette(look))
        self.setStyleSheet(sheet(look))

    def put(self, rows: Sequence[T]) -> None:
        """Show other rows; order, search, selection and scroll stay."""
        self.model.put(rows)

    @property
    def current(self) -> T | None:
        """The row with the cursor."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    @property
    def selected(self) -> list[T]:
        """The chosen rows, in the order of the screen."""
        return [self.model.row_at(place) for place in self._places()]

    def select(self, key: Hashable) -> bool:
        """Choose the row with `key` and scroll to it; False when it is not shown."""
        place = self.model.place_of(key)
        if place < 0:
            return False
        self.view.selectRow(place)
        self.view.scrollTo(self.model.index(place, 0))
        return True

    def search_field(self, placeholder: str = "") -> QLineEdit:
        """A field that searches this table; typing in the table goes to it as well."""
        field = QLineEdit()
        field.setPlaceholderText(placeholder or _("Search"))
        field.setAccessibleName(placeholder or _("Search"))
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.model.filter)
        self._search = field
        self.view.typing = field
        return field

    def use_facets(self, facets: Facets[T]) -> None:
        """Let tick boxes narrow the rows; put a `FacetPanel` beside the table."""
        self._facets = facets
        self.model.use_facets(facets)

    def clear_filter(self) -> None:
        """Show all rows."""
        if self._search is not None:
            self._search.clear()
        else:
            self.model.filter("")
        if self._facets is not None:
            self._facets.clear()

    def sheet(self, *, chosen_only: bool = False) -> Sheet:
        """What is shown, in words, with the visible columns in their order."""
        columns = self.view.visible_columns()
        rows = self.selected if chosen_only else self.model.shown
        return Sheet(
            tuple(column.title for column in columns),
            tuple(tuple(column.words(row) for column in columns) for row in rows),
        )

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, tab-separated with headings."""
        QGuiApplication.clipboard().setText(self.sheet(chosen_only=bool(self._places())).as_text)

    def state(self) -> Kept:
        """Widths, order, hidden columns, sorting and ticked boxes."""
        return {
            "columns": self.view.arrangement(),
            "facets": self._facets.state() if self._facets is not None else None,
        }

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if isinstance(state, dict):
            self.view.arrange(state.get("columns"))
            if self._facets is not None:
                self._facets.restore(state.get("facets"))

    def _build(self, *, foot: bool) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing())
        box.addWidget(body, 1)
        self._foot = QFrame()
        self._foot.setProperty("role", "table-foot")
        self._foot.setFixedHeight(28)
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(10, 0, 10, 0)
        self._left = words("", "caption")
        self._right = words("", "caption")
        line.addWidget(self._left)
        line.addStretch(1)
        line.addWidget(self._right)
        self._foot.setVisible(foot)
        box.addWidget(self._foot)

    def _nothing(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.addStretch(1)
        said = words(_("Nothing found"), "lead")
        box.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(small(_("Clear filter"), self.clear_filter, "x"), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return made

    def _connect(self) -> None:
        self.model.modelAboutToBeReset.connect(self._keep_place)
        self.model.modelReset.connect(self._restore_place)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.doubleClicked.connect(self._on_open)
        self.view.enter_pressed.connect(self._on_open)
        self.view.customContextMenuRequested.connect(self._on_menu)
        copy = QAction(_("Copy"), self.view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.view.addAction(copy)

    def _places(self) -> list[int]:
        chosen = self.view.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        return sorted({place for found in ranges for place in range(found.top(), found.bottom() + 1)})

    def _keep_place(self) -> None:
        current = self.current
        self._kept = (
            {self.model.key(row) for row in self.selected},
            self.model.key(current) if current is not None else None,
            self.view.verticalScrollBar().value(),
        )

    def _restore_place(self) -> None:
        self.view.span_headings()
        keys, current, scroll = self._kept
        if keys:
            self._select_again(keys, current)
        self.view.verticalScrollBar().setValue(scroll)
        empty = self.model.rowCount() == 0 and self.model.filtered and len(self.model.rows) > 0
        self._stack.setCurrentIndex(1 if empty else 0)
        self._show_foot()

    def _select_again(self, keys: set[Hashable], current: Hashable | None) -> None:
        identify = self.model.key
        places = [place for place, row in enumerate(self.model.shown) if identify(row) in keys]
        runs = _runs(places)
        if len(runs) > MOST_RUNS:
            return
        last = self.model.columnCount() - 1
        chosen = QItemSelection()
        for first, final in runs:
            chosen.append(QItemSelectionRange(self.model.index(first, 0), self.model.index(final, last)))
        picks = self.view.selectionModel()
        place = self.model.place_of(current) if current is not None else -1
        if place >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            picks.setCurrentIndex(self.model.index(place, 0), flag)
        picks.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_selection(self) -> None:
        self._show_foot()
        self.picked.emit(self.selected)

    def _on_current(self) -> None:
        self.chosen.emit(self.current)

    def _on_open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _show_foot(self) -> None:
        count = len(self.model.rows)
        said = self._counted(count).format(count=number(count))
        chosen = len(self._places())
        if chosen:
            said += " · " + ngettext("{count} chosen", "{count} chosen", chosen).format(count=number(chosen))
        self._left.setText(said)
        shown = self.model.rowCount()
        in_view = ngettext("{count} in view", "{count} in view", shown).format(count=number(shown))
        self._right.setText(in_view if self.model.filtered else "")

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        for said, picture, act in self._menu(self.selected) if self._menu is not None else ():
            action = menu.addAction(said)
            if picture:
                action.setIcon(icon(picture))
            action.triggered.connect(_without_arguments(act))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(icon("copy"), _("Copy"), self.copy)
        menu.addAction(icon("download"), _("To Excel…"), self.export)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def export(self) -> None:
        """Ask for what is shown as a sheet; the page lets a service write it."""
        self.export_wanted.emit(self.sheet())


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbouring places taken together as (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs


def _without_arguments(act: Callable[[], object]) -> Callable[[], None]:
    def acted() -> None:
        act()

    return acted
