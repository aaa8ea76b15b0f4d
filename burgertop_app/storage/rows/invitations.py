"""Invitations from a list, their replies, and the closing of registration."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.inviting import Closing, Invitation, InvitationArea, InvitationRound
from burgertop_app.storage.base import PERSONAL, SPECIAL, Kept, to


class InvitationRoundRow(Kept):
    """Rows of `InvitationRound`."""

    __tablename__ = "invitation_round"
    keeps = InvitationRound

    process_id: Mapped[UUID] = to("process")
    import_id: Mapped[UUID] = to("import_batch")
    number: Mapped[int]
    letters: Mapped[int]
    rows: Mapped[int]
    area_feature: Mapped[str]
    list_sha256: Mapped[str]
    seed_sha256: Mapped[str]
    made_at: Mapped[datetime]


class InvitationAreaRow(Kept):
    """Rows of `InvitationArea`."""

    __tablename__ = "invitation_area"
    keeps = InvitationArea

    round_id: Mapped[UUID] = to("invitation_round")
    name: Mapped[str]
    people: Mapped[int]
    homes: Mapped[int]
    expected: Mapped[int]
    letters: Mapped[int]
    position: Mapped[int]


class InvitationRow(Kept):
    """Rows of `Invitation`."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("process_id", "code"),)
    keeps = Invitation

    process_id: Mapped[UUID] = to("process")
    area_id: Mapped[UUID] = to("invitation_area")
    participation_id: Mapped[UUID] = to("participation")
    code: Mapped[str | None] = mapped_column(info=PERSONAL)
    answer: Mapped[str]
    answered_at: Mapped[datetime | None]
    other_id: Mapped[UUID | None] = to("participation")
    known: Mapped[dict[str, Any]] = mapped_column(info=SPECIAL)
    doubts: Mapped[dict[str, Any]] = mapped_column(info=SPECIAL)


class ClosingRow(Kept):
    """Rows of `Closing`."""

    __tablename__ = "closing"
    keeps = Closing

    process_id: Mapped[UUID] = to("process")
    closed_at: Mapped[datetime]
    registered: Mapped[int]
    invited: Mapped[int]
    yes: Mapped[int]
    no: Mapped[int]
    reopened_at: Mapped[datetime | None]
    reopened_reason: Mapped[str]
    cleared: Mapped[int]
    response: Mapped[list[Any]]
