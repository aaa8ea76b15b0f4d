"""Which card went on in which other, and which wordings the tables agreed with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from burgertop_app.domain.card_history import CardSignOff, CardSuccession
from burgertop_app.storage.base import Kept, to


class CardSuccessionRow(Kept):
    """Rows of `CardSuccession`."""

    __tablename__ = "card_succession"
    keeps = CardSuccession

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    earlier_id: Mapped[UUID] = to("card")
    later_id: Mapped[UUID] = to("card")


class CardSignOffRow(Kept):
    """Rows of `CardSignOff`."""

    __tablename__ = "card_sign_off"
    keeps = CardSignOff

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    text_id: Mapped[UUID] = to("card_text")
    ended_by: Mapped[str]
