"""The advice: sections and recommendations, frozen per version, offered and received."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput, NotPossible

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class AdviceState(StrEnum):
    """The life of an advice; published versions never change."""

    DRAFT = "draft"
    PUBLISHED = "published"
    OFFERED = "offered"
    RECEIVED = "received"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class SectionKind(StrEnum):
    """The parts that an advice has besides its recommendations, in order."""

    SUMMARY = "summary"
    ASSIGNMENT = "assignment"
    METHOD = "method"
    PARTICIPANTS = "participants"
    OURSELVES = "ourselves"
    COUNCIL = "council"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, kw_only=True)
class Advice(Entity):
    """One advice of a process."""

    process_id: UUID
    number: int
    title: str
    state: AdviceState = AdviceState.DRAFT
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("advice_title_empty")

    def refuse_withdrawn(self) -> None:
        """Refuse to record more with an advice that no longer counts.

        Raises:
            NotPossible: it was withdrawn.
        """
        if self.state is AdviceState.WITHDRAWN:
            raise NotPossible("advice_is_withdrawn", reason=self.withdrawn_reason)


@dataclass(frozen=True, kw_only=True)
class AdviceSection(Entity):
    """The text of one part."""

    advice_id: UUID
    kind: SectionKind
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Recommendation(Entity):
    """A recommendation; its id and number never change."""

    advice_id: UUID
    number: int
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class RecommendationText(Entity):
    """A wording of a recommendation; `roles` says who does what, a line for each."""

    recommendation_id: UUID
    version: int
    title: str
    reason: str = ""
    minority: str = ""
    ourselves: str = ""
    note: str = ""
    costs: str = ""
    roles: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("recommendation_title_empty")


@dataclass(frozen=True, kw_only=True)
class AdviceImage(Entity):
    """A picture in an advice; texts name it by `number`, which is never given out again.

    `wide` and `high` are in pixels; the file itself is an attachment.
    """

    advice_id: UUID
    number: int
    attachment_id: UUID
    wide: int
    high: int


@dataclass(frozen=True, kw_only=True)
class AdviceVersion(Entity):
    """A frozen advice: canonical content, its hash and the document made from it.

    `sign_off_id` is how the members agreed to it; without that, `unsigned_reason` says why it was fixed.
    """

    advice_id: UUID
    version: int
    content: str
    sha256: str
    frozen_at: datetime
    attachment_id: UUID | None = None
    sign_off_id: UUID | None = None
    unsigned_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Offer(Entity):
    """The advice was offered: to whom, when, how, and who got a copy; a withdrawn one stays readable."""

    version_id: UUID
    to: str
    on: date
    how: str = ""
    copies: tuple[str, ...] = ()
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Receipt(Entity):
    """The college received the advice; `proof` says how we know, `by` who confirmed it (a function)."""

    offer_id: UUID
    on: date
    proof: str
    attachment_id: UUID | None = None
    withdrawn_reason: str = ""
    by: str = ""
    how: str = ""

    def __post_init__(self) -> None:
        if not self.proof.strip():
            raise InvalidInput("receipt_proof_empty")
