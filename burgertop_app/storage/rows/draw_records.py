"""Quotas and draws."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.draw_marks import DrawMark
from burgertop_app.domain.draw_records import (
    DrawEntry,
    DrawFile,
    DrawRecord,
    Feature,
    QuotaLine,
    QuotaSet,
    Replacement,
    ReservePlace,
)
from burgertop_app.storage.base import PERSONAL, SPECIAL, Kept, to


class FeatureRow(Kept):
    """Rows of `Feature`."""

    __tablename__ = "feature"
    keeps = Feature

    process_id: Mapped[UUID] = to("process")
    name: Mapped[str]
    position: Mapped[int]


class QuotaSetRow(Kept):
    """Rows of `QuotaSet`."""

    __tablename__ = "quota_set"
    keeps = QuotaSet

    process_id: Mapped[UUID] = to("process")
    version: Mapped[int]
    source: Mapped[str]
    source_date: Mapped[date | None]


class QuotaLineRow(Kept):
    """Rows of `QuotaLine`."""

    __tablename__ = "quota_line"
    keeps = QuotaLine

    quota_set_id: Mapped[UUID] = to("quota_set")
    feature: Mapped[str]
    value: Mapped[str]
    low: Mapped[int]
    high: Mapped[int]
    low_flex: Mapped[int | None]
    high_flex: Mapped[int | None]
    share: Mapped[float | None]
    position: Mapped[int]


class DrawRecordRow(Kept):
    """Rows of `DrawRecord`."""

    __tablename__ = "draw"
    keeps = DrawRecord

    process_id: Mapped[UUID] = to("process")
    quota_set_id: Mapped[UUID] = to("quota_set")
    attempt: Mapped[int]
    state: Mapped[str]
    method: Mapped[str]
    seats: Mapped[int]
    people: Mapped[int]
    lottery_sha256: Mapped[str]
    pool_sha256: Mapped[str]
    quotas_sha256: Mapped[str]
    engine: Mapped[str]
    min_probability: Mapped[str]
    upper_bound: Mapped[str]
    secret: Mapped[str]
    household_rule: Mapped[bool]
    panel: Mapped[int]
    cool_down: Mapped[int]
    marks_sha256: Mapped[str]
    number_source: Mapped[str]
    moment: Mapped[str]
    rehearsal: Mapped[bool]
    published_at: Mapped[datetime | None]
    published_where: Mapped[str]
    witnesses: Mapped[str] = mapped_column(info=PERSONAL)
    seed: Mapped[str]
    drawn_number: Mapped[int | None]
    committed_at: Mapped[datetime | None]
    drawn_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str]


class DrawMarkRow(Kept):
    """Rows of `DrawMark`."""

    __tablename__ = "draw_mark"
    keeps = DrawMark

    participation_id: Mapped[UUID] = to("participation")
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(info=PERSONAL)


class DrawFileRow(Kept):
    """Rows of `DrawFile`."""

    __tablename__ = "draw_file"
    keeps = DrawFile

    draw_id: Mapped[UUID] = to("draw")
    name: Mapped[str]
    sha256: Mapped[str]
    content: Mapped[bytes]


class DrawEntryRow(Kept):
    """Rows of `DrawEntry`."""

    __tablename__ = "draw_entry"
    keeps = DrawEntry

    draw_id: Mapped[UUID] = to("draw")
    participation_id: Mapped[UUID] = to("participation")
    number: Mapped[str]
    features: Mapped[dict[str, Any]] = mapped_column(info=SPECIAL)
    salt: Mapped[str] = mapped_column(info=PERSONAL)
    leaf: Mapped[str]
    exact: Mapped[str]
    published: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str] = mapped_column(info=PERSONAL)


class ReservePlaceRow(Kept):
    """Rows of `ReservePlace`."""

    __tablename__ = "reserve"
    keeps = ReservePlace

    draw_id: Mapped[UUID] = to("draw")
    participation_id: Mapped[UUID] = to("participation")
    position: Mapped[int]


class ReplacementRow(Kept):
    """Rows of `Replacement`."""

    __tablename__ = "replacement"
    keeps = Replacement

    draw_id: Mapped[UUID] = to("draw")
    running: Mapped[int]
    leaves_id: Mapped[UUID] = to("participation")
    joins_id: Mapped[UUID | None] = to("participation")
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    state_sha256: Mapped[str]
    at: Mapped[datetime]
