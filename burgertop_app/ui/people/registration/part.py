"""The part of the page about registration: its menu, the pictures on top, the notice, and the entry strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.kit.buttons import link, secondary
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.registration.acts import RegistrationActs
from burgertop_app.ui.people.registration.entering import Entering
from burgertop_app.ui.people.registration.response import ResponseCard
from burgertop_app.ui.people.registration.strip import ReplyStrip
from burgertop_app.ui.people.statement import show_statement

if TYPE_CHECKING:
    from burgertop_app.domain.registration import Asked, RegistrationView
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.people.picture import SharesCard


class RegistrationPart:
    """Everything about registration on `page`; `shares` is the other picture, shown in turn."""

    def __init__(self, page: Page[PeopleView], shares: SharesCard) -> None:
        self._page = page
        self.act = RegistrationActs(page)
        self.shares = shares
        self.response = ResponseCard(lambda: self._turn(response=False))
        self.strip: ReplyStrip | None = None
        self._kept: Kept = None
        self._chosen: bool | None = None
        self.button = secondary(_("Registration"), icon="clipboard-list")
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self._menu)
        self._said = words("", "small", wrap=True)
        self._decide = link(_("Decide…"), self.act.decide, "scale")
        notice = row(self._said, self._decide, gap=Space.M)
        notice.setStretchFactor(self._said, 1)
        self._notice = holder(notice)
        self.holder = QWidget()
        self._box = QVBoxLayout(self.holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.M)
        for widget in (shares, self.response, self._notice):
            self._box.addWidget(widget)
        shares.offer_other(_("Show the response"), lambda: self._turn(response=True))
        self._notice.hide()
        self.holder.hide()

    def load(self) -> None:
        """Read how registration stands, and show it."""
        process, registration = self._page.process, self._page.desk.services.registration
        if process is not None:
            self._page.ask(lambda: registration.view(process), self._put)

    def leave(self) -> None:
        """Another process comes: the strip goes, and the picture is chosen anew."""
        self.close_strip()
        self._chosen = None

    def make_room(self, *, roomy: bool) -> None:
        """More or fewer groups in the pictures."""
        self.shares.make_room(roomy=roomy)
        self.response.make_room(roomy=roomy)

    def enter(self) -> None:
        """Open the strip for replies."""
        process, replying = self._page.process, self._page.desk.services.replying
        if process is not None:
            self._page.ask(lambda: replying.asked(process), self._open_strip)

    def close_strip(self) -> None:
        """Close the strip; how replies came in is remembered."""
        if self.strip is not None:
            self._kept = self.strip.state()
            self._box.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
            self._show()

    def state(self) -> Kept:
        """How replies came in last."""
        return self.strip.state() if self.strip is not None else self._kept

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        self._kept = state

    def _open_strip(self, asked: Asked) -> None:
        self.close_strip()
        process = self._page.process
        if process is None:
            return
        self.strip = ReplyStrip(asked)
        self.strip.restore(self._kept)
        self.strip.closed.connect(self.close_strip)
        Entering(self._page, process, self.strip)
        self._box.insertWidget(0, self.strip)
        self._show()
        self.strip.start()

    def _put(self, found: RegistrationView) -> None:
        self.act.put(found)
        self.response.put(found)
        waiting = ngettext(
            "{count} reply differs from the list.", "{count} replies differ from the list.", len(found.doubts)
        ).format(count=number(len(found.doubts)))
        said = [waiting] if found.doubts else []
        self._said.setText(" ".join(filter(None, [self.act.sentence(self._page.process), *said])))
        self._decide.setVisible(bool(found.doubts))
        if found.closing is not None:
            self.close_strip()
        self._show()

    def _turn(self, *, response: bool) -> None:
        self._chosen = response
        self._show()

    def _show(self) -> None:
        """One picture at a time: the response while people still reply, unless the organiser chose."""
        found = self.act.found
        letters = found is not None and bool(found.areas)
        open_now = found is not None and found.closing is None
        response = letters and (open_now if self._chosen is None else self._chosen)
        strip = self.strip is not None
        self.response.setVisible(response and not strip)
        self.response.turn.setVisible(self.shares.worth_showing)
        self.shares.setVisible(self.shares.worth_showing and not response and not strip)
        self.shares.other.setVisible(letters)
        self._notice.setVisible(bool(self._said.text()))
        self.holder.setVisible(strip or response or self.shares.worth_showing or bool(self._said.text()))

    def _fill_menu(self) -> None:
        self._menu.clear()
        found = self.act.found
        if found is not None and found.rounds and found.closing is None:
            self._menu.addAction(icon("keyboard"), _("Enter replies"), self.enter)
        for said, picture, act in self.act.entries():
            self._menu.addAction(icon(picture), said, act)
        self._menu.addSeparator()
        self._menu.addAction(
            icon("scale"), _("Representativity statement…"), lambda: show_statement(self._page)
        )
