"""Who is written to about an advice."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.addressees import Addressee
from burgertop_app.storage.base import PERSONAL, Kept, to


class AddresseeRow(Kept):
    """Rows of `Addressee`."""

    __tablename__ = "addressee"
    keeps = Addressee

    process_id: Mapped[UUID] = to("process")
    role: Mapped[str]
    name: Mapped[str]
    attention: Mapped[str] = mapped_column(info=PERSONAL)
    address: Mapped[str]
    email: Mapped[str] = mapped_column(info=PERSONAL)
    copy: Mapped[bool]
