"""What the overview of the answer and the letters to the college are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.responses import CouncilNeed, says_something

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.reminding import Occasion
    from burgertop_app.domain.responses import Disposal


@dataclass(frozen=True, kw_only=True)
class EarlierAnswer:
    """What the college said before, on which day."""

    on: date | None
    disposal: Disposal
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AnsweredRecommendation:
    """A recommendation with the college's word on it; no disposal means no answer yet.

    `marks` says how many residents gave the reason a 1 to 5; empty when too few did to show it.
    """

    number: int
    sentence: str
    disposal: Disposal | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    budget: str = ""
    council: CouncilNeed = CouncilNeed.UNKNOWN
    policy: str = ""
    marks: tuple[int, ...] = ()
    earlier: tuple[EarlierAnswer, ...] = ()

    @property
    def lacks_reason(self) -> bool:
        """Whether there is an answer that does not say why."""
        return self.disposal is not None and not says_something(self.reason)


@dataclass(frozen=True, kw_only=True)
class ResponseOverviewPaper:
    """What the college does with each recommendation; `term` explains the last day in a sentence."""

    masthead: Masthead
    advice_title: str
    college: str
    received_on: date | None
    due_on: date | None
    answered_on: date | None
    term: str
    recommendations: tuple[AnsweredRecommendation, ...]
    letter: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterHead:
    """Sender, addressee and particulars of a letter; addresses are lines."""

    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    place: str
    on: date
    reference: str = ""
    salutation: str = ""
    signed_by: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class OfferingLetterPaper:
    """The letter that offers the advice, with the form that proves its receipt.

    `term` is how long the college has ("six weeks after receipt"), `rules` what was agreed besides,
    `expected` the sentence with the last day for a receipt on the day of the letter, `source` where it was
    agreed. `copies` are the address lines of those who get a copy; each has its own page.
    """

    masthead: Masthead
    head: LetterHead
    advice_title: str
    version: int
    content_hash: str
    term: str
    recommendations: tuple[str, ...]
    opening: str = ""
    rules: tuple[str, ...] = ()
    expected: str = ""
    source: str = ""
    copies: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delay:
    """A postponement as a letter tells it: until when, said on which day, by whom and why."""

    until: date
    told_on: date
    reason: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class ReminderLetterPaper:
    """The letter that reminds the college of an answer; `open_recommendations` wait for one.

    `due_on` is the last day as it now stands; `agreed_on` as it was agreed, with the sentence `why`;
    `delays` are what the college said in between.
    Those of `without_reason` have an answer that does not say why.
    """

    masthead: Masthead
    head: LetterHead
    advice_title: str
    offered_on: date
    received_on: date
    due_on: date
    occasion: Occasion
    agreed_on: date
    why: str
    delays: tuple[Delay, ...] = ()
    earlier_reminders: tuple[date, ...] = ()
    open_recommendations: tuple[str, ...] = ()
    total: int = 0
    copies: tuple[tuple[str, ...], ...] = ()
    without_reason: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RatingFormPaper:
    """The form on which a resident gives each reason of the college a mark from 1 to 5."""

    masthead: Masthead
    advice_title: str
    college: str
    recommendations: tuple[AnsweredRecommendation, ...]
    return_to: str = ""
