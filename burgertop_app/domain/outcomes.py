"""What was said: cards, themes and proposals, with every link and every earlier wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class Standing(StrEnum):
    """Whether something still counts; withdrawn things stay readable."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"
    WENT_ON = "went_on"
    """It was merged or split: a later one counts in its place."""


class ProposalKind(StrEnum):
    """Who must act: we ourselves, somebody of whom it is asked, or both."""

    OURS = "ours"
    ASKED = "asked"
    BOTH = "both"

    @property
    def asks(self) -> bool:
        """Whether something is asked of others."""
        return self is not ProposalKind.OURS

    @property
    def does(self) -> bool:
        """Whether those who propose it do something themselves."""
        return self is not ProposalKind.ASKED

    def with_texts(self, ourselves: str, asked: str) -> ProposalKind:
        """Who must act once these words say it too: what is written down counts."""
        does, asks = self.does or bool(ourselves.strip()), self.asks or bool(asked.strip())
        return ProposalKind.BOTH if does and asks else self


@dataclass(frozen=True, kw_only=True)
class Card(Entity):
    """One idea card; its words stand in `CardText`. `times` is the "(2x)" on it."""

    process_id: UUID
    label: str
    kind: str = ""
    addressee: str = ""
    times: int = 1
    event_id: UUID | None = None
    table_no: int | None = None
    round_no: int | None = None
    standing: Standing = Standing.ACTIVE
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.times <= 999:
            raise InvalidInput("card_times", times=self.times)


@dataclass(frozen=True, kw_only=True)
class CardText(Entity):
    """A wording of a card; version 1 is what was written at the table.

    `by` typed it; `typing_error`: it only puts typing errors right in the wording before it.
    """

    card_id: UUID
    version: int
    text: str
    reason: str = ""
    by: str = ""
    typing_error: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput("card_text_empty")


@dataclass(frozen=True, kw_only=True)
class CardAuthor(Entity):
    """Who wrote a card, only with consent ticked on the card."""

    card_id: UUID
    participation_id: UUID


@dataclass(frozen=True, kw_only=True)
class Theme(Entity):
    """A heap of cards with a name."""

    process_id: UUID
    title: str
    description: str = ""
    position: int = 0
    standing: Standing = Standing.ACTIVE

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("theme_title_empty")


@dataclass(frozen=True, kw_only=True)
class Duplicate(Entity):
    """Two cards that say the same, as decided by the organiser."""

    card_id: UUID
    of_id: UUID
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Apart(Entity):
    """Two cards that look alike but do not say the same, as decided by the organiser."""

    card_id: UUID
    of_id: UUID


@dataclass(frozen=True, kw_only=True)
class Proposal(Entity):
    """A proposal; its words stand in `ProposalText`.

    `cost` is in whole euros, None while nobody knows; `area` is where it lands, "" for everywhere.
    """

    process_id: UUID
    number: int
    kind: ProposalKind = ProposalKind.ASKED
    cost: int | None = None
    standing: Standing = Standing.ACTIVE
    withdrawn_reason: str = ""
    area: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposalText(Entity):
    """A wording of a proposal, with everything it said at the time.

    `reason` tells why the words changed, `why` why the proposal is needed. `ourselves` is what those who
    propose it do, `asked` what they ask, of the addressee with code `addressee`. `fields` holds what the form
    asks besides, by code. `kind`, `cost` and `area` repeat what the proposal said with these words; `kind` is
    None for words of before this was kept.
    """

    proposal_id: UUID
    version: int
    title: str
    text: str = ""
    reason: str = ""
    why: str = ""
    ourselves: str = ""
    asked: str = ""
    addressee: str = ""
    minority: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    kind: ProposalKind | None = None
    cost: int | None = None
    area: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("proposal_title_empty")


@dataclass(frozen=True, kw_only=True)
class Link(Entity):
    """A tie that held from `since` to `until` (None: still holds)."""

    since: datetime
    until: datetime | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CardTheme(Link):
    """A card in a theme."""

    card_id: UUID
    theme_id: UUID


@dataclass(frozen=True, kw_only=True)
class CardProposal(Link):
    """A card under a proposal."""

    card_id: UUID
    proposal_id: UUID


@dataclass(frozen=True, kw_only=True)
class ProposalRecommendation(Link):
    """A proposal under a recommendation."""

    proposal_id: UUID
    recommendation_id: UUID


@dataclass(frozen=True, kw_only=True)
class ThemeSuccession(Entity):
    """A theme that came out of another by merging or splitting."""

    earlier_id: UUID
    later_id: UUID
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposalSuccession(Entity):
    """A proposal that came out of another by merging or splitting."""

    earlier_id: UUID
    later_id: UUID
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposalOwner(Link):
    """Who pulls a proposal: somebody who takes part, or an organisation or function in `words`."""

    proposal_id: UUID
    participation_id: UUID | None = None
    words: str = ""

    def __post_init__(self) -> None:
        if self.participation_id is None and not self.words.strip():
            raise InvalidInput("proposal_owner_empty")


@dataclass(frozen=True, kw_only=True)
class ScreenCard(Link):
    """A card that may be shown on the big screen as an example."""

    card_id: UUID
