"""Recording what the members said, and the sheet on which they sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _, day
from burgertop_app.ui.advice.sign_off_form import AgreementForm
from burgertop_app.ui.saving import save_paper

if TYPE_CHECKING:
    from burgertop_app.domain.sign_off import SignOff
    from burgertop_app.ui.advice.page import AdvicePage


class MemberActs:
    """What the organiser does about the members' agreement."""

    def __init__(self, page: AdvicePage) -> None:
        self._page = page
        self._desk = page.desk

    def sign(self) -> None:
        """Ask what the members said, and keep it."""
        advice, state = self._page.found.advice, self._page.found.signing
        if advice is None or state is None:
            return
        form = AgreementForm(self._page, state, self._desk.today())
        if form.exec() != QDialog.DialogCode.Accepted:
            return
        given, signing = form.given, self._desk.services.signing
        self._page.ask(
            lambda: signing.sign(advice.id, given),
            lambda _change: self._desk.say(_("The agreement of the members is recorded."), "badge-check"),
        )

    def unsign(self, kept: SignOff) -> None:
        """Take back a round that was recorded by mistake."""
        sure = self._desk.dialogs.ask(
            self._page,
            _("Take back the agreement of {date}?").format(date=day(kept.on)),
            _("What was recorded in this round goes, also what each member said. The log keeps that it was."),
            _("Take back"),
        )
        signing = self._desk.services.signing
        if sure:
            self._page.ask(lambda: signing.unsign(kept.id))

    def sheet(self) -> None:
        """Save the sheet with the texts and a line for each signature."""
        printing, advice = self._desk.services.printing, self._page.found.advice
        if advice is None:
            return
        name = _("{title}, sheet to sign").format(title=advice.title)
        save_paper(self._page, _("Making the document…"), lambda: printing.sign_off_sheet(advice.id), name)
