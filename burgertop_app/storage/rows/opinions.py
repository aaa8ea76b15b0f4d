"""Statements, what anonymous voters said of them, and the groups that were found."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from burgertop_app.domain.opinions import (
    OpinionCount,
    OpinionPoll,
    Statement,
    StatementVote,
    VoteIntake,
)
from burgertop_app.storage.base import Kept, to


class OpinionPollRow(Kept):
    """Rows of `OpinionPoll`."""

    __tablename__ = "opinion_poll"
    keeps = OpinionPoll

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    intro: Mapped[str]
    seed: Mapped[int]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class StatementRow(Kept):
    """Rows of `Statement`."""

    __tablename__ = "statement"
    keeps = Statement

    poll_id: Mapped[UUID] = to("opinion_poll")
    number: Mapped[int]
    text: Mapped[str]
    card_id: Mapped[UUID | None] = to("card")
    standing: Mapped[str]
    withdrawn_reason: Mapped[str]


class VoteIntakeRow(Kept):
    """Rows of `VoteIntake`."""

    __tablename__ = "vote_intake"
    keeps = VoteIntake

    poll_id: Mapped[UUID] = to("opinion_poll")
    source: Mapped[str]
    sha256: Mapped[str]
    votes: Mapped[int]
    refused: Mapped[int]
    taken_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class StatementVoteRow(Kept):
    """Rows of `StatementVote`."""

    __tablename__ = "statement_vote"
    keeps = StatementVote

    statement_id: Mapped[UUID] = to("statement")
    intake_id: Mapped[UUID] = to("vote_intake")
    voter: Mapped[int]
    said: Mapped[int]
    place: Mapped[int]
    given_at: Mapped[datetime | None]


class OpinionCountRow(Kept):
    """Rows of `OpinionCount`."""

    __tablename__ = "opinion_count"
    keeps = OpinionCount

    poll_id: Mapped[UUID] = to("opinion_poll")
    found: Mapped[dict[str, Any]]
    votes: Mapped[int]
    fingerprint: Mapped[str]
    made_at: Mapped[datetime]
