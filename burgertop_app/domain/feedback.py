"""Feedback to participants: who hears what, and what somebody heard before."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import sha256
from burgertop_app.domain.registration import Recipient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.domain.canonical import Json

DIGEST_LENGTH = 16
"""Hex characters kept of a digest: it tells changes apart and need not withstand an attack."""


class Sent(StrEnum):
    """In what form feedback went."""

    LETTER = "letter"
    MERGE_LIST = "merge_list"
    EMAIL = "email"


@dataclass(frozen=True)
class FeedbackRecipient(Recipient):
    """Somebody who hears what became of their cards.

    Attributes:
        told: digests of what they hear now, by the id of the card or recommendation.
        before: digests of what they heard last time.
        told_on: the day of that; None when they never heard anything.
        summary: what their sheet says, in a few sentences.
    """

    told: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    told_on: date | None = None
    summary: str = ""

    @property
    def waits(self) -> bool:
        """Whether there is something that they have not heard."""
        return self.told_on is None or bool(changes(self.told, self.before))


@dataclass(frozen=True)
class FeedbackStanding:
    """How far the feedback is, in numbers.

    Attributes:
        people: who took part and is still known.
        never: who never heard anything.
        news: who heard before, and for whom something changed since.
        unreachable: the numbers of those without a postal and an e-mail address.
        last_on: the last day on which somebody was told.
    """

    people: int = 0
    never: int = 0
    news: int = 0
    unreachable: tuple[str, ...] = ()
    last_on: date | None = None

    @property
    def waiting(self) -> int:
        """How many people have something to hear."""
        return self.never + self.news


def digest(content: Json) -> str:
    """A short mark that changes when `content` does."""
    return sha256(content)[:DIGEST_LENGTH]


def changes(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    """The ids of what is new or other than it was."""
    return frozenset(each for each, mark in now.items() if before.get(each) != mark)
