"""The last step: what will be kept, before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.drawer import facts
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import clear, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.importing import Summary
    from burgertop_app.domain.requests import Keeping


class ResultStep(QWidget):
    """Figures and what is kept for how long, in one card."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._card.setMaximumWidth(Space.TEXT_MAX)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card)
        box.addStretch(1)

    def put(self, summary: Summary, keeping: Keeping, who: str, columns: tuple[str, ...]) -> None:
        """Show how the import would end."""
        clear(self._card.body)
        count = summary.taken_over
        title = ngettext("{count} person will be added.", "{count} people will be added.", count)
        figures = [
            (_("Rows in the sheet"), number(summary.rows)),
            (_("Rows that stay out"), number(summary.skipped)),
            (_("Values put right"), number(summary.fixed)),
            (_("Values turned into a group"), number(summary.converted)),
            (_("Who"), who),
            (_("Taken over"), ", ".join(columns)),
            (_("For"), keeping.purpose),
            (_("Keep until"), day(keeping.keep_until)),
        ]
        self._card.add(
            row(IconLabel("users", "accent", 22), words(title.format(count=number(count)), "heading"), None),
            facts(figures, 220),
            words(_("Press Import to keep them. Until then nothing has changed."), "muted", wrap=True),
        )
