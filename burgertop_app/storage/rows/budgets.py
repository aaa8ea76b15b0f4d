"""Votes over a citizens' budget: the money and the rule, the projects, and the papers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from burgertop_app.domain.budget_votes import BudgetIntake, BudgetLine, BudgetPaper, BudgetVote
from burgertop_app.storage.base import Kept, to


class BudgetVoteRow(Kept):
    """Rows of `BudgetVote`."""

    __tablename__ = "budget_vote"
    keeps = BudgetVote

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    cents: Mapped[int]
    rule: Mapped[str]
    completion: Mapped[str]
    support: Mapped[int]
    ceilings: Mapped[dict[str, Any]]
    apart: Mapped[list[Any]]
    sha256: Mapped[str]
    frozen_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class BudgetLineRow(Kept):
    """Rows of `BudgetLine`."""

    __tablename__ = "budget_line"
    keeps = BudgetLine

    budget_id: Mapped[UUID] = to("budget_vote")
    code: Mapped[str]
    name: Mapped[str]
    cents: Mapped[int]
    area: Mapped[str]
    proposal_id: Mapped[UUID | None] = to("proposal")
    position: Mapped[int]


class BudgetIntakeRow(Kept):
    """Rows of `BudgetIntake`."""

    __tablename__ = "budget_intake"
    keeps = BudgetIntake

    budget_id: Mapped[UUID] = to("budget_vote")
    source: Mapped[str]
    sha256: Mapped[str]
    papers: Mapped[int]
    taken_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class BudgetPaperRow(Kept):
    """Rows of `BudgetPaper`."""

    __tablename__ = "budget_paper"
    keeps = BudgetPaper

    intake_id: Mapped[UUID] = to("budget_intake")
    voter: Mapped[str]
    choices: Mapped[list[Any]]
