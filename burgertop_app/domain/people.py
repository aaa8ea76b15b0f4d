"""People in a process: who they are stands apart from what they do there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}")


class Role(StrEnum):
    """What somebody does in a process."""

    RESIDENT = "resident"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"
    EXPERT = "expert"
    ORGANISER = "organiser"
    FRIEND = "friend"


class State(StrEnum):
    """How far somebody is, from the first letter to the feedback sheet."""

    INVITED = "invited"
    REGISTERED = "registered"
    DRAWN = "drawn"
    RESERVE = "reserve"
    CONFIRMED = "confirmed"
    PRESENT = "present"
    ABSENT = "absent"
    FED_BACK = "fed_back"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


ON_PANEL = (State.DRAWN, State.CONFIRMED, State.PRESENT, State.ABSENT, State.FED_BACK)
"""States of people who were drawn and did not step back."""

WAS_THERE = (State.PRESENT, State.FED_BACK)
"""States of people who came."""

IN_POOL = (State.REGISTERED, State.RESERVE, *ON_PANEL)
"""States of people who may be drawn."""


class NeedKind(StrEnum):
    """What somebody needs to take part."""

    INTERPRETER = "interpreter"
    LANGUAGE = "language"
    WHEELCHAIR = "wheelchair"
    HEARING = "hearing"
    QUIET = "quiet"
    OTHER = "other"


class EventKind(StrEnum):
    """A moment in somebody's story."""

    INVITED = "invited"
    REGISTERED = "registered"
    DRAWN = "drawn"
    RESERVE = "reserve"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    SEATED = "seated"
    PRESENT = "present"
    ABSENT = "absent"
    WROTE = "wrote"
    FED_BACK = "fed_back"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    INVITATION_SENT = "invitation_sent"
    REMINDER_SENT = "reminder_sent"
    CONFIRMATION_SENT = "confirmation_sent"
    DRAWN_SENT = "drawn_sent"
    RESERVE_SENT = "reserve_sent"
    NOT_DRAWN_SENT = "not_drawn_sent"
    THANKS_SENT = "thanks_sent"
    REPLIED_AGAIN = "replied_again"
    REPLIED_FOR = "replied_for"
    DECIDED = "decided"


@dataclass(frozen=True, kw_only=True)
class Household(Entity):
    """People at one address; `key` is the normalised address."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Person(Entity):
    """One human being across all processes of the workspace."""

    household_id: UUID | None = None
    erased_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Contact(Entity):
    """Name and addresses: the only place where they stand.

    `prefers` is the value of the `Way` that somebody asked for; empty when they asked for none.
    """

    person_id: UUID
    name: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    email: str = ""
    phone: str = ""
    prefers: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportBatch(Entity):
    """One import of people: for what purpose, and until when they may be kept."""

    process_id: UUID
    purpose: str
    keep_until: date
    file_name: str
    file_sha256: str
    people: int
    at: datetime

    def __post_init__(self) -> None:
        if not self.purpose.strip():
            raise InvalidInput("import_purpose_empty")


@dataclass(frozen=True, kw_only=True)
class Participation(Entity):
    """One person in one process, known there by `number`; `salt` (hex) hides the leaf in a draw."""

    process_id: UUID
    person_id: UUID
    number: str
    role: Role = Role.RESIDENT
    state: State = State.REGISTERED
    salt: str = ""
    import_id: UUID | None = None

    def __post_init__(self) -> None:
        if not NUMBER.fullmatch(self.number):
            raise InvalidInput("person_number", number=self.number)


@dataclass(frozen=True, kw_only=True)
class Declared(Entity):
    """What somebody said of themselves: the value of one feature."""

    participation_id: UUID
    feature: str
    value: str
    source: str = ""
    declared_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Need(Entity):
    """Something somebody needs; never printed and never on a beamer."""

    participation_id: UUID
    kind: NeedKind
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Channel(Entity):
    """How somebody came in: a letter, the library, a website."""

    participation_id: UUID
    name: str


NAME_IN_ADVICE = "name_in_advice"
"""The purpose of the consent under which a name stands in the advice."""


@dataclass(frozen=True, kw_only=True)
class Consent(Entity):
    """A permission somebody gave, such as a name in the advice; one that was withdrawn stays readable."""

    participation_id: UUID
    purpose: str
    given_on: date
    withdrawn_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PersonEvent(Entity):
    """One line of somebody's story."""

    participation_id: UUID
    kind: EventKind
    at: datetime
    note: str = ""
