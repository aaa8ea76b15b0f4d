"""Feedback to who took part: a sheet for each, and that it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from burgertop_app.domain.people import State
from burgertop_app.i18n import _, ngettext
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine


class FeedbackCard(Card):
    """How many still wait for their sheet; asks to print the sheets, or to mark them as sent."""

    print_wanted = Signal()
    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: tuple[UUID, ...] = ()
        self._said = words("", "small", wrap=True)
        self.print_button = small(_("Print the sheets…"), self.print_wanted.emit, "printer")
        self.sent_button = small(_("They are sent"), self._on_sent, "mail-check")
        line = row(
            IconLabel("message-circle", "accent"),
            self._said,
            self.print_button,
            self.sent_button,
            gap=Space.M,
        )
        line.setStretch(1, 1)
        self.add(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put(self, people: Sequence[PersonLine], *, answered: bool) -> None:
        """Count who was there and who got their sheet."""
        self.waiting = tuple(line.participation_id for line in people if line.state is State.PRESENT)
        done = sum(line.state is State.FED_BACK for line in people)
        waiting = len(self.waiting)
        self.setVisible(bool(waiting or done))
        self.sent_button.setVisible(bool(waiting))
        self._said.setText(_sentence(waiting, done, answered=answered))

    def _on_sent(self) -> None:
        self.sent.emit(self.waiting)


def _sentence(waiting: int, done: int, *, answered: bool) -> str:
    if not waiting:
        said = ngettext(
            "{count} participant got a sheet with what became of their cards.",
            "All {count} participants got a sheet with what became of their cards.",
            done,
        )
        return said.format(count=done)
    said = ngettext(
        "{count} participant has not heard yet what became of their cards.",
        "{count} participants have not heard yet what became of their cards.",
        waiting,
    ).format(count=waiting)
    return said if answered else " ".join((said, _("It is best to wait until every answer is in.")))
