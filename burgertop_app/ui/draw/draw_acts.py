"""What an organiser does with the draw itself: calculate, record, draw, hand over, check, withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.draws import METHODS
from burgertop_app.i18n import _
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.services.draw_comparing import compare
from burgertop_app.services.draw_verifying import check
from burgertop_app.ui.draw.ceremony import Ceremony
from burgertop_app.ui.draw.committing import CommitForm
from burgertop_app.ui.draw.comparison import ComparisonView
from burgertop_app.ui.saving import proposal, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.draw_comparison import MethodChances
    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.domain.draw_requests import Verification
    from burgertop_app.domain.draw_views import DrawView
    from burgertop_app.domain.drawing import Commitment
    from burgertop_app.ui.draw.page import DrawPage


QUICK = "quick"


class DrawActs(QObject):
    """Acts on the draw; none of them can be undone, a draw can be withdrawn with a reason."""

    def __init__(self, page: DrawPage) -> None:
        super().__init__(page)
        self._page = page
        self.ceremony: Ceremony | None = None

    def calculate(self) -> None:
        """Calculate the lottery in the other process and keep it."""
        found = self._page.found
        if found is None:
            return
        drawing, request = self._page.desk.services.drawing, found.request
        self._page.looking.stop()
        self._page.request(
            _("Calculating the draw…"),
            lambda: drawing.prepare(request),
            calculate,
            drawing.keep,
            self._on_calculated,
        )

    def choose_method(self, method: str) -> None:
        """Keep how chances are made fair."""
        comparing, process = self._page.desk.services.draw_comparing, self._page.process
        if process is not None:
            self._page.ask(lambda: comparing.choose(process, method))

    def compare(self) -> None:
        """Calculate the chances that the chosen method and the quick one give, and show them."""
        found = self._page.found
        if found is None:
            return
        comparing, request = self._page.desk.services.draw_comparing, found.request
        methods = (request.method if request.method != QUICK else METHODS[0], QUICK)
        self._page.looking.stop()
        self._page.request(
            _("Comparing methods…"),
            lambda: comparing.prepare(request, methods),
            compare,
            lambda _asked, chances: chances,
            self._on_compared,
        )

    def ask_commitment(self) -> None:
        """Ask what is announced and record the lottery."""
        form = CommitForm(self._page)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.commit(form.told)

    def commit(self, told: Commitment) -> None:
        """Record the lottery; then ask where the part to publish goes."""
        record = self._standing()
        if record is not None:
            drawing, draw_id = self._page.desk.services.drawing, record.id
            self._page.ask(lambda: drawing.commit(draw_id, told), lambda _change: self.publish(draw_id))

    def publish(self, draw_id: UUID | None = None) -> None:
        """Write the part that may be published."""
        record = self._standing()
        wanted = draw_id or (record.id if record is not None else None)
        folder = self._folder(_("Where should the folder to publish go?"), _("openbaar"))
        if wanted is None or folder is None:
            return
        folders = self._page.desk.services.draw_folders
        said = _("The files to publish are in {folder}.").format(folder=folder)
        self._page.ask(lambda: folders.write_public(wanted, folder), lambda _none: self._page.desk.say(said))

    def hand_over(self) -> None:
        """Write the full folder, for the notary."""
        record = self._standing()
        folder = self._folder(_("Where should the folder for the notary go?"), _("Draw"))
        if record is None or folder is None:
            return
        folders, draw_id = self._page.desk.services.draw_folders, record.id
        said = _("The folder for the notary is in {folder}. It holds personal data.").format(folder=folder)
        self._page.long(
            _("Writing the folder…"),
            lambda _progress: folders.write(draw_id, folder),
            lambda _none: self._page.desk.say(said),
        )

    def protocol(self, record: DrawRecord | None = None) -> None:
        """Save the protocol as a PDF."""
        found, wanted = self._page.found, record or self._standing()
        if found is None or wanted is None:
            return
        folders, draw_id = self._page.desk.services.draw_folders, wanted.id
        name = _("Protocol of draw {attempt} {process}").format(
            attempt=wanted.attempt, process=found.setup.title
        )
        save_paper(self._page, _("Making the protocol…"), lambda: folders.protocol(draw_id), name)

    def check(self) -> None:
        """Check the draw that stands, computing it again in the other process."""
        record = self._standing()
        if record is None:
            return
        folders, draw_id = self._page.desk.services.draw_folders, record.id

        def found(_evidence: object, checked: Verification) -> Verification:
            return checked

        self._page.request(
            _("Checking the draw…"), lambda: folders.evidence(draw_id), check, found, self._page.show_checks
        )

    def withdraw(self) -> None:
        """Ask why, and withdraw the draw that stands."""
        record = self._standing()
        if record is None:
            return
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Withdraw draw {attempt}?").format(attempt=record.attempt),
            _(
                "The draw stays visible with your reason and counts as an attempt. Everybody whom it drew is "
                "registered again. You cannot undo this."
            ),
            _("Withdraw"),
        )
        if reason is not None:
            drawing, draw_id = self._page.desk.services.drawing, record.id
            said = _("Draw {attempt} was withdrawn.").format(attempt=record.attempt)
            self._page.ask(
                lambda: drawing.withdraw(draw_id, reason), lambda _change: self._page.desk.say(said, "ban")
            )

    def show_ceremony(self) -> None:
        """Open the view for the beamer, over the whole screen."""
        found = self._page.found
        if found is None or found.view is None:
            return
        self.close_ceremony()
        self.ceremony = Ceremony(found.setup.title, found.view)
        self.ceremony.number_wanted.connect(self._on_number_wanted)
        self.ceremony.closed.connect(self._on_closed)
        self.ceremony.setGeometry(self._page.screen().geometry())
        self.ceremony.showFullScreen()
        self.ceremony.activateWindow()

    def close_ceremony(self) -> None:
        """Close the view for the beamer, if it is open."""
        if self.ceremony is not None:
            self.ceremony.close()

    def _on_number_wanted(self, seed: str, number: int | None) -> None:
        found, record = self._page.found, self._standing()
        if found is None or record is None:
            return
        drawing, draw_id, reserves = self._page.desk.services.drawing, record.id, found.setup.choices.reserves

        def drawn() -> tuple[Change, DrawView]:
            change = drawing.draw(draw_id, seed=seed, number=number, reserves=reserves)
            return change, drawing.view(draw_id)

        task = self._page.desk.tasks.ask(drawn)
        task.done.connect(self._on_drawn)
        task.failed.connect(self._on_not_drawn)
        task.submit()

    def _on_drawn(self, found: tuple[Change, DrawView]) -> None:
        change, view = found
        self._page.desk.changes.announce(change)
        if self.ceremony is not None:
            self.ceremony.put(view)

    def _on_not_drawn(self, error: object) -> None:
        if self.ceremony is not None:
            self.ceremony.fail(error)
        self._page.fail(error)

    def _on_closed(self) -> None:
        if self.ceremony is not None:
            self.ceremony.deleteLater()
            self.ceremony = None

    def _on_calculated(self, _change: object) -> None:
        self._page.desk.say(_("The draw was calculated. Nobody has seen a panel yet."), "dices")

    def _on_compared(self, found: object) -> None:
        compared: tuple[MethodChances, ...] = found  # type: ignore[assignment]
        if self._page.found is not None:
            ComparisonView(self._page, compared, self._page.found.setup.seats).exec()

    def _standing(self) -> DrawRecord | None:
        found = self._page.found
        return found.view.record if found is not None and found.view is not None else None

    def _folder(self, title: str, name: str) -> Path | None:
        found, record = self._page.found, self._standing()
        if found is None or record is None:
            return None
        within = self._page.desk.dialogs.folder(self._page, title, proposal("x", "").parent)
        if within is None:
            return None
        return within / _("{name} {process} draw {attempt}").format(
            name=name, process=_plain(found.setup.title), attempt=record.attempt
        )


def menu_entries(acts: DrawActs, *, drawn: bool) -> list[tuple[str, str, Callable[[], object]]]:
    """What else can be done with a draw that was recorded or drawn."""
    entries: list[tuple[str, str, Callable[[], object]]] = [
        (_("Protocol (PDF)…"), "file-text", acts.protocol),
        (_("Folder to publish…"), "globe", acts.publish),
        (_("Folder for the notary…"), "stamp", acts.hand_over),
    ]
    if drawn:
        entries.append((_("Check this draw"), "shield-check", acts.check))
    return [*entries, (_("Withdraw…"), "ban", acts.withdraw)]


def _plain(title: str) -> str:
    return proposal(title, "").name
