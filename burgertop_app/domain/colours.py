"""Colours and how well they can be read: contrast as the web guidelines count it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 4.5
"""What words of ordinary size need on their ground (success criterion 1.4.3, level AA)."""
_SIX = re.compile(r"#?([0-9a-fA-F]{6})")
_THREE = re.compile(r"#?([0-9a-fA-F]{3})")
_NUMBERS = re.compile(r"(?:rgb\s*\(\s*)?(\d{1,3})[\s,;/]+(\d{1,3})[\s,;/]+(\d{1,3})\s*\)?", re.IGNORECASE)
_STEPS = 510


@dataclass(frozen=True)
class Colour:
    """Red, green and blue, each from 0 to 255."""

    red: int
    green: int
    blue: int

    def __post_init__(self) -> None:
        if not all(0 <= part <= 255 for part in self.parts):
            raise InvalidInput("colour_unknown", colour=" ".join(map(str, self.parts)))

    @property
    def parts(self) -> tuple[int, int, int]:
        """Red, green and blue."""
        return self.red, self.green, self.blue

    def hex(self) -> str:
        """As it is written in a style sheet: "#0B5C66"."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    def luminance(self) -> float:
        """Relative luminance, from 0 (black) to 1 (white).

        Source: W3C, Web Content Accessibility Guidelines 2.2, definition of relative luminance (with the
        limit 0.04045 that it has since May 2021).
        """
        red, green, blue = (_linear(part / 255) for part in self.parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: Colour, share: float) -> Colour:
        """This colour with `share` (0 to 1) of the other in it."""
        return Colour(
            *(round(own + (far - own) * share) for own, far in zip(self.parts, other.parts, strict=True))
        )


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


def parse(text: str) -> Colour:
    """The colour that somebody typed: "#0B5C66", "0b5c66", "#06c" or "11, 92, 102".

    Raises:
        InvalidInput: it is none of these.
    """
    said = text.strip()
    if found := _SIX.fullmatch(said):
        six = found[1]
    elif found := _THREE.fullmatch(said):
        six = "".join(letter * 2 for letter in found[1])
    elif found := _NUMBERS.fullmatch(said):
        parts = [int(part) for part in found.groups()]
        if max(parts) > 255:
            raise InvalidInput("colour_unknown", colour=said[:40])
        return Colour(*parts)
    else:
        raise InvalidInput("colour_unknown", colour=said[:40])
    return Colour(int(six[:2], 16), int(six[2:4], 16), int(six[4:], 16))


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ in lightness, from 1 to 21; it does not matter which is the ground.

    So one figure tells about coloured words on white paper and about white words on a coloured band.

    Source: W3C, Web Content Accessibility Guidelines 2.2, definition of contrast ratio.
    """
    dark, light = sorted((one.luminance(), other.luminance()))
    return (light + 0.05) / (dark + 0.05)


def shown(ratio: float) -> float:
    """A contrast with one decimal, rounded down: what is shown as 4.5 is enough."""
    return floor(ratio * 10 + 1e-9) / 10


def readable(colour: Colour, grounds: Iterable[Colour] = (WHITE,)) -> bool:
    """Whether words in this colour can be read on each of the grounds."""
    return all(contrast(colour, ground) >= LEAST for ground in grounds)


def darker(colour: Colour, grounds: Iterable[Colour] = (WHITE,)) -> Colour:
    """The nearest darker colour of the same hue that can be read on these light grounds; itself if it can."""
    return _nearest(colour, BLACK, tuple(grounds))


def lighter(colour: Colour, grounds: Iterable[Colour]) -> Colour:
    """The nearest lighter colour that can be read on these dark grounds; itself if it can."""
    return _nearest(colour, WHITE, tuple(grounds))


def _nearest(colour: Colour, towards: Colour, grounds: tuple[Colour, ...]) -> Colour:
    tries = (colour.mixed(towards, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in tries if readable(each, grounds)), towards)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
