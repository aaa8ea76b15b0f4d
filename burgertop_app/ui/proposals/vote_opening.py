"""Opening and withdrawing a vote, and the totals of a show of hands, for the page about proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.messages.votes import rule_sentence

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.ballots import BallotMethod
    from burgertop_app.domain.requests import Votes
    from burgertop_app.ui.proposals.page import ProposalsPage


class VoteOpening:
    """Fixes a rule, begins a vote anew and withdraws one; `choosing` says that a new one is being made."""

    def __init__(self, page: ProposalsPage) -> None:
        self._page = page
        self.choosing = False

    def fix_rule(self, title: str, method: BallotMethod) -> None:
        """Fix the rule of the vote, after asking once more."""
        process, voting = self._page.process, self._page.desk.services.voting
        sure = process is not None and self._page.desk.dialogs.ask(
            self._page,
            _("Fix this rule?"),
            _("{rule} After this the rule cannot change.").format(rule=rule_sentence(method.rule, method)),
            _("Fix the rule"),
        )
        if sure and process is not None:
            self.choosing = False
            self._page.ask(lambda: voting.fix(process, title, method))

    def see_rule(self, title: str, method: BallotMethod) -> None:
        """See the rule as it would be printed."""
        if self._page.process is not None:
            self._page.acts.draft(self._page.process, title, method)

    def begin_vote(self) -> None:
        """Choose the rule of a new vote; the one before stays."""
        self.choosing = True
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
