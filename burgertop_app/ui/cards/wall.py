"""The wall: a column per theme, cards as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.cards.wall_column import WallColumn
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.outcomes import Theme
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.ui.kit.chips import Chip

NARROWEST, WIDEST = 230, 320


class Wall(QScrollArea):
    """Shows cards per theme and says what the organiser wants with them; it changes nothing itself."""

    opened = Signal(object)
    """A `CardLine` to look at."""
    move_wanted = Signal(object, object)
    """Ids of cards, and the id of the theme (None: no theme)."""
    key_pressed = Signal(str)
    """"move" or "withdraw" for the chosen cards."""
    menu_wanted = Signal(object)
    """The place on screen."""
    theme_menu_wanted = Signal(object, object)
    """A `Theme` and the place on screen."""
    theme_wanted = Signal()
    """Another column."""
    first_themes_wanted = Signal()
    """A proposal of themes to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Wall with a column per theme"))
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self._add = small(_("Theme"), self.theme_wanted.emit, "plus")
        self._add.setToolTip(_("Add a theme"))
        self._add.setAccessibleName(_("Add a theme"))
        end = QVBoxLayout()
        end.addSpacing(Space.XS)
        end.addWidget(self._add)
        self._first = small(_("First themes…"), self.first_themes_wanted.emit, "lightbulb")
        self._first.setToolTip(_("Proposal for themes…"))
        self._first.setAccessibleName(_("Proposal for themes…"))
        end.addWidget(self._first)
        end.addStretch(1)
        self._row.addLayout(end)
        self._row.addStretch(1)
        self.setWidget(inside)
        self._columns: list[WallColumn] = []
        self._quiet = False

    @property
    def columns(self) -> tuple[WallColumn, ...]:
        """The columns from left to right; the first holds cards without a theme."""
        return tuple(self._columns)

    @property
    def selected(self) -> list[CardLine]:
        """The chosen cards of all columns."""
        return [line for column in self._columns for line in column.selected()]

    def put(self, themes: tuple[Theme, ...], lines: tuple[CardLine, ...], said: CardWords) -> None:
        """Show `lines` in the columns of `themes`."""
        self._arrange(themes)
        heaps: dict[int, list[CardLine]] = {theme.id.int: [] for theme in themes}
        loose: list[CardLine] = []
        for line in lines:
            heaps.get(line.theme_id.int if line.theme_id else 0, loose).append(line)
        self._quiet = True
        for column in self._columns:
            column.put(tuple(heaps[column.theme.id.int] if column.theme else loose), said)
        self._quiet = False

    def hint(self, chips: Mapping[UUID, tuple[Chip, ...]]) -> None:
        """Show what is suggested for cards, as quiet chips."""
        for column in self._columns:
            column.hint(chips)

    def show_card(self, card_id: UUID) -> bool:
        """Choose a card and scroll to it; False when it is not on the wall."""
        for column in self._columns:
            for place, line in enumerate(column.model.lines):
                if line.card.id == card_id:
                    self.ensureWidgetVisible(column, Space.M, 0)
                    self._only(column)
                    column.model.reach(place)
                    column.view.setCurrentIndex(column.model.index(place))
                    return True
        return False

    def place_of_choice(self) -> QPoint:
        """Where on screen a menu for the chosen cards belongs."""
        column = next((one for one in self._columns if one.view.hasFocus()), self._columns[0])
        rect = column.view.visualRect(column.view.currentIndex())
        return column.view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(Space.L, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        busy = next((column for column in self._columns if column.selected()), None)
        if busy is not None:
            self._row.activate()
            self.ensureWidgetVisible(busy, Space.M, 0)

    def _arrange(self, themes: tuple[Theme, ...]) -> None:
        wanted = (None, *themes)
        ids = [theme.id if theme else None for theme in wanted]
        if ids != [column.theme.id if column.theme else None for column in self._columns]:
            for column in self._columns:
                self._row.removeWidget(column)
            kept: dict[UUID | None, WallColumn] = {
                column.theme.id if column.theme else None: column for column in self._columns
            }
            self._columns = [
                kept.pop(key) if key in kept else self._made(theme)
                for key, theme in zip(ids, wanted, strict=True)
            ]
            for gone in kept.values():
                gone.hide()
                gone.deleteLater()
            for place, column in enumerate(self._columns):
                self._row.insertWidget(place, column)
            self._fit()
        for column, theme in zip(self._columns, wanted, strict=True):
            if column.theme != theme:
                column.name(theme)

    def _made(self, theme: Theme | None) -> WallColumn:
        column = WallColumn(theme, lambda: [line.card.id for line in self.selected])
        column.view.doubleClicked.connect(lambda: self._open(column))
        column.view.aside.connect(lambda step: self._aside(column, step))
        column.view.pressed_key.connect(lambda key: self._on_key(column, key))
        column.view.dropped.connect(
            lambda ids: self.move_wanted.emit(ids, column.theme.id if column.theme else None)
        )
        column.view.selectionModel().selectionChanged.connect(lambda chosen: self._on_choice(column, chosen))
        column.menu_wanted.connect(lambda _column, at: self.menu_wanted.emit(at))
        column.theme_menu_wanted.connect(self.theme_menu_wanted)
        return column

    def _fit(self) -> None:
        count = len(self._columns)
        if count:
            room = self.viewport().width() - self._first.sizeHint().width() - count * Space.M
            width = min(max(room // count, NARROWEST), WIDEST)
            for column in self._columns:
                column.setFixedWidth(width)

    def _on_choice(self, column: WallColumn, chosen: QItemSelection) -> None:
        """Choosing in one column lets go of the others, unless Ctrl or Shift is held."""
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not self._quiet and chosen.count() and not QGuiApplication.keyboardModifiers() & several:
            self._only(column)

    def _only(self, column: WallColumn) -> None:
        self._quiet = True
        for other in self._columns:
            if other is not column:
                other.view.clearSelection()
        self._quiet = False

    def _aside(self, column: WallColumn, step: int) -> None:
        at = self._columns.index(column)
        place = column.view.currentIndex().row()
        later = self._columns[at + step :] if step > 0 else self._columns[:at][::-1]
        target = next((other for other in later if other.model.lines), None)
        if target is not None:
            self._only(target)
            self.ensureWidgetVisible(target, Space.M, 0)
            target.enter(place)

    def _on_key(self, column: WallColumn, key: str) -> None:
        if key == "open":
            self._open(column)
        else:
            self.key_pressed.emit(key)

    def _open(self, column: WallColumn) -> None:
        if column.current is not None:
            self.opened.emit(column.current)
