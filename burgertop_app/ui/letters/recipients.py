"""Who gets the chosen letter: in what way each is reached, and whose letter is the example."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.feedback import FeedbackRecipient
from burgertop_app.domain.reaching import Way
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.letters import way_words
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.fields import ChoiceField, TickField
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.registration import Recipient
    from burgertop_app.ui.letters.acts import LetterActs

LEAST_HIGH = 70
"""In a low window the list of letters keeps its rows; this table scrolls."""

MOST_NAMED = 12
"""So many numbers without an address are named in the sentence; the table has them all."""


class RecipientList(QWidget):
    """The people of the chosen letter, by number; no name stands in it."""

    wanted = Signal()
    """Other people must be read: another way, or also who had the letter."""
    chosen = Signal(object)
    """Somebody whose letter should be the example."""

    def __init__(self, acts: LetterActs) -> None:
        super().__init__()
        self._acts = acts
        self._shown: UUID | None = None
        self.said = words("", "small", wrap=True)
        self.lacking = words("", "small", wrap=True)
        self.again = TickField(_("Also who had this letter before"))
        options: list[tuple[Way | None, str]] = [
            (None, _("All ways")),
            (Way.POST, _("Only by post")),
            (Way.EMAIL, _("Only by e-mail")),
        ]
        self.ways: ChoiceField[Way | None] = ChoiceField(_("How they are reached"), options)
        self.table: RecordTable[Recipient] = RecordTable(
            _("Who gets this letter"),
            _columns(),
            key=lambda person: person.participation_id,
            counted=lambda count: ngettext("{count} person", "{count} people", count),
            menu=self._menu,
            look=TableLook(row_height=Space.ROW, foot=False),
        )
        self.table.setMinimumHeight(LEAST_HIGH)
        keeping = self.table.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # else the fields above spread over the whole card
        self.table.setSizePolicy(keeping)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for part in (self.said, self.lacking, self.ways, self.again):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        self.again.changed.connect(lambda _on: self.wanted.emit())
        self.ways.changed.connect(lambda _way: self.wanted.emit())
        self.table.chosen.connect(self._on_chosen)

    def put(self, sentence: str, people: Sequence[Recipient], everyone: Sequence[Recipient]) -> None:
        """Show the people in the chosen way, and name who of all of them cannot be reached."""
        self.said.setText(sentence)
        nowhere = [person.number for person in everyone if person.way is Way.NONE]
        self.lacking.setText(_lacking(nowhere))
        self.lacking.setVisible(bool(nowhere))
        self.table.put(people)
        self.table.setVisible(bool(people))

    @property
    def person(self) -> Recipient | None:
        """Whose letter is the example; None when nobody was chosen."""
        return self.table.current

    def _on_chosen(self, person: Recipient | None) -> None:
        now = person.participation_id if person else None
        if person is not None and now != self._shown:
            self.chosen.emit(person)
        self._shown = now

    def _menu(self, people: list[Recipient]) -> list[tuple[str, str, Callable[[], object]]]:
        if not people:
            return []
        acts = self._acts
        found: list[tuple[str, str, Callable[[], object]]] = [
            (_("Wants to hear by post"), "mail", partial(acts.prefer, people, Way.POST.value)),
            (_("Wants to hear by e-mail"), "mail", partial(acts.prefer, people, Way.EMAIL.value)),
            (_("Has no wish how to hear"), "", partial(acts.prefer, people, "")),
        ]
        told = [one for one in people if isinstance(one, FeedbackRecipient) and one.told_on]
        if told:
            words_ = _("Was not sent after all")
            found.append((words_, "rotate-ccw", partial(acts.take_back_sent, told)))
        return found


def _columns() -> tuple[Column[Recipient], ...]:
    return (
        Column("number", _("No."), lambda person: person.number, width=48, bold=True),
        Column("way", _("How"), lambda person: way_words(person.way), width=88),
        Column("told", _("Told"), _told, stretch=True, muted=True),
    )


def _told(person: Recipient) -> str:
    if isinstance(person, FeedbackRecipient) and person.told_on:
        return day(person.told_on, "dd-MM-yy")
    return ""


def _lacking(numbers: Sequence[str]) -> str:
    """Who has neither address, by number."""
    if not numbers:
        return ""
    named = ", ".join(numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = _("{numbers} and {count} more").format(numbers=named, count=number(len(numbers) - MOST_NAMED))
    return ngettext(
        "{count} person has no postal address and no e-mail address: {numbers}.",
        "{count} people have no postal address and no e-mail address: {numbers}.",
        len(numbers),
    ).format(count=number(len(numbers)), numbers=named)
