"""Takes an organiser through the wizard that reads cards in; nothing is kept before the last step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.messages.importing import summary_words
from burgertop_app.ui.cards.importing import CardWizard
from burgertop_app.ui.wizard_flow import WizardFlow

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.cards_import import CardField
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.importing import Summary
    from burgertop_app.ui.cards.found import CardsFound
    from burgertop_app.ui.page import Page


class ImportFlow(WizardFlow[CardWizard]):
    """Shows the wizard in the place of the page.

    Args:
        page: the page that asks.
        show_page: shows (True) or hides (False) what else is on the page.
    """

    def __init__(self, page: Page[CardsFound], show_page: Callable[[bool], object]) -> None:
        super().__init__(page, show_page)
        self._page = page

    def start(self) -> None:
        """Show the wizard and ask for a file at once."""
        self.end()
        wizard = CardWizard()
        wizard.look_wanted.connect(self._on_look)
        wizard.again_wanted.connect(self._on_again)
        wizard.finished.connect(self._on_finished)
        self.show(wizard)
        self._on_look()

    def _on_look(self) -> None:
        page, wizard, process = self._page, self.wizard, self._page.process
        kinds = _("Sheets (*.xlsx *.csv *.ods *.xls *.txt)")
        path = page.desk.dialogs.open_file(page, _("Choose a sheet with cards"), kinds)
        importing = page.desk.services.card_import
        if path is not None and process is not None and wizard is not None:
            page.long(
                _("Reading the sheet…"), lambda progress: importing.look(process, path, progress), wizard.put
            )

    def _on_again(self, uses: tuple[CardField, ...]) -> None:
        page, wizard, process = self._page, self.wizard, self._page.process
        if wizard is None or wizard.looked is None or process is None:
            return
        table, importing = wizard.looked.table, page.desk.services.card_import
        page.long(
            _("Reading the sheet…"),
            lambda progress: importing.again(process, table, uses, progress),
            wizard.proceed,
        )

    def _on_finished(self) -> None:
        page, wizard, process = self._page, self.wizard, self._page.process
        importing = page.desk.services.card_import
        if wizard is not None and wizard.looked is not None and process is not None:
            looked, choices = wizard.looked, dict(wizard.choices)
            page.ask(lambda: importing.keep(process, looked, choices), self._on_kept)

    def _on_kept(self, kept: tuple[Change, Summary]) -> None:
        change, summary = kept
        self.end()
        self._page.desk.changes.announce(change)
        self._page.desk.say(summary_words(summary))
