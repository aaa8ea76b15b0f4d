"""What an organiser does with single statements: typed, made from cards, left out, and back again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.opinions.forms import StatementForm
from burgertop_app.ui.proposals.picker import CardPicker, pickable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.opinion_views import OpinionView
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.opinions.shown import StatementLine
    from burgertop_app.ui.page import Page


class StatementActs:
    """Changes statements of the conversation that `view` gives."""

    def __init__(self, page: Page[Any], view: Callable[[], OpinionView | None]) -> None:
        self._page, self._view = page, view

    def write(self) -> None:
        """Ask for one statement."""
        view, opinions, desk = self._view(), self._page.desk.services.opinions, self._page.desk
        form = StatementForm(self._page)
        if view is not None and form.exec() == QDialog.DialogCode.Accepted:
            text = form.text.value()
            self._page.ask(
                lambda: opinions.add_statement(view.poll.id, text),
                lambda _change: desk.say(_("The statement is added.")),
            )

    def pick(self) -> None:
        """Ask which cards become statements; those that are one already are not offered."""
        view = self._view()
        found = getattr(self._page, "found", None)
        if view is None or found is None:
            return
        used = {one.card_id for one in view.statements}
        cards = [line for line in pickable(found, ()) if line.card.id not in used]
        if not cards:
            self._page.desk.say(_("There are no cards that can still become a statement."), "info")
            return
        picker = CardPicker(self._page, cards, (), _("Which cards become statements?"))
        if picker.exec() == QDialog.DialogCode.Accepted:
            self.from_cards(picker.chosen)

    def from_cards(self, card_ids: Sequence[UUID]) -> None:
        """Make statements out of these cards, and tell how many."""
        view, process, desk = self._view(), self._page.process, self._page.desk
        if view is None or process is None or not card_ids:
            return

        def told(done: tuple[Change, int]) -> None:
            desk.changes.announce(done[0])
            made, same = done[1], len(card_ids) - done[1]
            said = [ngettext("{count} statement is added.", "{count} statements are added.", made)]
            said[0] = said[0].format(count=number(made))
            if same:
                left = ngettext(
                    "{count} card says what is there already.",
                    "{count} cards say what is there already.",
                    same,
                )
                said.append(left.format(count=number(same)))
            desk.say(" ".join(said))

        self._page.ask(lambda: desk.services.opinions.from_cards(view.poll.id, process, card_ids), told)

    def menu(self, lines: list[StatementLine]) -> Sequence[Entry]:
        """What can be done with the chosen rows."""
        if len(lines) != 1:
            return ()
        line = lines[0]
        if line.out:
            return [(_("Let it count again"), "rotate-ccw", partial(self.restore, line))]
        return [(_("Leave out…"), "ban", partial(self.leave_out, line))]

    def leave_out(self, line: StatementLine) -> None:
        """Ask why, and let a statement no longer count."""
        opinions, statement = self._page.desk.services.opinions, line.statement
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Leave statement {number} out?").format(number=statement.number),
            _("It no longer counts. It stays readable with its votes and your reason."),
            _("Leave out"),
        )
        if reason:
            self._page.ask(
                lambda: opinions.withdraw_statement(statement.id, reason),
                lambda _change: self._page.desk.did(
                    _("Statement {number} no longer counts.").format(number=statement.number),
                    lambda: opinions.restore_statement(statement.id),
                    lambda: opinions.withdraw_statement(statement.id, reason),
                    "ban",
                ),
            )

    def restore(self, line: StatementLine) -> None:
        """Let a statement count again."""
        opinions, statement = self._page.desk.services.opinions, line.statement
        self._page.ask(
            lambda: opinions.restore_statement(statement.id),
            lambda _change: self._page.desk.did(
                _("Statement {number} counts again.").format(number=statement.number),
                lambda: opinions.withdraw_statement(statement.id, statement.withdrawn_reason),
                lambda: opinions.restore_statement(statement.id),
                "rotate-ccw",
            ),
        )
