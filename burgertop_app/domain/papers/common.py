"""What several documents share: the masthead, people, cards and support in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.house_style import HOUSE, Look

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """Who speaks, about what, when, in which language and look; `made_at` is also the date in the file."""

    organisation: str
    process: str
    made_at: datetime
    language: str = "nl"
    look: Look = HOUSE


@dataclass(frozen=True, kw_only=True)
class PrintedPerson:
    """A person as named on paper; warnings speak of the number only.

    `role` is said of who is there but takes no part, such as an observer; "" of everybody else.
    """

    number: str
    name: str
    role: str = ""

    @property
    def said(self) -> str:
        """The name, with what somebody is when they take no part: "Kees Vos (observer)"."""
        return f"{self.name} ({self.role})" if self.role else self.name


@dataclass(frozen=True, kw_only=True)
class PrintedCard:
    """A card as it was written; `times` counts cards that say the same.

    `note` tells whether its table agreed, where that is not told of all cards together.
    """

    number: str
    text: str
    times: int = 1
    kind: str = ""
    origin: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CardTheme:
    """The cards of one theme."""

    name: str
    cards: tuple[PrintedCard, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, kw_only=True)
class CardGroup:
    """The themes for one addressee, for example the municipality or residents."""

    addressee: str
    themes: tuple[CardTheme, ...]


@dataclass(frozen=True, kw_only=True)
class Support:
    """How many were for and against; `rule` is the counting rule in one sentence."""

    in_favour: int
    against: int
    abstained: int = 0
    rule: str = ""
