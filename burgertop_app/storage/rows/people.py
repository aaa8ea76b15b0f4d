"""People and what they do in a process; names stand in `contact` alone."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.people import (
    Channel,
    Consent,
    Contact,
    Declared,
    Household,
    ImportBatch,
    Need,
    Participation,
    Person,
    PersonEvent,
)
from burgertop_app.storage.base import PERSONAL, SPECIAL, Kept, to


class HouseholdRow(Kept):
    """Rows of `Household`."""

    __tablename__ = "household"
    keeps = Household

    key: Mapped[str] = mapped_column(info=PERSONAL)


class PersonRow(Kept):
    """Rows of `Person`."""

    __tablename__ = "person"
    keeps = Person

    household_id: Mapped[UUID | None] = to("household")
    erased_at: Mapped[datetime | None]


class ContactRow(Kept):
    """Rows of `Contact`."""

    __tablename__ = "contact"
    keeps = Contact

    person_id: Mapped[UUID] = to("person")
    name: Mapped[str] = mapped_column(info=PERSONAL)
    address: Mapped[str] = mapped_column(info=PERSONAL)
    postcode: Mapped[str] = mapped_column(info=PERSONAL)
    place: Mapped[str] = mapped_column(info=PERSONAL)
    email: Mapped[str] = mapped_column(info=PERSONAL)
    phone: Mapped[str] = mapped_column(info=PERSONAL)
    prefers: Mapped[str] = mapped_column(info=PERSONAL)


class ImportBatchRow(Kept):
    """Rows of `ImportBatch`."""

    __tablename__ = "import_batch"
    keeps = ImportBatch

    process_id: Mapped[UUID] = to("process")
    purpose: Mapped[str]
    keep_until: Mapped[date]
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    people: Mapped[int]
    at: Mapped[datetime]


class ParticipationRow(Kept):
    """Rows of `Participation`."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("process_id", "number"),)
    keeps = Participation

    process_id: Mapped[UUID] = to("process")
    person_id: Mapped[UUID] = to("person")
    number: Mapped[str]
    role: Mapped[str]
    state: Mapped[str]
    salt: Mapped[str] = mapped_column(info=PERSONAL)
    import_id: Mapped[UUID | None] = to("import_batch")


class DeclaredRow(Kept):
    """Rows of `Declared`."""

    __tablename__ = "declared"
    keeps = Declared

    participation_id: Mapped[UUID] = to("participation")
    feature: Mapped[str]
    value: Mapped[str] = mapped_column(info=SPECIAL)
    source: Mapped[str] = mapped_column(info=PERSONAL)
    declared_on: Mapped[date | None]


class NeedRow(Kept):
    """Rows of `Need`."""

    __tablename__ = "need"
    keeps = Need

    participation_id: Mapped[UUID] = to("participation")
    kind: Mapped[str] = mapped_column(info=SPECIAL)
    note: Mapped[str] = mapped_column(info=SPECIAL)


class ChannelRow(Kept):
    """Rows of `Channel`."""

    __tablename__ = "channel"
    keeps = Channel

    participation_id: Mapped[UUID] = to("participation")
    name: Mapped[str] = mapped_column(info=PERSONAL)


class ConsentRow(Kept):
    """Rows of `Consent`."""

    __tablename__ = "consent"
    keeps = Consent

    participation_id: Mapped[UUID] = to("participation")
    purpose: Mapped[str] = mapped_column(info=PERSONAL)
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]


class PersonEventRow(Kept):
    """Rows of `PersonEvent`."""

    __tablename__ = "person_event"
    keeps = PersonEvent

    participation_id: Mapped[UUID] = to("participation")
    kind: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(info=PERSONAL)
