"""What a recommendation rests on: proposals, to choose, and the cards that come with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _
from burgertop_app.messages.votes import count_words
from burgertop_app.ui.kit.buttons import icon_button, link, small
from burgertop_app.ui.kit.flow import FlowLayout
from burgertop_app.ui.kit.layout import clear, column, holder, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.outcome_views import ProposalLine, RecommendationLine
    from burgertop_app.ui.advice.found import AdviceFound


class RestsOn(QWidget):
    """The proposals under a recommendation with their votes, and the numbers of their cards."""

    pick_wanted = Signal()
    off_wanted = Signal(object)
    """Id of a proposal that does not belong under it."""
    proposal_wanted = Signal(object)
    card_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(2)
        self._cards = FlowLayout(Space.XS)
        pick = small(_("Choose proposals…"), self.pick_wanted.emit, "list-checks")
        self._card_title = words(_("Cards that this rests on"), "field")
        box = column(
            words(_("Rests on these proposals"), "field"),
            self._proposals,
            row(pick, None),
            4,
            self._card_title,
            self._cards,
        )
        self.setLayout(box)

    def put(self, line: RecommendationLine, found: AdviceFound) -> None:
        """Show what `line` rests on."""
        by_id = {proposal.proposal.id: proposal for proposal in found.proposals}
        under = [by_id[proposal_id] for proposal_id in line.proposal_ids if proposal_id in by_id]
        clear(self._proposals)
        for proposal in under:
            self._proposals.addWidget(self._proposal_row(proposal))
        if not under:
            self._proposals.addWidget(words(_("No proposals yet."), "muted"))
        cards = {
            label: card_id
            for proposal in under
            for label, card_id in zip(proposal.cards, proposal.card_ids, strict=True)
        }
        clear(self._cards)
        for label, card_id in cards.items():
            chip = small(label, partial(self.card_wanted.emit, card_id), "sticky-note")
            chip.setToolTip(_("Show card {label}").format(label=label))
            self._cards.addWidget(chip)
        self._card_title.setVisible(bool(cards))

    def _proposal_row(self, line: ProposalLine) -> QWidget:
        number = line.proposal.number
        show = link(str(number), partial(self.proposal_wanted.emit, line.proposal.id))
        show.setToolTip(_("Show proposal {number}").format(number=number))
        show.setFixedWidth(32)
        said = words(line.text.title, "small", wrap=True)
        votes = words(count_words(line.count) if line.count else _("no votes yet"), "muted")
        name = _("Take proposal {number} off this recommendation").format(number=number)
        off = icon_button("unlink", name, partial(self.off_wanted.emit, line.proposal.id))
        made = row(show, said, votes, off, gap=Space.XS)
        made.setStretch(1, 1)
        return holder(made)
