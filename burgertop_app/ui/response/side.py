"""The panel at the right: one form at a time, for the advice that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from burgertop_app.domain.reminding import occasion_on
from burgertop_app.i18n import _
from burgertop_app.messages.reminding import asking, opening
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.response import documents
from burgertop_app.ui.response.agreement_form import AgreementForm
from burgertop_app.ui.response.answer_form import AnswerForm
from burgertop_app.ui.response.file_choice import KINDS
from burgertop_app.ui.response.forms import LetterForm, OfferForm, ReceiptForm, ReminderForm
from burgertop_app.ui.response.keeping import AnswerKeeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.requests import DispositionForm
    from burgertop_app.domain.responses import Agreement, Disposition
    from burgertop_app.domain.terms import Due
    from burgertop_app.ui.response.page import ResponsePage
    from burgertop_app.ui.response.state import Followed

WIDE = 340


class Side(QObject):
    """Opens forms in the drawer and sends what they give to the services.

    Attributes:
        form: the form on screen, None when the panel is closed.
    """

    def __init__(self, page: ResponsePage) -> None:
        super().__init__(page)
        self._page = page
        self._receiving = page.desk.services.receiving
        self._responding = page.desk.services.responding
        self.drawer = Drawer(WIDE)
        self.form: QWidget | None = None
        self._line: RecommendationLine | None = None
        self.keeper = AnswerKeeper(page.desk.tasks, self._responding)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(page.fail)
        self.drawer.closed.connect(self._on_closed)
        onward = QShortcut(QKeySequence("Ctrl+Return"), self.drawer)
        onward.activated.connect(self.go_on)

    @property
    def line_id(self) -> UUID | None:
        """The recommendation whose answer is being entered, None for another form or none."""
        return self._line.recommendation.id if self._line else None

    def offer(self, found: Followed) -> None:
        """Record that the advice was offered."""
        form = OfferForm(self._page.desk.today(), self._page.college, found.copies)
        letter = secondary(
            _("Letter…"), partial(documents.offering_letter, self._page, found.advice), "file-text"
        )
        self._open(form, _("Offer the advice"), found.advice.title, self._on_offer, letter)

    def receive(self, found: Followed) -> None:
        """Record the receipt."""
        form = ReceiptForm(self._page.desk.today(), found.agreement.term.start, self.ask_file)
        form.tell(found.expected)
        form.day_chosen.connect(self._on_day)
        self._open(form, _("Record the receipt"), found.advice.title, self._on_receipt)

    def agree(self, found: Followed) -> None:
        """Show and change the agreed term."""
        form = AgreementForm(found.agreement, running=found.term is not None)
        form.ready.connect(self._on_agreed)
        self._open(form, _("The agreed term"), _("Everything is kept at once"))

    def remind(self, found: Followed) -> None:
        """Record a reminder, with the letter."""
        form = ReminderForm(
            self._page.desk.today(), reminder_text(found, self._page.desk.today()), found.planned
        )
        letter = secondary(
            _("Letter…"), partial(documents.reminder_letter, self._page, found.advice), "file-text"
        )
        self._open(form, _("Remind the college"), found.advice.title, self._on_reminder, letter)

    def ask_file(self) -> Path | None:
        """A file that proves something, None when the organiser chose none."""
        page = self._page
        return page.desk.dialogs.open_file(
            page, _("Choose the proof"), _("Proof {kinds}").format(kinds=KINDS)
        )

    def show_form(
        self, form: QWidget, title: str, caption: str, record: Callable[[], object] | None = None
    ) -> None:
        """Show a form of another part; with `record` it gets a button that records."""
        self._open(form, title, caption, record)

    def done(self, said: str) -> None:
        """Close the panel and tell what was done."""
        self._done(said)

    def letter(self, found: Followed) -> None:
        """Keep the letter of the college."""
        form = LetterForm(found.letter, self._page.desk.today())
        form.ready.connect(self._on_letter)
        self._open(form, _("Letter of the college"), _("Everything is kept at once"))

    def answer(self, line: RecommendationLine) -> None:
        """Enter the word of the college on one recommendation."""
        self._leave()
        form = AnswerForm()
        form.put(line.disposition, (0,) * len(form.marks))
        form.ready.connect(self._on_answer)
        form.rated.connect(self._on_rated)
        self._line = line
        self.keeper.begin(line.recommendation.id)
        onward = secondary(_("Next without answer"), self.go_on, "arrow-right")
        onward.setToolTip("Ctrl+Enter")
        caption = _("Recommendation {number}").format(number=line.recommendation.number)
        self._show(form, line.text.title, caption, onward)
        form.disposal.setFocus()
        self._read_history(line.recommendation.id, line.disposition)

    def refresh(self, found: Followed) -> None:
        """Show again what was read; fields that are being typed in stay."""
        if self._line is None or not isinstance(self.form, AnswerForm):
            return
        wanted = self._line.recommendation.id
        line = next((line for line in found.lines if line.recommendation.id == wanted), None)
        if line is not None:
            self._line = line
            self._read_history(wanted, line.disposition)

    def go_on(self) -> None:
        """Keep this answer and open the next recommendation without one."""
        self._leave()
        line = self._page.next_open(self._line)
        if line is not None:
            self.answer(line)
        else:
            self.drawer.close_up()

    def _open(
        self,
        form: QWidget,
        title: str,
        caption: str,
        record: object = None,
        *more: QWidget,
    ) -> None:
        self._leave()
        self._line = None
        buttons = [*more]
        if callable(record):
            buttons.append(secondary(_("Record"), record, "check"))
        self._show(form, title, caption, *buttons)
        form.setFocus()

    def _show(self, form: QWidget, title: str, caption: str, *buttons: QWidget) -> None:
        self.form = form
        self._page.make_room(narrow=True)
        self.drawer.open(title, caption, form, buttons=buttons)

    def _leave(self) -> None:
        if isinstance(self.form, AnswerForm):
            self.form.flush()

    def _on_closed(self) -> None:
        self._leave()
        self._page.make_room(narrow=False)
        self.form = None
        self._line = None

    def _done(self, said: str) -> None:
        self._page.error_bar.hide()
        self.drawer.close_up()
        self._page.desk.say(said)

    def _on_offer(self) -> None:
        form, advice = self.form, self._page.advice
        if not isinstance(form, OfferForm) or advice is None or not (form.to.valid and form.on.valid):
            return
        advising, to, on, how = (
            self._page.desk.services.advising,
            form.to.value(),
            form.on.value(),
            form.how.value(),
        )
        copies = form.copies.value().splitlines()
        if on is not None:
            self._page.ask(
                lambda: advising.offer(advice, to=to, on=on, how=how, copies=copies),
                lambda _change: self._done(_("The offer is recorded.")),
            )

    def _on_receipt(self) -> None:
        form, advice = self.form, self._page.advice
        if not isinstance(form, ReceiptForm) or advice is None or not (form.on.valid and form.proof.valid):
            return
        if not form.council.valid:
            return
        receiving, on, proof, told = self._receiving, form.on.value(), form.proof.value(), form.told
        if on is not None:
            self._page.ask(
                lambda: receiving.receive(advice, on=on, proof=proof, told=told),
                lambda _change: self._done(_("The receipt is recorded. The term runs.")),
            )

    def _on_day(self, on: object) -> None:
        process, receiving = self._page.process, self._receiving
        if process is not None and on is not None:
            self._page.ask(lambda: receiving.expected(process, on), self._on_expected)  # type: ignore[arg-type]

    def _on_expected(self, due: Due) -> None:
        if isinstance(self.form, ReceiptForm):
            self.form.tell(due)

    def _on_agreed(self, agreement: Agreement) -> None:
        receiving = self._receiving
        self._page.ask(lambda: receiving.agree(agreement))

    def _on_reminder(self) -> None:
        form, advice = self.form, self._page.advice
        if not isinstance(form, ReminderForm) or advice is None or not form.on.valid:
            return
        receiving, on, text, how = self._receiving, form.on.value(), form.text.value(), form.how.value()
        planned_on = form.planned.on if form.planned else None
        if on is not None:
            self._page.ask(
                lambda: receiving.remind(advice, on=on, text=text, how=how, planned_on=planned_on),
                lambda _change: self._done(_("The reminder is recorded.")),
            )

    def _on_letter(self, said: tuple[object, str]) -> None:
        advice, responding = self._page.advice, self._responding
        on, text = said
        if advice is not None and on is not None:
            self._page.ask(lambda: responding.keep_letter(advice, on=on, letter=text))  # type: ignore[arg-type]

    def _on_answer(self, form: DispositionForm) -> None:
        self.keeper.keep(form)

    def _on_kept(self) -> None:
        if isinstance(self.form, AnswerForm):
            self.form.kept()

    def _on_rated(self, marks: tuple[int, ...]) -> None:
        answer = self._line.disposition if self._line else None
        responding = self._responding
        if answer is not None:
            self._page.ask(lambda: responding.rate(answer.id, marks))

    def _read_history(self, recommendation: UUID, answer: Disposition | None) -> None:
        responding = self._responding
        self._page.ask(
            lambda: (
                recommendation,
                responding.dispositions(recommendation),
                responding.marks(answer.id) if answer else (),
            ),
            self._on_history,
        )

    def _on_history(self, found: tuple[UUID, tuple[Disposition, ...], tuple[int, ...]]) -> None:
        recommendation, said, marks = found
        form = self.form
        if isinstance(form, AnswerForm) and self._line and self._line.recommendation.id == recommendation:
            form.tell(said)
            if said and marks:
                form.put(said[-1], marks)


def reminder_text(found: Followed, today: date) -> str:
    """A proposal for the words of a reminder, by how near the last day is."""
    if found.term is None:
        return ""
    waiting = ", ".join(str(line.recommendation.number) for line in found.lines if line.disposition is None)
    occasion = occasion_on(found.term.last, today)
    return "\n\n".join(
        (
            _("Dear members of the college,"),
            opening(occasion, found.term.last, today),
            _("We have no answer yet to recommendation {numbers}.").format(numbers=waiting),
            asking(occasion),
        )
    )
