"""What an organiser adds to the representativity statement, and what of it was published before."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (read at run time from the type hints)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity

if TYPE_CHECKING:
    from uuid import UUID

SPECIAL = (
    "afkomst",
    "beperking",
    "etni",
    "geaardheid",
    "geloof",
    "gezondheid",
    "godsdienst",
    "handicap",
    "herkomst",
    "levensovertuiging",
    "migratie",
    "politiek",
    "ras",
    "religi",
    "seksu",
    "vakbond",
    "ziekte",
    "belief",
    "disab",
    "ethnic",
    "health",
    "origin",
    "politic",
    "race",
    "sexual",
    "union",
)
"""Parts of words by which a feature looks like a special category of personal data (GDPR article 9)."""

WHOLE_WORDS = frozenset({"ras", "race", "union"})
"""Those of `SPECIAL` that count only as a word by itself."""


@dataclass(frozen=True)
class PublishedFigure:
    """Shares of one feature at one stage as they were published: `people` then, rounded to `step`.

    `stage` is the name of a stage, for a meeting followed by its id; `values` are the groups as published.
    """

    feature: str
    stage: str
    people: int
    values: tuple[str, ...]
    shares: tuple[int | None, ...]
    step: int


@dataclass(frozen=True, kw_only=True)
class StatementNotes(Entity):
    """What goes with the representativity statement of a process.

    Attributes:
        special: features the organiser marked as special categories of personal data.
        plain: features the organiser marked as not special, whatever they are called.
        grounds: per special feature the ground on which it may be published.
        done: what was done to reach those who were missing.
        merging: which values are published together, fixed when the first statement left.
        published: the figures that left already; they do not change with a person more or less.
    """

    process_id: UUID
    special: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    grounds: Mapping[str, str] = field(default_factory=dict)
    done: str = ""
    merging: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    published: tuple[PublishedFigure, ...] = ()

    def is_special(self, feature: str) -> bool:
        """Whether a feature is treated as special: as marked, else as its name looks."""
        return feature in self.special or (feature not in self.plain and looks_special(feature))

    def may_show(self, feature: str) -> bool:
        """Whether a feature may be published: it is not special, or there is a ground."""
        return not self.is_special(feature) or bool(self.grounds.get(feature, "").strip())

    def earlier(self, feature: str, stage: str) -> PublishedFigure | None:
        """What was published of a feature at a stage."""
        return next((one for one in self.published if (one.feature, one.stage) == (feature, stage)), None)


@dataclass(frozen=True, kw_only=True)
class NotesForm:
    """What an organiser fills in about the statement."""

    special: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    grounds: Mapping[str, str] = field(default_factory=dict)
    done: str = ""


def looks_special(feature: str) -> bool:
    """Whether the name of a feature looks like a special category of personal data."""
    said = feature.casefold()
    words = {word.strip(".,:;()/-") for word in said.split()}
    return any(part in words if part in WHOLE_WORDS else part in said for part in SPECIAL)
