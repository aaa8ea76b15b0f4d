"""Forms beside the table: offering, receipt, the agreed term, a reminder and the letter of the college."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.terms import Rule
from burgertop_app.i18n import _
from burgertop_app.messages.terms import explanation
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.responses import Agreement, Response
    from burgertop_app.domain.terms import Due

LONGEST = 104


class OfferForm(QWidget):
    """To whom the advice was offered, when and how."""

    def __init__(self, today: date, college: str) -> None:
        super().__init__()
        self.to = LineField(_("Offered to"), _filled("offer_to_empty"))
        self.on = DateField(_("On"), month=today)
        self.how = TextField(_("How"), hint=_("For example: in the town hall, by three members."), lines=2)
        self.to.put(college)
        self.on.put(today)
        self.setLayout(column(self.to, self.on, self.how, gap=Space.M))
        self.setFocusProxy(self.to)


class ReceiptForm(QWidget):
    """On which day the college received the advice, and how we know; `day_chosen` asks for the last day."""

    day_chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.on = DateField(_("Received on"), month=today)
        self.proof = TextField(
            _("Proof"),
            _filled("receipt_proof_empty"),
            _("For example: the signed receipt form, or the number of the confirmation."),
            lines=3,
        )
        self._last = words("", "small", wrap=True)
        self.on.put(today)
        self.setLayout(column(self.on, self.proof, self._last, gap=Space.M))
        self.setFocusProxy(self.proof)
        self.on.changed.connect(self.day_chosen)

    def tell(self, due: Due) -> None:
        """Show what the last day would be."""
        self._last.setText(explanation(due))


class AgreementForm(QWidget):
    """The agreed term; `ready` carries an `Agreement` at each change that can be kept."""

    ready = Signal(object)

    def __init__(self, agreement: Agreement, *, running: bool) -> None:
        super().__init__()
        self._agreement = agreement
        self.weeks = NumberField(_("Weeks"), low=1, high=LONGEST)
        self.rule: ChoiceField[str] = ChoiceField(
            _("When the last day is a day off"),
            [
                (Rule.ATW.value, _("the first working day after it")),
                (Rule.CALENDAR.value, _("it stays that day")),
            ],
            _("The first is the rule of the Algemene termijnenwet."),
        )
        self.source = TextField(
            _("Where this was agreed"), hint=_("For example: participation ordinance, article 6."), lines=2
        )
        self.first = DateField(_("First day of the recess"), optional=True)
        self.last = DateField(_("Last day of the recess"), optional=True)
        self._fields = (self.weeks, self.rule, self.source, self.first, self.last)
        said = _("The term that runs now keeps the rule it began with; this is for the next one.")
        note = words(said if running else "", "caption", wrap=True)
        self.setLayout(column(*self._fields, note, gap=Space.M))
        self.setFocusProxy(self.weeks)
        self.weeks.put(agreement.weeks)
        self.rule.put(agreement.rule)
        self.source.put(agreement.source)
        self.first.put(agreement.recess_from)
        self.last.put(agreement.recess_until)
        for field in self._fields:
            field.saved.connect(self._on_saved)

    def agreement(self) -> Agreement:
        """What is filled in.

        Raises:
            BurgertopError: a field cannot be read, or the weeks cannot be.
        """
        return replace(
            self._agreement,
            weeks=self.weeks.value() or 0,
            rule=Rule(self.rule.value()).value,
            source=self.source.value(),
            recess_from=self.first.value(),
            recess_until=self.last.value(),
        )

    def _on_saved(self) -> None:
        try:
            agreed = self.agreement()
        except BurgertopError:
            return
        if (agreed.recess_from is None) == (agreed.recess_until is None):
            self.last.complain("")
            self.ready.emit(agreed)
        else:
            self.last.complain(_("Fill in the first and the last day, or leave both empty."))


class ReminderForm(QWidget):
    """When the college was reminded, and with which words."""

    def __init__(self, today: date, text: str) -> None:
        super().__init__()
        self.on = DateField(_("Sent on"), month=today)
        self.text = TextField(_("What was said"), lines=7)
        self.on.put(today)
        self.text.put(text)
        self.setLayout(column(self.on, self.text, gap=Space.M))
        self.setFocusProxy(self.text)


class LetterForm(QWidget):
    """The day and the words of the college's letter; `ready` carries (day, words)."""

    ready = Signal(object)

    def __init__(self, letter: Response | None, today: date) -> None:
        super().__init__()
        self.on = DateField(_("The college answered on"), month=today)
        self.text = TextField(_("Its letter"), lines=12)
        self.on.put(letter.received_on if letter else today)
        self.text.put(letter.letter if letter else "")
        self.setLayout(column(self.on, self.text, gap=Space.M))
        self.setFocusProxy(self.text)
        for field in (self.on, self.text):
            field.saved.connect(self._on_saved)

    def _on_saved(self) -> None:
        if self.on.valid:
            self.ready.emit((self.on.value(), self.text.value()))


def _filled(code: str) -> Callable[[str], None]:
    """Refuses an empty text with `code`."""

    def check(value: str) -> None:
        if not value:
            raise InvalidInput(code)

    return check
