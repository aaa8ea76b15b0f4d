"""Statements that people agree or disagree with, or pass: what is kept of them and of their votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.opinion_map import OpinionMap  # noqa: TC001  (read at run time)
from burgertop_app.domain.outcomes import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID


AGREE, PASS, DISAGREE = 1, 0, -1
SAID = (AGREE, PASS, DISAGREE)
LONGEST_STATEMENT = 2_000
LAST_NUMBER = 10**9


@dataclass(frozen=True, kw_only=True)
class OpinionPoll(Entity):
    """A conversation over statements. `seed` makes looking for groups give the same each time."""

    process_id: UUID
    title: str
    intro: str = ""
    seed: int = 0
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("opinion_title_empty")


@dataclass(frozen=True, kw_only=True)
class Statement(Entity):
    """One statement, with its number on paper and in files; `card_id` is the card it was made from."""

    poll_id: UUID
    number: int
    text: str
    card_id: UUID | None = None
    standing: Standing = Standing.ACTIVE
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.number <= LAST_NUMBER:
            raise InvalidInput("statement_number", number=self.number)
        if not self.text.strip():
            raise InvalidInput("statement_empty")
        if len(self.text) > LONGEST_STATEMENT:
            raise InvalidInput("statement_long", most=LONGEST_STATEMENT)


@dataclass(frozen=True, kw_only=True)
class VoteIntake(Entity):
    """Votes that came in together, from a file; withdrawn with a reason they no longer count."""

    poll_id: UUID
    source: str
    sha256: str
    votes: int
    refused: int = 0
    taken_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class StatementVote(Entity):
    """What one voter said of one statement: 1 agrees, -1 disagrees, 0 passes.

    `voter` is an anonymous number, never a person. `place` counts the votes of a poll in the order in which
    they were given; of two votes by one voter on one statement the last one counts.
    """

    statement_id: UUID
    intake_id: UUID
    voter: int
    said: int
    place: int
    given_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.said not in SAID:
            raise InvalidInput("statement_vote", value=self.said)
        if not 0 <= self.voter <= LAST_NUMBER:
            raise InvalidInput("statement_voter", value=self.voter)


@dataclass(frozen=True, kw_only=True)
class OpinionCount(Entity):
    """What looking for groups gave, and for which votes; an earlier one stays."""

    poll_id: UUID
    found: OpinionMap
    votes: int
    fingerprint: str
    made_at: datetime


@dataclass(frozen=True)
class VoteTable:
    """Who said what: per voter a row, per statement a column, None where nothing was said.

    Voters and statements stand in the order of their numbers.
    """

    statements: tuple[int, ...]
    voters: tuple[int, ...]
    said: tuple[tuple[int | None, ...], ...]

    def __post_init__(self) -> None:
        if len(self.said) != len(self.voters) or any(len(row) != len(self.statements) for row in self.said):
            raise InvalidInput("opinion_table")

    @property
    def votes(self) -> int:
        """How many cells have a vote."""
        return sum(cell is not None for row in self.said for cell in row)


def vote_table(statements: Sequence[Statement], votes: Iterable[StatementVote]) -> VoteTable:
    """The votes on the statements that count, the last one of each voter on each statement.

    Who voted on none of them is left out.
    """
    counting = sorted(
        (one for one in statements if one.standing is Standing.ACTIVE), key=lambda one: one.number
    )
    column = {one.id: place for place, one in enumerate(counting)}
    rows: dict[int, list[int | None]] = {}
    for vote in sorted(votes, key=lambda one: one.place):
        if vote.statement_id in column:
            row = rows.setdefault(vote.voter, [None] * len(counting))
            row[column[vote.statement_id]] = vote.said
    voters = tuple(sorted(rows))
    return VoteTable(tuple(one.number for one in counting), voters, tuple(tuple(rows[one]) for one in voters))
