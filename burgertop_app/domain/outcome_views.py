"""Lines that pages show of cards, proposals and recommendations, with the words they have now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.advice import Recommendation, RecommendationText
    from burgertop_app.domain.ballots import BallotRule, Count
    from burgertop_app.domain.outcomes import Card, Proposal, ProposalText
    from burgertop_app.domain.responses import Disposition


@dataclass(frozen=True)
class CardLine:
    """A card with the words it has now and where it stands.

    `same` are the labels of cards that say the same, `together` how often it was said with them (0: no such
    card).
    """

    card: Card
    text: str
    theme_id: UUID | None = None
    theme: str = ""
    proposals: tuple[int, ...] = ()
    versions: int = 1
    same: tuple[str, ...] = ()
    together: int = 0


@dataclass(frozen=True)
class ProposalLine:
    """A proposal with its words, its cards and its votes."""

    proposal: Proposal
    text: ProposalText
    card_ids: tuple[UUID, ...] = ()
    cards: tuple[str, ...] = ()
    count: Count | None = None
    rule: BallotRule | None = None
    recommendations: tuple[int, ...] = ()
    versions: int = 1
    on_ballot: bool = False


@dataclass(frozen=True)
class TieLine:
    """Where a card lay from `since` to `until` (None: still lies): a theme, or the number of a proposal."""

    name: str
    since: datetime
    until: datetime | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class CardStory:
    """What was done with one card, the oldest first."""

    wordings: tuple[WordingLine, ...]
    themes: tuple[TieLine, ...] = ()
    proposals: tuple[TieLine, ...] = ()


@dataclass(frozen=True)
class WordingLine:
    """One earlier or present wording, with when and why."""

    version: int
    text: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class RecommendationLine:
    """A recommendation with its words, proposals, cards and answer."""

    recommendation: Recommendation
    text: RecommendationText
    proposal_ids: tuple[UUID, ...] = ()
    proposals: tuple[int, ...] = ()
    cards: tuple[str, ...] = ()
    in_favour: int | None = None
    against: int | None = None
    disposition: Disposition | None = None
    rating: float | None = None
    marks: tuple[int, ...] = ()
