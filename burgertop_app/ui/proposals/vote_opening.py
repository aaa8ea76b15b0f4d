"""Choosing, opening and withdrawing a vote, and the totals of a show of hands, for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _
from burgertop_app.messages.votes import ballot_words, rule_sentence
from burgertop_app.ui.proposals.ballot_picker import BallotPicker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.ballots import BallotMethod
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.requests import Votes
    from burgertop_app.ui.proposals.found import ProposalsFound
    from burgertop_app.ui.proposals.page import ProposalsPage


class VoteOpening:
    """Fixes a rule, begins a vote anew and withdraws one; `choosing` says that a new one is being made."""

    def __init__(self, page: ProposalsPage) -> None:
        self._page = page
        self.choosing = False
        self._looked: tuple[UUID | None, UUID | None] = (None, None)
        """The process and its vote that is looked at instead of the newest."""

    def connect(self) -> None:
        """Listen to the rule, the votes and the list of votes."""
        page = self._page
        page.which.chosen.connect(self.look)
        page.which.new_wanted.connect(self.begin_vote)
        page.rule.fix_wanted.connect(self.fix_rule)
        page.rule.draft_wanted.connect(self.see_rule)
        page.rule.pick_wanted.connect(self.pick)
        page.slips.rule.withdraw_wanted.connect(self.withdraw_vote)
        page.votes.counted.connect(self.count)
        page.votes.withdraw_wanted.connect(self.withdraw_vote)

    def vote_of(self, process: UUID) -> UUID | None:
        """The vote of a process that is looked at; None is the newest."""
        looked, vote = self._looked
        return vote if looked == process else None

    def put(self, found: ProposalsFound) -> None:
        """Offer the votes that were read."""
        self.choosing = self.choosing and found.begin
        shown = found.ballot.id if found.ballot is not None else None
        self._page.which.put(found.votes, shown, begin=found.begin, choosing=self.choosing)

    def look(self, ballot_id: UUID | None) -> None:
        """Look at another vote; None is the one that is being made."""
        if ballot_id is not None:
            self.choosing = False
            self._looked = (self._page.process, ballot_id)
            self._page.load()

    def pick(self) -> None:
        """Choose which proposals come on the ballot."""
        rule = self._page.rule
        picker = BallotPicker(self._page, self._page.found.counting, rule.left_out)
        if picker.exec() == QDialog.DialogCode.Accepted:
            rule.leave_out(picker.left_out)

    def fix_rule(self, title: str, method: BallotMethod, lines: Sequence[ProposalLine]) -> None:
        """Fix the rule of the vote on these proposals, after asking once more."""
        process, voting = self._page.process, self._page.desk.services.voting
        sure = process is not None and self._page.desk.dialogs.ask(
            self._page,
            _("Fix this rule?"),
            _("{rule} On the ballot: {proposals}. After this neither can change.").format(
                rule=rule_sentence(method.rule, method), proposals=ballot_words(lines)
            ),
            _("Fix the rule"),
        )
        if sure and process is not None:
            ids = [line.proposal.id for line in lines]
            self._page.ask(lambda: voting.fix(process, title, method, ids), self._on_fixed)

    def _on_fixed(self, change: Change) -> None:
        self.choosing = False
        self._looked = (self._page.process, change.id)
        self._page.rule.leave_out(frozenset())

    def see_rule(self, title: str, method: BallotMethod, lines: Sequence[ProposalLine]) -> None:
        """See the rule as it would be printed."""
        if self._page.process is not None:
            ids = [line.proposal.id for line in lines]
            self._page.acts.draft(self._page.process, title, method, ids)

    def begin_vote(self) -> None:
        """Choose the rule of a new vote; the one before stays."""
        self.choosing = True
        self.put(self._page.found)
        self._page.show_view()

    def withdraw_vote(self) -> None:
        """Withdraw the vote with a reason; it stays in the log with its votes."""
        ballot, proposals = self._page.found.ballot, self._page.desk.services.proposals
        reason = ballot and self._page.desk.dialogs.reason(
            self._page,
            _("Withdraw this vote?"),
            _("The vote and its votes stay readable, with your reason. Then you can fix a rule anew."),
            _("Withdraw"),
        )
        if ballot is not None and reason:
            self._page.ask(lambda: proposals.withdraw_ballot(ballot.id, reason))

    def count(self, proposal_id: UUID, votes: Votes) -> None:
        """Keep the totals of a show of hands."""
        process, proposals = self._page.process, self._page.desk.services.proposals
        if process is not None:
            self._page.ask(lambda: proposals.enter_votes(process, {proposal_id: votes}))
