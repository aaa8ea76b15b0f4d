"""Stage one and registration: who was invited from which list, who answered, and when it closed."""

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

MOST_EXPECTED = 1000
"""Expected response is counted in thousandths: 1000 means that everyone answers."""


class Answer(StrEnum):
    """What came back on an invitation."""

    NONE = "none"
    YES = "yes"
    NO = "no"


class MailKind(StrEnum):
    """Why people get a letter."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CONFIRMATION = "confirmation"
    DRAWN = "drawn"
    RESERVE = "reserve"
    NOT_DRAWN = "not_drawn"
    THANKS = "thanks"
    FEEDBACK = "feedback"


@dataclass(frozen=True, kw_only=True)
class InvitationRound(Entity):
    """One draw of invitations from a list.

    The list itself is not kept; `list_sha256` is over its canonical form and `seed_sha256` over list and
    rules, so that the draw can be done again by whoever has the list. `area_feature` is the feature that the
    area of the list is, or "".
    """

    process_id: UUID
    import_id: UUID
    number: int
    letters: int
    rows: int
    area_feature: str
    list_sha256: str
    seed_sha256: str
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class InvitationArea(Entity):
    """One stratum of a round: its size on the list, thousandths expected to answer, and its letters."""

    round_id: UUID
    name: str
    people: int
    homes: int
    expected: int
    letters: int
    position: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.expected <= MOST_EXPECTED:
            raise InvalidInput("invite_expected", area=self.name)


@dataclass(frozen=True, kw_only=True)
class Invitation(Entity):
    """One letter and what came back on it.

    Attributes:
        code: stands in the letter; None after an erasure.
        other_id: who answered in the place of the invited person.
        known: what the list says of the invited person, by feature.
        doubts: what the reply says instead, by feature, until somebody decided.
    """

    process_id: UUID
    area_id: UUID
    participation_id: UUID
    code: str | None = None
    answer: Answer = Answer.NONE
    answered_at: datetime | None = None
    other_id: UUID | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)

    @property
    def answered_by(self) -> UUID:
        """The participation of whoever takes part on this letter."""
        return self.other_id or self.participation_id


@dataclass(frozen=True)
class ResponseLine:
    """What came back of one area, or of one value of a feature; `expected` is a part of the letters, 0..1.

    `feature` is "" for an area.
    """

    feature: str
    value: str
    letters: int
    yes: int
    no: int
    expected: float

    @property
    def silent(self) -> int:
        """Letters without an answer."""
        return self.letters - self.yes - self.no

    @property
    def rate(self) -> float:
        """The part of the letters that brought a yes."""
        return self.yes / self.letters if self.letters else 0.0


@dataclass(frozen=True, kw_only=True)
class Closing(Entity):
    """A moment at which registration closed, with the counts of then, and perhaps why it opened again.

    `response` is what had come back on the letters by then; `cleared` counts the people whose data were
    erased afterwards because they did not take part.
    """

    process_id: UUID
    closed_at: datetime
    registered: int
    invited: int
    yes: int
    no: int
    reopened_at: datetime | None = None
    reopened_reason: str = ""
    cleared: int = 0
    response: tuple[ResponseLine, ...] = ()
