"""What leaves of a conversation over statements: asks where it goes, has it written, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.saving import ALL_FORMS, proposal, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from burgertop_app.domain.opinion_views import OpinionView
    from burgertop_app.ui.page import Page


class Leaving:
    """Saves the files of the conversation that `view` gives."""

    def __init__(self, page: Page[Any], view: Callable[[], OpinionView | None]) -> None:
        self._page, self._view = page, view

    def form(self) -> None:
        """A sheet to type votes into."""
        view, files = self._view(), self._page.desk.services.opinion_files
        if view is not None:
            name = _("Votes {title}").format(title=view.poll.title)
            self._save(name, lambda path: files.save_form(view.poll.id, path))

    def workbook(self) -> None:
        """Words, statements and groups in Excel."""
        view, files = self._view(), self._page.desk.services.opinion_files
        if view is not None:
            name = _("Opinion groups {title}").format(title=view.poll.title)
            self._save(name, lambda path: files.save_workbook(view.poll.id, path))

    def paper(self) -> None:
        """The document."""
        view, files = self._view(), self._page.desk.services.opinion_files
        if view is not None:
            save_paper(
                self._page,
                _("Making the document…"),
                lambda: files.paper(view.poll.id),
                _("Opinion groups {title}").format(title=view.poll.title),
                forms=ALL_FORMS,
            )

    def polis(self) -> None:
        """The files of a Polis export."""
        view, desk = self._view(), self._page.desk
        folder = desk.dialogs.folder(self._page, _("Choose a folder for the files of Polis"))
        if view is not None and folder is not None:
            self._page.ask(
                lambda: desk.services.opinion_files.save_polis(view.poll.id, folder),
                lambda paths: desk.say(
                    _("{count} files are saved in {folder}.").format(count=len(paths), folder=folder)
                ),
            )

    def _save(self, name: str, write: Callable[[Path], Path]) -> None:
        desk = self._page.desk
        path = desk.dialogs.save_file(self._page, _("Save"), _("Excel (*.xlsx)"), proposal(name, ".xlsx"))
        if path is not None:
            target = path if path.suffix else path.with_suffix(".xlsx")
            self._page.ask(
                lambda: write(target), lambda made: desk.say(_("{file} is saved.").format(file=made.name))
            )
