"""The replacement assistant: who would take an open seat, what that does to the quotas, and Accept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.draw_outlook import Finding, Tone
from burgertop_app.messages.replacing import (
    effect_words,
    open_words,
    proposal_findings,
    proposal_title,
)
from burgertop_app.ui.draw.outlook import finding_line
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.layout import grid, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from burgertop_app.domain.call_views import CallList, Proposal

ANSWER_WITHIN = timedelta(days=7)


class Assistant(Card):
    """Shows a proposal for the open seats; nothing while there are none."""

    accepted = Signal(object, object)
    """A `Proposal`, and the last day to answer or None."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._chip = ChipLabel(Chip("", State.WARN))
        super().__init__(heading=_("Replace"), actions=[self._chip])
        self._today = today
        self._places: Mapping[str, int] = {}
        self._proposal: Proposal | None = None
        self.reply_by = DateField(_("Answer by"), self._check, optional=True)
        self.accept = primary(_("Accept this replacement"), self._on_accept, "replace")
        self._keeper = QWidget(self)
        self._keeper.hide()

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed now."""
        return self._proposal

    def wait(self, found: CallList) -> None:
        """Show that a proposal is being looked for; hide without an open seat."""
        self._places, self._proposal = found.places, None
        self._clear()
        self.setVisible(found.open_seats > 0)
        if found.open_seats:
            self._chip.put(Chip(open_words(found.open_seats), State.WARN, "armchair"))
            self.add(finding_line(Finding(Tone.BUSY, _("Looking who can join…"))))

    def put(self, found: Proposal) -> None:
        """Show a proposal."""
        self._proposal = found
        self._clear()
        self.add(words(proposal_title(found), "lead", wrap=True))
        self.add(*map(finding_line, proposal_findings(found, self._places)))
        if found.effects:
            self.add(_effects(found))
        if not found.joined:
            return
        said = _(
            "Who joins follows from the draw; nobody chose this person. Accepting is public and cannot be "
            "undone: who joins and cannot come is replaced in turn."
        )
        self.reply_by.put(self._today() + ANSWER_WITHIN)
        self.add(words(said, "muted", wrap=True), self.reply_by, row(None, self.accept))
        self.accept.setEnabled(True)
        for widget in (self.reply_by, self.accept):
            widget.show()

    def _clear(self) -> None:
        for widget in (self.reply_by, self.accept):
            widget.setParent(self._keeper)
        self.empty()

    def _check(self, day: date | None) -> None:
        if day is not None and day < self._today():
            raise InvalidInput("reply_by_past", day=day.strftime("%d-%m-%Y"))

    def _on_accept(self) -> None:
        if self._proposal is not None and self.reply_by.valid:
            self.accept.setEnabled(False)
            self.accepted.emit(self._proposal, self.reply_by.value())


def _effects(found: Proposal) -> QWidget:
    """What happens to each group: before, while the seat is open, and after."""
    heads = [words(said, "field") for said in (_("Group"), _("Agreed"), _("Was"), _("Now"), _("Becomes"))]
    rows = [[words(said, "small") for said in effect_words(effect)] for effect in found.effects]
    for line in (heads, *rows):
        for label in line[1:]:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for line in rows:
        line[0].setWordWrap(True)
    layout = grid([heads, *rows], gap=Space.S)
    layout.setColumnStretch(0, 1)
    made = holder(layout)
    made.setAccessibleName(_("What this does to the quotas"))
    return made
