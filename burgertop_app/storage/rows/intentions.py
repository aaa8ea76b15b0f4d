"""What participants do tomorrow."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.intentions import Intention
from burgertop_app.storage.base import PERSONAL, Kept, to


class IntentionRow(Kept):
    """Rows of `Intention`."""

    __tablename__ = "intention"
    keeps = Intention

    process_id: Mapped[UUID] = to("process")
    number: Mapped[int]
    text: Mapped[str] = mapped_column(info=PERSONAL)
    event_id: Mapped[UUID | None] = to("event")
    participation_id: Mapped[UUID | None] = to("participation")
    table_no: Mapped[int | None]
    share: Mapped[bool]
    earlier_id: Mapped[UUID | None] = to("intention")
    standing: Mapped[str]
    withdrawn_reason: Mapped[str] = mapped_column(info=PERSONAL)
