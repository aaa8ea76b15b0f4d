"""What an organiser does with the archive: make it, check it, and answer a Woo request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.archive import check_sentences
from burgertop_app.services.archive import gathering
from burgertop_app.ui.archive.forms import ArchiveForm, WooForm
from burgertop_app.ui.saving import proposal

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.archive import ArchiveCheck, ArchiveRequest
    from burgertop_app.ui.page import Page


class ArchiveActs:
    """Carries out requests for `page`, with progress and Cancel on top."""

    def __init__(self, page: Page[Any]) -> None:
        self._page = page
        self._desk = page.desk

    def archive(self) -> None:
        """Ask how, and then where."""
        process = self._page.process
        if process is not None:
            wanted = ArchiveForm(self._page, process, self._desk.today()).asked()
            if wanted is not None:
                self.make_archive(wanted)

    def make_archive(self, wanted: ArchiveRequest) -> None:
        """Ask where, make the archive in the other lane, and tell how the check of it ended."""
        target = self._place(_("Archive of this process"), _("archive"))
        if target is None:
            return
        archiving = self._desk.services.archiving
        self._page.request(
            _("Making the archive"),
            lambda: archiving.gather(wanted),
            gathering.set_papers,
            lambda gathered, papers: archiving.keep(gathered, papers, target),
            lambda found: self._tell(target, cast("ArchiveCheck", found)),
        )

    def woo(self) -> None:
        """Ask what was requested, and then where."""
        if self._page.process is not None:
            subject = WooForm(self._page).asked()
            if subject is not None:
                self.make_woo(subject)

    def make_woo(self, subject: str) -> None:
        """Ask where, and make the inventory and documents in the other lane."""
        process = self._page.process
        target = self._place(_("Documents for a Woo request"), _("Woo request"))
        if target is None or process is None:
            return
        requests = self._desk.services.woo
        self._page.request(
            _("Making the documents"),
            lambda: requests.gather(process, subject),
            gathering.set_papers,
            lambda gathered, papers: requests.keep(gathered, papers, target),
            lambda held_back: self._made(target, cast("tuple[str, ...]", held_back)),
        )

    def check(self) -> None:
        """Ask which archive, and tell what a check of it finds."""
        source = self._desk.dialogs.open_file(self._page, _("Check an archive"), _("Archive (*.zip)"))
        if source is None:
            return
        archiving = self._desk.services.archiving
        self._page.long(
            _("Checking the archive"),
            lambda _progress: archiving.check(source),
            lambda found: self._tell(source, found),
        )

    def _place(self, title: str, name: str) -> Path | None:
        kinds = _("Archive (*.zip);;Folder (*)")
        return self._desk.dialogs.save_file(self._page, title, kinds, proposal(name, ".zip"))

    def _tell(self, place: Path, found: ArchiveCheck) -> None:
        title = _("The archive is whole") if found.sound else _("The archive is not whole")
        self._desk.dialogs.tell(self._page, title, "\n\n".join((str(place), *check_sentences(found))))

    def _made(self, place: Path, held_back: tuple[str, ...]) -> None:
        said = [_("The inventory and the documents stand in {place}.").format(place=place)]
        if held_back:
            said.append(
                ngettext(
                    "{count} document is on the list but not in the folder. Look at it first.",
                    "{count} documents are on the list but not in the folder. Look at them first.",
                    len(held_back),
                ).format(count=number(len(held_back)))
            )
        self._desk.dialogs.tell(self._page, _("The documents are ready"), "\n\n".join(said))
