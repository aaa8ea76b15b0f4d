"""The entry strip: type a card, Enter keeps it; table, round, kind and addressee stay put."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from burgertop_app.domain.cards_text import counted
from burgertop_app.domain.requests import NewCard
from burgertop_app.i18n import _, number
from burgertop_app.ui.cards.paste_line import PasteLine
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.icons import pixmap
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.ui.cards.found import CardsFound
    from burgertop_app.ui.kit.preferences import Kept

MOST = 999


class EntryStrip(QFrame):
    """Gives a `NewCard` at every Enter and tells when another table is chosen."""

    entered = Signal(object)
    table_chosen = Signal()
    pasted = Signal(str)
    """A text of several lines or cells was pasted or dropped in the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = PasteLine()
        self._text.several.connect(self.pasted)
        self._text.setProperty("size", "large")
        self._text.setPlaceholderText(_("Type what is on the card, then press Enter"))
        self._text.setAccessibleName(_("Text of the card"))
        self._next = words("", "strong")
        self._table = _numbers(_("Table"))
        self._round = _numbers(_("Round"))
        self._kind = _codes(_("Kind"))
        self._addressee = _codes(_("For"))
        self._times = words("", "muted")
        self._kept = Elided("ok", least=150)
        self._confirmed = ""
        self._save = primary(_("Save"), self._on_save)
        self._save.setToolTip(_("Enter also saves the card"))
        self._build()
        for combo in (self._table, self._round, self._kind, self._addressee):
            combo.installEventFilter(self)
        self._text.returnPressed.connect(self._on_save)
        self._text.textChanged.connect(self._on_typed)
        self._table.currentTextChanged.connect(self._on_table)
        self._on_typed()

    @property
    def table_no(self) -> int | None:
        """The table chosen, None for none."""
        return _number_in(self._table)

    @property
    def stays(self) -> NewCard:
        """What stays put for the next card: a card without words."""
        return NewCard(
            text="",
            table_no=self.table_no,
            round_no=_number_in(self._round),
            kind=self._kind.currentData() or "",
            addressee=self._addressee.currentData() or "",
        )

    def put(self, found: CardsFound) -> None:
        """Offer the tables, rounds, kinds and addressees of the process; what was chosen stays chosen."""
        before = self.table_no
        _offer_numbers(self._table, found.tables)
        _offer_numbers(self._round, found.rounds)
        _offer_codes(self._kind, found.words.kinds)
        _offer_codes(self._addressee, found.words.addressees)
        self.announce(found.next_label)
        if self._confirmed and found.labelled(self._confirmed) is None:
            self.confirm("")
        if self.table_no != before:
            self.table_chosen.emit()

    def announce(self, label: str) -> None:
        """Show which label the next card gets."""
        self._next.setText(label)

    def give_back(self, text: str) -> None:
        """Put words back that could not be kept, unless the next card is being typed."""
        if not self._text.text():
            self._text.setText(text)
        self.confirm("")

    def confirm(self, label: str, text: str = "") -> None:
        """Say which card was kept, with its words; nothing for no label."""
        self._confirmed = label
        said = _("Card {label} is saved: {text}").format(label=label, text=" ".join(text.split()))
        self._kept.setText(said if label else "")

    def start(self) -> None:
        """Put the cursor in the text."""
        self._text.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field that stays put goes back to the words of the card."""
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            self.start()
            return True
        return super().eventFilter(watched, event)

    def state(self) -> Kept:
        """What stays put."""
        return {
            "table": self._table.currentText(),
            "round": self._round.currentText(),
            "kind": self._kind.currentData(),
            "addressee": self._addressee.currentData(),
        }

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if not isinstance(state, dict):
            return
        for combo, key in ((self._table, "table"), (self._round, "round")):
            with QSignalBlocker(combo):
                combo.setEditText(str(state.get(key) or ""))
        for combo, key in ((self._kind, "kind"), (self._addressee, "addressee")):
            combo.setProperty("wanted", state.get(key))
        self.table_chosen.emit()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L - 2, 10, Space.L - 2, 10)
        box.setSpacing(6)
        heading = row(words(_("Next card:"), "field"), self._next, None, gap=5)
        fields = QHBoxLayout()
        fields.setSpacing(Space.S)
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        left.addLayout(heading)
        left.addWidget(self._text)
        fields.addLayout(left, 1)
        for title, combo, width in (
            (_("&Table"), self._table, 88),
            (_("&Round"), self._round, 92),
            (_("&Kind"), self._kind, 150),
            (_("F&or"), self._addressee, 132),
        ):
            combo.setFixedWidth(width)
            fields.addLayout(_titled(title, combo))
        bottom = QVBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._save)
        fields.addLayout(bottom)
        box.addLayout(fields)
        hint = words(
            _("Write (2x), x2 or || when the same card lies there twice. You may also paste a whole list."),
            "caption",
        )
        box.addLayout(row(hint, None, self._kept, Space.M, self._times))

    def _on_typed(self) -> None:
        told, times = counted(self._text.text())
        self._times.setText(
            _("counts as {count} cards").format(count=number(times)) if told and times > 1 else ""
        )
        self._save.setEnabled(bool(self._text.text().strip()))

    def _on_save(self) -> None:
        text = self._text.text().strip()
        if not text:
            return
        self.entered.emit(replace(self.stays, text=text))
        # Unlike `clear` this leaves nothing for Ctrl+Z to bring back: that undoes the card.
        self._text.setText("")
        self._text.setFocus()

    def _on_table(self) -> None:
        self.table_chosen.emit()


class Pin(QLabel):
    """The small pin that says that a field stays as it is after saving."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(_("Stays as it is for the next card"))
        theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap("pin", "muted", 14, self.devicePixelRatioF()))


def _titled(title: str, combo: QComboBox) -> QVBoxLayout:
    label = words(title, "field")
    label.setBuddy(combo)
    label.setMinimumWidth(label.sizeHint().width() + Space.S)
    made = QVBoxLayout()
    made.setSpacing(Space.XS)
    made.addLayout(row(label, None, Pin(), gap=Space.XS))
    made.addWidget(combo)
    return made


def _numbers(name: str) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setValidator(QIntValidator(1, MOST, made))
    made.setAccessibleName(name)
    made.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer to switch it off
    line = made.lineEdit()
    if line is not None:
        line.setPlaceholderText("–")
    return made


def _codes(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    return made


def _number_in(combo: QComboBox) -> int | None:
    text = combo.currentText().strip()
    return int(text) if text.isdigit() and int(text) else None


def _offer_numbers(combo: QComboBox, numbers: Sequence[int]) -> None:
    shown = [combo.itemText(place) for place in range(combo.count())]
    wanted = ["", *map(str, numbers)]
    if shown == wanted:
        return
    kept = combo.currentText() if shown else combo.currentText() or next(iter(map(str, numbers)), "")
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItems(wanted)
        combo.setEditText(kept)


def _offer_codes(combo: QComboBox, names: Sequence[tuple[str, str]]) -> None:
    shown = [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())]
    if shown == list(names):
        return
    kept = combo.currentData() or combo.property("wanted")
    combo.clear()
    for code, name in names:
        combo.addItem(name, code)
    combo.setCurrentIndex(max(combo.findData(kept), 0))
