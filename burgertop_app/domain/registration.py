"""Registration: what is asked of who replies, what came back per area, and who gets which letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.inviting import ResponseLine
from burgertop_app.domain.people_import import MINIMUM_AGE
from burgertop_app.domain.reaching import Way, way_of
from burgertop_app.domain.requests import PersonForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.inviting import Answer, Closing
    from burgertop_app.domain.people import Contact, State

OLDEST_MINIMUM = 99


@dataclass(frozen=True)
class RegistrationRules:
    """Who may register: the youngest, and whether somebody else may reply on a letter."""

    minimum_age: int = MINIMUM_AGE
    others: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.minimum_age <= OLDEST_MINIMUM:
            raise InvalidInput("registration_age", most=OLDEST_MINIMUM)


@dataclass(frozen=True)
class Asked:
    """What a reply is asked: features with their known values (none: anything), and whether age is one."""

    features: Mapping[str, tuple[str, ...]]
    by_age: bool
    rules: RegistrationRules
    today: date


@dataclass(frozen=True, kw_only=True)
class ReplyForm(PersonForm):
    """One reply on a letter.

    Attributes:
        code: as it was typed.
        declines: the answer is no.
        other: somebody else than the invited person takes part.
        born: age, year or date of birth; only held against the minimum age.
        replaces: this reply counts in the place of an earlier one.
        settled: the features that may differ from the list, because a person looked at them.
    """

    code: str = ""
    declines: bool = False
    other: bool = False
    born: str = ""
    replaces: bool = False
    settled: frozenset[str] = frozenset()


@dataclass(frozen=True)
class EarlierReply:
    """What came back before on the same letter."""

    answer: Answer
    at: datetime | None
    name: str
    features: Mapping[str, str]
    channel: str
    other: bool


@dataclass(frozen=True)
class Invited:
    """What a typed code tells: no more than is needed to enter the reply."""

    invitation_id: UUID
    participation_id: UUID
    number: str
    code: str
    area: str
    name: str
    known: Mapping[str, str]
    earlier: EarlierReply | None = None


@dataclass(frozen=True)
class PartBefore:
    """One participation as it stood before a reply."""

    participation_id: UUID
    state: State
    import_id: UUID | None
    contact: Contact
    declared: tuple[tuple[str, str, str, date | None], ...]
    form: PersonForm


@dataclass(frozen=True)
class ReplyBefore:
    """What a reply changed: enough to take it back."""

    invitation_id: UUID
    answer: Answer
    answered_at: datetime | None
    other_id: UUID | None
    doubts: Mapping[str, str]
    parts: tuple[PartBefore, ...]
    created: UUID | None
    events: tuple[UUID, ...]


@dataclass(frozen=True)
class DoubtLine:
    """A reply that says something else than the list: somebody decides."""

    invitation_id: UUID
    participation_id: UUID
    number: str
    name: str
    feature: str
    listed: str
    replied: str


@dataclass(frozen=True)
class RegistrationView:
    """How registration stands.

    `closing` is the closing that holds now, `closings` are all, the first one first; `waiting` are replies
    that differ from the list; `clearable` people can be erased because they do not take part.
    """

    lines: tuple[ResponseLine, ...] = ()
    closings: tuple[Closing, ...] = ()
    closing: Closing | None = None
    doubts: tuple[DoubtLine, ...] = ()
    rules: RegistrationRules = field(default_factory=RegistrationRules)
    registered: int = 0
    clearable: int = 0
    rounds: int = 0

    @property
    def areas(self) -> tuple[ResponseLine, ...]:
        """The lines per area."""
        return tuple(line for line in self.lines if not line.feature)

    @property
    def total(self) -> ResponseLine:
        """All letters together."""
        letters = sum(line.letters for line in self.areas)
        hoped = sum(line.letters * line.expected for line in self.areas)
        return ResponseLine(
            "",
            "",
            letters,
            sum(line.yes for line in self.areas),
            sum(line.no for line in self.areas),
            hoped / letters if letters else 0.0,
        )


@dataclass(frozen=True)
class Recipient:
    """Somebody who gets a letter, with what may stand in it.

    `features` are those that the draw uses, in its order; `salt` is that of the leaf (hex); `place` is the
    place on the reserve list; `prefers` is the way that they asked for.
    """

    participation_id: UUID
    number: str
    name: str
    address: str
    postcode: str
    town: str
    email: str
    code: str
    area: str
    features: Mapping[str, str]
    salt: str
    place: int | None = None
    prefers: str = ""

    @property
    def way(self) -> Way:
        """How a letter reaches them best."""
        return way_of(self.prefers, address=bool(self.address.strip()), email=bool(self.email.strip()))
