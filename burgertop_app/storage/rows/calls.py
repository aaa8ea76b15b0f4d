"""The call list after a draw: attempts to reach people, and days to answer by."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.calling import CallAttempt, ReplyBy
from burgertop_app.storage.base import PERSONAL, Kept, to


class CallAttemptRow(Kept):
    """Rows of `CallAttempt`."""

    __tablename__ = "call_attempt"
    keeps = CallAttempt

    draw_id: Mapped[UUID] = to("draw")
    participation_id: Mapped[UUID] = to("participation")
    at: Mapped[datetime]
    outcome: Mapped[str]
    note: Mapped[str] = mapped_column(info=PERSONAL)


class ReplyByRow(Kept):
    """Rows of `ReplyBy`."""

    __tablename__ = "reply_by"
    __table_args__ = (UniqueConstraint("draw_id", "participation_id"),)
    keeps = ReplyBy

    draw_id: Mapped[UUID] = to("draw")
    participation_id: Mapped[UUID] = to("participation")
    day: Mapped[date] = mapped_column(info=PERSONAL)
