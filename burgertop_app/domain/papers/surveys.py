"""A survey on paper: the questions to fill in, and what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.surveys import SurveyQuestion, SurveyResults


@dataclass(frozen=True, kw_only=True)
class SurveyPaper:
    """The questions, to be filled in by hand; `anonymous` leaves out the blank for the code."""

    masthead: Masthead
    title: str
    intro: str
    questions: tuple[SurveyQuestion, ...]
    closes_on: date | None = None
    anonymous: bool = False


@dataclass(frozen=True, kw_only=True)
class SurveyResultsPaper:
    """What came of a survey, without a name or a code."""

    masthead: Masthead
    title: str
    results: SurveyResults
    closes_on: date | None = None
