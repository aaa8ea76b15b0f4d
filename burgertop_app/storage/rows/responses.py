"""The college's answer, terms and commitments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.responses import (
    Agreement,
    Commitment,
    Deadline,
    Disposition,
    Feedback,
    MonitorMeeting,
    Postponement,
    Rating,
    Reminder,
    ReplyReading,
    Response,
)
from burgertop_app.storage.base import PERSONAL, Kept, to


class AgreementRow(Kept):
    """Rows of `Agreement`."""

    __tablename__ = "agreement"
    keeps = Agreement

    process_id: Mapped[UUID] = to("process")
    weeks: Mapped[int]
    rule: Mapped[str]
    source: Mapped[str]
    recess_from: Mapped[date | None]
    recess_until: Mapped[date | None]
    days: Mapped[int]
    months: Mapped[int]
    start: Mapped[str]
    recesses: Mapped[list[Any]]
    ordinance: Mapped[str]
    article: Mapped[str]
    ordinance_weeks: Mapped[int]


class DeadlineRow(Kept):
    """Rows of `Deadline`."""

    __tablename__ = "deadline"
    keeps = Deadline

    receipt_id: Mapped[UUID] = to("receipt")
    due_on: Mapped[date]
    weeks: Mapped[int]
    rule: Mapped[str]
    recess_from: Mapped[date | None]
    recess_until: Mapped[date | None]
    days: Mapped[int]
    months: Mapped[int]
    start: Mapped[str]
    starts_on: Mapped[date | None]
    recesses: Mapped[list[Any]]


class PostponementRow(Kept):
    """Rows of `Postponement`."""

    __tablename__ = "postponement"
    keeps = Postponement

    deadline_id: Mapped[UUID] = to("deadline")
    until: Mapped[date]
    reason: Mapped[str]
    told_on: Mapped[date]
    weeks: Mapped[int]
    by: Mapped[str]
    proof: Mapped[str]
    attachment_id: Mapped[UUID | None] = to("attachment")
    withdrawn_reason: Mapped[str]


class ResponseRow(Kept):
    """Rows of `Response`."""

    __tablename__ = "response"
    keeps = Response

    advice_id: Mapped[UUID] = to("advice")
    received_on: Mapped[date]
    letter: Mapped[str]
    attachment_id: Mapped[UUID | None] = to("attachment")


class DispositionRow(Kept):
    """Rows of `Disposition`."""

    __tablename__ = "disposition"
    keeps = Disposition

    response_id: Mapped[UUID] = to("response")
    recommendation_id: Mapped[UUID] = to("recommendation")
    text_id: Mapped[UUID] = to("recommendation_text")
    version: Mapped[int]
    disposal: Mapped[str]
    reason: Mapped[str]
    owner: Mapped[str] = mapped_column(info=PERSONAL)
    due_on: Mapped[date | None]
    at: Mapped[datetime | None]
    budget: Mapped[str]
    council: Mapped[str]
    policy: Mapped[str]


class ReplyReadingRow(Kept):
    """Rows of `ReplyReading`."""

    __tablename__ = "reply_reading"
    keeps = ReplyReading

    advice_id: Mapped[UUID] = to("advice")
    attachment_id: Mapped[UUID] = to("attachment")
    at: Mapped[datetime]
    disposition_ids: Mapped[list[Any]]
    version: Mapped[int | None]


class ReminderRow(Kept):
    """Rows of `Reminder`."""

    __tablename__ = "reminder"
    keeps = Reminder

    advice_id: Mapped[UUID] = to("advice")
    on: Mapped[date]
    text: Mapped[str]
    how: Mapped[str]
    planned_on: Mapped[date | None]


class RatingRow(Kept):
    """Rows of `Rating`."""

    __tablename__ = "rating"
    keeps = Rating

    disposition_id: Mapped[UUID] = to("disposition")
    marks: Mapped[list[Any]]


class CommitmentRow(Kept):
    """Rows of `Commitment`."""

    __tablename__ = "commitment"
    keeps = Commitment

    process_id: Mapped[UUID] = to("process")
    text: Mapped[str]
    owner: Mapped[str] = mapped_column(info=PERSONAL)
    due_on: Mapped[date | None]
    state: Mapped[str]
    step: Mapped[str]
    disposition_id: Mapped[UUID | None] = to("disposition")
    progress: Mapped[str] = mapped_column(info=PERSONAL)
    side: Mapped[str]
    recommendation_id: Mapped[UUID | None] = to("recommendation")
    contact: Mapped[str] = mapped_column(info=PERSONAL)
    budget: Mapped[int | None]
    made_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(info=PERSONAL)
    unproven: Mapped[bool]
    withdrawn_reason: Mapped[str] = mapped_column(info=PERSONAL)


class MonitorMeetingRow(Kept):
    """Rows of `MonitorMeeting`."""

    __tablename__ = "monitor_meeting"
    keeps = MonitorMeeting

    process_id: Mapped[UUID] = to("process")
    on: Mapped[date]
    note: Mapped[str] = mapped_column(info=PERSONAL)
    held: Mapped[bool]
    number: Mapped[int]
    planned_on: Mapped[date | None]
    present: Mapped[int | None]
    decisions: Mapped[str] = mapped_column(info=PERSONAL)
    moved_reason: Mapped[str] = mapped_column(info=PERSONAL)


class FeedbackRow(Kept):
    """Rows of `Feedback`."""

    __tablename__ = "feedback"
    keeps = Feedback

    participation_id: Mapped[UUID] = to("participation")
    on: Mapped[date]
    how: Mapped[str] = mapped_column(info=PERSONAL)
    told: Mapped[dict[str, Any]] = mapped_column(info=PERSONAL)
