"""Two people wrote in one text: what the other made of it, beside one's own, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.advice.difference_view import DifferenceView
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.differences import Passage
    from burgertop_app.domain.errors import Conflict

KEEP_MINE = 2
"""What the form gives when one's own text must stand; anything else leaves the other's."""


class ConflictForm(Panel):
    """Shows both texts as one, with what differs, and lets the organiser choose."""

    def __init__(self, parent: QWidget | None, error: Conflict, both: Sequence[Passage]) -> None:
        self.view = DifferenceView()
        self.view.show_passages(both)
        self.mine = link(_("Put my text in its place"), lambda: self.done(KEEP_MINE), "pencil")
        told = words(
            _("With a minus: only in the other text. With a plus: only in yours."), "muted", wrap=True
        )
        super().__init__(
            parent,
            _("Somebody else wrote here too"),
            column(words(explain(error), "small", wrap=True), told, self.view, row(self.mine, None), gap=10),
            _("Keep the other text and copy mine"),
        )
