"""What the overview of the answer and the letters to the college are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.responses import CouncilNeed, says_something

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead
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
    """The letter that offers the advice, with the form that proves its receipt."""

    masthead: Masthead
    head: LetterHead
    advice_title: str
    version: int
    content_hash: str
    weeks: int
    recommendations: tuple[str, ...]
    opening: str = ""


@dataclass(frozen=True, kw_only=True)
class ReminderLetterPaper:
    """The letter that reminds the college of an answer; `open_recommendations` wait for one.

    Those of `without_reason` have an answer that does not say why.
    """

    masthead: Masthead
    head: LetterHead
    advice_title: str
    offered_on: date
    received_on: date
    due_on: date
    weeks: int
    earlier_reminders: tuple[date, ...] = ()
    open_recommendations: tuple[str, ...] = ()
    total: int = 0
    without_reason: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RatingFormPaper:
    """The form on which a resident gives each reason of the college a mark from 1 to 5."""

    masthead: Masthead
    advice_title: str
    college: str
    recommendations: tuple[AnsweredRecommendation, ...]
    return_to: str = ""
