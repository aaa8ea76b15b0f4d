"""The page about proposals and votes: a list with an editor beside it, and the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark
from burgertop_app.messages.votes import rule_sentence
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, holder, row
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.proposals import found as reading
from burgertop_app.ui.proposals.forms import ProposalForm
from burgertop_app.ui.proposals.found import ProposalsFound
from burgertop_app.ui.proposals.listing import proposal_table
from burgertop_app.ui.proposals.panel import ProposalPanel
from burgertop_app.ui.proposals.picker import CardPicker, pickable
from burgertop_app.ui.proposals.rule_choice import RuleChoice
from burgertop_app.ui.proposals.slip_desk import SlipDesk
from burgertop_app.ui.proposals.vote_acts import VoteActs
from burgertop_app.ui.proposals.votes import VoteEntry
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.ballots import BallotMethod
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.outcomes import Proposal
    from burgertop_app.domain.requests import NewProposal, Votes
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.proposals.panel import Worded

LISTED, VOTE = "list", "vote"


class ProposalsPage(Page[ProposalsFound]):
    """The proposals with their cards, and the vote on them."""

    KEY, ICON, NAME = "proposals", "vote", mark("Proposals")
    TOPICS = frozenset({Topic.PROPOSALS, Topic.BALLOTS, Topic.CARDS, Topic.ADVICE})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = ProposalsFound()
        self.table = proposal_table(self._entries)
        self.panel = ProposalPanel(Drawer(width=372))
        self.rule = RuleChoice()
        self.votes = VoteEntry()
        self.slips = SlipDesk()
        self.acts = VoteActs(self, self.slips)
        self._again = False
        self.views = Segmented(((LISTED, _("Proposals")), (VOTE, _("Vote"))), _("What to see"))
        self.new = primary(_("New proposal…"), self._on_new, "plus")
        self._build()
        self._connect()
        self.remember("table", self.table)

    @override
    def reading(self, process: UUID) -> Callable[[], ProposalsFound]:
        house = self.desk.services
        return lambda: reading.read(house, process)

    @override
    def fill(self, found: ProposalsFound) -> None:
        self.found = found
        self.head.say(reading.sentence(found))
        self.table.put(found.lines)
        self.rule.put(len(found.counting))
        if found.ballot is not None and not found.ballot.on_paper:
            self.votes.put(found.ballot, found)
        if found.desk is not None and found.desk.ballot.on_paper:
            self.acts.ballot_id = found.desk.ballot.id
            self.slips.put(found.desk, found.result)
        self._again = self._again and found.begin
        line = found.line(self.panel.proposal_id)
        if line is not None:
            self._open(line)
        elif found.lines and self.table.current is None:
            self.table.select(found.lines[0].proposal.id)
        self._show()

    @override
    def focus_on(self, focus: object) -> None:
        line = self.found.line(focus) if isinstance(focus, UUID) else None
        if line is not None:
            self._choose(LISTED)
            self.table.select(line.proposal.id)
            self._open(line)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(self.table, 1)
        body.addWidget(self.panel.drawer)
        choice = column(row(None, self.rule, None))
        empty = EmptyPage(
            _("Here come the proposals. Make one here, or choose cards on the page Cards."),
            (_("New proposal…"), self._on_new),
        )
        for widget in (holder(body), holder(choice), self.votes, empty, self.slips):
            self._stack.addWidget(widget)
        self.content.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._open)
        self.table.export_wanted.connect(lambda sheet: save_sheet(self, sheet, _("Proposals")))
        self.rule.fix_wanted.connect(self.fix_rule)
        self.rule.draft_wanted.connect(self.see_rule)
        self.slips.rule.withdraw_wanted.connect(self.withdraw_vote)
        self.slips.result.again_wanted.connect(self.begin_vote)
        self.votes.counted.connect(self._on_counted)
        self.votes.withdraw_wanted.connect(self.withdraw_vote)
        panel = self.panel
        panel.reworded.connect(self._on_reworded)
        panel.described.connect(self._on_described)
        panel.cards_wanted.connect(self._on_cards)
        panel.card_off.connect(self._on_card_off)
        panel.card_wanted.connect(lambda card_id: self.desk.navigate("cards", focus=card_id))
        panel.advice_wanted.connect(lambda: self.desk.navigate("advice"))
        panel.withdraw_wanted.connect(self.withdraw)
        panel.restore_wanted.connect(self.restore)

    def _choose(self, view: str) -> None:
        self.views.put(view)
        self._show()

    def _show(self) -> None:
        listed = self.views.value == LISTED
        bare = listed and not self.found.lines
        ballot = None if self._again else self.found.ballot
        voting = 1 if ballot is None else 4 if ballot.on_paper else 2
        self._stack.setCurrentIndex(3 if bare else 0 if listed else voting)
        if listed and not bare:
            self.head.act(self.views, self.new)
        else:
            self.head.act(self.views)

    def _on_chosen(self, line: ProposalLine | None) -> None:
        if line is not None and line.proposal.id != self.panel.proposal_id:
            self._open(line)

    def _open(self, line: ProposalLine) -> None:
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        self.panel.show_proposal(line, self.found)
        self.ask(lambda: proposals.wordings(proposal_id), self.panel.tell)

    def _on_new(self) -> None:
        form = ProposalForm(self)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.make(form.given)

    def make(self, request: NewProposal) -> None:
        """Make a proposal and show it."""
        process, proposals = self.process, self.desk.services.proposals
        if process is not None:
            self.ask(lambda: proposals.add(process, request), self._on_made)

    def _on_made(self, change: Change) -> None:
        self._wanted_focus = change.id

    def _on_reworded(self, proposal_id: UUID, said: Worded) -> None:
        proposals = self.desk.services.proposals
        self.ask(
            lambda: proposals.reword(
                proposal_id, title=said.title, text=said.text, reason=said.reason, typing=True
            )
        )

    def _on_described(self, proposal: Proposal) -> None:
        proposals = self.desk.services.proposals
        self.ask(lambda: proposals.describe(proposal))

    def _on_cards(self, line: ProposalLine) -> None:
        picker = CardPicker(self, pickable(self.found, line.card_ids), line.card_ids)
        if picker.exec() == QDialog.DialogCode.Accepted:
            told = _("Proposal {number} rests on other cards.").format(number=line.proposal.number)
            self.rest(line, picker.chosen, told)

    def _on_card_off(self, line: ProposalLine, card_id: UUID) -> None:
        label = next((card.card.label for card in self.found.cards if card.card.id == card_id), "")
        told = _("Card {label} is taken off proposal {number}.")
        ids = [held for held in line.card_ids if held != card_id]
        self.rest(line, ids, told.format(label=label, number=line.proposal.number))

    def rest(self, line: ProposalLine, card_ids: Sequence[UUID], told: str) -> None:
        """Let a proposal rest on exactly these cards."""
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        before, after = list(line.card_ids), list(card_ids)
        self.ask(
            lambda: proposals.rest_on(proposal_id, after),
            lambda _change: self.desk.did(
                told,
                lambda: proposals.rest_on(proposal_id, before),
                lambda: proposals.rest_on(proposal_id, after),
                "list-checks",
            ),
        )

    def withdraw(self, line: ProposalLine) -> None:
        """Ask why, and take a proposal out."""
        number = line.proposal.number
        reason = self.desk.dialogs.reason(
            self,
            _("Withdraw proposal {number}?").format(number=number),
            _("A withdrawn proposal no longer counts. It stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason is None:
            return
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        self.ask(
            lambda: proposals.withdraw(proposal_id, reason),
            lambda _change: self.desk.did(
                _("Proposal {number} is withdrawn.").format(number=number),
                lambda: proposals.restore(proposal_id),
                lambda: proposals.withdraw(proposal_id, reason),
                "ban",
            ),
        )

    def restore(self, line: ProposalLine) -> None:
        """Put a withdrawn proposal back."""
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        reason = line.proposal.withdrawn_reason
        self.ask(
            lambda: proposals.restore(proposal_id),
            lambda _change: self.desk.did(
                _("Proposal {number} counts again.").format(number=line.proposal.number),
                lambda: proposals.withdraw(proposal_id, reason),
                lambda: proposals.restore(proposal_id),
                "rotate-ccw",
            ),
        )

    def fix_rule(self, title: str, method: BallotMethod) -> None:
        """Fix the rule of the vote, after asking once more."""
        process, voting = self.process, self.desk.services.voting
        sure = process is not None and self.desk.dialogs.ask(
            self,
            _("Fix this rule?"),
            _("{rule} After this the rule cannot change.").format(rule=rule_sentence(method.rule, method)),
            _("Fix the rule"),
        )
        if sure and process is not None:
            self._again = False
            self.ask(lambda: voting.fix(process, title, method))

    def see_rule(self, title: str, method: BallotMethod) -> None:
        """See the rule as it would be printed."""
        if self.process is not None:
            self.acts.draft(self.process, title, method)

    def begin_vote(self) -> None:
        """Choose the rule of a new vote; the one before stays."""
        self._again = True
        self._show()

    def withdraw_vote(self) -> None:
        """Withdraw the vote with a reason; it stays in the log with its votes."""
        ballot, proposals = self.found.ballot, self.desk.services.proposals
        reason = ballot and self.desk.dialogs.reason(
            self,
            _("Withdraw this vote?"),
            _("The vote and its votes stay readable, with your reason. Then you can fix a rule anew."),
            _("Withdraw"),
        )
        if ballot is not None and reason:
            self.ask(lambda: proposals.withdraw_ballot(ballot.id, reason))

    def _on_counted(self, proposal_id: UUID, votes: Votes) -> None:
        process, proposals = self.process, self.desk.services.proposals
        if process is not None:
            self.ask(lambda: proposals.enter_votes(process, {proposal_id: votes}))

    def _entries(self, lines: list[ProposalLine]) -> Sequence[Entry]:
        if len(lines) != 1:
            return ()
        line = lines[0]
        entries: list[Entry] = [
            (_("Open"), "pencil", lambda: self._open(line)),
            (_("Choose cards…"), "list-checks", lambda: self._on_cards(line)),
        ]
        if reading.counts(line):
            entries.append((_("Withdraw…"), "ban", lambda: self.withdraw(line)))
        else:
            entries.append((_("Put back"), "rotate-ccw", lambda: self.restore(line)))
        return entries
