"""The forms about what becomes of cards: merging, other words after agreement, agreement of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.card_agreement import phrase
from burgertop_app.ui.cards.found import counts
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.ui.cards.found import CardsFound

SHOWN = 60
STANDS = {Agreement.AGREED}


class MergeForm(Panel):
    """Asks for the words of the card that comes in the place of others; `times` is how often it counts."""

    def __init__(self, parent: QWidget | None, lines: Sequence[CardLine], times: int) -> None:
        self.text = TextField(_("Words on the new card"), _refuse_empty, lines=3)
        self.text.put(lines[0].text)
        self.reason = LineField(_("Why?"), hint=_("May stay empty"))
        told = ngettext(
            "The new card counts {count} time. The earlier cards no longer count; they stay readable.",
            "The new card counts {count} times. The earlier cards no longer count; they stay readable.",
            times,
        ).format(count=number(times))
        body = column(
            words(_("These cards become one:"), "field"),
            scrolled(_listed(lines)),
            words(told, "small", wrap=True),
            self.text,
            self.reason,
        )
        body.setStretch(1, 1)
        title = ngettext("Merge {count} card", "Merge {count} cards", len(lines))
        super().__init__(parent, title.format(count=number(len(lines))), body, _("Merge"))
        self.setMinimumSize(480, 380)
        self.widen(560, 560)
        self.text.changed.connect(self._check)
        self.text.setFocus()
        self.text.choose_all()

    def _check(self) -> None:
        self.yes.setEnabled(self.text.valid)


class RewordForm(Panel):
    """Asks for other words on a card that the table agreed with, and why."""

    def __init__(self, parent: QWidget | None, line: CardLine) -> None:
        self.text = TextField(_("Words on the card"), _refuse_empty, lines=4)
        self.text.put(line.text)
        self.typing = TickField(_("I only put typing errors right"))
        self.reason = LineField(_("Why other words?"))
        body = column(
            words(
                _(
                    "The table agreed with these words. With other words it has to be asked again; the card "
                    "says so until then. Typing errors that you put right are told as well."
                ),
                "small",
                wrap=True,
            ),
            self.text,
            self.typing,
            self.reason,
        )
        title = _("Other words on card {label}").format(label=line.card.label)
        super().__init__(parent, title, body, _("Save"))
        self._before = line.text
        for field in (self.text, self.typing, self.reason):
            field.changed.connect(lambda _value: self._check())
        self.text.setFocus()
        self._check()

    def _check(self) -> None:
        why = self.typing.value() or bool(self.reason.value())
        self.reason.setEnabled(not self.typing.value())
        self.yes.setEnabled(self.text.valid and self.text.value() != self._before and why)


class SignForm(Panel):
    """Asks which table agreed, and shows which cards that is about."""

    def __init__(self, parent: QWidget | None, found: CardsFound) -> None:
        self._lines = [line for line in found.counting if line.agreed.how not in STANDS]
        tables = sorted({line.card.table_no for line in self._lines if line.card.table_no is not None})
        rounds = sorted({line.card.round_no for line in self._lines if line.card.round_no is not None})
        self.table = ChoiceField[int | None](
            _("Table"), [(no, _("Table {no}").format(no=no)) for no in tables]
        )
        self.round = ChoiceField[int | None](
            _("Round"), [(no, _("round {no}").format(no=no)) for no in rounds], empty=_("all rounds")
        )
        self._told = words("", "small", wrap=True)
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setLayout(column(self._box, None))
        body = column(
            words(
                _("Mark only what was read back to the table and what it agreed with."),
                "small",
                wrap=True,
            ),
            row(self.table, self.round),
            self._told,
            scrolled(inside),
        )
        body.setStretch(3, 1)
        super().__init__(parent, _("Agreed by a table"), body, _("The table agreed"))
        self.setMinimumSize(480, 380)
        self.widen(560, 560)
        self.table.changed.connect(lambda _no: self._show())
        self.round.changed.connect(lambda _no: self._show())
        self._show()

    @property
    def chosen(self) -> list[UUID]:
        """The cards that the table agreed with."""
        return [line.card.id for line in self._found()]

    def _found(self) -> list[CardLine]:
        table, turn = self.table.value(), self.round.value()
        return [
            line
            for line in self._lines
            if table is not None and line.card.table_no == table and turn in {None, line.card.round_no}
        ]

    def _show(self) -> None:
        found = self._found()
        said = ngettext(
            "This is about {count} card that the table has not agreed with yet:",
            "This is about {count} cards that the table has not agreed with yet:",
            len(found),
        ).format(count=number(len(found)))
        none = _("The tables agreed with every card, or there are no cards of a table.")
        self._told.setText(said if found else none)
        clear(self._box)
        for line in found[:SHOWN]:
            self._box.addWidget(_one(line))
        if len(found) > SHOWN:
            more = _("and {count} more").format(count=number(len(found) - SHOWN))
            self._box.addWidget(words(more, "muted"))
        self.yes.setEnabled(bool(found))


def unsigned(line: CardLine) -> bool:
    """Whether the table may still be asked about this card."""
    return counts(line) and line.agreed.how not in STANDS


def _one(line: CardLine) -> QWidget:
    note = f" [{phrase(line.agreed)}]" if line.agreed.how is Agreement.REWORDED else ""
    times = f" ({line.card.times}x)" if line.card.times > 1 else ""
    return words(f"{line.card.label}{times}  {line.text[:300]}{note}", "small", wrap=True)


def _listed(lines: Sequence[CardLine]) -> QWidget:
    inside = QWidget()
    inside.setProperty("role", "scrolled")
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    for line in lines[:SHOWN]:
        box.addWidget(_one(line))
    box.addStretch(1)
    return inside


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("card_text_empty")
