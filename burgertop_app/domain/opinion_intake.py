"""What files with statements and votes hold: what can be used, and per row what cannot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from burgertop_app.domain.sheets import Remark


class IntakeTrouble(StrEnum):
    """What is wrong with a row or a cell."""

    NUMBER = "opinion_number_wrong"
    TWICE = "opinion_number_twice"
    EMPTY = "opinion_text_empty"
    LONG = "opinion_text_long"
    OTHER = "opinion_other_words"
    VOTER = "opinion_voter_wrong"
    STATEMENT = "opinion_statement_unknown"
    VALUE = "opinion_vote_wrong"


@dataclass(frozen=True)
class IntakeProblem:
    """A row, or one cell of it, that cannot be used; `column` is "" for a whole row."""

    file: str
    row: int
    trouble: IntakeTrouble
    value: str = ""
    column: str = ""


@dataclass(frozen=True)
class ReadStatement:
    """A statement in a file; `out` says that it was set aside there. Counts are None where none are told."""

    row: int
    number: int
    text: str
    out: bool = False
    agrees: int | None = None
    disagrees: int | None = None


@dataclass(frozen=True)
class ReadVote:
    """A vote in a file: 1 agrees, -1 disagrees, 0 passes."""

    row: int
    voter: int
    number: int
    said: int
    given_at: datetime | None = None


@dataclass(frozen=True)
class OpinionReading:
    """Everything that came from the files.

    Attributes:
        files: their names.
        sha256: the mark of their contents together.
        title, intro: what they say the conversation is about; "" when they do not.
        statements: by number.
        votes: in the order in which they were given.
        problems: what cannot be used, in the order of files and rows.
        remarks: what is worth telling.
        again: votes by somebody on a statement that they had voted on before; the last one counts.
        reversed: whether the counts in the file say that agreeing and disagreeing are turned round.
    """

    files: tuple[str, ...]
    sha256: str
    title: str = ""
    intro: str = ""
    statements: tuple[ReadStatement, ...] = ()
    votes: tuple[ReadVote, ...] = ()
    problems: tuple[IntakeProblem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    again: int = 0
    reversed: bool = False

    @property
    def voters(self) -> int:
        """How many different voters there are."""
        return len({vote.voter for vote in self.votes})

    def turned(self) -> OpinionReading:
        """The same with agreeing and disagreeing turned round."""
        votes = tuple(replace(vote, said=-vote.said) for vote in self.votes)
        return replace(self, votes=votes, reversed=not self.reversed)
