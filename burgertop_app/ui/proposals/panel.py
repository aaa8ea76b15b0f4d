"""The editor of one proposal: everything it says, its cards, votes and earlier words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from burgertop_app.i18n import _
from burgertop_app.messages.card_agreement import listed
from burgertop_app.messages.plans import lineage
from burgertop_app.messages.votes import result_sentence
from burgertop_app.ui.kit.buttons import icon_button, link, small
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.layout import clear, holder, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.found import counts
from burgertop_app.ui.proposals.history import story
from burgertop_app.ui.proposals.listing import result_chip
from burgertop_app.ui.proposals.plan_fields import PlanFields
from burgertop_app.ui.proposals.support import SupportBar

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton, QWidget

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.proposal_views import ProposalVersion
    from burgertop_app.ui.kit.drawer import Drawer
    from burgertop_app.ui.proposals.found import ProposalsFound


class ProposalPanel(QObject):
    """Fills a drawer with one proposal; tells what the organiser changes."""

    edited = Signal(object, object, str)
    """Id of the proposal, `ProposalWords`, and why."""
    owned = Signal(object, object)
    """The line and the `Owner`s that pull it."""
    split_wanted = Signal(object)
    merge_wanted = Signal(object)
    """The line that goes on as one with others."""
    compare_wanted = Signal(object)
    """The `ProposalVersion`s of the proposal that is shown."""
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
        self._versions: tuple[ProposalVersion, ...] = ()
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
            self._build(line, found)
        self._line = line
        self._fill(line, found)

    def tell(self, versions: tuple[ProposalVersion, ...]) -> None:
        """Show the earlier words, the latest first."""
        self._versions = versions
        self.compare.setVisible(len(versions) > 1)
        clear(self._story)
        for line in story(versions):
            self._story.addWidget(line)

    def _build(self, line: ProposalLine, found: ProposalsFound) -> None:
        self.fields = PlanFields(line, found)
        texts = self.fields.texts
        self.title, self.text, self.reason = texts["title"], texts["text"], self.fields.reason
        self.kind, self.cost = self.fields.kind, self.fields.cost
        self.fields.edited.connect(self.edited)
        self.fields.owned.connect(self.owned)
        self._cards, self._story, self._links = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in (self._cards, self._story, self._links):
            box.setSpacing(2)
        self.chip = ChipLabel(result_chip(line))
        self.bar = SupportBar()
        self.result = words("", "small", wrap=True)
        self.lineage = words("", "small", wrap=True)
        self.themes = words("", "muted", wrap=True)
        self.compare = link(_("Compare versions…"), lambda: self.compare_wanted.emit(self._versions))
        self.compare.hide()
        pick = small(_("Choose cards…"), lambda: self.cards_wanted.emit(self._line), "list-checks")
        self.drawer.open(
            found.called(line.proposal.number),
            _("Changes are kept by themselves"),
            self.chip,
            self.result,
            self.bar,
            self.lineage,
            *self.fields.items,
            row(words(_("Rests on these cards"), "field"), None, pick),
            self._cards,
            self.themes,
            self._links,
            row(words(_("What was changed"), "field"), None, self.compare),
            self._story,
            buttons=self._buttons(line, found),
        )

    def _buttons(self, line: ProposalLine, found: ProposalsFound) -> tuple[QPushButton, ...]:
        if line.later:
            return ()
        if not counts(line):
            return (self._standing_button(line),)
        split = small(_("Split…"), lambda: self.split_wanted.emit(self._line), "split")
        if len(found.counting) < 2:
            return (self._standing_button(line), split)
        merge = small(_("Merge…"), lambda: self.merge_wanted.emit(self._line), "git-merge")
        return (self._standing_button(line), split, merge)

    def _standing_button(self, line: ProposalLine) -> QPushButton:
        if counts(line):
            return small(_("Withdraw…"), lambda: self.withdraw_wanted.emit(self._line), "ban")
        return small(_("Put back"), lambda: self.restore_wanted.emit(self._line), "rotate-ccw")

    def _fill(self, line: ProposalLine, found: ProposalsFound) -> None:
        self.fields.put(line, found)
        self.lineage.setText(lineage(line))
        self.lineage.setVisible(bool(self.lineage.text()))
        self.themes.setText(_("Themes: {themes}").format(themes=", ".join(line.themes)))
        self.themes.setVisible(bool(line.themes))
        self.chip.put(result_chip(line))
        self.bar.put(line.count)
        self.bar.setVisible(line.on_ballot)
        explained = result_sentence(line.rule, line.count, line.method) if line.rule and line.count else ""
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
            self._cards.addWidget(self._card_row(line, card_id, card.card.label, listed(card)))
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
