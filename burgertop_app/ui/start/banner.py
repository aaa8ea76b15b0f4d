"""One line above the open advices that says what needs somebody now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.messages.tracker import banner
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from burgertop_app.domain.overview_views import TermLine


class Banner(Card):
    """Says what is late, near, unproven or to be reminded of; out of sight when nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._late = IconLabel("triangle-alert", "late")
        self._near = IconLabel("bell", "warn")
        self.sentence = words("", "small", wrap=True)
        line = row(self._late, self._near, self.sentence, gap=Space.M)
        line.setStretch(2, 1)
        self.add(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def put(self, lines: Sequence[TermLine], today: date) -> None:
        """Tell about these advices."""
        said = banner(lines, today)
        late = any(urgency(line.due_on, today) is Urgency.LATE for line in lines)
        self._late.setVisible(late)
        self._near.setVisible(not late)
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
