"""What the columns of a sheet with cards may be, and what its rows are held against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping


class CardField(StrEnum):
    """What a column of a sheet with cards holds."""

    TEXT = "text"
    NUMBER = "number"
    TABLE = "table"
    ROUND = "round"
    KIND = "kind"
    ADDRESSEE = "addressee"
    THEME = "theme"
    COUNT = "count"
    IGNORE = "ignore"


@dataclass(frozen=True)
class CardColumns:
    """One use per column, in order; one of them is the text, and only ignored ones may occur twice.

    Raises:
        InvalidInput: no text, or two columns for one thing.
    """

    uses: tuple[CardField, ...]

    def __post_init__(self) -> None:
        for use, times in Counter(self.uses).items():
            if times > 1 and use is not CardField.IGNORE:
                raise InvalidInput("import_column_twice", use=use)
        if CardField.TEXT not in self.uses:
            raise InvalidInput("import_no_text")


@dataclass(frozen=True, kw_only=True)
class CardRules:
    """The kinds and addressees of the form, by the names people see, none meaning any; numbers in use.

    `elsewhere` gives the name people see for one in another language, in small letters.
    """

    kinds: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
