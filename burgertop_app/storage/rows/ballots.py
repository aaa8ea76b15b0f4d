"""Ballots, options, votes, objections and counts."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.ballots import (
    Ballot,
    Count,
    Objection,
    Option,
    Project,
    Vote,
)
from burgertop_app.storage.base import SPECIAL, Kept, to


class BallotRow(Kept):
    """Rows of `Ballot`."""

    __tablename__ = "ballot"
    keeps = Ballot

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    rule: Mapped[str]
    method: Mapped[dict[str, Any] | None]
    sha256: Mapped[str]
    numbers: Mapped[list[Any]]
    frozen_at: Mapped[datetime | None]
    printed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    reopened: Mapped[list[Any]]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class OptionRow(Kept):
    """Rows of `Option`."""

    __tablename__ = "ballot_option"
    keeps = Option

    ballot_id: Mapped[UUID] = to("ballot")
    label: Mapped[str]
    proposal_id: Mapped[UUID | None] = to("proposal")
    position: Mapped[int]


class VoteRow(Kept):
    """Rows of `Vote`."""

    __tablename__ = "ballot_vote"
    keeps = Vote

    ballot_id: Mapped[UUID] = to("ballot")
    number: Mapped[str]
    cells: Mapped[dict[str, Any]] = mapped_column(info=SPECIAL)
    choices: Mapped[dict[str, Any]]
    batch: Mapped[int]
    state: Mapped[str]
    reasons: Mapped[dict[str, Any]]
    reason: Mapped[str]
    by: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class ObjectionRow(Kept):
    """Rows of `Objection`."""

    __tablename__ = "ballot_objection"
    keeps = Objection

    ballot_id: Mapped[UUID] = to("ballot")
    option_id: Mapped[UUID] = to("ballot_option")
    number: Mapped[str]
    met: Mapped[bool]
    how: Mapped[str]
    by: Mapped[str]


class CountRow(Kept):
    """Rows of `Count`."""

    __tablename__ = "ballot_count"
    keeps = Count

    option_id: Mapped[UUID] = to("ballot_option")
    in_favour: Mapped[int]
    against: Mapped[int]
    blank: Mapped[int]
    score: Mapped[str | None]
    place: Mapped[int | None]
    chosen: Mapped[bool | None]
    quorate: Mapped[bool]


class ProjectRow(Kept):
    """Rows of `Project`."""

    __tablename__ = "budget_project"
    keeps = Project

    option_id: Mapped[UUID] = to("ballot_option")
    cost: Mapped[int]
    area: Mapped[str]
