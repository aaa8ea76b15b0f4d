"""A list from which people are invited: its columns, who stands in it, and how many letters go where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.inviting import MOST_EXPECTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.domain.requests import Keeping

USUAL_RESPONSE = 50
"""Thousandths of the invited who are expected to answer with yes, unless the organiser knows better."""


class ListField(StrEnum):
    """What a column of the list may hold."""

    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    ADDITION = "addition"
    POSTCODE = "postcode"
    PLACE = "place"
    AREA = "area"
    NAME = "name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    BORN = "born"


NAMES = (ListField.NAME, ListField.MIDDLE_NAME, ListField.LAST_NAME)


class Missing(StrEnum):
    """Why a row takes no part in the draw."""

    NO_ADDRESS = "no_address"
    NO_AREA = "no_area"
    DOUBLE = "double"
    TOO_YOUNG = "too_young"
    BORN_WRONG = "born_wrong"
    KNOWN_HOME = "known_home"


@dataclass(frozen=True)
class ListColumns:
    """The place of the column for each thing that the list has; without `AREA` the postcode's figures count.

    Raises:
        InvalidInput: nothing tells where people live, or in which area.
    """

    places: Mapping[ListField, int]

    def __post_init__(self) -> None:
        if ListField.ADDRESS not in self.places and not self.by_number:
            raise InvalidInput("list_no_address")
        if ListField.AREA not in self.places and ListField.POSTCODE not in self.places:
            raise InvalidInput("list_no_area")
        twice = [place for place, times in Counter(self.places.values()).items() if times > 1]
        if twice:
            raise InvalidInput("list_column_twice")

    @property
    def by_number(self) -> bool:
        """Whether postcode and house number tell the home, without a street."""
        return ListField.POSTCODE in self.places and ListField.HOUSE_NUMBER in self.places

    @property
    def named(self) -> bool:
        """Whether the list has people, and not only addresses."""
        return any(name in self.places for name in NAMES)


@dataclass(frozen=True, kw_only=True)
class ListRules:
    """What a list is held against: the youngest who may take part, and the homes that are in the process."""

    today: date
    minimum_age: int
    homes: frozenset[str] = frozenset()


class ListEntry(NamedTuple):
    """One row that may be drawn; `home` is the key of the address, `who` tells people in it apart."""

    row: int
    home: str
    area: str
    who: str
    name: str
    address: str
    postcode: str
    place: str
    born: str


class AreaSize(NamedTuple):
    """How much of the list lies in one area."""

    name: str
    people: int
    homes: int


@dataclass(frozen=True)
class AddressList:
    """Everybody of a list who may be drawn, and the rows that may not, by reason."""

    file: str
    file_sha256: str
    rows: int
    named: bool
    entries: tuple[ListEntry, ...]
    left_out: Mapping[Missing, tuple[int, ...]] = field(default_factory=dict)

    @property
    def areas(self) -> tuple[AreaSize, ...]:
        """The areas by name."""
        people = Counter(entry.area for entry in self.entries)
        homes = Counter({entry.home: entry.area for entry in self.entries}.values())
        return tuple(AreaSize(name, people[name], homes[name]) for name in sorted(people))


@dataclass(frozen=True)
class AreaPlan:
    """One area on the list, with the thousandths of the invited who are expected to answer with yes."""

    name: str
    people: int
    homes: int
    expected: int = USUAL_RESPONSE

    def __post_init__(self) -> None:
        if not 1 <= self.expected <= MOST_EXPECTED:
            raise InvalidInput("invite_expected", area=self.name)


@dataclass(frozen=True)
class DrawnLetters:
    """Who gets a letter, by area in the order of the draw, and what the draw can be done again from (hex)."""

    letters: Mapping[str, int]
    entries: tuple[ListEntry, ...]
    list_sha256: str
    seed_sha256: str


@dataclass(frozen=True, kw_only=True)
class InviteRequest:
    """Invitations to make out of what was drawn; `area_feature` is the feature that the area is, or ""."""

    listed: AddressList
    plan: tuple[AreaPlan, ...]
    drawn: DrawnLetters
    keeping: Keeping
    area_feature: str = ""
