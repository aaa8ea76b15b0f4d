"""Votes: choosing and fixing the method, printing it, and taking up what was entered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain import ballot_numbers
from burgertop_app.domain.ballots import Ballot, Option
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.voting import VoteLine
from burgertop_app.storage import outcome_store, vote_store

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from burgertop_app.domain.ballot_methods import BallotMethod
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.voting import VoteDesk
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Voting:
    """What an organiser does with a vote before anybody votes."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def current(self, process_id: UUID) -> VoteDesk | None:
        """The newest vote that was not withdrawn, with its slips."""
        with self._work.reading() as store:
            found = vote_store.ballots(store, process_id)
            return vote_store.desk(store, found[-1]) if found else None

    def all(self, process_id: UUID) -> tuple[Ballot, ...]:
        """Every vote that was not withdrawn, the oldest first."""
        with self._work.reading() as store:
            return vote_store.ballots(store, process_id)

    def listed(self, process_id: UUID) -> tuple[VoteLine, ...]:
        """Every vote, the newest first, those that were withdrawn too."""
        with self._work.reading() as store:
            found = store.find(Ballot, order_by="frozen_at", process_id=process_id)
            return tuple(VoteLine(ballot, vote_store.done(store, ballot)) for ballot in reversed(found))

    def lines(self, ballot_id: UUID) -> tuple[ProposalLine, ...]:
        """The proposals of one vote with its numbers, in the words that were voted on."""
        with self._work.reading() as store:
            ballot = store.get(Ballot, ballot_id)
            said = {one.proposal_id: one.label for one in store.find(Option, ballot_id=ballot_id)}
            return tuple(
                replace(line, text=replace(line.text, title=said[line.proposal.id]))
                for line in outcome_store.proposal_lines(store, ballot.process_id, ballot)
                if line.on_ballot
            )

    def desk(self, ballot_id: UUID) -> VoteDesk:
        """One vote with its slips."""
        with self._work.reading() as store:
            return vote_store.desk(store, store.get(Ballot, ballot_id))

    def may_begin(self, process_id: UUID) -> bool:
        """Whether a vote can be opened: there is none that still runs."""
        with self._work.reading() as store:
            return all(vote_store.done(store, ballot) for ballot in vote_store.ballots(store, process_id))

    def fix(
        self, process_id: UUID, title: str, method: BallotMethod, proposal_ids: Collection[UUID] = ()
    ) -> Change:
        """Fix the method and what is voted on; this cannot be undone, only withdrawn with a reason.

        Args:
            process_id: the process.
            title: the name of the vote.
            method: how is counted.
            proposal_ids: what is voted on; none is every proposal that was not withdrawn.

        Raises:
            InvalidInput: a vote is open already, there is nothing to vote on, the method does not fit, or one
                of `proposal_ids` does not count any more.
        """
        numbers = ballot_numbers.made(method.slips, self._entropy) if method.paper else ()
        with self._work.writing("ballot.open") as store:
            lines = on_ballot(store, process_id, proposal_ids)
            method.refuse(len(lines))
            ballot = opened(store, process_id, title, method, lines, numbers)
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot.id)

    def more_slips(self, ballot_id: UUID, count: int) -> Change:
        """Make so many more numbers, for slips that are printed anew.

        Raises:
            InvalidInput: more than a vote can have.
            NotPossible: the vote is not on slips of the program, or was counted or withdrawn.
        """
        with self._work.writing("ballot.slips") as store:
            ballot = standing(store, ballot_id)
            if not ballot.numbers:
                raise NotPossible("vote_not_on_paper")
            total = len(ballot.numbers) + count
            ballot.fixed.refuse_slips(total)
            more = ballot_numbers.made(count, self._entropy, ballot.numbers)
            store.change(ballot, numbers=(*ballot.numbers, *more))
        return changed(Topic.BALLOTS, row=ballot_id)

    def printed(self, ballot_id: UUID) -> Change:
        """Keep that the rule was printed; only then slips can be entered."""
        with self._work.writing("ballot.printed") as store:
            ballot = store.get(Ballot, ballot_id)
            if ballot.printed_at is None:
                store.change(ballot, printed_at=store.now())
        return changed(Topic.BALLOTS, row=ballot_id)


def on_ballot(
    store: Store, process_id: UUID, proposal_ids: Collection[UUID] = ()
) -> tuple[ProposalLine, ...]:
    """The proposals that come on a new ballot.

    Raises:
        InvalidInput: a vote is open already, there is nothing to vote on, or a proposal that was chosen does
            not count any more.
    """
    if not all(vote_store.done(store, ballot) for ballot in vote_store.ballots(store, process_id)):
        raise InvalidInput("ballot_open_already")
    found = outcome_store.proposal_lines(store, process_id)
    lines = tuple(line for line in found if line.proposal.standing is Standing.ACTIVE)
    if not lines:
        raise InvalidInput("ballot_empty")
    if set(proposal_ids) - {line.proposal.id for line in lines}:
        raise InvalidInput("ballot_proposal_gone")
    return tuple(line for line in lines if not proposal_ids or line.proposal.id in proposal_ids)


def opened(
    store: Store,
    process_id: UUID,
    title: str,
    method: BallotMethod,
    lines: Sequence[ProposalLine],
    numbers: tuple[str, ...] = (),
) -> Ballot:
    """The vote with its options, kept."""
    ballot = store.add(
        Ballot(
            id=store.new_id(),
            process_id=process_id,
            title=title,
            rule=method.rule,
            method=method,
            sha256=method.sha256(title, [line.text.title for line in lines]),
            numbers=numbers,
            frozen_at=store.now(),
        )
    )
    for position, line in enumerate(lines):
        store.add(
            Option(
                id=store.new_id(),
                ballot_id=ballot.id,
                proposal_id=line.proposal.id,
                label=line.text.title,
                position=position,
            )
        )
    return ballot


def standing(store: Store, ballot_id: UUID) -> Ballot:
    """The vote, which still takes slips.

    Raises:
        NotPossible: it is by show of hands, was withdrawn or was counted.
    """
    ballot = store.get(Ballot, ballot_id)
    if not ballot.on_paper:
        raise NotPossible("vote_not_on_paper")
    if ballot.withdrawn_at is not None:
        raise NotPossible("vote_withdrawn")
    if ballot.closed_at is not None:
        raise NotPossible("vote_closed")
    return ballot
