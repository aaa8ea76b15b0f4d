"""What can be done with cards or a theme: the menus of the page about cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import _
from burgertop_app.ui.cards import found as reading
from burgertop_app.ui.cards.history_forms import unsigned
from burgertop_app.ui.kit.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.outcomes import Theme
    from burgertop_app.ui.cards.page import CardsPage
    from burgertop_app.ui.kit.tables import Entry


class CardMenus:
    """Asks what to do, and lets the page's actions do it."""

    def __init__(self, page: CardsPage) -> None:
        self._page = page

    def ask_theme(self) -> None:
        """Ask to which theme the chosen cards go."""
        if self._page.chosen:
            self.theme_menu(self._page.chosen).popup(self._page.place_of_choice)

    def theme_menu(self, lines: Sequence[CardLine]) -> QMenu:
        """A menu with every theme; the digits 1 to 9 choose the first nine."""
        menu = QMenu(self._page)
        menu.setTitle(_("Move to"))
        ids = [line.card.id for line in lines]
        for place, theme in enumerate((*self._page.found.themes, None), 1):
            title = (theme.title if theme else _("No theme yet")).replace("&", "&&")
            action = menu.addAction(f"&{place}  {title}" if place < 10 else title)
            theme_id = theme.id if theme else None
            action.triggered.connect(lambda _on=False, theme_id=theme_id: self._page.act.move(ids, theme_id))
        return menu

    def popup(self, at: QPoint) -> None:
        """Show what can be done with the chosen cards."""
        menu = QMenu(self._page)
        for said, picture, act in self.entries(self._page.chosen):
            action = menu.addAction(icon(picture), said)
            action.triggered.connect(lambda _on=False, act=act: act())
        menu.popup(at)

    def entries(self, lines: list[CardLine]) -> Sequence[Entry]:
        """What can be done with these cards."""
        if not lines:
            return ()
        entries: list[Entry] = [(_("Move to…"), "move", self.ask_theme)]
        bundles = self._page.desk.offers("proposals")
        if bundles:
            entries.append((_("New proposal of these cards…"), "plus", lambda: self._page.act.propose(lines)))
        if bundles and self._page.found.proposals:
            entries.append((_("Put under a proposal…"), "vote", lambda: self._ask_proposal(lines)))
        if len(lines) == 1:
            entries.insert(0, (_("Open"), "pencil", lambda: self._page.open_card(lines[0])))
            entries.append((_("Follow this card"), "route", lambda: self._page.follow(lines[0].card.id)))
        entries += self._becoming(lines)
        if all(reading.counts(line) for line in lines):
            entries.append((_("Withdraw…"), "ban", lambda: self._page.act.withdraw(lines)))
        elif len(lines) == 1 and lines[0].card.standing is Standing.WITHDRAWN:
            entries.append((_("Put back"), "rotate-ccw", lambda: self._page.act.restore(lines[0])))
        return entries

    def _becoming(self, lines: list[CardLine]) -> list[Entry]:
        """What can become of these cards: merged, split, agreed with."""
        become, entries = self._page.become, list["Entry"]()
        if all(map(reading.counts, lines)):
            if len(lines) > 1:
                entries.append((_("Merge into one…"), "git-merge", lambda: become.merge(lines)))
            else:
                entries.append((_("Split…"), "split", lambda: become.split(lines[0])))
            if any(map(unsigned, lines)):
                ids = [line.card.id for line in lines if unsigned(line)]
                entries.append((_("The table agreed"), "check-check", lambda: become.sign(ids)))
        if any(line.agreed.how is not Agreement.NOT_YET for line in lines):
            entries.append((_("Take agreement back…"), "undo-2", lambda: become.take_back(lines)))
        return entries

    def popup_theme(self, theme: Theme, at: QPoint) -> None:
        """Show what can be done with a column."""
        menu = QMenu(self._page)
        for said, picture, act in (
            (_("Change name…"), "pencil", lambda: self._page.act.edit_theme(theme)),
            (_("One place to the left"), "arrow-left", lambda: self._page.act.shift_theme(theme, -1)),
            (_("One place to the right"), "arrow-right", lambda: self._page.act.shift_theme(theme, 1)),
            (_("Take off the wall"), "trash-2", lambda: self._page.act.withdraw_theme(theme)),
        ):
            action = menu.addAction(icon(picture), said)
            action.triggered.connect(lambda _on=False, act=act: act())
        menu.popup(at)

    def _ask_proposal(self, lines: list[CardLine]) -> None:
        menu = QMenu(self._page)
        for held in self._page.found.proposals:
            title = held.text.title.replace("&", "&&")
            action = menu.addAction(_("{number}. {title}").format(number=held.proposal.number, title=title))
            proposal_id = held.proposal.id
            action.triggered.connect(
                lambda _on=False, proposal_id=proposal_id: self._page.act.put_under(proposal_id, lines)
            )
        menu.popup(self._page.place_of_choice)
