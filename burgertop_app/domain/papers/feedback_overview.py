"""What the public overview of the cards is made from: no person stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.papers.feedback import Outcome


@dataclass(frozen=True, kw_only=True)
class OverviewTheme:
    """The cards of one theme: how many, how many of them ended in a recommendation, and in which."""

    name: str
    cards: int
    advised: int
    recommendations: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OverviewEnd:
    """A recommendation with its answer, and the numbers of the cards behind it."""

    outcome: Outcome
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeedbackOverviewPaper:
    """What became of all cards.

    `adopted` counts the cards behind a recommendation that the college adopts, whole or in part; `answered`
    those behind one that has an answer; `done` the promises that were kept.
    """

    masthead: Masthead
    advice_title: str
    cards: int
    proposed: int
    advised: int
    answered: int
    adopted: int
    promises: int
    done: int
    themes: tuple[OverviewTheme, ...]
    ends: tuple[OverviewEnd, ...]
    next_step: str = ""
    contact: str = ""
