"""Meetings, tables, seats and attendance."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.events import (
    Attendance,
    Event,
    Facilitator,
    Lock,
    PairRule,
    PlanVersion,
    Round,
    Seat,
    Stay,
    Table,
    TableRound,
    TopicPreference,
)
from burgertop_app.storage.base import PERSONAL, SPECIAL, Kept, to


class EventRow(Kept):
    """Rows of `Event`."""

    __tablename__ = "event"
    keeps = Event

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    on: Mapped[date | None]
    place: Mapped[str]
    weights: Mapped[dict[str, Any]]
    mixing: Mapped[list[Any]]
    alone: Mapped[bool]


class RoundRow(Kept):
    """Rows of `Round`."""

    __tablename__ = "event_round"
    keeps = Round

    event_id: Mapped[UUID] = to("event")
    no: Mapped[int]
    topic: Mapped[str]
    starts_at: Mapped[time | None]
    minutes: Mapped[int]
    questions: Mapped[list[Any]]
    topic_mode: Mapped[str]
    printed_at: Mapped[datetime | None]
    tables: Mapped[int]
    low: Mapped[int]
    high: Mapped[int]


class TableRow(Kept):
    """Rows of `Table`."""

    __tablename__ = "event_table"
    keeps = Table

    event_id: Mapped[UUID] = to("event")
    no: Mapped[int]
    low: Mapped[int]
    high: Mapped[int]
    room: Mapped[str]
    properties: Mapped[list[Any]]
    own_low: Mapped[int]
    own_high: Mapped[int]


class FacilitatorRow(Kept):
    """Rows of `Facilitator`."""

    __tablename__ = "facilitator"
    keeps = Facilitator

    participation_id: Mapped[UUID] = to("participation")
    languages: Mapped[list[Any]] = mapped_column(info=PERSONAL)
    skills: Mapped[list[Any]] = mapped_column(info=PERSONAL)
    conflicts: Mapped[str] = mapped_column(info=SPECIAL)


class TableRoundRow(Kept):
    """Rows of `TableRound`."""

    __tablename__ = "table_round"
    keeps = TableRound

    table_id: Mapped[UUID] = to("event_table")
    round_id: Mapped[UUID] = to("event_round")
    topic: Mapped[str]
    facilitator_id: Mapped[UUID | None] = to("participation")
    open: Mapped[bool]


class PairRuleRow(Kept):
    """Rows of `PairRule`."""

    __tablename__ = "pair_rule"
    keeps = PairRule

    event_id: Mapped[UUID] = to("event")
    kind: Mapped[str]
    a_id: Mapped[UUID] = to("participation")
    b_id: Mapped[UUID] = to("participation")
    hard: Mapped[bool]
    weight: Mapped[float]
    reason: Mapped[str] = mapped_column(info=PERSONAL)


class LockRow(Kept):
    """Rows of `Lock`."""

    __tablename__ = "seat_lock"
    keeps = Lock

    event_id: Mapped[UUID] = to("event")
    participation_id: Mapped[UUID] = to("participation")
    table_id: Mapped[UUID] = to("event_table")
    round_id: Mapped[UUID] = to("event_round")


class PlanVersionRow(Kept):
    """Rows of `PlanVersion`."""

    __tablename__ = "plan_version"
    keeps = PlanVersion

    event_id: Mapped[UUID] = to("event")
    version: Mapped[int]
    seed: Mapped[int]
    spread: Mapped[list[Any]]
    figures: Mapped[dict[str, Any]]
    bounds: Mapped[dict[str, Any]]
    parent_id: Mapped[UUID | None] = to("plan_version")
    made_at: Mapped[datetime | None]
    printed_at: Mapped[datetime | None]
    by_hand: Mapped[bool]
    leaders: Mapped[dict[str, Any]]
    cards: Mapped[dict[str, Any]]


class SeatRow(Kept):
    """Rows of `Seat`."""

    __tablename__ = "seat"
    keeps = Seat

    plan_id: Mapped[UUID] = to("plan_version")
    participation_id: Mapped[UUID] = to("participation")
    table_round_id: Mapped[UUID] = to("table_round")
    source: Mapped[str]
    locked_by: Mapped[str]


class AttendanceRow(Kept):
    """Rows of `Attendance`."""

    __tablename__ = "attendance"
    keeps = Attendance

    event_id: Mapped[UUID] = to("event")
    participation_id: Mapped[UUID] = to("participation")
    presence: Mapped[str]
    at: Mapped[datetime]


class StayRow(Kept):
    """Rows of `Stay`."""

    __tablename__ = "stay"
    keeps = Stay

    event_id: Mapped[UUID] = to("event")
    participation_id: Mapped[UUID] = to("participation")
    first: Mapped[int]
    last: Mapped[int]
    observes: Mapped[bool]


class TopicPreferenceRow(Kept):
    """Rows of `TopicPreference`."""

    __tablename__ = "topic_preference"
    keeps = TopicPreference

    event_id: Mapped[UUID] = to("event")
    participation_id: Mapped[UUID] = to("participation")
    topic: Mapped[str] = mapped_column(info=PERSONAL)
    rank: Mapped[int]
