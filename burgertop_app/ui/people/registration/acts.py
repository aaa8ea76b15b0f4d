"""What an organiser does with registration on the page: each asks a service, with Undo where possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.ui.kit.pdf_text import pdf_text
from burgertop_app.ui.people.registration.doubts import DoubtsDialog
from burgertop_app.ui.people.registration.rules import RulesDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.registration import DoubtLine, RegistrationView
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.page import Page


class RegistrationActs:
    """Carries out requests for `page`; `found` is how registration stands."""

    def __init__(self, page: Page[PeopleView]) -> None:
        self._page = page
        self._desk = page.desk
        self._registration = page.desk.services.registration
        self._replying = page.desk.services.replying
        self._doubts: DoubtsDialog | None = None
        self.found: RegistrationView | None = None

    def entries(self) -> Sequence[Entry]:
        """What can be done now, for the menu."""
        found = self.found
        if found is None:
            return ()
        made: list[Entry] = []
        if found.doubts:
            said = _("Decide on differences ({count})…").format(count=number(len(found.doubts)))
            made.append((said, "scale", self.decide))
        if found.rounds:
            made.append((_("Letters and reminders…"), "mail", self.write))
        if found.closing is None:
            made.append((_("Close registration…"), "lock", self.close))
        elif not found.closing.cleared:
            made.append((_("Open registration again…"), "lock-open", self.reopen))
        if found.closing is not None and found.clearable:
            said = _("Erase who does not take part ({count})…").format(count=number(found.clearable))
            made.append((said, "trash-2", self.clear))
        return [*made, (_("Who may register…"), "settings", self.choose)]

    def write(self) -> None:
        """Go to the letters: invitations first, reminders later."""
        self._desk.navigate("letters")

    def close(self) -> None:
        """Ask, and close registration with the counts of now; it can be opened again, with a reason."""
        process, found, service = self._page.process, self.found, self._registration
        if process is None or found is None:
            return
        question = _(
            "{registered} people are registered and {silent} invited people did not answer. The counts of "
            "now are kept. Later replies are refused until you open registration again, with a reason."
        ).format(registered=number(found.registered), silent=number(found.total.silent))
        if self._desk.dialogs.ask(self._page, _("Close registration?"), question, _("Close registration")):
            self._page.ask(
                lambda: service.close(process),
                lambda _change: self._desk.say(_("Registration is closed."), "lock"),
            )

    def reopen(self) -> None:
        """Ask for the reason and open registration again."""
        process, service = self._page.process, self._registration
        reason = self._desk.dialogs.reason(
            self._page,
            _("Open registration again?"),
            _("The closing stays readable with its counts, and the reason stands beside it."),
            _("Open again"),
        )
        if process is not None and reason is not None:
            self._page.ask(
                lambda: service.reopen(process, reason),
                lambda _change: self._desk.say(_("Registration is open again."), "lock-open"),
            )

    def clear(self) -> None:
        """Ask, and erase everyone who was invited and does not take part; there is no way back."""
        process, found, service = self._page.process, self.found, self._registration
        if process is None or found is None:
            return
        question = ngettext(
            "The data of {count} person are erased for good: name, address, code and what the list told. The "
            "counts per area stay. This cannot be undone, and registration stays closed. Copies and exports "
            "that you made earlier are not reached: delete those yourself.",
            "The data of {count} people are erased for good: name, address, code and what the list told. The "
            "counts per area stay. This cannot be undone, and registration stays closed. Copies and exports "
            "that you made earlier are not reached: delete those yourself.",
            found.clearable,
        ).format(count=number(found.clearable))
        title = _("Erase who does not take part?")
        if self._desk.dialogs.ask(self._page, title, question, _("Erase data")):
            self._page.long(
                _("Erasing"),
                lambda progress: service.clear(process, progress, pdf_text),
                lambda _change: self._cleared(),
            )

    def choose(self) -> None:
        """Ask who may register."""
        process, found = self._page.process, self.found
        if process is None or found is None:
            return
        dialog = RulesDialog(self._page, found.rules)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.rules != found.rules:
            before, after, service = found.rules, dialog.rules, self._registration
            self._page.ask(
                lambda: service.choose(process, after),
                lambda _change: self._desk.did(
                    _("The rules for registration are changed."),
                    lambda: service.choose(process, before),
                    lambda: service.choose(process, after),
                    "settings",
                ),
            )

    def decide(self) -> None:
        """Show what waits for a decision."""
        if self.found is not None:
            self._doubts = DoubtsDialog(self._page)
            self._doubts.decided.connect(self.on_decided)
            self._doubts.put(self.found.doubts)
            self._doubts.open()

    def put(self, found: RegistrationView) -> None:
        """Registration stands otherwise now."""
        self.found = found
        if self._doubts is not None and self._doubts.isVisible():
            self._doubts.put(found.doubts)
            if not found.doubts:
                self._doubts.accept()

    def on_decided(self, line: DoubtLine, listed: bool) -> None:  # noqa: FBT001 - as the signal gives it
        """Keep the decision."""
        service, letter = self._replying, line.invitation_id
        told = _("{feature} of number {number} is decided.").format(feature=line.feature, number=line.number)
        self._page.ask(
            lambda: service.decide(letter, line.feature, listed=listed),
            lambda _change: self._desk.did(
                told,
                lambda: service.undecide(letter, line.feature, line.replied),
                lambda: service.decide(letter, line.feature, listed=listed),
                "scale",
            ),
        )

    def sentence(self, process: UUID | None) -> str:
        """Whether registration is closed, and with which count; "" while nothing is worth saying."""
        closing = self.found.closing if self.found is not None and process is not None else None
        if closing is None:
            return ""
        told = ngettext(
            "Registration closed on {day} with {count} person.",
            "Registration closed on {day} with {count} people.",
            closing.registered,
        ).format(day=day(closing.closed_at.astimezone().date()), count=number(closing.registered))
        if not closing.cleared:
            return told
        gone = ngettext(
            "The data of {count} person who does not take part were erased.",
            "The data of {count} people who do not take part were erased.",
            closing.cleared,
        ).format(count=number(closing.cleared))
        return f"{told} {gone}"

    def _cleared(self) -> None:
        self._desk.undo.clear()
        self._desk.say(_("The data of who does not take part are erased."), "trash-2")
