"""The window that shows what a pasted list becomes: join, split, change or skip, then keep all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.services.card_pasting import recounted
from burgertop_app.ui.cards.split import SplitForm
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.requests import NewCard
    from burgertop_app.messages.cards import CardWords


@dataclass(frozen=True)
class PastedLine:
    """A card of the list; `no` is its place, `skipped` leaves it out."""

    no: int
    card: NewCard
    skipped: bool = False


class PasteForm(Panel):
    """Shows the cards of a pasted list.

    `wanted` carries those to keep, `again` whether lines without an empty line between them belong together.
    """

    wanted = Signal(object)
    again = Signal(bool)

    def __init__(self, parent: QWidget | None, cards: Sequence[NewCard], said: CardWords) -> None:
        self._said = said
        self.table: RecordTable[PastedLine] = RecordTable(
            _("Cards of the list"),
            _columns(said),
            key=lambda line: line.no,
            counted=lambda count: ngettext("{count} line", "{count} lines", count),
            look=TableLook(row_height=34, foot=False),
        )
        self.table.setMinimumHeight(160)
        self.join = small(_("Join with the one above"), self._on_join, "git-merge")
        self.split = small(_("Change or split…"), self._on_split, "split")
        self.skip = small(_("Skip or take along"), self._on_skip, "ban")
        self.paragraphs = QCheckBox(_("An empty line stands between the cards"))
        self._told = words("", "small", wrap=True)
        self._trouble = words("", "error", wrap=True)
        self._trouble.hide()
        body = column(
            words(_("This is what becomes of the list. Nothing is kept yet."), "small", wrap=True),
            self.paragraphs,
            row(self.join, self.split, self.skip, None),
            self.table,
            self._told,
            self._trouble,
        )
        body.setStretch(body.indexOf(self.table), 1)
        super().__init__(parent, _("Paste a list of cards"), body, _("Keep all"))
        self.yes.clicked.disconnect()
        self.yes.clicked.connect(self._on_yes)
        self.yes.setDefault(False)
        self.setMinimumSize(600, 400)
        self.widen(980, 640)
        self.paragraphs.toggled.connect(self.again)
        self.table.opened.connect(lambda _line: self._on_split())
        self.table.picked.connect(lambda _lines: self._enable())
        for keys, act in (("Del", self._on_skip), ("Ctrl+J", self._on_join), ("Ctrl+Return", self._on_yes)):
            QShortcut(keys, self, act, context=Qt.ShortcutContext.WindowShortcut)
        self.join.setToolTip("Ctrl+J")
        self.skip.setToolTip(_("Delete"))
        self.yes.setToolTip("Ctrl+Enter")
        self._lines: tuple[PastedLine, ...] = ()
        self.put(cards)

    @property
    def cards(self) -> tuple[NewCard, ...]:
        """The cards to keep, in the order of the list."""
        return tuple(line.card for line in self._lines if not line.skipped)

    def put(self, cards: Sequence[NewCard]) -> None:
        """Show the cards of the list anew."""
        self._show([PastedLine(0, card) for card in cards])
        if self._lines:
            self.choose(1)
        self.table.view.setFocus()

    def choose(self, no: int) -> None:
        """Choose one line, whatever keys are still held down."""
        self.table.view.clearSelection()
        self.table.select(no)

    def complain(self, error: object) -> None:
        """Say why nothing was kept; the list stays as it is."""
        self._trouble.setText(explain(error))
        self._trouble.show()
        self.yes.setEnabled(True)

    def _show(self, lines: Sequence[PastedLine], current: int | None = None) -> None:
        self._lines = tuple(replace(line, no=place) for place, line in enumerate(lines, 1))
        self.table.put(self._lines)
        if current is not None:
            self.choose(current)
        self._trouble.hide()
        kept, skipped = len(self.cards), len(self._lines) - len(self.cards)
        made = ngettext("This makes {count} card.", "This makes {count} cards.", kept)
        times = sum(card.times or 1 for card in self.cards)
        parts = [
            made.format(count=number(kept)),
            _("Together they count {count} times.").format(count=number(times)) if times != kept else "",
            ngettext("{count} line is skipped.", "{count} lines are skipped.", skipped).format(
                count=number(skipped)
            )
            if skipped
            else "",
        ]
        self._told.setText(" ".join(filter(None, parts)))
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.selected
        self.yes.setEnabled(bool(self.cards))
        self.split.setEnabled(len(chosen) == 1)
        self.skip.setEnabled(bool(chosen))
        self.join.setEnabled(bool(chosen) and chosen[0].no > 1)

    def _on_join(self) -> None:
        chosen = {line.no for line in self.table.selected}
        made: list[PastedLine] = []
        for line in self._lines:
            if line.no in chosen and made:
                before = made[-1]
                text = f"{before.card.text} {line.card.text}"
                times = max(before.card.times or 1, line.card.times or 1)
                card = replace(before.card, text=text, times=times)
                made[-1] = replace(before, card=card, skipped=before.skipped and line.skipped)
            else:
                made.append(line)
        self._show(made, max(min(chosen, default=1) - 1, 1))

    def _on_skip(self) -> None:
        chosen = self.table.selected
        skipped = not all(line.skipped for line in chosen)
        numbers = {line.no for line in chosen}
        self._show(
            [replace(line, skipped=skipped) if line.no in numbers else line for line in self._lines],
            chosen[-1].no if chosen else None,
        )

    def _on_split(self) -> None:
        chosen = self.table.selected
        if len(chosen) != 1:
            return
        line = chosen[0]
        form = SplitForm(self, line.card.text, line.card.times or 1, least=1)
        if form.exec() != QDialog.DialogCode.Accepted:
            return
        parts = [
            PastedLine(0, recounted(replace(line.card, times=part.times, label=""), part.text))
            for part in form.parts
        ]
        if len(parts) == 1:
            parts = [replace(parts[0], card=replace(parts[0].card, label=line.card.label))]
        at = line.no - 1
        self._show([*self._lines[:at], *parts, *self._lines[at + 1 :]], line.no)

    def _on_yes(self) -> None:
        if self.cards:
            self.yes.setEnabled(False)
            self.wanted.emit(self.cards)


def _columns(said: CardWords) -> tuple[Column[PastedLine], ...]:
    return (
        Column("no", _("No."), lambda line: line.no, width=48, align=Align.RIGHT),
        Column(
            "text",
            _("What it says"),
            lambda line: line.card.text.replace("\n", " ⏎ "),
            stretch=True,
            tooltip=lambda line: line.card.text[:2000],
        ),
        Column("times", _("Times"), lambda line: line.card.times or 1, width=58, align=Align.RIGHT),
        Column("kind", _("Kind"), lambda line: said.kind(line.card.kind), width=112),
        Column("addressee", _("For"), lambda line: said.addressee(line.card.addressee), width=96),
        Column("table", _("Table"), lambda line: line.card.table_no, width=58, align=Align.RIGHT),
        Column("label", _("Card"), lambda line: line.card.label or _("next"), width=92),
        Column("state", _("What happens"), _word, width=136, chip=_chip),
    )


def _word(line: PastedLine) -> str:
    return _("skipped") if line.skipped else _("is entered")


def _chip(line: PastedLine) -> Chip:
    return Chip(_word(line), State.WAITING if line.skipped else State.OK, "ban" if line.skipped else "check")
