"""Typed items and instruments of a recipe."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from burgertop_app.domain.items import (
    Answer,
    Instrument,
    Item,
    ItemNote,
)
from burgertop_app.storage.base import Kept, to


class ItemRow(Kept):
    """Rows of `Item`."""

    __tablename__ = "item"
    keeps = Item

    process_id: Mapped[UUID] = to("process")
    kind: Mapped[str]
    title: Mapped[str]
    stage: Mapped[str]
    fields: Mapped[dict[str, Any]]
    chosen: Mapped[bool]
    position: Mapped[int]


class ItemNoteRow(Kept):
    """Rows of `ItemNote`."""

    __tablename__ = "item_note"
    keeps = ItemNote

    item_id: Mapped[UUID] = to("item")
    on: Mapped[date]
    text: Mapped[str]


class InstrumentRow(Kept):
    """Rows of `Instrument`."""

    __tablename__ = "instrument"
    keeps = Instrument

    process_id: Mapped[UUID] = to("process")
    code: Mapped[str]
    title: Mapped[str]
    on: Mapped[date | None]


class AnswerRow(Kept):
    """Rows of `Answer`."""

    __tablename__ = "answer"
    keeps = Answer

    instrument_id: Mapped[UUID] = to("instrument")
    question: Mapped[str]
    score: Mapped[int | None]
    text: Mapped[str]
    step: Mapped[str]
