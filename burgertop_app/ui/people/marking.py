"""What is said of people for the draw: in the panel already, cannot be drawn, or by chance again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.draw_marks import BY_HAND, Mark, MarkKind
from burgertop_app.domain.people import Role, State
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.keep_out import keep_out_words
from burgertop_app.messages.taking_part import mark_words
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import column, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.views import PeopleView, PersonLine
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.page import Page


class KeepOutForm(Panel):
    """Asks for the class of the reason; a story of a person is never asked."""

    def __init__(self, parent: QWidget | None, lines: Sequence[PersonLine]) -> None:
        title = ngettext(
            "Keep number {number} out of the draw?", "Keep {count} people out of the draw?", len(lines)
        )
        said = _(
            "Choose the kind of reason. In public only stands how many people were kept out for each kind; "
            "a name or a story is kept nowhere."
        )
        self.reason = ChoiceField(_("Reason"), [(reason, keep_out_words(reason)) for reason in BY_HAND])
        super().__init__(
            parent,
            title.format(number=lines[0].number, count=number(len(lines))),
            column(words(said, "muted", wrap=True), self.reason),
            _("Keep out"),
        )

    @property
    def mark(self) -> Mark:
        """What was chosen."""
        return Mark(MarkKind.KEPT_OUT, self.reason.value())


class Marking:
    """Carries out marks for the draw for `page`; each can be undone."""

    def __init__(self, page: Page[PeopleView]) -> None:
        self._page = page

    def entries(self, lines: Sequence[PersonLine]) -> list[Entry]:
        """What can be said of these people; nothing when nobody of them waits for a draw."""
        waiting = [line for line in lines if line.role is Role.RESIDENT and line.state is State.REGISTERED]
        if not waiting:
            return []
        found: list[Entry] = [
            (
                _("Draw: already in the panel"),
                "badge-check",
                lambda: self.mark(waiting, Mark(MarkKind.KEPT_IN)),
            ),
            (_("Draw: cannot be drawn…"), "ban", lambda: self._ask(waiting)),
        ]
        if any(line.mark is not None for line in waiting):
            found.append((_("Draw: by chance, like everyone"), "dices", lambda: self.mark(waiting, None)))
        return found

    def mark(self, lines: Sequence[PersonLine], wanted: Mark | None) -> None:
        """Give people a mark, or take it away."""
        before = {line.participation_id: line.mark for line in lines if line.mark != wanted}
        if not before:
            return
        desk = self._page.desk
        marking, ids = desk.services.draw_marking, list(before)
        said = mark_words(wanted) if wanted is not None else _("by chance, like everyone")
        told = ngettext("Number {number}: {said}.", "{count} people: {said}.", len(before)).format(
            number=lines[0].number, count=number(len(before)), said=said
        )
        self._page.ask(
            lambda: marking.mark(ids, wanted),
            lambda _change: desk.did(
                told, lambda: marking.put_back(before), lambda: marking.mark(ids, wanted), "ban"
            ),
        )

    def _ask(self, lines: Sequence[PersonLine]) -> None:
        form = KeepOutForm(self._page, lines)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.mark(lines, form.mark)
