"""The filter of the page about cards: text, theme, table, kind, addressee, and withdrawn cards or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit

from burgertop_app.domain.card_history import Agreement
from burgertop_app.i18n import _
from burgertop_app.ui.cards.found import CardsFound, counts
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.outcome_views import CardLine

NONE = "-"
AGREED, OPEN = "agreed", "open"


@dataclass(frozen=True)
class CardFilter:
    """What cards must have to be shown; "" and None ask nothing, theme "-" asks for no theme."""

    text: str = ""
    theme: str = ""
    table: int | None = None
    kind: str = ""
    addressee: str = ""
    agreed: str = ""
    withdrawn: bool = False

    def passes(self, line: CardLine) -> bool:
        """Whether `line` is shown."""
        card = line.card
        return (
            (self.withdrawn or counts(line))
            and (not self.theme or self.theme == str(line.theme_id or NONE))
            and self.table in {None, card.table_no}
            and self.kind in {"", card.kind}
            and self.addressee in {"", card.addressee}
            and self._agreed(line)
            and (not self.text or self._tells(line))
        )

    def of(self, found: CardsFound) -> tuple[CardLine, ...]:
        """The cards that are shown."""
        if self == CardFilter():
            return found.counting
        return tuple(line for line in found.lines if self.passes(line))

    def _agreed(self, line: CardLine) -> bool:
        stands = line.agreed.how in {Agreement.AGREED, Agreement.TYPING}
        return not self.agreed or stands is (self.agreed == AGREED)

    def _tells(self, line: CardLine) -> bool:
        told = f"{line.card.label} {line.text} {line.theme} {line.typed_by}".casefold()
        told = " ".join((told, *line.earlier, *line.later))
        return all(word in told for word in self.text.casefold().split())


class FilterBar(QFrame):
    """Fields for a `CardFilter`; hidden bars do not filter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = QLineEdit()
        self._text.setPlaceholderText(_("Search in cards"))
        self._text.setAccessibleName(_("Search in cards"))
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(110)
        self._text.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._theme = _combo(_("Theme"), 138)
        self._table = _combo(_("Table"), 126)
        self._kind = _combo(_("Kind"), 130)
        self._addressee = _combo(_("For"), 144)
        self._agreed = _combo(_("Agreement of the table"), 152)
        self._withdrawn = QCheckBox(_("Withdrawn too"))
        self._withdrawn.setToolTip(_("Show cards as well that were withdrawn, merged or split"))
        self._clear = icon_button("x", _("Clear filter"), self.clear)
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.setSpacing(Space.S)
        box.addWidget(self._text, 1)
        for combo in self._combos:
            box.addWidget(combo)
            combo.currentIndexChanged.connect(self._tell)
        for widget in (self._withdrawn, self._clear):
            box.addWidget(widget)
        self._text.textChanged.connect(self._tell)
        self._withdrawn.toggled.connect(self._tell)
        self.hide()

    @property
    def wanted(self) -> CardFilter:
        """What is asked now."""
        if self.isHidden():
            return CardFilter()
        return CardFilter(
            text=self._text.text(),
            theme=self._theme.currentData() or "",
            table=self._table.currentData(),
            kind=self._kind.currentData() or "",
            addressee=self._addressee.currentData() or "",
            agreed=self._agreed.currentData() or "",
            withdrawn=self._withdrawn.isChecked(),
        )

    def put(self, found: CardsFound) -> None:
        """Offer the themes, tables, kinds and addressees of the process."""
        themes = [(str(theme.id), theme.title) for theme in found.themes]
        tables = [(no, _("Table {no}").format(no=no)) for no in found.tables]
        _offer(self._theme, _("All themes"), [(NONE, _("No theme yet")), *themes])
        _offer(self._table, _("All tables"), tables)
        _offer(self._kind, _("All kinds"), found.words.kinds)
        _offer(self._addressee, _("For all"), found.words.addressees)
        agreement = [(AGREED, _("Table agreed")), (OPEN, _("Not agreed yet"))]
        _offer(self._agreed, _("Agreed?"), agreement)

    def start(self) -> None:
        """Put the cursor in the search field."""
        self._text.setFocus()

    def search(self, text: str) -> None:
        """Look for `text`."""
        self._text.setText(text)

    def clear(self) -> None:
        """Ask nothing."""
        for combo in self._combos:
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self._withdrawn), QSignalBlocker(self._text):
            self._withdrawn.setChecked(False)
            self._text.clear()
        self._tell()

    @property
    def _combos(self) -> tuple[QComboBox, ...]:
        return self._theme, self._table, self._kind, self._addressee, self._agreed

    def _tell(self) -> None:
        self.changed.emit()


def _combo(name: str, width: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setFixedWidth(width)
    return made


def _offer(combo: QComboBox, every: str, options: Sequence[tuple[object, str]]) -> None:
    shown = [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())]
    wanted = [(None, every), *options]
    if shown == wanted:
        return
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for data, said in wanted:
            combo.addItem(said, data)
        combo.setCurrentIndex(max(combo.findData(kept) if kept is not None else 0, 0))
