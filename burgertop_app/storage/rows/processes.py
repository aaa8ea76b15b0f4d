"""A process, its frames and its planning."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.processes import (
    DecisionRule,
    Mandate,
    Milestone,
    Pledge,
    Process,
    Scenario,
)
from burgertop_app.storage.base import PERSONAL, Kept, to


class ProcessRow(Kept):
    """Rows of `Process`."""

    __tablename__ = "process"
    keeps = Process

    form: Mapped[str]
    recipe: Mapped[str]
    recipe_sha256: Mapped[str]
    title: Mapped[str]
    topic: Mapped[str]
    municipality: Mapped[str]
    commissioner: Mapped[str]
    contact: Mapped[str] = mapped_column(info=PERSONAL)
    assignment: Mapped[str]
    ordinance: Mapped[str]
    phase: Mapped[str]
    seats: Mapped[int]
    language: Mapped[str]
    starts_on: Mapped[date | None]


class MandateRow(Kept):
    """Rows of `Mandate`."""

    __tablename__ = "mandate"
    keeps = Mandate

    process_id: Mapped[UUID] = to("process")
    frame: Mapped[str]
    text: Mapped[str]
    position: Mapped[int]


class DecisionRuleRow(Kept):
    """Rows of `DecisionRule`."""

    __tablename__ = "decision_rule"
    keeps = DecisionRule

    process_id: Mapped[UUID] = to("process")
    text: Mapped[str]
    position: Mapped[int]


class PledgeRow(Kept):
    """Rows of `Pledge`."""

    __tablename__ = "pledge"
    keeps = Pledge

    process_id: Mapped[UUID] = to("process")
    by: Mapped[str]
    text: Mapped[str]
    made_on: Mapped[date | None]
    state: Mapped[str]
    settled_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(info=PERSONAL)


class ScenarioRow(Kept):
    """Rows of `Scenario`."""

    __tablename__ = "scenario"
    keeps = Scenario

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    text: Mapped[str]
    chosen: Mapped[bool]
    position: Mapped[int]


class MilestoneRow(Kept):
    """Rows of `Milestone`."""

    __tablename__ = "milestone"
    keeps = Milestone

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    due_on: Mapped[date]
    done_on: Mapped[date | None]
