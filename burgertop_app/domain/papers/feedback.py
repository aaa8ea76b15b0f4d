"""What the sheet for each participant is made from: what became of their cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson
    from burgertop_app.domain.responses import Disposal


@dataclass(frozen=True, kw_only=True)
class SatAt:
    """A table where the participant sat."""

    event: str
    on: date
    round_no: int
    table: str
    topic: str = ""
    starts: time | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One recommendation a card ended in, and what the college says (None: no answer yet)."""

    recommendation: int
    sentence: str
    advice: int = 1
    disposal: Disposal | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Advice and recommendation: which one it is, and where it stands in order."""
        return self.advice, self.recommendation


@dataclass(frozen=True, kw_only=True)
class CardStory:
    """The way of one card; `own` where the participant signed it, `stopped` says why it went no further."""

    number: str
    text: str
    own: bool = False
    theme: str = ""
    proposals: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stopped: str = ""


@dataclass(frozen=True, kw_only=True)
class FeedbackSheet:
    """One participant's sheet."""

    person: PrintedPerson
    tables: tuple[SatAt, ...]
    cards: tuple[CardStory, ...]


@dataclass(frozen=True, kw_only=True)
class FeedbackPaper:
    """The sheets of many participants; `next_step` says what still follows, `contact` whom to ask."""

    masthead: Masthead
    advice_title: str
    sheets: tuple[FeedbackSheet, ...]
    next_step: str = ""
    contact: str = ""
    signed_by: str = ""
