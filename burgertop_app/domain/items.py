"""Typed items and instruments that a recipe names: issues, pitches, mirrors, questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Item(Entity):
    """One thing on a board, of a `kind` from the recipe, in one of its stages."""

    process_id: UUID
    kind: str
    title: str
    stage: str
    fields: dict[str, str] = field(default_factory=dict)
    chosen: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class ItemNote(Entity):
    """What was said of an item at a meeting."""

    item_id: UUID
    on: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Instrument(Entity):
    """One filling-in of an instrument of the recipe."""

    process_id: UUID
    code: str
    title: str
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answer(Entity):
    """The answer to one question: a mark, words, or both, and the step agreed on."""

    instrument_id: UUID
    question: str
    score: int | None = None
    text: str = ""
    step: str = ""
