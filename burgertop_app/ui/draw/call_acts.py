"""What an organiser does with the call list: keep answers, set days, replace, hand the list over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, day, listed, ngettext
from burgertop_app.messages.replacing import drop_out_hint, outcome_words
from burgertop_app.services.proposing import propose
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.saving import proposal as file_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.call_views import CallLine, CallList, Proposal, Situation
    from burgertop_app.ui.draw.calls import CallView
    from burgertop_app.ui.draw.page import DrawPage
    from burgertop_app.ui.kit.tables import Sheet
    from burgertop_app.ui.kit.tasks import Task

WITHIN = timedelta(days=7)


class CallActs(QObject):
    """Carries out what the call list asks for; looks for a proposal whenever a seat is open."""

    def __init__(self, page: DrawPage, view: CallView) -> None:
        super().__init__(page)
        self._page, self._view, self._desk = page, view, page.desk
        self._calling, self._replacing = page.desk.services.calling, page.desk.services.replacing
        self._draw: UUID | None = None
        self._known: Hashable = None
        self._task: Task | None = None
        view.said.connect(self.heard)
        view.taken_back.connect(self.take_back)
        view.day_wanted.connect(self.ask_day)
        view.names_wanted.connect(self._on_names)
        view.assistant.accepted.connect(self.accept)
        view.table.export_wanted.connect(self.export)

    def show(self, draw_id: UUID) -> None:
        """Read the call list of a real draw and show it."""
        self._draw = draw_id
        calling, names = self._calling, self._view.named
        self._page.ask(lambda: calling.call_list(draw_id, names=names), self._on_read)

    def tell_drop_out(self) -> None:
        """Say beside the number of reserves which drop-out the list would count on."""
        process, replacing, field = self._page.process, self._replacing, self._page.rules.reserves
        if process is not None:
            self._page.ask(
                lambda: replacing.drop_out(process), lambda found: field.hint(drop_out_hint(found))
            )

    def stop(self) -> None:
        """Look for no proposal any more."""
        task, self._task, self._known = self._task, None, None
        if task is not None:
            task.forget()
            task.cancel()

    def heard(self, line: CallLine, outcome: CallOutcome) -> None:
        """Keep what came of a call; a no asks for the reason and can be taken back, the rest be undone."""
        if outcome is CallOutcome.NO:
            self._says_no(line)
            return
        calling, draw_id, who, before = self._calling, self._draw, line.participation_id, line.state
        if draw_id is None:
            return
        last: list[UUID] = []

        def call() -> object:
            change = calling.called(draw_id, who, outcome)
            last[:] = [change.id] if change.id is not None else []
            return change

        said = _("Number {number}: {outcome}.").format(number=line.number, outcome=outcome_words(outcome))
        self._page.ask(
            call,
            lambda _change: self._desk.did(
                said,
                lambda: calling.forget(last[0], before),
                call,  # type: ignore[arg-type]  # it gives a Change
                "phone",
            ),
        )

    def take_back(self, line: CallLine) -> None:
        """Ask why, and let somebody who said no come after all."""
        reason = self._desk.dialogs.reason(
            self._page,
            _("Does number {number} come after all?").format(number=line.number),
            _("The seat was not given away yet. The no and your reason stay in the story of this person."),
            _("Take the no back"),
        )
        calling, draw_id = self._calling, self._draw
        if reason is not None and draw_id is not None:
            self._page.ask(lambda: calling.take_back(draw_id, line.participation_id, reason))

    def ask_day(self, lines: Sequence[CallLine]) -> None:
        """Ask by which day these members must answer."""
        form = DayForm(self._page, lines, self._desk.today())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.keep_day(lines, form.day)

    def keep_day(self, lines: Sequence[CallLine], wanted: date | None) -> None:
        """Keep the last day to answer; it can be undone."""
        calling, draw_id = self._calling, self._draw
        if draw_id is None:
            return
        before: Mapping[UUID, date | None] = {line.participation_id: line.reply_by for line in lines}
        after = dict.fromkeys(before, wanted)
        said = _("{numbers}: no last day to answer.")
        if wanted is not None:
            said = _("{numbers}: answer by {day}.")
        told = said.format(
            numbers=listed([line.number for line in lines]), day=day(wanted, "medium") if wanted else ""
        )
        self._page.ask(
            lambda: calling.keep_reply_by(draw_id, after),
            lambda _change: self._desk.did(
                told,
                lambda: calling.keep_reply_by(draw_id, before),
                lambda: calling.keep_reply_by(draw_id, after),
                "calendar",
            ),
        )

    def accept(self, found: Proposal, reply_by: date | None) -> None:
        """Keep a replacement."""
        replacing = self._replacing
        said = ngettext(
            "Number {numbers} is in the panel now and on the call list.",
            "Numbers {numbers} are in the panel now and on the call list.",
            len(found.joined),
        ).format(numbers=listed(found.joined))
        task = self._page.ask(
            lambda: replacing.accept(found, reply_by), lambda _change: self._desk.say(said, "replace")
        )
        task.failed.connect(self._on_refused)

    def export(self, sheet: Sheet) -> None:
        """Ask where the call list goes and write it there; that is recorded."""
        process, calling = self._page.process, self._calling
        kinds = _("Excel (*.xlsx);;CSV for a Dutch Excel (*.csv)")
        path = self._desk.dialogs.save_file(
            self._page, _("Save the call list"), kinds, file_name(_("Call list"), ".xlsx")
        )
        if path is None or process is None:
            return
        target = path if path.suffix else path.with_suffix(".xlsx")
        said = _("{file} is saved. It is in the list of what left.").format(file=target.name)
        self._page.ask(
            lambda: calling.export(process, sheet, target), lambda _change: self._desk.say(said, "download")
        )

    def _says_no(self, line: CallLine) -> None:
        reason = self._desk.dialogs.reason(
            self._page,
            _("Does number {number} say no?").format(number=line.number),
            _(
                "The seat comes open and you see who can join. Until you accept that, the no can be taken "
                "back with a reason. Do not write down anything about health."
            ),
            _("Says no"),
        )
        calling, draw_id, who = self._calling, self._draw, line.participation_id
        if reason is not None and draw_id is not None:
            self._page.ask(lambda: calling.called(draw_id, who, CallOutcome.NO, reason))

    def _on_names(self, _way: object) -> None:
        if self._draw is not None:
            self.show(self._draw)

    def _on_read(self, found: CallList) -> None:
        self._view.put(found)
        gone = tuple(line.number for line in found.lines if line.gone)
        known = (found.draw_id, gone, len(found.steps), found.open_seats)
        if known == self._known:
            return
        self.stop()
        self._view.assistant.wait(found)
        if found.open_seats:
            self._known = known
            self._look(found.draw_id)

    def _look(self, draw_id: UUID) -> None:
        replacing = self._replacing

        def proposed(_given: Situation, found: Proposal | None) -> Proposal | None:
            return found

        task = self._desk.tasks.request("", lambda: replacing.situation(draw_id), propose, proposed)
        task.done.connect(self._on_proposed)
        task.failed.connect(self._page.fail)
        self._task = task
        task.submit()

    def _on_proposed(self, found: Proposal | None) -> None:
        self._task = None
        if found is not None:
            self._view.assistant.put(found)

    def _on_refused(self, _error: object) -> None:
        """The proposal no longer holds: look for another."""
        self._known = None
        if self._draw is not None:
            self.show(self._draw)


class DayForm(Panel):
    """Asks by which day members must answer."""

    def __init__(self, parent: DrawPage, lines: Sequence[CallLine], today: date) -> None:
        self._today = today
        self.field = DateField(
            _("Answer by"), self._check, optional=True, hint=_("Empty: there is no last day to answer.")
        )
        self.field.put(lines[0].reply_by or today + WITHIN)
        title = ngettext(
            "By which day does number {numbers} answer?",
            "By which day do {count} members answer?",
            len(lines),
        ).format(numbers=lines[0].number, count=len(lines))
        super().__init__(parent, title, column(self.field), _("Keep"))
        self.field.editor.textEdited.connect(self._on_changed)  # type: ignore[attr-defined]

    @property
    def day(self) -> date | None:
        """The day, or None for none."""
        return self.field.value()

    def _check(self, wanted: date | None) -> None:
        if wanted is not None and wanted < self._today:
            raise InvalidInput("reply_by_past", day=wanted.strftime("%d-%m-%Y"))

    def _on_changed(self, _text: str) -> None:
        self.yes.setEnabled(self.field.valid)
