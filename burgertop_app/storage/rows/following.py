"""Notes, steps, moved days, evidence and reports of the follow-up."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.following import CommitmentNote, DueChange, Evidence, ProgressReport, StepChange
from burgertop_app.storage.base import PERSONAL, Kept, to


class CommitmentNoteRow(Kept):
    """Rows of `CommitmentNote`."""

    __tablename__ = "commitment_note"
    keeps = CommitmentNote

    commitment_id: Mapped[UUID] = to("commitment")
    on: Mapped[date]
    text: Mapped[str] = mapped_column(info=PERSONAL)
    by: Mapped[str] = mapped_column(info=PERSONAL)
    meeting_id: Mapped[UUID | None] = to("monitor_meeting")


class StepChangeRow(Kept):
    """Rows of `StepChange`."""

    __tablename__ = "step_change"
    keeps = StepChange

    commitment_id: Mapped[UUID] = to("commitment")
    was: Mapped[str]
    now: Mapped[str]
    on: Mapped[date]
    by: Mapped[str] = mapped_column(info=PERSONAL)
    note: Mapped[str] = mapped_column(info=PERSONAL)


class DueChangeRow(Kept):
    """Rows of `DueChange`."""

    __tablename__ = "due_change"
    keeps = DueChange

    commitment_id: Mapped[UUID] = to("commitment")
    was_on: Mapped[date]
    now_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    on: Mapped[date]
    by: Mapped[str] = mapped_column(info=PERSONAL)


class EvidenceRow(Kept):
    """Rows of `Evidence`."""

    __tablename__ = "evidence"
    keeps = Evidence

    description: Mapped[str]
    on: Mapped[date]
    commitment_id: Mapped[UUID | None] = to("commitment")
    pledge_id: Mapped[UUID | None] = to("pledge")
    attachment_id: Mapped[UUID | None] = to("attachment")
    link: Mapped[str]
    withdrawn_reason: Mapped[str]


class ProgressReportRow(Kept):
    """Rows of `ProgressReport`."""

    __tablename__ = "progress_report"
    keeps = ProgressReport

    process_id: Mapped[UUID] = to("process")
    number: Mapped[int]
    made_at: Mapped[datetime]
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str]
    attachment_id: Mapped[UUID | None] = to("attachment")
    withdrawn_reason: Mapped[str]
