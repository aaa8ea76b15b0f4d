"""The last step: what will be made, before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.drawer import facts
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import clear, column, holder, row, scrolled, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.address_list import InviteRequest

SHOWN = 12


class ReadyStep(QWidget):
    """Figures, purpose and the hashes from which the draw can be done again, in one card."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._card.setMaximumWidth(Space.TEXT_MAX)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(holder(column(self._card, None))))

    def put(self, request: InviteRequest) -> None:
        """Show what will be made."""
        clear(self._card.body)
        letters = len(request.drawn.entries)
        title = ngettext("{count} person will be invited.", "{count} people will be invited.", letters)
        said = title.format(count=number(letters))
        figures = [
            (_("Rows in the list"), number(request.listed.rows)),
            (_("Letters per area"), _per_area(request)),
            (_("For"), request.keeping.purpose),
            (_("Keep until"), day(request.keeping.keep_until)),
            (_("SHA-256 of the list"), request.drawn.list_sha256[:16] + "…"),
            (_("SHA-256 of list and rules"), request.drawn.seed_sha256[:16] + "…"),
        ]
        told = _(
            "Who gets a letter follows from the list, the letters and the expected response alone: the same "
            "list gives the same letters. At most one letter goes to an address. Everyone drawn gets a code "
            "of their own for the letter; the rest of the list is kept nowhere."
        )
        self._card.add(
            row(IconLabel("mail-plus", "accent", 22), words(said, "heading"), None),
            facts(figures, 220),
            words(told, "small", wrap=True),
            words(_("Press Invite to keep them. Until then nothing has changed."), "muted", wrap=True),
        )


def _per_area(request: InviteRequest) -> str:
    told = [
        _("{area} {letters}").format(area=name, letters=number(letters))
        for name, letters in request.drawn.letters.items()
    ]
    if len(told) <= SHOWN:
        return " · ".join(told)
    rest = _("and {count} more areas").format(count=number(len(told) - SHOWN))
    return " · ".join([*told[:SHOWN], rest])
