"""Forms beside the table: offering, receipt, a reminder and the letter of the college."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.reminding import Standing, to_do
from burgertop_app.domain.terms import Start
from burgertop_app.i18n import _
from burgertop_app.messages.reminding import NAMES, standing
from burgertop_app.messages.terms import explanation
from burgertop_app.services.receiving import Confirmation
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.response.file_choice import FileChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from burgertop_app.domain.reminding import Planned
    from burgertop_app.domain.responses import Response
    from burgertop_app.domain.terms import Due


class OfferForm(QWidget):
    """To whom the advice was offered, when and how, and who got a copy."""

    def __init__(self, today: date, college: str, copies: Sequence[str] = ()) -> None:
        super().__init__()
        self.to = LineField(_("Offered to"), _filled("offer_to_empty"))
        self.on = DateField(_("On"), month=today)
        self.how = TextField(_("How"), hint=_("For example: in the town hall, by three members."), lines=2)
        self.copies = TextField(_("Copies to"), hint=_("One on each line."), lines=3)
        self.to.put(college)
        self.on.put(today)
        self.copies.put("\n".join(copies))
        self.setLayout(column(self.to, self.on, self.how, self.copies, gap=Space.M))
        self.setFocusProxy(self.to)


class ReceiptForm(QWidget):
    """On which day the college received the advice, and how we know; `day_chosen` asks for the last day."""

    day_chosen = Signal(object)

    def __init__(self, today: date, start: Start, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self.on = DateField(_("Received on"), month=today)
        self.proof = TextField(
            _("Proof"),
            _filled("receipt_proof_empty"),
            _("For example: the signed receipt form, or the number of the confirmation."),
            lines=3,
        )
        self.by = LineField(
            _("Confirmed by (function)"), placeholder=_("For example: the clerk of the council")
        )
        self.how = LineField(_("Received how"), placeholder=_("By hand, by e-mail or by post"))
        self.file = FileChoice(_("Scan or e-mail (PDF, picture, EML or MSG)"), ask)
        self.council = DateField(_("Meeting of the council that starts the term"), month=today, optional=True)
        self.council.setVisible(start is Start.COUNCIL)
        self._start = start
        self._last = words("", "small", wrap=True)
        self.on.put(today)
        self.setLayout(
            column(self.on, self.council, self.proof, self.by, self.how, self.file, self._last, gap=Space.M)
        )
        self.setFocusProxy(self.proof)
        if start is Start.RECEIPT:
            self.on.changed.connect(self.day_chosen)
        elif start is Start.COUNCIL:
            self.council.changed.connect(self.day_chosen)

    @property
    def told(self) -> Confirmation:
        """What is filled in of the confirmation."""
        council = self.council.value() if self._start is Start.COUNCIL else None
        return Confirmation(self.by.value(), self.how.value(), self.file.path, council)

    def tell(self, due: Due) -> None:
        """Show what the last day would be."""
        self._last.setText(explanation(due))


class ReminderForm(QWidget):
    """When the college was reminded, how and with which words; above it the schedule."""

    def __init__(self, today: date, text: str, planned: Sequence[Planned] = ()) -> None:
        super().__init__()
        self.on = DateField(_("Sent on"), month=today)
        self.how = LineField(_("How"), placeholder=_("By e-mail, by post, by telephone"))
        self.text = TextField(_("What was said"), lines=7)
        self.on.put(today)
        self.text.put(text)
        lines = [
            words(f"{_(NAMES[one.occasion])}: {standing(one, today)}", _kind(one), wrap=True)
            for one in planned
        ]
        heading = [words(_("The reminders of this term"), "field")] if lines else []
        self.planned = to_do(planned)
        self.setLayout(column(column(*heading, *lines, gap=2), self.on, self.how, self.text, gap=Space.M))
        self.setFocusProxy(self.text)


def _kind(planned: Planned) -> str:
    return {Standing.TO_DO: "warn", Standing.SENT: "ok"}.get(planned.standing, "caption")


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
