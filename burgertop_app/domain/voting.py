"""Entering slips twice and comparing: what is asked, and what is told."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (a field)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST, FOR
from burgertop_app.domain.ballot_methods import EACH, BallotRule
from burgertop_app.domain.ballots import Batch, Count, VoteState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from burgertop_app.domain.ballots import Ballot, Objection, Vote
    from burgertop_app.domain.errors import BurgertopError
    from burgertop_app.domain.vote_results import Outcome, Support


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One slip as somebody typed it; `marks` and `reasons` are by the place of the option, from 0."""

    number: str
    state: VoteState = VoteState.VALID
    marks: Mapping[int, int] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class RowProblem:
    """A row of a sheet that cannot be used, and why."""

    row: int
    error: BurgertopError


@dataclass(frozen=True)
class ReadSlips:
    """What a sheet holds: the slips, the rows that cannot be used, and columns that nothing is done with."""

    file: str
    slips: tuple[Slip, ...]
    problems: tuple[RowProblem, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True)
class BallotOption:
    """An option with the number that stands before it on the slip."""

    id: UUID
    number: int
    label: str
    proposal_id: UUID | None = None


@dataclass(frozen=True)
class VoteLine:
    """A vote in the list of votes; `over` says that it was counted, by hand that everything has numbers."""

    ballot: Ballot
    over: bool


@dataclass(frozen=True)
class Difference:
    """A slip that the two rounds do not agree on; None: not entered in that round.

    `options` are the ids of options that differ, `questions` the names of questions about the voter;
    without any of them the slip differs as a whole: valid, blank or invalid.
    """

    number: str
    first: Vote | None
    second: Vote | None
    options: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class VoteDesk:
    """Everything about one vote on slips; `votes` are the entries that stand, the oldest first."""

    ballot: Ballot
    options: tuple[BallotOption, ...]
    votes: tuple[Vote, ...] = ()

    def entered(self, batch: Batch) -> tuple[Vote, ...]:
        """The slips of one round."""
        return tuple(vote for vote in self.votes if vote.batch == batch)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The slips that still have to be looked at, by number."""
        return differences(self.votes)

    @property
    def unlike(self) -> tuple[Difference, ...]:
        """Of those, the slips on which two entries do not agree."""
        return tuple(one for one in self.differences if one.first is not None and one.second is not None)


@dataclass(frozen=True)
class StandingObjection:
    """An objection on a slip, its reason ("" for none), and what was last done with it."""

    option: BallotOption
    number: str
    reason: str
    answer: Objection | None = None

    @property
    def stands(self) -> bool:
        """Whether it keeps the proposal from passing: it has a reason and was not met."""
        return bool(self.reason.strip()) and not (self.answer is not None and self.answer.met)


@dataclass(frozen=True)
class VoteResult:
    """A counted vote; `groups_kept`: the groups are those of an earlier count, the rest is new."""

    ballot: Ballot
    options: tuple[BallotOption, ...]
    outcome: Outcome
    support: Support
    objections: tuple[StandingObjection, ...] = ()
    groups_kept: bool = False


def count_of(result: VoteResult, at: int, row_id: UUID) -> Count:
    """The votes for the option at place `at` as they are kept with it."""
    rule, one, turnout = result.ballot.rule, result.outcome.options[at], result.outcome.turnout
    option_id = result.options[at].id
    if rule in EACH:
        in_favour, against = one.tally.get(FOR, 0), one.tally.get(AGAINST, 0)
        return Count(
            id=row_id,
            option_id=option_id,
            in_favour=in_favour,
            against=against,
            blank=turnout.valid - in_favour - against + turnout.blank,
            chosen=one.chosen,
            quorate=turnout.quorate,
        )
    return Count(
        id=row_id,
        option_id=option_id,
        in_favour=sum(one.tally.values()),
        against=0,
        blank=turnout.blank,
        score=one.score,
        place=None if rule is BallotRule.TEMPERATURE else one.place,
        chosen=one.chosen,
        quorate=turnout.quorate,
    )


def differences(votes: Iterable[Vote]) -> tuple[Difference, ...]:
    """The slips that were entered once, or twice but not alike, and were not settled; by number.

    On two laptops a slip may be entered more often in one round, or twice by one person: all entries must be
    alike, and two people must have typed them.
    """
    found = []
    for number, own in sorted(_by_number(votes).items()):
        settled = [vote for vote in own if vote.batch == Batch.SETTLED]
        typed = settled or [vote for vote in own if vote.batch != Batch.SETTLED]
        unlike = next((vote for vote in typed if not _alike(typed[0], vote)), None)
        if unlike is not None:
            found.append(_difference(number, typed[0], unlike))
        elif not settled and len({_typist(vote) for vote in typed}) < 2:
            first = next((vote for vote in typed if vote.batch == Batch.FIRST), None)
            second = None if first else typed[0]
            found.append(_difference(number, first, second))
    return tuple(found)


def counting(votes: Iterable[Vote]) -> tuple[Vote, ...]:
    """The slips that count, each once, by number; ask `differences` first."""
    by_number = sorted(_by_number(votes).items())
    settled = [own[-1] if own[-1].batch == Batch.SETTLED else own[0] for _no, own in by_number]
    return tuple(vote for vote in settled if vote.state is not VoteState.ABSENT)


def _by_number(votes: Iterable[Vote]) -> dict[str, list[Vote]]:
    """Per number the entries that stand, the first round first."""
    found: dict[str, list[Vote]] = {}
    for vote in votes:
        if vote.withdrawn_at is None:
            found.setdefault(vote.number, []).append(vote)
    return {number: sorted(own, key=lambda vote: vote.batch) for number, own in found.items()}


def _typist(vote: Vote) -> str:
    return " ".join(vote.by.casefold().split())


def _alike(first: Vote, second: Vote) -> bool:
    return _said(first) == _said(second)


def _said(vote: Vote) -> tuple[object, ...]:
    """What two rounds must agree on; not how a reason was worded."""
    return vote.state, vote.choices, vote.cells, sorted(one for one, why in vote.reasons.items() if why)


def _difference(number: str, first: Vote | None, second: Vote | None) -> Difference:
    if first is None or second is None or first.state is not second.state:
        return Difference(number, first, second)
    options = {
        one
        for one in {**first.choices, **second.choices}
        if first.choices.get(one) != second.choices.get(one)
        or bool(first.reasons.get(one)) != bool(second.reasons.get(one))
    }
    questions = {
        one for one in {**first.cells, **second.cells} if first.cells.get(one) != second.cells.get(one)
    }
    return Difference(number, first, second, tuple(sorted(options)), tuple(sorted(questions)))
