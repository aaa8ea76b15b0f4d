"""Making a reply workbook, and taking an organiser through the wizard that reads one in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.response.reply_wizard import ReplyWizard
from burgertop_app.ui.saving import proposal
from burgertop_app.ui.wizard_flow import WizardFlow

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.answer_sheet import Pick, ReplyProposal
    from burgertop_app.domain.changes import Change
    from burgertop_app.services.reply_workbooks import TakenOver
    from burgertop_app.ui.response.page import ResponsePage


class ReplyFlow(WizardFlow[ReplyWizard]):
    """Shows the wizard in the place of the page.

    Args:
        page: the page that asks.
        show_page: shows (True) or hides (False) what else is on the page.
    """

    def __init__(self, page: ResponsePage, show_page: Callable[[bool], object]) -> None:
        super().__init__(page, show_page)
        self._page = page
        self._advice: UUID | None = None

    def make(self, advice: Advice) -> None:
        """Ask where the workbook goes and write it there."""
        page, books = self._page, self._page.desk.services.reply_workbooks
        name = proposal(_("Reply to {title}").format(title=advice.title), ".xlsx")
        path = page.desk.dialogs.save_file(page, _("Make the reply workbook"), _("Excel (*.xlsx)"), name)
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".xlsx")
        said = _("{file} is saved. Send it to the college with the advice.").format(file=target.name)
        page.ask(lambda: books.save(advice.id, target), lambda _change: page.desk.say(said))

    def start(self, advice_id: UUID) -> None:
        """Show the wizard and ask for a file at once."""
        self.end()
        self._advice = advice_id
        wizard = ReplyWizard()
        wizard.look_wanted.connect(self._on_look)
        wizard.finished.connect(self._on_finished)
        self.show(wizard)
        self._on_look()

    def _on_look(self) -> None:
        page, wizard, advice = self._page, self.wizard, self._advice
        kinds = _("Sheets (*.xlsx *.csv *.ods *.xls *.txt)")
        path = page.desk.dialogs.open_file(page, _("Choose the workbook of the college"), kinds)
        books = page.desk.services.reply_workbooks
        if path is not None and advice is not None and wizard is not None:
            page.long(
                _("Reading the workbook…"),
                lambda progress: books.look(advice, path, progress),
                wizard.put,
            )

    def _on_finished(self) -> None:
        page, wizard = self._page, self.wizard
        books = page.desk.services.reply_workbooks
        if wizard is not None and wizard.looked is not None:
            looked, picks = wizard.looked, dict(wizard.picks)
            page.ask(lambda: books.keep(looked, picks), partial(self._on_kept, looked, picks))

    def _on_kept(self, looked: ReplyProposal, picks: dict[int, Pick | None], kept: TakenOver) -> None:
        page, books = self._page, self._page.desk.services.reply_workbooks
        self.end()
        page.desk.changes.announce(kept.change)
        last = [kept.reading_id]

        def redo() -> Change:
            again = books.keep(looked, picks)
            last[0] = again.reading_id
            return again.change

        said = ngettext("{count} answer is taken over.", "{count} answers are taken over.", kept.count)
        page.desk.did(said.format(count=number(kept.count)), lambda: books.undo(last[0]), redo)
