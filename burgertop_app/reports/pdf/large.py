"""Names and numbers to be read from afar: set as large as fits, broken at the best places, never cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable
from typing_extensions import override

from burgertop_app.reports.pdf import drawing, fonts, text
from burgertop_app.reports.pdf.style import TEXT, colour

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.structure import Element
    from burgertop_app.reports.pieces import Large

_LEADING, _FIGURES = 1.2, 0.92
"""From line to line, in letters: figures have nothing below their line."""
_BELOW = 0.26
_LEAST = 9.0
"""Smaller than this nothing is set; words that are longer than a line are broken then."""
_ENOUGH = 0.6
"""What holds together, as a double name does, is broken when the letters would be smaller than this part."""
_HALVINGS = 16
_SPACE = 0.35
"""The width of a space in letters of one point."""
_LONGEST = 400
_HOLDING = re.compile("\\S-\\S|\u00a0")
_BREAKS = re.compile(r"[ \n]+")
_PARTS = re.compile(r"\S+?-(?=\S)|\S+")


@dataclass(frozen=True)
class Part:
    """A part of a line that stays whole, its width in letters of one point; `glued`: no space before it."""

    said: str
    wide: float
    glued: bool = False


@dataclass(frozen=True)
class Setting:
    """Lines in the order of reading, each with the space that ends it, and the size of their letters."""

    lines: tuple[str, ...]
    size: float


def setting(said: str, room: float, most: float, lines: int) -> Setting:
    """How a text is set in `room` points of width, over at most `lines` lines as far as that can be."""
    words = _BREAKS.split(text.visible(said).strip())
    if not words[0] or room <= 0:
        return Setting((), most)
    whole = _best([Part(word, _wide(word)) for word in words], room, most, lines)
    parted = _best(_parted(words), room, most, lines) if _HOLDING.search(said) else whole
    found = whole if whole.size >= _ENOUGH * most else parted
    return found if found.size >= _LEAST else _broken(words, room)


def _parted(words: list[str]) -> list[Part]:
    """Words with a break allowed at each space that held them together, and after each hyphen."""
    found = (
        (place, part)
        for word in words
        for held in word.split()
        for place, part in enumerate(_PARTS.findall(held))
    )
    return [Part(part, _wide(part), glued=place > 0) for place, part in found]


def _best(parts: list[Part], room: float, most: float, lines: int) -> Setting:
    """The fewest lines that allow the largest letters, each about as long as the others."""
    found = Setting((), 0.0)
    for count in range(1, lines + 1):
        tried = _laid(parts, count)
        size = min(most, room / max(*map(_wide, tried), 0.001))
        if size > found.size * 1.02:
            found = Setting(tuple(tried), size)
    return found


def _laid(parts: list[Part], count: int) -> list[str]:
    """The parts over at most `count` lines, the longest of which is as short as can be."""
    low, high = max(part.wide for part in parts), sum(part.wide + _SPACE for part in parts)
    best = _filled(parts, high)
    for _halving in range(_HALVINGS if count > 1 else 0):
        middle = (low + high) / 2
        tried = _filled(parts, middle)
        if len(tried) <= count:
            best, high = tried, middle
        else:
            low = middle
    return best


def _filled(parts: list[Part], limit: float) -> list[str]:
    """Lines of parts, none wider than `limit` where that can be."""
    lines: list[str] = []
    line, wide = "", 0.0
    for part in parts:
        space, gap = ("", 0.0) if part.glued or not line else (" ", _SPACE)
        if line and wide + gap + part.wide > limit + 1e-9:
            lines.append(f"{line}{space}")
            line, wide = part.said, part.wide
        else:
            line, wide = f"{line}{space}{part.said}", wide + gap + part.wide
    return [*lines, line]


def _broken(words: list[str], room: float) -> Setting:
    """Small lines, as many as needed, with words that are longer than a line cut in pieces."""
    limit = room / _LEAST
    parts: list[Part] = []
    for word in words:
        rest, glued = word, False
        while rest:
            kept = max(text.most(rest[:_LONGEST], lambda start: _wide(start) <= limit), 1)
            parts.append(Part(rest[:kept], _wide(rest[:kept]), glued))
            rest, glued = rest[kept:], True
    return Setting(tuple(_filled(parts, limit)), _LEAST)


def _shown(line: str) -> tuple[str, str]:
    """A line as drawn from left to right, and the font that has its letters."""
    line = line.rstrip()
    drawn = text.shaped_line(line) if text.right_to_left(line) else text.shaped(line, fonts.BOLD)
    return drawn, fonts.BOLD if fonts.letters(fonts.BOLD).issuperset(drawn) else fonts.REGULAR


def _wide(line: str) -> float:
    """The width of a line in letters of one point."""
    return fonts.width(*_shown(line), 1.0)


class LargeDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Large words, content of an element; drawn again, as on a half of a sign, they are decoration."""

    def __init__(self, piece: Large, element: Element) -> None:
        super().__init__()
        self.piece, self.element = piece, element
        self.spaceBefore, self.spaceAfter = 0, 3
        self._told = False
        self._room = -1.0

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as its lines."""
        if room != self._room:
            self.set = setting(self.piece.text, room, self.piece.most, self.piece.lines)
            self._room = room
        self.figures = self.piece.text.strip().isdecimal()
        self.line = self.set.size * (_FIGURES if self.figures else _LEADING)
        self.width, self.height = room, len(self.set.lines) * self.line
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the lines, the upper one first."""
        if self._told:
            with self.canv.decoration():
                self._lines()
            return
        self._told = True
        with self.canv.telling(self.element, drawing.differs(self.piece.text)):
            self._lines()

    def _lines(self) -> None:
        size = self.set.size
        self.canv.setFillColor(colour(self.canv.inks.accent) if self.piece.accent else TEXT)
        for place, line in enumerate(self.set.lines, 1):
            drawn, font = _shown(line)
            end = " " if line.endswith(" ") else ""
            left = (self.width - fonts.width(drawn, font, size)) / 2 if self.piece.centred else 0.0
            self.canv.setFont(font, size)
            below = (0.1 if self.figures else _BELOW) * size
            self.canv.drawString(left, self.height - place * self.line + below, f"{drawn}{end}")
