"""Cards, themes, proposals and the links between them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from burgertop_app.domain.outcomes import (
    Apart,
    Card,
    CardAuthor,
    CardProposal,
    CardText,
    CardTheme,
    Duplicate,
    Proposal,
    ProposalOwner,
    ProposalRecommendation,
    ProposalSuccession,
    ProposalText,
    ScreenCard,
    Theme,
    ThemeSuccession,
)
from burgertop_app.storage.base import PERSONAL, Kept, to


class CardRow(Kept):
    """Rows of `Card`."""

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("process_id", "label"),)
    keeps = Card

    process_id: Mapped[UUID] = to("process")
    label: Mapped[str]
    kind: Mapped[str]
    addressee: Mapped[str]
    times: Mapped[int]
    event_id: Mapped[UUID | None] = to("event")
    table_no: Mapped[int | None]
    round_no: Mapped[int | None]
    standing: Mapped[str]
    withdrawn_reason: Mapped[str]


class CardTextRow(Kept):
    """Rows of `CardText`."""

    __tablename__ = "card_text"
    keeps = CardText

    card_id: Mapped[UUID] = to("card")
    version: Mapped[int]
    text: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    typing_error: Mapped[bool]


class CardAuthorRow(Kept):
    """Rows of `CardAuthor`."""

    __tablename__ = "card_author"
    keeps = CardAuthor

    card_id: Mapped[UUID] = to("card")
    participation_id: Mapped[UUID] = to("participation", PERSONAL)


class ThemeRow(Kept):
    """Rows of `Theme`."""

    __tablename__ = "theme"
    keeps = Theme

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    description: Mapped[str]
    position: Mapped[int]
    standing: Mapped[str]


class DuplicateRow(Kept):
    """Rows of `Duplicate`."""

    __tablename__ = "duplicate"
    keeps = Duplicate

    card_id: Mapped[UUID] = to("card")
    of_id: Mapped[UUID] = to("card")
    reason: Mapped[str]


class ApartRow(Kept):
    """Rows of `Apart`."""

    __tablename__ = "apart"
    keeps = Apart

    card_id: Mapped[UUID] = to("card")
    of_id: Mapped[UUID] = to("card")


class ProposalRow(Kept):
    """Rows of `Proposal`."""

    __tablename__ = "proposal"
    keeps = Proposal

    process_id: Mapped[UUID] = to("process")
    number: Mapped[int]
    kind: Mapped[str]
    cost: Mapped[int | None]
    standing: Mapped[str]
    withdrawn_reason: Mapped[str]
    area: Mapped[str]


class ProposalTextRow(Kept):
    """Rows of `ProposalText`."""

    __tablename__ = "proposal_text"
    keeps = ProposalText

    proposal_id: Mapped[UUID] = to("proposal")
    version: Mapped[int]
    title: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str]
    why: Mapped[str]
    ourselves: Mapped[str]
    asked: Mapped[str]
    addressee: Mapped[str]
    minority: Mapped[str]
    fields: Mapped[dict[str, Any]]
    kind: Mapped[str | None]
    cost: Mapped[int | None]
    area: Mapped[str]


class CardThemeRow(Kept):
    """Rows of `CardTheme`."""

    __tablename__ = "card_theme"
    keeps = CardTheme

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    card_id: Mapped[UUID] = to("card")
    theme_id: Mapped[UUID] = to("theme")


class CardProposalRow(Kept):
    """Rows of `CardProposal`."""

    __tablename__ = "card_proposal"
    keeps = CardProposal

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    card_id: Mapped[UUID] = to("card")
    proposal_id: Mapped[UUID] = to("proposal")


class ProposalRecommendationRow(Kept):
    """Rows of `ProposalRecommendation`."""

    __tablename__ = "proposal_recommendation"
    keeps = ProposalRecommendation

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    proposal_id: Mapped[UUID] = to("proposal")
    recommendation_id: Mapped[UUID] = to("recommendation")


class ThemeSuccessionRow(Kept):
    """Rows of `ThemeSuccession`."""

    __tablename__ = "theme_succession"
    keeps = ThemeSuccession

    earlier_id: Mapped[UUID] = to("theme")
    later_id: Mapped[UUID] = to("theme")
    reason: Mapped[str]


class ProposalSuccessionRow(Kept):
    """Rows of `ProposalSuccession`."""

    __tablename__ = "proposal_succession"
    keeps = ProposalSuccession

    earlier_id: Mapped[UUID] = to("proposal")
    later_id: Mapped[UUID] = to("proposal")
    reason: Mapped[str]


class ProposalOwnerRow(Kept):
    """Rows of `ProposalOwner`."""

    __tablename__ = "proposal_owner"
    keeps = ProposalOwner

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    proposal_id: Mapped[UUID] = to("proposal")
    participation_id: Mapped[UUID | None] = to("participation", PERSONAL)
    words: Mapped[str]


class ScreenCardRow(Kept):
    """Rows of `ScreenCard`."""

    __tablename__ = "screen_card"
    keeps = ScreenCard

    since: Mapped[datetime]
    until: Mapped[datetime | None]
    by: Mapped[str]
    reason: Mapped[str]
    card_id: Mapped[UUID] = to("card")
