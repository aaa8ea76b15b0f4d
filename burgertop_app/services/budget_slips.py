"""Slips of a counted vote as papers of a vote over a budget: what counts there counts here, and no more."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from burgertop_app.domain.ballot_methods import SIDES, BallotRule
from burgertop_app.domain.ballots import Ballot, VoteState
from burgertop_app.domain.budget_views import PaperProblem, PaperReading, PaperTrouble, chosen_of, paper_ids
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.voting import counting, differences
from burgertop_app.storage import budget_store, vote_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

RULES: Final = SIDES | {BallotRule.APPROVAL}
"""Methods of which a mark says that somebody is for a project; dots and ranks say something else."""
PAPERS: Final = (VoteState.VALID, VoteState.BLANK)


def ballots(store: Store, process_id: UUID) -> tuple[Ballot, ...]:
    """The votes with slips that stand: counted ones first, of those the last one first."""
    found = [one for one in vote_store.ballots(store, process_id) if vote_store.votes(store, one.id)]
    found.reverse()
    return tuple(sorted(found, key=lambda one: one.closed_at is None))


def reading(store: Store, budget_id: UUID, ballot_id: UUID) -> PaperReading:
    """The slips that count, each once, as papers; a blank one is for nothing, an invalid one is no paper.

    A slip under a number that came in before is listed as a problem, by its place among the slips.

    Raises:
        InvalidInput: an option is no project here, or the slips do not say what somebody is for.
        NotPossible: the vote was withdrawn or not counted yet, or slips were entered differently.
    """
    ballot = store.get(Ballot, ballot_id)
    if ballot.withdrawn_at is not None:
        raise NotPossible("budget_ballot_withdrawn", title=ballot.title)
    if ballot.rule not in RULES:
        raise InvalidInput("budget_ballot_rule", title=ballot.title)
    lines = {line.proposal_id: line.code for line in budget_store.lines(store, budget_id)}
    options = vote_store.options(store, ballot)
    if any(option.proposal_id is None or option.proposal_id not in lines for option in options):
        raise InvalidInput("budget_ballot_other")
    votes = vote_store.votes(store, ballot_id)
    if open_ones := len(differences(votes)):
        raise NotPossible("vote_differences", count=open_ones)
    if ballot.closed_at is None:
        raise NotPossible("budget_ballot_open", title=ballot.title)
    ids = {option.id: lines[option.proposal_id] for option in options}
    slips = {slip.number: slip for slip in counting(votes) if slip.state in PAPERS}
    taken = paper_ids(budget_store.papers(store, budget_id))
    papers = tuple(
        (number, chosen_of(ids, slip.choices)) for number, slip in slips.items() if number not in taken
    )
    before = tuple(
        PaperProblem(place, PaperTrouble.BEFORE, number)
        for place, number in enumerate(slips, 1)
        if number in taken
    )
    told = repr([(number, sorted(slip.choices.items())) for number, slip in sorted(slips.items())])
    return PaperReading(ballot.title, hashlib.sha256(told.encode()).hexdigest(), papers, before)
