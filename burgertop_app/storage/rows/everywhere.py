"""Sites, the log, tombstones, numbers, settings, attachments and records of exports."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.workspaces import Attachment, ExportRecord, Setting
from burgertop_app.storage.base import PERSONAL, Kept, Row, to


class SiteRow(Row):
    """One copy of the workspace; `lane` keeps its numbers apart from those of other copies.

    `away`: this file is a copy for another laptop, and the site goes on elsewhere.
    """

    __tablename__ = "site"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    lane: Mapped[int]
    created_at: Mapped[datetime]
    away: Mapped[bool] = mapped_column(default=False, server_default=false())


class LogEntryRow(Row):
    """One link of the chain of a site; never changed, never removed."""

    __tablename__ = "log_entry"

    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    who: Mapped[str]
    action: Mapped[str]
    operation: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[UUID | None] = mapped_column(index=True)
    digest: Mapped[bytes]
    link: Mapped[bytes]


class LogPayloadRow(Row):
    """What an entry is about, apart from the chain, so that it can go at an erasure."""

    __tablename__ = "log_payload"
    __table_args__ = (
        ForeignKeyConstraint(
            ["site_id", "seq"], ["log_entry.site_id", "log_entry.seq"], name="fk_log_payload_entry"
        ),
    )

    site_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[bytes | None] = mapped_column(info=PERSONAL)
    content: Mapped[str | None] = mapped_column(Text, info=PERSONAL)
    erased_at: Mapped[datetime | None]


class TombstoneRow(Row):
    """A row that was removed: which, and by which entry of which site."""

    __tablename__ = "tombstone"

    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(primary_key=True)
    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"))
    seq: Mapped[int]
    at: Mapped[datetime]


class TwinRow(Row):
    """A row that was made on two laptops: `row_id` went on as `keeper_id`, and came by entry `seq` of a site.

    The keeper itself stands here too.
    """

    __tablename__ = "twin"

    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    keeper_id: Mapped[UUID] = mapped_column(index=True)
    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"))
    seq: Mapped[int]


class NumberRangeRow(Row):
    """Numbers of one series that a site may give out: `following` is the next, `last` the last."""

    __tablename__ = "number_range"

    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"), primary_key=True)
    series: Mapped[str] = mapped_column(primary_key=True)
    first: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
    following: Mapped[int]


class SettingRow(Kept):
    """Rows of `Setting`."""

    __tablename__ = "setting"
    keeps = Setting

    key: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any]]


class AttachmentRow(Kept):
    """Rows of `Attachment`."""

    __tablename__ = "attachment"
    keeps = Attachment

    name: Mapped[str] = mapped_column(info=PERSONAL)
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(info=PERSONAL)
    content: Mapped[bytes] = mapped_column(info=PERSONAL)
    process_id: Mapped[UUID | None] = to("process")
    person_id: Mapped[UUID | None] = to("person")


class ExportRecordRow(Kept):
    """Rows of `ExportRecord`."""

    __tablename__ = "export_record"
    keeps = ExportRecord

    kind: Mapped[str]
    file_name: Mapped[str]
    people: Mapped[int]
    columns: Mapped[list[Any]]
    purpose: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    process_id: Mapped[UUID | None] = to("process")
