"""The members' last word on the wording: asked of exactly one text, and stale as soon as that changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID


class SignOffWay(StrEnum):
    """How the members were asked."""

    MEETING = "meeting"
    EMAIL = "email"
    PAPER = "paper"


@dataclass(frozen=True, kw_only=True)
class SignOff(Entity):
    """A round in which the members were asked to agree with the text whose hash is `content_sha256`.

    Attributes:
        asked: how many members were asked, or were there.
        agreed: how many agreed.
        against: how many did not; who said nothing is in neither.
        remarks: what was said about it, for the organiser alone.
        minority: what goes with the advice of those who did not agree.
    """

    advice_id: UUID
    content_sha256: str
    on: date
    how: SignOffWay
    asked: int
    agreed: int
    against: int = 0
    remarks: str = ""
    minority: str = ""

    def __post_init__(self) -> None:
        _refuse_numbers(self.asked, self.agreed, self.against)

    @property
    def silent(self) -> int:
        """How many said neither."""
        return self.asked - self.agreed - self.against


@dataclass(frozen=True, kw_only=True)
class SignOffVoice(Entity):
    """What one member said in a round; known by participation alone, and never published."""

    sign_off_id: UUID
    participation_id: UUID
    agrees: bool


@dataclass(frozen=True, kw_only=True)
class SignOffForm:
    """A round to keep; `voices` says per participation whether that member agreed, and may be empty."""

    content_sha256: str
    on: date
    how: SignOffWay
    asked: int
    agreed: int
    against: int = 0
    remarks: str = ""
    minority: str = ""
    voices: Mapping[UUID, bool] | None = None

    def refuse_impossible(self) -> None:
        """Refuse numbers that cannot be, or that say less than the members one by one.

        Raises:
            InvalidInput: they do not fit each other, or the voices count more.
        """
        _refuse_numbers(self.asked, self.agreed, self.against)
        told = Counter((self.voices or {}).values())
        if told[True] > self.agreed or told[False] > self.against:
            raise InvalidInput("sign_off_voices", agreed=told[True], against=told[False])


def _refuse_numbers(asked: int, agreed: int, against: int) -> None:
    if min(agreed, against) < 0 or asked < 1:
        raise InvalidInput("sign_off_numbers")
    if agreed + against > asked:
        raise InvalidInput("sign_off_too_many", asked=asked, agreed=agreed, against=against)


@dataclass(frozen=True)
class Member:
    """Somebody who may be asked: number and the participation under which it is kept."""

    number: str
    participation_id: UUID


@dataclass(frozen=True)
class SigningState:
    """How the members stand to the text as it is now.

    Attributes:
        content_sha256: the hash of the text as it is now.
        valid: the last round about exactly this text.
        stale: the last round about an earlier text, when there is none about this one.
        members: who can be asked, by number.
    """

    content_sha256: str
    valid: SignOff | None = None
    stale: SignOff | None = None
    members: tuple[Member, ...] = ()
