"""The editor of one recommendation: a sentence, why, who thought differently, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.advice_checks import LEVELS
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.i18n import _, mark
from burgertop_app.messages.advice import field_words
from burgertop_app.services.advising import Words
from burgertop_app.services.advising import words as words_of
from burgertop_app.ui.advice.rests import RestsOn
from burgertop_app.ui.advice.writing import RichField
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.fields import TextField
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.advice import RecommendationText
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.ui.advice.found import AdviceFound

THREE_LINES = 84
TEXTS = {"reason": 6, "roles": 3, "costs": 2, "minority": 3, "ourselves": 3, "note": 2}
"""The long texts in the order of the fields, with the lines that each begins with."""
HINTS = {
    "roles": mark("A line for each, for example: Alderman of housing: makes the agreement"),
    "costs": mark("An amount, or who pays; say so when nobody knows yet"),
    "note": mark("Anything else that belongs with it"),
}


@dataclass(frozen=True)
class Edited:
    """The words of one recommendation as they stand in the fields, and those that were seen here before."""

    recommendation_id: UUID
    form: RecommendationForm
    known: set[Words]


class RecommendationEditor(QWidget):
    """Fields of one recommendation; made anew for another."""

    edited = Signal(object)
    """An `Edited`."""
    move_wanted = Signal(int)
    """-1 for up, 1 for down."""
    withdraw_wanted = Signal()
    pick_wanted = Signal()

    def __init__(self, line: RecommendationLine) -> None:
        super().__init__()
        self.id = line.recommendation.id
        self.line = line
        self.head = words("", "heading")
        self.up = icon_button("arrow-up", _("Move up"), lambda: self.move_wanted.emit(-1))
        self.down = icon_button("arrow-down", _("Move down"), lambda: self.move_wanted.emit(1))
        self.away = icon_button("ban", _("Withdraw this recommendation…"), self.withdraw_wanted.emit)
        self.title = TextField(_("In one sentence"), _refuse_empty, lines=2)
        self.texts = {name: self._text(name) for name in TEXTS}
        self.reason, self.minority, self.ourselves = (
            self.texts[name] for name in ("reason", "minority", "ourselves")
        )
        self.rests = RestsOn()
        self.known: set[Words] = set()
        self.opened: RecommendationText | None = None
        """The words with which it was opened, for the way back."""
        self.title.editor.setMaximumHeight(THREE_LINES)
        for field in (self.title, *self.texts.values()):
            field.saved.connect(self._on_saved)
        self.rests.pick_wanted.connect(self.pick_wanted)
        self.rests.off_wanted.connect(self._on_off)
        self.setFocusProxy(self.title)
        self.setLayout(
            column(
                row(self.head, None, self.up, self.down, self.away, gap=2),
                self.title,
                *self.texts.values(),
                self.rests,
                None,
                gap=12,
            )
        )

    def put(self, found: AdviceFound) -> None:
        """Show what is kept; fields in which somebody types are left alone."""
        line = found.line(self.id)
        if line is None:
            return
        self.line = line
        self.head.setText(_("Recommendation {number}").format(number=line.recommendation.number))
        self.opened = self.opened or line.text
        if not any(field.waiting for field in (self.title, *self.texts.values())):
            self.known.add(words_of(line.text))
        self.title.put(line.text.title)
        for name, field in self.texts.items():
            field.put(getattr(line.text, name))
        self.rests.put(line, found)
        self._allow(found)

    def _text(self, name: str) -> RichField:
        hint = _(HINTS[name]) if name in HINTS else ""
        return RichField(field_words(name), lines=TEXTS[name], level=LEVELS.get(name, 3), hint=hint)

    def rest_on(self, proposal_ids: Sequence[UUID]) -> None:
        """Let it rest on exactly these proposals."""
        self._tell(tuple(proposal_ids))

    def _allow(self, found: AdviceFound) -> None:
        ids = [each.recommendation.id for each in found.counting]
        place = ids.index(self.id) if self.id in ids else 0
        for button, step in ((self.up, -1), (self.down, 1)):
            beside = ids[place + step] if 0 <= place + step < len(ids) else None
            fixed = self.id in found.public or beside in found.public
            button.setEnabled(beside is not None and not fixed)
            if fixed:
                button.setToolTip(_("The numbers stand in a fixed version, so they stay."))

    def _on_saved(self, _value: object) -> None:
        self._tell(self.line.proposal_ids)

    def _on_off(self, proposal_id: UUID) -> None:
        self._tell(tuple(held for held in self.line.proposal_ids if held != proposal_id))

    def form(self, proposal_ids: tuple[UUID, ...] | None = None) -> RecommendationForm | None:
        """The words as they stand in the fields; None while there is no sentence."""
        if not self.title.valid:
            return None
        return RecommendationForm(
            title=" ".join(self.title.value().split()),
            proposal_ids=self.line.proposal_ids if proposal_ids is None else proposal_ids,
            **{name: field.value() for name, field in self.texts.items()},
        )

    def _tell(self, proposal_ids: tuple[UUID, ...]) -> None:
        form = self.form(proposal_ids)
        if form is not None:
            self.edited.emit(Edited(self.id, form, self.known))


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("recommendation_title_empty")
