"""Lines that pages show of cards, proposals and recommendations, with the words they have now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import NOT_YET

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.advice import Recommendation, RecommendationText
    from burgertop_app.domain.ballots import BallotMethod, BallotRule, Count
    from burgertop_app.domain.card_history import Agreed
    from burgertop_app.domain.outcomes import Card, Proposal, ProposalText
    from burgertop_app.domain.proposal_views import Owner
    from burgertop_app.domain.responses import Disposition


@dataclass(frozen=True)
class CardLine:
    """A card with the words it has now and where it stands.

    Attributes:
        typed_by: who typed it first; `agreed`: whether its table agreed with these words.
        earlier: the labels of the cards it was merged or split out of; `later`: of those it went on in.
        same: the labels of cards that say the same; `together`: how often it was said with them (0: no such).
    """

    card: Card
    text: str
    theme_id: UUID | None = None
    theme: str = ""
    proposals: tuple[int, ...] = ()
    versions: int = 1
    typed_by: str = ""
    agreed: Agreed = NOT_YET
    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    together: int = 0


@dataclass(frozen=True)
class ProposalLine:
    """A proposal with its words, its cards and its votes.

    `themes` are those of its cards; `earlier` and `later` the numbers of the proposals that it came from, and
    of those that it was merged or split into.
    """

    proposal: Proposal
    text: ProposalText
    card_ids: tuple[UUID, ...] = ()
    cards: tuple[str, ...] = ()
    count: Count | None = None
    rule: BallotRule | None = None
    recommendations: tuple[int, ...] = ()
    versions: int = 1
    on_ballot: bool = False
    themes: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    earlier: tuple[int, ...] = ()
    later: tuple[int, ...] = ()
    method: BallotMethod | None = None


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
    earlier: tuple[TieLine, ...] = ()
    later: tuple[TieLine, ...] = ()
    sign_offs: tuple[SignOffLine, ...] = ()


@dataclass(frozen=True)
class SignOffLine:
    """When the table agreed with wording `version`, and when and why that was taken back."""

    version: int
    since: datetime
    by: str
    until: datetime | None = None
    ended_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class WordingLine:
    """One earlier or present wording, with when and why."""

    version: int
    text: str
    at: datetime
    reason: str = ""
    by: str = ""
    typing_error: bool = False


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
