"""The organiser's own look: a logo with words for who cannot see it, and one colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.colours import LEAST, WHITE, contrast, darker, parse, readable, shown
from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.text_access import is_file_name

if TYPE_CHECKING:
    from uuid import UUID

LONGEST = 1200
"""Pixels on the long side of a logo: 300 to the inch where it is largest on paper."""
NARROWEST = 10
"""How many times a logo may be as long as it is wide, or the other way round."""
COARSE = 240
"""A logo with fewer pixels on its long side becomes coarse on paper."""
LONGEST_WORDS = 250


@dataclass(frozen=True, kw_only=True)
class HouseStyle(Entity):
    """The look of the documents of a process; what is empty stays as the program has it.

    `accent` is a colour as "#0B5C66"; `attachment_id` is the logo and `alt` says what it shows.
    """

    process_id: UUID
    accent: str = ""
    attachment_id: UUID | None = None
    alt: str = ""

    def __post_init__(self) -> None:
        if self.accent:
            checked_accent(self.accent)
        if self.attachment_id is not None:
            checked_alt(self.alt)


@dataclass(frozen=True)
class Look:
    """How a document looks: an accent ("#0B5C66"; empty: the program's own) and a logo (PNG or JPEG)."""

    accent: str = ""
    logo: bytes = b""
    alt: str = ""

    def __post_init__(self) -> None:
        if self.accent:
            parse(self.accent)


HOUSE = Look()
"""The look of a process that chose nothing."""


def checked_accent(text: str) -> str:
    """The colour as it is kept, "#0B5C66".

    Raises:
        InvalidInput: it is no colour, or its contrast with white is too small; then the error has the
            contrast and the nearest darker colour that will do.
    """
    colour = parse(text)
    if not readable(colour):
        raise InvalidInput(
            "accent_contrast",
            colour=colour.hex(),
            ratio=shown(contrast(colour, WHITE)),
            least=LEAST,
            better=darker(colour).hex(),
        )
    return colour.hex()


def checked_alt(text: str) -> str:
    """What a logo shows, in words on one line.

    Raises:
        InvalidInput: it is empty, the name of a file, or longer than anybody listens to.
    """
    said = " ".join(text.split())
    if not said:
        raise InvalidInput("logo_alt_empty")
    if is_file_name(said):
        raise InvalidInput("picture_alt_file_name")
    if len(said) > LONGEST_WORDS:
        raise InvalidInput("logo_alt_long", most=LONGEST_WORDS)
    return said


def refuse_narrow(wide: int, high: int, name: str) -> None:
    """Refuse a logo so long and narrow that nothing of it can be seen on paper.

    Raises:
        InvalidInput: it is more than ten times as wide as it is high, or the other way round.
    """
    if max(wide, high) > NARROWEST * min(wide, high):
        raise InvalidInput("logo_narrow", file=name, wide=wide, high=high, most=NARROWEST)
