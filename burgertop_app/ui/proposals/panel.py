"""The editor of one proposal: words, who acts, cost, cards, votes and earlier words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.i18n import _, minute
from burgertop_app.messages.card_agreement import noted
from burgertop_app.messages.votes import result_sentence
from burgertop_app.messages.words import choices
from burgertop_app.ui.kit.buttons import icon_button, link, small
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.drawer import Drawer, StoryLine
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import clear, holder, row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.found import counts
from burgertop_app.ui.proposals.listing import result_chip
from burgertop_app.ui.proposals.support import SupportBar

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton, QWidget

    from burgertop_app.domain.outcome_views import ProposalLine, WordingLine
    from burgertop_app.ui.proposals.found import ProposalsFound

DEAREST = 10_000_000_000
TWO_LINES, FIVE_LINES = 62, 128


@dataclass(frozen=True)
class Worded:
    """What the fields with words say."""

    title: str
    text: str
    reason: str


class ProposalPanel(QObject):
    """Fills a drawer with one proposal; tells what the organiser changes."""

    reworded = Signal(object, object)
    """Id of the proposal and a `Worded`."""
    described = Signal(object)
    """A `Proposal` with another kind or cost."""
    cards_wanted = Signal(object)
    """Other cards for this line."""
    card_off = Signal(object, object)
    """Line and id of the card that does not belong under it."""
    card_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    restore_wanted = Signal(object)
    advice_wanted = Signal()

    def __init__(self, drawer: Drawer) -> None:
        super().__init__()
        self.drawer = drawer
        self._line: ProposalLine | None = None
        drawer.closed.connect(self._on_closed)

    @property
    def proposal_id(self) -> UUID | None:
        """The proposal that is shown, if any."""
        return self._line.proposal.id if self._line is not None else None

    def show_proposal(self, line: ProposalLine, found: ProposalsFound) -> None:
        """Show `line`; fields in which somebody types are left alone when it is the same proposal."""
        known = self._line
        same = known is not None and known.proposal.id == line.proposal.id
        if known is None or not same or known.proposal.standing is not line.proposal.standing:
            self._build(line)
        self._line = line
        self._fill(line, found)

    def tell(self, wordings: tuple[WordingLine, ...]) -> None:
        """Show the earlier words, the latest first."""
        clear(self._story)
        for said in reversed(wordings):
            when = minute(said.at.astimezone(), "medium")
            title = said.text.partition("\n")[0]
            told = _("Made: “{text}”") if said.version == 1 else _("Now: “{text}”")
            icon = "plus" if said.version == 1 else "pencil"
            line = StoryLine(icon, told.format(text=title), " · ".join(filter(None, (when, said.reason))))
            line.setToolTip(said.text)
            self._story.addWidget(line)

    def _build(self, line: ProposalLine) -> None:
        self.title = TextField(_("The proposal in one sentence"), _refuse_empty, lines=2)
        self.text = TextField(_("Explanation"), lines=5)
        self.reason = LineField(_("Why other words?"), hint=_("May stay empty"))
        self.kind = ChoiceField(
            _("Who must act"), [(ProposalKind(code), said) for code, said in choices(ProposalKind).items()]
        )
        self.cost = NumberField(_("Cost in euros"), high=DEAREST, optional=True)
        self.title.editor.setMaximumHeight(TWO_LINES)
        self.text.editor.setMaximumHeight(FIVE_LINES)
        self._connect(line)
        self._cards, self._story, self._links = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in (self._cards, self._story, self._links):
            box.setSpacing(2)
        self.chip = ChipLabel(result_chip(line))
        self.bar = SupportBar()
        self.result = words("", "small", wrap=True)
        both = row(self.kind, self.cost)
        both.setStretch(0, 1)
        pick = small(_("Choose cards…"), lambda: self.cards_wanted.emit(self._line), "list-checks")
        self.drawer.open(
            _("Proposal {number}").format(number=line.proposal.number),
            _("Changes are kept by themselves"),
            self.chip,
            self.result,
            self.bar,
            self.title,
            self.text,
            self.reason,
            both,
            row(words(_("Rests on these cards"), "field"), None, pick),
            self._cards,
            self._links,
            words(_("What was changed"), "field"),
            self._story,
            buttons=(self._standing_button(line),),
        )

    def _connect(self, line: ProposalLine) -> None:
        proposal_id, title, text, reason = line.proposal.id, self.title, self.text, self.reason
        kind, cost = self.kind, self.cost

        def keep_words() -> None:
            if title.valid:
                said = Worded(" ".join(title.value().split()), text.value(), reason.value())
                self.reworded.emit(proposal_id, said)

        def describe() -> None:
            if cost.valid:
                self.described.emit(replace(line.proposal, kind=kind.value(), cost=cost.value()))

        for field in (title, text, reason):
            field.saved.connect(keep_words)
        kind.saved.connect(describe)
        cost.saved.connect(describe)

    def _standing_button(self, line: ProposalLine) -> QPushButton:
        if counts(line):
            return small(_("Withdraw…"), lambda: self.withdraw_wanted.emit(self._line), "ban")
        return small(_("Put back"), lambda: self.restore_wanted.emit(self._line), "rotate-ccw")

    def _fill(self, line: ProposalLine, found: ProposalsFound) -> None:
        self.title.put(line.text.title)
        self.text.put(line.text.text)
        self.kind.put(line.proposal.kind)
        self.cost.put(line.proposal.cost)
        self.chip.put(result_chip(line))
        self.bar.put(line.count)
        self.bar.setVisible(line.on_ballot)
        explained = result_sentence(line.rule, line.count) if line.rule and line.count else ""
        self.result.setText(line.proposal.withdrawn_reason or explained)
        self.result.setVisible(bool(self.result.text()))
        self._fill_cards(line, found)
        clear(self._links)
        for no in line.recommendations:
            told = _("Used in recommendation {number}").format(number=no)
            self._links.addWidget(link(told, self.advice_wanted.emit), 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_cards(self, line: ProposalLine, found: ProposalsFound) -> None:
        clear(self._cards)
        by_id = {card.card.id: card for card in found.cards}
        for card_id in line.card_ids:
            card = by_id[card_id]
            self._cards.addWidget(
                self._card_row(line, card_id, card.card.label, noted(card.text, card.agreed))
            )
        if not line.card_ids:
            self._cards.addWidget(words(_("No cards yet."), "muted"))

    def _card_row(self, line: ProposalLine, card_id: UUID, label: str, text: str) -> QWidget:
        show = link(label, partial(self.card_wanted.emit, card_id))
        show.setToolTip(_("Show card {label}").format(label=label))
        show.setFixedWidth(52)
        said = words(text, "small", wrap=True)
        name = _("Take card {label} off this proposal").format(label=label)
        off = icon_button("unlink", name, partial(self.card_off.emit, line, card_id))
        made = row(show, said, off, gap=Space.XS)
        made.setStretch(1, 1)
        return holder(made)

    def _on_closed(self) -> None:
        self._line = None


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("proposal_title_empty")
