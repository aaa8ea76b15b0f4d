"""What the sheet for each participant is made from: what became of their cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson
    from burgertop_app.domain.papers.letters import ResidentLettersPaper
    from burgertop_app.domain.responses import CommitmentState, Disposal


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
class Promise:
    """A promise that followed an answer, and what was done about it."""

    text: str
    state: CommitmentState
    owner: str = ""
    due_on: date | None = None
    progress: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One recommendation a card ended in, and what the college says (None: no answer yet).

    `new_since` is the day of the earlier sheet when something changed after it.
    """

    recommendation: int
    sentence: str
    advice: int = 1
    disposal: Disposal | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    promises: tuple[Promise, ...] = ()
    new_since: date | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Advice and recommendation: which one it is, and where it stands in order."""
        return self.advice, self.recommendation


@dataclass(frozen=True, kw_only=True)
class CardStory:
    """The way of one card; `own` where the participant signed it, `stopped` says why it went no further.

    `new_since` is the day of the earlier sheet when the card came further after it. `earlier` has the cards
    that it was merged or split out of, as label and words; `note` tells whether its table agreed.
    """

    number: str
    text: str
    own: bool = False
    theme: str = ""
    proposals: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stopped: str = ""
    new_since: date | None = None
    earlier: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FeedbackSheet:
    """One participant's sheet; `since` is the day of the sheet before, `news` whether there is any since.

    `agreement` tells whether the tables agreed with the words on these cards.
    `intentions` is what this participant said to do the day after.
    """

    person: PrintedPerson
    tables: tuple[SatAt, ...]
    cards: tuple[CardStory, ...]
    since: date | None = None
    agreement: str = ""
    intentions: tuple[str, ...] = ()

    @property
    def news(self) -> bool:
        """Whether a card came further, or a recommendation got something new, since the sheet before."""
        ends = (outcome for card in self.cards for outcome in card.outcomes)
        return any(card.new_since for card in self.cards) or any(end.new_since for end in ends)


@dataclass(frozen=True, kw_only=True)
class FeedbackPaper:
    """The sheets of many participants; `next_step` says what still follows, `contact` whom to ask.

    `cover` has a letter for each sheet, in the same order, or is None: then the sheet greets by itself.
    """

    masthead: Masthead
    advice_title: str
    sheets: tuple[FeedbackSheet, ...]
    next_step: str = ""
    contact: str = ""
    signed_by: str = ""
    cover: ResidentLettersPaper | None = None
