"""Marks on what was fixed for good and names somebody who was erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.name_marks import NameMark
from burgertop_app.storage.base import Kept, to


class NameMarkRow(Kept):
    """Rows of `NameMark`."""

    __tablename__ = "name_mark"
    keeps = NameMark

    kind: Mapped[str]
    target_id: Mapped[UUID] = mapped_column(index=True)
    at: Mapped[datetime]
    times: Mapped[int]
    places: Mapped[list[Any]]
    unread: Mapped[bool]
    verdict: Mapped[str]
    reason: Mapped[str]
    process_id: Mapped[UUID | None] = to("process")
