"""People's own words made fit for paper: cleaned, and shaped for right-to-left scripts."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from burgertop_app.reports.pdf import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MISSING = "[?]"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u024f\u0370-\u052f\u00b7\n]*[{_RIGHT_TO_LEFT}])*")
_JOINERS = "\u200c\u200d"
_JOINED = frozenset(_JOINERS)
_DROPPED = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_UNBROKEN = 40
_HARD = "\u00a0"
_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True)
class Stretch:
    """A part of a line as drawn from left to right; `said` is what it stands for when that differs.

    `backward` says that it reads from right to left, so that it is drawn mirrored.
    """

    drawn: str
    font: str
    said: str = ""
    backward: bool = False


def visible(text: str) -> str:
    """The text without control, format and unassigned characters; line ends stay, tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join(map(_visible_line, lines))


def shaped(text: str, font: str = fonts.REGULAR) -> str:
    """The text as drawn from left to right: visible, Arabic joined, right-to-left runs turned.

    Characters that the fonts lack become "[?]"; `missing` tells of them beforehand.
    """
    return "".join(stretch.drawn for stretch in stretches(text, font))


def stretches(text: str, font: str) -> list[Stretch]:
    """The text in parts, each in a font that can draw it and with what it says when drawn otherwise."""
    seen = visible(text)
    simple = _JOINED.isdisjoint(seen) and fonts.letters(font).issuperset(seen)
    if simple and not _RUN.search(seen):
        return [Stretch(seen, font)] if seen else []
    found: list[Stretch] = []
    end = 0
    for run in _RUN.finditer(seen):
        found += _plain(seen[end : run.start()], font)
        found.append(_backward(run[0], font))
        end = run.end()
    return [*found, *_plain(seen[end:], font)]


def right_to_left(text: str) -> bool:
    """Whether the text as a whole reads from right to left, so that its lines must too."""
    strong = [unicodedata.bidirectional(c) for c in text]
    backward = sum(kind in ("R", "AL") for kind in strong)
    return backward > strong.count("L")


def shaped_line(text: str) -> str:
    """One line of a text that reads from right to left, as drawn from left to right."""
    joined = _reshaper().reshape(visible(text))
    return _drawable("".join(c for c in str(get_display(joined, base_dir="R")) if c not in _JOINERS))


def missing(text: str) -> str:
    """The characters, each once and in order, for which no glyph would be printed."""
    lacking = (c for c in visible(text) if c not in _JOINERS + "\n" and not _known(c))
    return "".join(dict.fromkeys(lacking))


def fitted(text: str, font: str, size: float, room: float) -> str:
    """One shaped line that fits in `room` points, ended with … where words had to go."""
    words = " ".join(text.split())
    line = shaped(words[: _longest(room, size)], font)
    if fonts.width(line, font, size) <= room and len(words) <= _longest(room, size):
        return line
    kept = most(line, lambda part: fonts.width(part + "…", font, size) <= room)
    return line[:kept].rstrip() + "…"


def most(text: str, fits: Callable[[str], bool]) -> int:
    """How many characters from the start fit, found by halving."""
    return bisect_right(range(1, len(text) + 1), 0, key=lambda length: 0 if fits(text[:length]) else 1)


def safe_url(url: str) -> str:
    """The address when it is one that a reader may follow, else nothing."""
    address = "".join(visible(url).split())
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in _SCHEMES else ""


def _visible_line(line: str) -> str:
    kept = _DROPPED.sub("", line)
    return kept if kept.isprintable() else "".join(_seen(c) for c in kept)


def _seen(character: str) -> str:
    if character in _JOINERS:
        return character
    return "" if unicodedata.category(character) in _UNSEEN else character


def _longest(room: float, size: float) -> int:
    """More characters than ever fit in the room, so that a book is not measured for one line."""
    return int(room / size * 8) + 8


def _backward(run: str, font: str) -> Stretch:
    """A run that reads from right to left, kept on one line when it is short."""
    drawn = shaped_line(run)
    chosen = font if fonts.letters(font).issuperset(drawn) else fonts.REGULAR
    return Stretch(
        drawn.replace(" ", _HARD) if len(drawn) <= _UNBROKEN else drawn, chosen, run, backward=True
    )


def _plain(part: str, font: str) -> Iterator[Stretch]:
    """A part that reads from left to right, cut where the font or what is drawn changes."""
    for kind, drawn, said in _grouped((*_one(c, font), c) for c in part if c not in _JOINERS):
        yield Stretch(drawn, kind, said if said != drawn else "")


def _one(character: str, font: str) -> tuple[str, str]:
    """The font that draws a character, and what is drawn."""
    if fonts.has(character, font):
        return font, character
    return fonts.REGULAR, _drawable(character)


def _grouped(letters: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Letters of one font after each other together, those drawn as they are apart from others."""
    font, drawn, said = "", "", ""
    for kind, shape, letter in letters:
        if drawn and (kind != font or (shape == letter) != (drawn == said)):
            yield font, drawn, said
            drawn = said = ""
        font, said = kind, said + letter
        drawn += "" if shape == MISSING and drawn.endswith(MISSING) else shape
    if drawn:
        yield font, drawn, said


def _drawable(text: str) -> str:
    drawn: list[str] = []
    for character in text:
        if character == "\n" or fonts.has(character):
            drawn.append(character)
        elif all(fonts.has(c) for c in unicodedata.normalize("NFKC", character)):
            drawn.append(unicodedata.normalize("NFKC", character))
        elif not drawn or drawn[-1] != MISSING:
            drawn.append(MISSING)
    return "".join(drawn)


def _known(character: str) -> bool:
    return fonts.has(character) or all(fonts.has(c) for c in unicodedata.normalize("NFKC", character))


@cache
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper(configuration={"delete_harakat": True, "ARABIC LIGATURE ALLAH": False})
