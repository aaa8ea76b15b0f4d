"""The look of the documents of a process."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.house_style import HouseStyle
from burgertop_app.storage.base import Kept


class HouseStyleRow(Kept):
    """Rows of `HouseStyle`; a process has one at most."""

    __tablename__ = "house_style"
    keeps = HouseStyle

    process_id: Mapped[UUID] = mapped_column(ForeignKey("process.id"), unique=True, index=True)
    accent: Mapped[str]
    attachment_id: Mapped[UUID | None] = mapped_column(ForeignKey("attachment.id"), index=True)
    alt: Mapped[str]
