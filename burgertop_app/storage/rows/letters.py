"""The texts of letters to residents."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.letters import LetterSetup, LetterText
from burgertop_app.storage.base import PERSONAL, Kept, to


class LetterTextRow(Kept):
    """Rows of `LetterText`."""

    __tablename__ = "letter_text"
    __table_args__ = (UniqueConstraint("process_id", "kind"),)
    keeps = LetterText

    process_id: Mapped[UUID] = to("process")
    kind: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]


class LetterSetupRow(Kept):
    """Rows of `LetterSetup`."""

    __tablename__ = "letter_setup"
    __table_args__ = (UniqueConstraint("process_id"),)
    keeps = LetterSetup

    process_id: Mapped[UUID] = to("process")
    return_address: Mapped[str]
    signed_by: Mapped[str] = mapped_column(info=PERSONAL)
    website: Mapped[str]
    reply_by: Mapped[date | None]
