"""Conversations over statements as the window and the papers show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.opinion_map import OpinionMap
    from burgertop_app.domain.opinions import OpinionCount, OpinionPoll, Statement, VoteIntake, VoteTable


@dataclass(frozen=True)
class OpinionView:
    """One conversation with everything in it.

    Attributes:
        poll: the conversation.
        statements: by number, withdrawn ones too.
        intakes: the first one first.
        voters, votes: how many count.
        count: the groups as they were last looked for; None when nobody did.
        stale: whether votes or statements changed since.
    """

    poll: OpinionPoll
    statements: tuple[Statement, ...] = ()
    intakes: tuple[VoteIntake, ...] = ()
    voters: int = 0
    votes: int = 0
    count: OpinionCount | None = None
    stale: bool = False

    @property
    def found(self) -> OpinionMap | None:
        """The groups as they were last looked for."""
        return self.count.found if self.count else None

    @property
    def counting(self) -> tuple[Statement, ...]:
        """The statements that were not withdrawn."""
        return tuple(one for one in self.statements if one.standing is Standing.ACTIVE)

    def text(self, number: int) -> str:
        """The words of the statement with that number."""
        return next((one.text for one in self.statements if one.number == number), "")


@dataclass(frozen=True)
class OpinionGround:
    """What is looked at for groups, and the mark of it."""

    poll_id: UUID
    table: VoteTable
    seed: int
    fingerprint: str


@dataclass(frozen=True)
class TakenIn:
    """What taking in files did: new statements and votes, votes that were there already, rows left out."""

    statements: int
    votes: int
    known: int
    refused: int
