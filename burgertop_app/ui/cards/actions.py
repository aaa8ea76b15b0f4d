"""What an organiser does with cards on the page: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.cards.forms import ProposalForm, ThemeForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import CardLine, ProposalLine
    from burgertop_app.domain.outcomes import Theme
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.ui.cards.found import CardsFound
    from burgertop_app.ui.cards.page import CardsPage
    from burgertop_app.ui.cards.panel import Described


class CardActions:
    """Carries out requests for `page`; `found` on it is what was read last."""

    def __init__(self, page: CardsPage) -> None:
        self._page = page
        self._desk = page.desk
        self._cards = page.desk.services.cards
        self.found: CardsFound | None = None

    def entered(self, process: UUID, request: NewCard, change: Change) -> None:
        """Offer to take back a card that was just entered; `request` has its label."""
        cards, kept = self._cards, [change.id]

        def undo() -> Change:
            card_id = kept[0]
            if card_id is None:
                raise LookupError("no card was entered")
            return cards.take_back(card_id)

        def redo() -> Change:
            again = cards.add(process, request)
            kept[0] = again.id
            return again

        self._desk.did(_("Card {label} is entered.").format(label=request.label), undo, redo, "sticky-note")

    def move(self, ids: Sequence[UUID], theme_id: UUID | None) -> None:
        """Put cards in a theme, or in none."""
        cards = self._cards
        lines = [line for line in map(self._line, ids) if line is not None and line.theme_id != theme_id]
        if not lines:
            return
        before = {line.card.id: line.theme_id for line in lines}
        after = dict.fromkeys(before, theme_id)
        told = self._moved_words(lines, theme_id)
        self._page.carry_out(
            lambda: cards.place(after),
            list(after),
            lambda _change: self._desk.did(
                told, lambda: cards.place(before), lambda: cards.place(after), "move"
            ),
        )

    def withdraw(self, lines: Sequence[CardLine]) -> None:
        """Take cards out of the count, with one reason."""
        if not lines:
            return
        labels = ", ".join(line.card.label for line in lines)
        title = ngettext("Withdraw card {labels}?", "Withdraw cards {labels}?", len(lines))
        reason = self._desk.dialogs.reason(
            self._page,
            title.format(labels=labels),
            _("A withdrawn card no longer counts. It stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason is None:
            return
        cards, ids = self._cards, [line.card.id for line in lines]
        told = ngettext("Card {labels} is withdrawn.", "Cards {labels} are withdrawn.", len(lines))
        self._page.carry_out(
            lambda: _each(cards.withdraw, ids, reason),
            ids,
            lambda _change: self._desk.did(
                told.format(labels=labels),
                lambda: _each(cards.restore, ids),
                lambda: _each(cards.withdraw, ids, reason),
                "ban",
            ),
        )

    def restore(self, line: CardLine) -> None:
        """Put a withdrawn card back."""
        cards, card_id, reason = self._cards, line.card.id, line.card.withdrawn_reason
        told = _("Card {label} counts again.").format(label=line.card.label)
        self._page.carry_out(
            lambda: cards.restore(card_id),
            [card_id],
            lambda _change: self._desk.did(
                told, lambda: cards.withdraw(card_id, reason), lambda: cards.restore(card_id), "rotate-ccw"
            ),
        )

    def reword(self, card_id: UUID, text: str, reason: str) -> None:
        """Keep other words while they are being typed."""
        cards = self._cards
        self._page.carry_out(lambda: cards.reword(card_id, text, reason, typing=True), [card_id])

    def describe(self, card_id: UUID, said: Described) -> None:
        """Keep kind, addressee and how often it was said."""
        cards = self._cards
        self._page.carry_out(
            lambda: cards.describe(card_id, kind=said.kind, addressee=said.addressee, times=said.times),
            [card_id],
        )

    def add_theme(self) -> None:
        """Ask for a theme and make it."""
        process = self._page.process
        form = ThemeForm(self._page)
        if process is not None and form.exec() == QDialog.DialogCode.Accepted:
            self.make_theme(process, *form.given)

    def make_theme(self, process: UUID, title: str, description: str = "") -> None:
        """Make a theme with this name."""
        cards = self._cards

        def made() -> Change:
            change = cards.add_theme(process, title)
            if description and change.id is not None:
                cards.edit_theme(change.id, title=title, description=description)
            return change

        self._page.ask(made)

    def edit_theme(self, theme: Theme) -> None:
        """Ask for another name or explanation."""
        form = ThemeForm(self._page, theme.title, theme.description)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.rename_theme(theme, *form.given)

    def rename_theme(self, theme: Theme, title: str, description: str) -> None:
        """Give a theme another name."""
        cards, told = self._cards, _("The theme is now called {title}.").format(title=title)
        self._page.ask(
            lambda: cards.edit_theme(theme.id, title=title, description=description),
            lambda _change: self._desk.did(
                told,
                lambda: cards.edit_theme(theme.id, title=theme.title, description=theme.description),
                lambda: cards.edit_theme(theme.id, title=title, description=description),
                "pencil",
            ),
        )

    def shift_theme(self, theme: Theme, step: int) -> None:
        """Move a column one place to the left (-1) or right (1)."""
        if self.found is None:
            return
        before = [kept.id for kept in self.found.themes]
        at = before.index(theme.id)
        if not 0 <= at + step < len(before):
            return
        after = list(before)
        after[at], after[at + step] = after[at + step], after[at]
        cards, told = self._cards, _("Theme {title} is moved.").format(title=theme.title)
        self._page.ask(
            lambda: cards.order_themes(after),
            lambda _change: self._desk.did(
                told, lambda: cards.order_themes(before), lambda: cards.order_themes(after), "move"
            ),
        )

    def withdraw_theme(self, theme: Theme) -> None:
        """Take a theme off the wall; its cards have no theme any more."""
        if self.found is None:
            return
        ids = [line.card.id for line in self.found.lines if line.theme_id == theme.id]
        cards, told = self._cards, _("Theme {title} is off the wall.").format(title=theme.title)
        self._page.ask(
            lambda: cards.withdraw_theme(theme.id),
            lambda _change: self._desk.did(
                told,
                lambda: cards.restore_theme(theme.id, ids),
                lambda: cards.withdraw_theme(theme.id),
                "trash-2",
            ),
        )

    def propose(self, lines: Sequence[CardLine]) -> None:
        """Ask for a proposal out of these cards, make it and show it."""
        process, proposals = self._page.process, self._desk.services.proposals
        form = ProposalForm(self._page, lines)
        if process is not None and form.exec() == QDialog.DialogCode.Accepted:
            given = form.given
            self._page.ask(
                lambda: proposals.add(process, given),
                lambda change: self._desk.navigate("proposals", focus=change.id),
            )

    def put_under(self, proposal_id: UUID, lines: Sequence[CardLine]) -> None:
        """Put cards under a proposal as well."""
        held = next((one for one in self._proposals() if one.proposal.id == proposal_id), None)
        if held is None:
            return
        proposals, before = self._desk.services.proposals, list(held.card_ids)
        after = list(dict.fromkeys([*before, *(line.card.id for line in lines)]))
        told = ngettext(
            "{count} card lies under proposal {no}.", "{count} cards lie under proposal {no}.", len(lines)
        ).format(count=number(len(lines)), no=held.proposal.number)
        self._page.ask(
            lambda: proposals.rest_on(proposal_id, after),
            lambda _change: self._desk.did(
                told,
                lambda: proposals.rest_on(proposal_id, before),
                lambda: proposals.rest_on(proposal_id, after),
                "vote",
            ),
        )

    def _proposals(self) -> Sequence[ProposalLine]:
        return self.found.proposals if self.found is not None else ()

    def _line(self, card_id: UUID) -> CardLine | None:
        return self.found.line(card_id) if self.found is not None else None

    def _moved_words(self, lines: Sequence[CardLine], theme_id: UUID | None) -> str:
        themes = self.found.themes if self.found is not None else ()
        title = next((theme.title for theme in themes if theme.id == theme_id), _("No theme yet"))
        if len(lines) == 1:
            return _("Card {label} now lies under “{title}”.").format(label=lines[0].card.label, title=title)
        return _("{count} cards now lie under “{title}”.").format(count=number(len(lines)), title=title)


def _each(act: Callable[..., Change], ids: Sequence[UUID], *rest: str) -> Change:
    """Ask for every card; the last change stands for all."""
    return [act(card_id, *rest) for card_id in ids][-1]
