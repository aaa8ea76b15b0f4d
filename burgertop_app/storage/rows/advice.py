"""Advice, recommendations and their versions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.advice import (
    Advice,
    AdviceImage,
    AdviceSection,
    AdviceVersion,
    Offer,
    Receipt,
    Recommendation,
    RecommendationText,
)
from burgertop_app.domain.sign_off import SignOff, SignOffVoice
from burgertop_app.storage.base import PERSONAL, Kept, to


class AdviceRow(Kept):
    """Rows of `Advice`."""

    __tablename__ = "advice"
    keeps = Advice

    process_id: Mapped[UUID] = to("process")
    number: Mapped[int]
    title: Mapped[str]
    state: Mapped[str]
    withdrawn_reason: Mapped[str]


class AdviceSectionRow(Kept):
    """Rows of `AdviceSection`."""

    __tablename__ = "advice_section"
    keeps = AdviceSection

    advice_id: Mapped[UUID] = to("advice")
    kind: Mapped[str]
    body: Mapped[str]


class RecommendationRow(Kept):
    """Rows of `Recommendation`."""

    __tablename__ = "recommendation"
    keeps = Recommendation

    advice_id: Mapped[UUID] = to("advice")
    number: Mapped[int]
    withdrawn_reason: Mapped[str]


class RecommendationTextRow(Kept):
    """Rows of `RecommendationText`."""

    __tablename__ = "recommendation_text"
    keeps = RecommendationText

    recommendation_id: Mapped[UUID] = to("recommendation")
    version: Mapped[int]
    title: Mapped[str]
    reason: Mapped[str]
    minority: Mapped[str]
    ourselves: Mapped[str]
    note: Mapped[str]
    costs: Mapped[str]
    roles: Mapped[str]


class AdviceImageRow(Kept):
    """Rows of `AdviceImage`."""

    __tablename__ = "advice_image"
    keeps = AdviceImage

    advice_id: Mapped[UUID] = to("advice")
    number: Mapped[int]
    attachment_id: Mapped[UUID] = to("attachment")
    wide: Mapped[int]
    high: Mapped[int]


class SignOffRow(Kept):
    """Rows of `SignOff`."""

    __tablename__ = "sign_off"
    keeps = SignOff

    advice_id: Mapped[UUID] = to("advice")
    content_sha256: Mapped[str]
    on: Mapped[date]
    how: Mapped[str]
    asked: Mapped[int]
    agreed: Mapped[int]
    against: Mapped[int]
    remarks: Mapped[str]
    minority: Mapped[str]


class SignOffVoiceRow(Kept):
    """Rows of `SignOffVoice`."""

    __tablename__ = "sign_off_voice"
    keeps = SignOffVoice

    sign_off_id: Mapped[UUID] = to("sign_off")
    participation_id: Mapped[UUID] = to("participation", PERSONAL)
    agrees: Mapped[bool]


class AdviceVersionRow(Kept):
    """Rows of `AdviceVersion`."""

    __tablename__ = "advice_version"
    keeps = AdviceVersion

    advice_id: Mapped[UUID] = to("advice")
    version: Mapped[int]
    content: Mapped[str]
    sha256: Mapped[str]
    frozen_at: Mapped[datetime]
    attachment_id: Mapped[UUID | None] = to("attachment")
    sign_off_id: Mapped[UUID | None] = to("sign_off")
    unsigned_reason: Mapped[str]


class OfferRow(Kept):
    """Rows of `Offer`."""

    __tablename__ = "offer"
    keeps = Offer

    version_id: Mapped[UUID] = to("advice_version")
    to: Mapped[str] = mapped_column(info=PERSONAL)
    on: Mapped[date]
    how: Mapped[str]
    copies: Mapped[list[Any]] = mapped_column(info=PERSONAL)
    withdrawn_reason: Mapped[str]


class ReceiptRow(Kept):
    """Rows of `Receipt`."""

    __tablename__ = "receipt"
    keeps = Receipt

    offer_id: Mapped[UUID] = to("offer")
    on: Mapped[date]
    proof: Mapped[str]
    attachment_id: Mapped[UUID | None] = to("attachment")
    withdrawn_reason: Mapped[str]
    by: Mapped[str]
    how: Mapped[str]
