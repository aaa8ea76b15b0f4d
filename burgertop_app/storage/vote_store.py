"""A vote on slips as the services read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import Ballot, Count, Option, Vote
from burgertop_app.domain.outcomes import Proposal
from burgertop_app.domain.voting import BallotOption, VoteDesk

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def options(store: Store, ballot: Ballot) -> tuple[BallotOption, ...]:
    """The options in the order of the slip; their numbers are those of the proposals where all are one."""
    found = store.find(Option, order_by="position", ballot_id=ballot.id)
    numbers = {
        one.id: one.number
        for one in store.find(Proposal, id=[one.proposal_id for one in found if one.proposal_id])
    }
    named = [numbers.get(one.proposal_id) if one.proposal_id else None for one in found]
    numbered = None not in named and len(set(named)) == len(named)
    return tuple(
        BallotOption(one.id, (named[at] or 0) if numbered else at + 1, one.label, one.proposal_id)
        for at, one in enumerate(found)
    )


def votes(store: Store, ballot_id: UUID) -> tuple[Vote, ...]:
    """The entries that stand, the oldest first."""
    return store.find(Vote, ballot_id=ballot_id, withdrawn_at=None)


def desk(store: Store, ballot: Ballot) -> VoteDesk:
    """Everything about one vote."""
    return VoteDesk(ballot, options(store, ballot), votes(store, ballot.id))


def ballots(store: Store, process_id: UUID) -> tuple[Ballot, ...]:
    """Every vote of a process that was not withdrawn, the oldest first."""
    return store.find(Ballot, order_by="frozen_at", process_id=process_id, withdrawn_at=None)


def done(store: Store, ballot: Ballot) -> bool:
    """Whether the vote is over: counted, or by show of hands with numbers for everything."""
    if ballot.on_paper:
        return ballot.closed_at is not None
    found = [one.id for one in store.find(Option, ballot_id=ballot.id)]
    return store.count(Count, option_id=found) == len(found)
