"""The year of a standing panel: planned advices, members' terms, rewards, surveys."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from burgertop_app.domain.surveys import Survey, SurveyCode, SurveyReply
from burgertop_app.domain.year import Membership, PlannedAdvice, Reward
from burgertop_app.storage.base import PERSONAL, Kept, to


class PlannedAdviceRow(Kept):
    """Rows of `PlannedAdvice`."""

    __tablename__ = "planned_advice"
    keeps = PlannedAdvice

    process_id: Mapped[UUID] = to("process")
    topic: Mapped[str]
    asked: Mapped[str]
    starts_on: Mapped[date]
    due_on: Mapped[date]
    advice_id: Mapped[UUID | None] = to("advice")


class MembershipRow(Kept):
    """Rows of `Membership`."""

    __tablename__ = "membership"
    keeps = Membership

    participation_id: Mapped[UUID] = to("participation")
    joined_on: Mapped[date]
    ends_on: Mapped[date]
    left_on: Mapped[date | None]


class RewardRow(Kept):
    """Rows of `Reward`."""

    __tablename__ = "reward"
    keeps = Reward

    participation_id: Mapped[UUID] = to("participation")
    event_id: Mapped[UUID] = to("event")
    cents: Mapped[int]
    paid_on: Mapped[date | None]


class SurveyRow(Kept):
    """Rows of `Survey`."""

    __tablename__ = "survey"
    keeps = Survey

    process_id: Mapped[UUID] = to("process")
    title: Mapped[str]
    intro: Mapped[str]
    questions: Mapped[list[Any]]
    closes_on: Mapped[date | None]
    keep_until: Mapped[date | None]
    anonymous: Mapped[bool]
    secret: Mapped[str]
    asked: Mapped[int]
    sent_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    cleared_at: Mapped[datetime | None]


class SurveyCodeRow(Kept):
    """Rows of `SurveyCode`."""

    __tablename__ = "survey_code"
    keeps = SurveyCode

    survey_id: Mapped[UUID] = to("survey")
    participation_id: Mapped[UUID] = to("participation")
    code: Mapped[str | None] = mapped_column(info=PERSONAL)


class SurveyReplyRow(Kept):
    """Rows of `SurveyReply`."""

    __tablename__ = "survey_reply"
    keeps = SurveyReply

    survey_id: Mapped[UUID] = to("survey")
    answers: Mapped[dict[str, Any]]
    mark: Mapped[str]
