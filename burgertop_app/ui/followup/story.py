"""What happened to a promise: where it came from, its evidence, notes, steps and moved days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from burgertop_app.i18n import _, day
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.drawer import StoryLine
from burgertop_app.ui.kit.layout import clear, column, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from burgertop_app.domain.follow_views import CommitmentLine, Origin
    from burgertop_app.domain.following import Evidence

MOST_CARDS = 8


class Story(QWidget):
    """`origin_wanted` carries a recommendation, `card_wanted` a card, the other two a piece of evidence."""

    origin_wanted = Signal(object)
    card_wanted = Signal(object)
    proof_wanted = Signal(object)
    proof_withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=Space.XS)
        self.setLayout(self._box)

    def put(self, line: CommitmentLine) -> None:
        """Tell about this promise."""
        clear(self._box)
        if line.origin is not None:
            self._origin(line.origin)
        if line.evidence:
            self._box.addWidget(words(_("Evidence"), "field"))
            for proof in line.evidence:
                self._proof(proof)
        told = sorted(_events(line), key=lambda event: event[0], reverse=True)
        if told:
            self._box.addWidget(words(_("What happened"), "field"))
        for on, icon, what, who in told:
            self._box.addWidget(StoryLine(icon, what, " · ".join(filter(None, (day(on), who)))))
        if line.commitment.progress:
            self._box.addWidget(StoryLine("notebook-pen", line.commitment.progress, _("noted at the start")))

    def _origin(self, origin: Origin) -> None:
        said = _("Recommendation {number}: {sentence}").format(number=origin.number, sentence=origin.sentence)
        self._box.addWidget(words(_("Where it came from"), "field"))
        self._box.addWidget(words(said, "small", wrap=True))
        wanted = partial(self.origin_wanted.emit, origin.recommendation_id)
        self._box.addLayout(row(link(_("To the answer"), wanted, "mail-check"), None))
        cards = [
            link(label, partial(self.card_wanted.emit, card), "sticky-note")
            for card, label in origin.cards[:MOST_CARDS]
        ]
        for start in range(0, len(cards), 4):
            self._box.addLayout(row(*cards[start : start + 4], None, gap=Space.XS))

    def _proof(self, proof: Evidence) -> None:
        said = proof.description
        if proof.withdrawn_reason:
            said = _("{what} (withdrawn: {reason})").format(what=said, reason=proof.withdrawn_reason)
        label = words(said, "small", wrap=True)
        opened = icon_button(
            "external-link" if proof.link else "download",
            _("Open: {what}").format(what=proof.description)
            if proof.link
            else _("Save: {what}").format(what=proof.description),
            partial(self._on_proof, proof),
        )
        gone = icon_button(
            "x",
            _("Withdraw: {what}").format(what=proof.description),
            partial(self.proof_withdrawn.emit, proof),
        )
        gone.setVisible(not proof.withdrawn_reason)
        line = row(label, opened, gone, gap=Space.XS)
        line.setStretch(0, 1)
        self._box.addLayout(line)

    def _on_proof(self, proof: Evidence) -> None:
        if proof.link:
            QDesktopServices.openUrl(QUrl(proof.link))
        else:
            self.proof_wanted.emit(proof)


def _events(line: CommitmentLine) -> Iterator[tuple[date, str, str, str]]:
    for note in line.notes:
        yield note.on, "notebook-pen" if note.meeting_id is None else "handshake", note.text, note.by
    for step in line.steps:
        said = _("Step from “{was}” to “{now}”").format(was=word(step.was), now=word(step.now))
        yield step.on, "repeat", ". ".join(filter(None, (said, step.note))), step.by
    for moved in line.moved:
        now = day(moved.now_on) if moved.now_on else _("no day")
        said = _("Moved from {was} to {now}: {reason}").format(
            was=day(moved.was_on), now=now, reason=moved.reason
        )
        yield moved.on, "calendar", said, moved.by
    if line.commitment.made_on is not None:
        yield line.commitment.made_on, "handshake", _("Promised"), ""
