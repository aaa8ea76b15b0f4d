"""One column of the wall: a theme with its cards, that can be dragged, chosen and moved by keyboard."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout
from typing_extensions import override

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.card_agreement import phrase
from burgertop_app.messages.cards import CardWords
from burgertop_app.messages.words import word
from burgertop_app.ui.cards.card_paint import CHIPS, LINE, CardDelegate
from burgertop_app.ui.cards.found import counts
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.drop_list import NOTHING, DragModel, DropFrame, DropList, Index
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.outcomes import Theme
    from burgertop_app.ui.kit.chips import Chip

CARRIED = "application/x-burgertop-cards"
AT_ONCE = 30
"""Cards of a column that are laid out at first; the next come when the last is in view."""
FEW = 40
"""So many changed cards are put in their place; more, and the column is laid anew."""


class CardModel(DragModel):
    """The cards of one column; what is dragged along comes from the whole wall."""

    def __init__(self, carried: Callable[[], Sequence[UUID]]) -> None:
        super().__init__(CARRIED)
        self._carried = carried
        self._shown = 0
        self.lines: tuple[CardLine, ...] = ()
        self.words = CardWords((), ())
        self.chips: Mapping[UUID, tuple[Chip, ...]] = {}

    def put(self, lines: tuple[CardLine, ...]) -> bool:
        """Show other cards; True when all were laid anew, False when choice and scroll stayed."""
        start = _alike(self.lines, lines)
        end = _alike(self.lines[start:][::-1], lines[start:][::-1])
        gone, come = self.lines[start : len(self.lines) - end], lines[start : len(lines) - end]
        if start >= self._shown >= AT_ONCE:
            self.lines = lines
            return False
        if max(len(gone), len(come)) > FEW or start + len(gone) > self._shown:
            self.beginResetModel()
            self.lines, self._shown = lines, min(len(lines), max(self._shown, AT_ONCE))
            self.endResetModel()
            return True
        self._swap(start, gone, come, lines)
        return False

    def _swap(
        self,
        start: int,
        gone: tuple[CardLine, ...],
        come: tuple[CardLine, ...],
        lines: tuple[CardLine, ...],
    ) -> None:
        """Put the few cards that are other than before in their place."""
        if [line.card.id for line in gone] == [line.card.id for line in come]:
            self.lines = lines
            if gone:
                self.dataChanged.emit(self.index(start), self.index(start + len(gone) - 1))
            return
        if gone:
            self.beginRemoveRows(NOTHING, start, start + len(gone) - 1)
            self.lines = self.lines[:start] + self.lines[start + len(gone) :]
            self._shown -= len(gone)
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NOTHING, start, start + len(come) - 1)
            self.lines = lines
            self._shown += len(come)
            self.endInsertRows()

    def reach(self, place: int) -> None:
        """Lay out the cards up to and including `place`."""
        upto = min(place + 1, len(self.lines))
        if upto > self._shown:
            self.beginInsertRows(NOTHING, self._shown, upto - 1)
            self._shown = upto
            self.endInsertRows()

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self.lines)

    @override
    def fetchMore(self, parent: Index) -> None:
        self.reach(self._shown + AT_ONCE - 1)

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else self._shown

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        found: object = None
        if role == LINE:
            found = line
        elif role == Qt.ItemDataRole.DisplayRole:
            found = line.text
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            found = self._spoken(line)
        elif role == CHIPS:
            found = self.chips.get(line.card.id, ())
        return found

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(CARRIED, QByteArray("\n".join(map(str, self._carried())).encode()))
        return made

    def _spoken(self, line: CardLine) -> str:
        told = _("Card {label}: {text}").format(label=line.card.label, text=line.text)
        extra = self.words.described(line.card.kind, line.card.addressee)
        times = _("counts as {count} cards").format(count=line.card.times) if line.card.times > 1 else ""
        state = phrase(line.agreed) if counts(line) else word(line.card.standing)
        same = _("says the same as {cards}").format(cards=", ".join(line.same)) if line.same else ""
        hints = [
            _("suggestion: {words}").format(words=chip.words) for chip in self.chips.get(line.card.id, ())
        ]
        return ", ".join(filter(None, (told, extra, times, state, same, *hints)))


class CardList(DropList):
    """The cards of a column; arrows left and right leave it, M moves, Enter opens, Delete withdraws."""

    aside = Signal(int)
    pressed_key = Signal(str)
    dropped = Signal(object)

    def __init__(self, model: CardModel, name: str) -> None:
        super().__init__(CARRIED, _("Drag cards here."))
        self._delegate = CardDelegate(self)
        self._cards = model
        self.setModel(model)
        self.fell.connect(self._on_fell)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def speak(self, said: CardWords) -> None:
        """Use the words of the form."""
        self._delegate.words = said
        self._cards.words = said
        self.viewport().update()

    def foresee(self, cards: int) -> None:
        """Keep room for the scroll bar when so many cards surely need it, or they are laid out twice."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if cards > AT_ONCE else policy.ScrollBarAsNeeded
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        named = {
            Qt.Key.Key_M: "move",
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
            Qt.Key.Key_Delete: "withdraw",
            Qt.Key.Key_1: "1",
            Qt.Key.Key_2: "2",
            Qt.Key.Key_3: "3",
        }
        if plain and key in named:
            self.pressed_key.emit(named[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.aside.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    @override
    def selectAll(self) -> None:
        self._cards.reach(len(self._cards.lines))
        super().selectAll()

    def _on_fell(self, carried: str, _height: int) -> None:
        self.dropped.emit([UUID(one) for one in carried.split()])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class WallColumn(DropFrame):
    """A theme (None: no theme yet) with its name, the number of cards, a menu, and the cards."""

    menu_wanted = Signal(object, object)
    theme_menu_wanted = Signal(object, object)
    touched = Signal(object)

    def __init__(self, theme: Theme | None, carried: Callable[[], Sequence[UUID]]) -> None:
        super().__init__()
        self.theme = theme
        self.model = CardModel(carried)
        self._title = Elided("strong")
        self._title.setStyleSheet("font-size: 11pt;")
        self._count = words("", "muted")
        self.menu = icon_button("ellipsis-vertical", "", self._on_theme_menu)
        if theme is None:
            self.menu.hide()
        self.view = CardList(self.model, "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, Space.XS, 0, Space.XS)
        box.setSpacing(Space.XS)
        margins = (Space.M - 1, 0, Space.XS if theme is not None else Space.M, 0)
        head = holder(row(self._title, None, self._count, self.menu, gap=Space.XS, margins=margins))
        head.setFixedHeight(34)
        box.addWidget(head)
        box.addWidget(self.view, 1)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.watch(self.view)
        self.name(theme)

    def name(self, theme: Theme | None) -> None:
        """Show the name of `theme`, which may have changed."""
        self.theme = theme
        title = theme.title if theme is not None else _("No theme yet")
        self._title.setText(title)
        self._title.describe("\n".join(filter(None, (title, theme.description if theme else ""))))
        self.menu.setAccessibleName(_("Change theme {title}").format(title=title))
        self.menu.setToolTip(self.menu.accessibleName())
        self._tell()

    def put(self, lines: tuple[CardLine, ...], said: CardWords) -> None:
        """Show these cards; scroll and choice stay, nothing happens when nothing changed."""
        if said != self.model.words:
            self.view.speak(said)
        if len(lines) == len(self.model.lines) == _alike(lines, self.model.lines):
            return
        chosen, current = self.selected_ids(), self.current
        scroll = self.view.verticalScrollBar().value()
        self.view.foresee(len(lines))
        if self.model.put(lines):
            self.select(chosen, current.card.id if current else None)
            self.view.verticalScrollBar().setValue(scroll)
        else:
            self.view.scheduleDelayedItemsLayout()
        self._tell()

    def hint(self, chips: Mapping[UUID, tuple[Chip, ...]]) -> None:
        """Show these chips on the cards; nothing happens when nothing changed."""
        own = {line.card.id: chips[line.card.id] for line in self.model.lines if chips.get(line.card.id)}
        if own != self.model.chips:
            self.model.chips = own
            self.view.scheduleDelayedItemsLayout()
            self.view.viewport().update()

    @property
    def current(self) -> CardLine | None:
        """The card with the cursor."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def selected(self) -> list[CardLine]:
        """The chosen cards, from top to bottom."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.lines[place] for place in places]

    def selected_ids(self) -> set[UUID]:
        """The ids of the chosen cards."""
        return {line.card.id for line in self.selected()}

    def select(self, ids: set[UUID], current: UUID | None = None) -> None:
        """Choose the cards with these ids."""
        chosen, wanted = QItemSelection(), NOTHING
        if not ids and current is None:
            self.view.clearSelection()
            return
        last = max((no for no, line in enumerate(self.model.lines) if line.card.id in ids), default=-1)
        self.model.reach(last)
        for place, line in enumerate(self.model.lines[: self.model.rowCount()]):
            index = self.model.index(place)
            if line.card.id in ids:
                chosen.select(index, index)
            if line.card.id == current:
                wanted = index
        picking = self.view.selectionModel()
        if wanted.isValid():
            picking.setCurrentIndex(wanted, QItemSelectionModel.SelectionFlag.NoUpdate)
        picking.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def enter(self, place: int) -> None:
        """Put the cursor on the card at `place`, or the last one above it."""
        self.view.setFocus()
        if self.model.lines:
            self.model.reach(place)
            self.view.setCurrentIndex(self.model.index(min(max(place, 0), len(self.model.lines) - 1)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(228, 400)

    def _tell(self) -> None:
        count = len(self.model.lines)
        self._count.setText(number(count))
        said = ngettext("{title}, {count} card", "{title}, {count} cards", count)
        self.view.setAccessibleName(said.format(title=self._title.text(), count=number(count)))

    def _on_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(self, self.view.viewport().mapToGlobal(at))

    def _on_theme_menu(self) -> None:
        self.theme_menu_wanted.emit(self.theme, self.menu.mapToGlobal(QPoint(0, self.menu.height())))


def _alike(one: Sequence[CardLine], other: Sequence[CardLine]) -> int:
    """How many cards at the beginning are the very same."""
    same = map(is_, one, other)
    return next((place for place, alike in enumerate(same) if not alike), min(len(one), len(other)))
