"""Counting a vote on slips, opening the count again, and the objections of a vote by consent."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST
from burgertop_app.domain.ballot_methods import BallotRule, lot_order
from burgertop_app.domain.ballots import Ballot, Count, Objection, Reopening, VoteState
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.vote_results import Turnout
from burgertop_app.domain.voting import StandingObjection, VoteResult, count_of, counting, differences
from burgertop_app.engines.ballots import counting as engine
from burgertop_app.services.vote_groups import marks_of, support_of
from burgertop_app.services.voting import standing
from burgertop_app.storage import vote_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.ballots import Vote
    from burgertop_app.domain.voting import BallotOption
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

KEPT = ("id", "revision", "option_id")
"""What stays when a count is made anew."""


class VoteCounting:
    """Makes a result of slips."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def count(self, ballot_id: UUID) -> Change:
        """Count the slips and keep the result with every option.

        Raises:
            NotPossible: nothing was entered, slips differ or were entered once, or it was counted already.
        """
        with self._work.writing("ballot.counted") as store:
            ballot = standing(store, ballot_id)
            votes = vote_store.votes(store, ballot_id)
            if not votes:
                raise NotPossible("vote_nothing")
            open_ones = len(differences(votes))
            if open_ones:
                raise NotPossible("vote_differences", count=open_ones)
            ballot = store.change(ballot, closed_at=store.now())
            _keep(store, result_of(store, ballot))
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot_id)

    def reopen(self, ballot_id: UUID, reason: str) -> Change:
        """Open a count again, for a reason that stays readable with the result.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it was not counted, or was withdrawn.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("ballot.reopened") as store:
            ballot = _counted(store, ballot_id)
            slips = tuple(slip.id for slip in counting(vote_store.votes(store, ballot_id)))
            again = Reopening(store.now(), store.actor, reason.strip(), slips)
            for option in vote_store.options(store, ballot):
                kept = store.first(Count, option_id=option.id)
                if kept is not None:
                    store.remove(kept)
            store.change(ballot, closed_at=None, reopened=(*ballot.reopened, again))
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot_id)

    def result(self, ballot_id: UUID) -> VoteResult:
        """What came out, with the support of each group as far as it may be shown.

        Raises:
            NotPossible: it was not counted.
        """
        with self._work.reading() as store:
            return result_of(store, _counted(store, ballot_id))

    def answer(
        self, objection: StandingObjection, ballot_id: UUID, *, met: bool, how: str, by: str
    ) -> Change:
        """Keep what was done with an objection; an earlier answer stays readable.

        Raises:
            InvalidInput: nothing was said about how.
            NotPossible: no slip has this objection, or the vote was not counted.
        """
        with self._work.writing("ballot.objection") as store:
            ballot = _counted(store, ballot_id)
            found = result_of(store, ballot).objections
            same = [
                one
                for one in found
                if one.number == objection.number and one.option.id == objection.option.id
            ]
            if not same:
                raise NotPossible("vote_no_objection", number=objection.number)
            store.add(
                Objection(
                    id=store.new_id(),
                    ballot_id=ballot_id,
                    option_id=objection.option.id,
                    number=objection.number,
                    met=met,
                    how=how.strip(),
                    by=by.strip() or store.actor,
                )
            )
            _keep(store, result_of(store, ballot))
        return changed(Topic.BALLOTS, Topic.PROPOSALS, row=ballot_id)


def result_of(store: Store, ballot: Ballot) -> VoteResult:
    """Count the slips that stand."""
    method, options = ballot.fixed, vote_store.options(store, ballot)
    slips = counting(vote_store.votes(store, ballot.id))
    states = Counter(slip.state for slip in slips)
    valid = [slip for slip in slips if slip.state is VoteState.VALID]
    papers = [marks_of(slip, options) for slip in valid]
    turnout = Turnout(
        states[VoteState.VALID],
        states[VoteState.BLANK],
        states[VoteState.INVALID],
        method.electorate,
        method.quorum,
    )
    objections = _objections(store, ballot, options, valid)
    stand = Counter(one.option.id for one in objections if one.stands)
    outcome = engine.count(
        method,
        papers,
        turnout,
        lot_order(method.seed, [one.label for one in options]),
        [stand[one.id] for one in options] if method.rule is BallotRule.CONSENT else None,
    )
    support, kept = support_of(store, ballot, options, valid)
    return VoteResult(ballot, options, outcome, support, objections, kept)


def _objections(
    store: Store, ballot: Ballot, options: Sequence[BallotOption], valid: Sequence[Vote]
) -> tuple[StandingObjection, ...]:
    if ballot.rule is not BallotRule.CONSENT:
        return ()
    answers = {(one.option_id, one.number): one for one in store.find(Objection, ballot_id=ballot.id)}
    return tuple(
        StandingObjection(
            one, slip.number, slip.reasons.get(str(one.id), ""), answers.get((one.id, slip.number))
        )
        for one in options
        for slip in valid
        if slip.choices.get(str(one.id)) == str(AGAINST)
    )


def _counted(store: Store, ballot_id: UUID) -> Ballot:
    ballot = store.get(Ballot, ballot_id)
    if ballot.closed_at is None:
        raise NotPossible("vote_not_closed")
    if ballot.withdrawn_at is not None:
        raise NotPossible("vote_withdrawn")
    return ballot


def _keep(store: Store, result: VoteResult) -> None:
    """Keep a count per option, so that lists, advice and overview know it."""
    for at, option in enumerate(result.options):
        made = count_of(result, at, store.new_id())
        kept = store.first(Count, option_id=option.id)
        if kept is None:
            store.add(made)
        else:
            changes = {one.name: getattr(made, one.name) for one in fields(made)}
            store.change(kept, **{name: said for name, said in changes.items() if name not in KEPT})
