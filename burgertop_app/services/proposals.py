"""Proposals and the votes on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.ballot_methods import by_hand
from burgertop_app.domain.ballots import Ballot, BallotRule, Count, Option
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.money import checked_cost
from burgertop_app.domain.outcomes import CardProposal, Proposal, ProposalSuccession, Standing
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.services import proposal_wording, voting
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.ballots import BallotMethod
    from burgertop_app.domain.outcome_views import ProposalLine, WordingLine
    from burgertop_app.domain.requests import NewProposal, Votes
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Proposals:
    """What an organiser does with proposals and their ballot."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def lines(self, process_id: UUID) -> tuple[ProposalLine, ...]:
        """Every proposal with its words, cards and votes, by number."""
        with self._work.reading() as store:
            return outcome_store.proposal_lines(store, process_id)

    def add(self, process_id: UUID, request: NewProposal) -> Change:
        """Make a proposal out of cards."""
        with self._work.writing("proposals.add") as store:
            numbers = [proposal.number for proposal in store.find(Proposal, process_id=process_id)]
            said = ProposalWords(
                title=request.title,
                text=request.text,
                kind=request.kind,
                cost=checked_cost(request.cost),
                area=request.area,
            )
            proposal = store.add(
                Proposal(
                    id=store.new_id(),
                    process_id=process_id,
                    number=max(numbers, default=0) + 1,
                    kind=said.kind,
                    cost=said.cost,
                    area=said.area,
                )
            )
            proposal_wording.first(store, proposal.id, said)
            link(store, proposal.id, request.card_ids)
        return changed(Topic.PROPOSALS, Topic.CARDS, row=proposal.id)

    def reword(
        self, proposal_id: UUID, *, title: str, text: str, reason: str = "", typing: bool = False
    ) -> Change:
        """Give a proposal other words; the earlier ones stay readable.

        Args:
            proposal_id: the proposal.
            title: the proposal in one sentence.
            text: what else there is to say.
            reason: why the words changed.
            typing: the organiser is still at it: a wording of a moment ago is put right instead of kept
                beside this one, unless the vote was opened on it.

        Raises:
            InvalidInput: there is no title.
        """
        with self._work.writing("proposals.reword") as store:
            wanted = replace(proposal_wording.said(store, proposal_id), title=title, text=text)
            proposal_wording.keep(store, proposal_id, wanted, reason, typing=typing)
        return changed(Topic.PROPOSALS, row=proposal_id)

    def describe(self, proposal: Proposal) -> Change:
        """Keep who must act on a proposal, what it costs and where it lands."""
        with self._work.writing("proposals.describe") as store:
            wanted = replace(
                proposal_wording.said(store, proposal.id),
                kind=proposal.kind,
                cost=proposal.cost,
                area=proposal.area,
            )
            proposal_wording.keep(store, proposal.id, wanted, "", typing=True)
        return changed(Topic.PROPOSALS, row=proposal.id)

    def rest_on(self, proposal_id: UUID, card_ids: Sequence[UUID], reason: str = "") -> Change:
        """Let a proposal rest on exactly these cards; ties that end stay in the history."""
        with self._work.writing("proposals.cards") as store:
            for tie in store.find(CardProposal, proposal_id=proposal_id, until=None):
                if tie.card_id not in card_ids:
                    store.change(tie, until=store.now(), reason=reason or tie.reason)
            link(store, proposal_id, card_ids)
        return changed(Topic.PROPOSALS, Topic.CARDS, row=proposal_id)

    def withdraw(self, proposal_id: UUID, reason: str) -> Change:
        """Take a proposal out; it stays readable with the reason.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it went on in another one, which counts in its place.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        return self._stand(proposal_id, Standing.WITHDRAWN, reason.strip())

    def restore(self, proposal_id: UUID) -> Change:
        """Put a withdrawn proposal back.

        Raises:
            NotPossible: it went on in another one, which counts in its place.
        """
        return self._stand(proposal_id, Standing.ACTIVE, "")

    def wordings(self, proposal_id: UUID) -> tuple[WordingLine, ...]:
        """Every wording the proposal has had, the oldest first."""
        with self._work.reading() as store:
            return outcome_store.proposal_wordings(store, proposal_id)

    def ballot(self, process_id: UUID) -> Ballot | None:
        """The vote of this process that stands, if one was opened."""
        with self._work.reading() as store:
            return outcome_store.standing_ballot(store, process_id)

    def open_ballot(self, process_id: UUID, title: str, rule: BallotRule) -> Change:
        """Fix the rule and put every active proposal on the ballot; this cannot be undone.

        Raises:
            InvalidInput: a vote is open already, or there is nothing to vote on.
        """
        with self._work.writing("ballot.open") as store:
            lines = voting.on_ballot(store, process_id)
            ballot = voting.opened(store, process_id, title, by_hand(rule), lines)
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot.id)

    def withdraw_ballot(self, ballot_id: UUID, reason: str) -> Change:
        """Withdraw a vote with a reason; it stays readable with its votes, and a new one can be opened.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it was withdrawn already.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("ballot.withdraw") as store:
            ballot = store.get(Ballot, ballot_id)
            if ballot.withdrawn_at is not None:
                raise NotPossible("ballot_withdrawn_already")
            store.change(ballot, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot_id)

    def enter_votes(self, process_id: UUID, votes: Mapping[UUID, Votes]) -> Change:
        """Keep the counted votes per proposal; a later count replaces an earlier one.

        Raises:
            InvalidInput: no vote was opened, or a proposal is not on the ballot.
        """
        with self._work.writing("ballot.count") as store:
            ballot = outcome_store.standing_ballot(store, process_id)
            if ballot is None:
                raise InvalidInput("ballot_not_open")
            if ballot.on_paper:
                raise InvalidInput("vote_on_paper")
            options = {option.proposal_id: option for option in store.find(Option, ballot_id=ballot.id)}
            for proposal_id, counted in votes.items():
                if proposal_id not in options:
                    raise InvalidInput("proposal_not_on_ballot")
                _count(store, ballot.fixed, options[proposal_id].id, counted)
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot.id)

    def _stand(self, proposal_id: UUID, standing: Standing, reason: str) -> Change:
        with self._work.writing("proposals.stand") as store:
            proposal = store.get(Proposal, proposal_id)
            if store.count(ProposalSuccession, earlier_id=proposal_id):
                raise NotPossible("proposal_followed", number=proposal.number)
            store.change(proposal, standing=standing, withdrawn_reason=reason)
        return changed(Topic.PROPOSALS, row=proposal_id)


def link(store: Store, proposal_id: UUID, card_ids: Sequence[UUID]) -> None:
    """Lay these cards under a proposal, besides those that lie there."""
    held = {tie.card_id for tie in store.find(CardProposal, proposal_id=proposal_id, until=None)}
    for card_id in dict.fromkeys(card_ids):
        if card_id not in held:
            store.add(
                CardProposal(
                    id=store.new_id(),
                    card_id=card_id,
                    proposal_id=proposal_id,
                    since=store.now(),
                    by=store.actor,
                )
            )


def _count(store: Store, method: BallotMethod, option_id: UUID, votes: Votes) -> None:
    kept = store.first(Count, option_id=option_id)
    cast = votes.in_favour + votes.against
    enough = cast > 0 and votes.in_favour >= method.share * cast
    quorate = cast + votes.blank >= method.quorum
    fields: dict[str, Any] = {
        "in_favour": votes.in_favour,
        "against": votes.against,
        "blank": votes.blank,
        "chosen": False if not quorate else enough if method.rule is BallotRule.THRESHOLD else None,
        "quorate": quorate,
    }
    if kept is None:
        store.add(Count(id=store.new_id(), option_id=option_id, **fields))
    else:
        store.change(kept, **fields)
