"""What the columns of a sheet with people may be, and the people who come out of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import PersonForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

MINIMUM_AGE = 16


class Field(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    ADDITION = "addition"
    POSTCODE = "postcode"
    PLACE = "place"
    EMAIL = "email"
    PHONE = "phone"
    FEATURE = "feature"
    NEED = "need"
    CHANNEL = "channel"
    LANGUAGE = "language"
    SKILL = "skill"
    CONSENT = "consent"
    CODE = "code"
    ANSWER = "answer"
    BORN = "born"
    IGNORE = "ignore"


IDENTIFYING = (Field.NUMBER, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.CODE)
"""Columns that tell people apart."""


@dataclass(frozen=True)
class Use:
    """What one column is used for; `feature` names the feature for `Field.FEATURE`."""

    field: Field
    feature: str = ""

    def __post_init__(self) -> None:
        if (self.field is Field.FEATURE) != bool(self.feature.strip()):
            raise InvalidInput("import_feature_name")

    @property
    def slot(self) -> str:
        """What a draft calls it: "name", or "feature:wijk"."""
        return f"{self.field}:{self.feature}" if self.feature else str(self.field)


@dataclass(frozen=True)
class Columns:
    """One use per column of the sheet, in order; only needs and ignored columns may occur twice.

    Raises:
        InvalidInput: two columns for one thing, or nothing that tells people apart.
    """

    uses: tuple[Use, ...]

    def __post_init__(self) -> None:
        many = (Field.NEED, Field.IGNORE)
        slots = Counter(use.slot.casefold() for use in self.uses if use.field not in many)
        for slot, times in slots.items():
            if times > 1:
                raise InvalidInput("import_column_twice", use=slot.partition(":")[2] or slot)
        if not any(field in slots for field in IDENTIFYING):
            raise InvalidInput("import_nobody")

    def place(self, field: Field) -> int | None:
        """The index of the column used for `field`, if there is one."""
        return next((place for place, use in enumerate(self.uses) if use.field is field), None)


@dataclass(frozen=True)
class Letter:
    """A letter with a code: who it was for, what the list says of them, and whether they replied."""

    name: str
    known: Mapping[str, str]
    answered: bool = False


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What an import is held against.

    `features` gives per feature the known values; none means that those of the file are taken over.
    `taken` are the numbers in use in the process, `known_people` the keys (`person_key`) of those in it.
    `letters` are the letters that were sent, by code; `others` tells whether somebody else may reply on one.
    """

    today: date
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    known_people: frozenset[str] = frozenset()
    minimum_age: int = MINIMUM_AGE
    letters: Mapping[str, Letter] = field(default_factory=dict)
    others: bool = True


@dataclass(frozen=True, kw_only=True)
class NewPerson(PersonForm):
    """Somebody to add: an empty number means the next free one.

    `row` is where they stood in the file; `household` is the key of the home they share (see
    `addresses.address_key`), empty when it is unknown or the organiser said that it is no household.
    `languages` and `skills` are what a table facilitator brings. With a `code` it is the reply on a letter:
    see `registration.ReplyForm` for `declines`, `other`, `replaces` and `settled`.
    """

    row: int
    household: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    code: str = ""
    declines: bool = False
    other: bool = False
    replaces: bool = False
    settled: frozenset[str] = frozenset()


def person_key(name: str, home: str, email: str = "", phone: str = "") -> str:
    """What is the same for two rows about one person; empty when that cannot be told.

    `home` is the key of the address; without it the e-mail address or the telephone number counts.
    """
    told = home or email.casefold() or "".join(mark for mark in phone if mark.isdigit())[-9:]
    who = "".join(mark for mark in name.casefold() if mark.isalnum())
    return f"{who}|{told}" if who and told else ""
