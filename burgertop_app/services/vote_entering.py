"""Entering slips: twice, by two people, and settling what differs with the paper in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain import ballot_numbers
from burgertop_app.domain.ballot_marks import refuse_marks, says_nothing
from burgertop_app.domain.ballots import Batch, Vote, VoteState
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.services.voting import standing
from burgertop_app.storage import vote_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.ballots import Ballot
    from burgertop_app.domain.voting import BallotOption, Slip
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class VoteEntering:
    """What those who type do."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def enter(self, ballot_id: UUID, batch: Batch, slip: Slip, by: str) -> Change:
        """Keep one slip as it was typed in the first or the second round.

        Raises:
            InvalidInput: no name or number, an unknown or double number, a mark that breaks the rule, or
                the second round is by the same person.
            NotPossible: the rule was not printed yet, or the vote takes no more slips.
        """
        with self._work.writing("ballot.slip") as store:
            ballot = may_enter(store, ballot_id, by)
            number = ballot_numbers.plain(slip.number)
            others = [vote for vote in vote_store.votes(store, ballot_id) if vote.number == number]
            kept = keep_slip(store, ballot, others, batch, slip, by.strip())
        return changed(Topic.BALLOTS, row=kept.id)

    def take_back(self, vote_id: UUID, reason: str) -> Change:
        """Take an entry back; it stays readable with the reason.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it was taken back already, or the votes were counted.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("ballot.slip_back") as store:
            vote = store.get(Vote, vote_id)
            standing(store, vote.ballot_id)
            if vote.withdrawn_at is not None:
                raise NotPossible("vote_entry_gone")
            store.change(vote, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.BALLOTS, row=vote_id)

    def settle(self, ballot_id: UUID, slip: Slip, by: str) -> Change:
        """Keep what stands on the paper, after looking at it; `slip.reason` says what was seen.

        Raises:
            InvalidInput: no name, no reason, or a mark that breaks the rule.
            NotPossible: nobody entered this number, or the vote takes no more slips.
        """
        with self._work.writing("ballot.settle") as store:
            ballot = standing(store, ballot_id)
            number = ballot_numbers.plain(slip.number)
            if not by.strip():
                raise InvalidInput("vote_by_empty")
            if not slip.reason.strip():
                raise InvalidInput("vote_settle_how", number=number)
            own = [vote for vote in vote_store.votes(store, ballot_id) if vote.number == number]
            if not own:
                raise NotPossible("vote_not_entered", number=number)
            for vote in own:
                if vote.batch == Batch.SETTLED:
                    store.change(vote, withdrawn_at=store.now(), withdrawn_reason=slip.reason.strip())
            kept = store.add(vote_of(store, ballot, slip, Batch.SETTLED, by.strip()))
        return changed(Topic.BALLOTS, row=kept.id)


def may_enter(store: Store, ballot_id: UUID, by: str) -> Ballot:
    """The vote, which takes slips from this person now.

    Raises:
        InvalidInput: nobody says who types.
        NotPossible: the rule was not printed yet, or the vote takes no more slips.
    """
    ballot = standing(store, ballot_id)
    if ballot.printed_at is None:
        raise NotPossible("vote_not_printed")
    if not by.strip():
        raise InvalidInput("vote_by_empty")
    return ballot


def keep_slip(
    store: Store, ballot: Ballot, others: Sequence[Vote], batch: Batch, slip: Slip, by: str
) -> Vote:
    """The slip, kept; `others` are the entries that stand under its number.

    Raises:
        InvalidInput: an unknown or double number, a mark that breaks the rule, or the same person twice.
    """
    number = read_number(ballot, slip.number)
    if is_taken(others, batch):
        raise InvalidInput("vote_number_taken", number=number)
    if any(_same(vote, by) for vote in others):
        raise InvalidInput("vote_same_typist", number=number, by=by)
    return store.add(vote_of(store, ballot, slip, batch, by))


def is_taken(others: Sequence[Vote], batch: Batch) -> bool:
    """Whether a number with these entries takes no entry in this round.

    A slip from a sheet that is the vote itself never stands beside a typed one: that would be two papers.
    """
    if batch == Batch.SETTLED:
        return bool(others)
    batches = {vote.batch for vote in others}
    return batch in batches or batches == {Batch.SETTLED}


def read_number(ballot: Ballot, written: str) -> str:
    """The number of a slip as it is kept.

    Raises:
        InvalidInput: there is none, or no slip with it was made.
    """
    number = ballot_numbers.plain(written)
    if not number:
        raise InvalidInput("vote_number_empty")
    if ballot.numbers and number not in ballot.numbers:
        raise InvalidInput("vote_number_unknown", number=number)
    return number


def vote_of(store: Store, ballot: Ballot, slip: Slip, batch: Batch, by: str) -> Vote:
    """The slip as it is kept, held against the rule; a slip with nothing on it is blank.

    Raises:
        InvalidInput: it breaks the rule, an invalid one has no reason, or a box does not exist.
    """
    method, options = ballot.fixed, vote_store.options(store, ballot)
    number, state, marks = ballot_numbers.plain(slip.number), slip.state, dict(slip.marks)
    if state is VoteState.VALID:
        _refuse(ballot, options, marks)
        if says_nothing(method, marks):
            state, marks = VoteState.BLANK, {}
    elif state is VoteState.ABSENT and marks:
        raise InvalidInput("vote_slip_absent")
    elif state is VoteState.INVALID and not slip.reason.strip():
        raise InvalidInput("vote_invalid_reason", number=number)
    valid = state is VoteState.VALID
    return Vote(
        id=store.new_id(),
        ballot_id=ballot.id,
        number=number,
        cells=_cells(ballot, slip.cells) if state is not VoteState.ABSENT else {},
        choices={str(options[at].id): str(mark) for at, mark in sorted(marks.items())} if valid else {},
        batch=batch,
        state=state,
        reasons={
            str(options[at].id): why.strip()
            for at, why in sorted(slip.reasons.items())
            if valid and at in marks and why.strip()
        },
        reason=slip.reason.strip(),
        by=by,
    )


def _refuse(ballot: Ballot, options: Sequence[BallotOption], marks: Mapping[int, int]) -> None:
    """Refuse marks that break the rule, with the number of the option as it stands on the slip."""
    try:
        refuse_marks(ballot.fixed, len(options), marks)
    except InvalidInput as error:
        place = error.params.get("option")
        if isinstance(place, int) and 0 < place <= len(options):
            raise InvalidInput(
                error.code, **(error.params | {"option": options[place - 1].number})
            ) from error
        raise


def _cells(ballot: Ballot, given: Mapping[str, str]) -> dict[str, str]:
    boxes = {one.name: one.values for one in ballot.fixed.groups}
    for question, box in given.items():
        if box and box not in boxes.get(question, ()):
            raise InvalidInput("vote_box_unknown", question=question, box=box)
    return {question: box for question, box in given.items() if box}


def _same(vote: Vote, typist: str) -> bool:
    """Whether the other round was typed by this person."""
    other = vote.batch in (Batch.FIRST, Batch.SECOND)
    return other and " ".join(vote.by.casefold().split()) == " ".join(typist.casefold().split())
