"""People's own words made fit for paper: cleaned, shaped for right-to-left scripts, and escaped."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from burgertop_app.reports.pdf import fonts

if TYPE_CHECKING:
    from burgertop_app.reports.pieces import Span, Words

MISSING = "[?]"
LINK_COLOUR = "#0B5C66"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u024f\u0370-\u052f\u00b7\n]*[{_RIGHT_TO_LEFT}])*")
_JOINERS = "\u200c\u200d"
_DROPPED = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SCHEMES = frozenset({"http", "https", "mailto"})


def visible(text: str) -> str:
    """The text without control, format and unassigned characters; line ends stay, tabs become spaces."""
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join("".join(_seen(c) for c in _DROPPED.sub("", line)) for line in lines)


def shaped(text: str) -> str:
    """The text as drawn from left to right: visible, Arabic joined, right-to-left runs turned.

    Characters that the font lacks become "[?]"; `missing` tells of them beforehand.
    """
    turned = _RUN.sub(_turned, visible(text))
    return _drawable("".join(c for c in turned if c not in _JOINERS))


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


def markup(words: Words) -> str:
    """Words as reportlab markup in which nothing a person wrote can act as markup."""
    if isinstance(words, str):
        return _escaped(words)
    return "".join(_marked(span) for span in words)


def fitted(text: str, font: str, size: float, room: float) -> str:
    """One shaped line that fits in `room` points, ended with … where words had to go."""
    line = shaped(" ".join(text.split()))
    if fonts.width(line, font, size) <= room:
        return line
    while line and fonts.width(line + "…", font, size) > room:
        line = line[:-1]
    return line.rstrip() + "…"


def safe_url(url: str) -> str:
    """The address when it is one that a reader may follow, else nothing."""
    address = visible(url).strip()
    return address if urlsplit(address).scheme.lower() in _SCHEMES else ""


def _seen(character: str) -> str:
    if character in _JOINERS:
        return character
    return "" if unicodedata.category(character) in _UNSEEN else character


def _turned(run: re.Match[str]) -> str:
    turned = str(get_display(_reshaper().reshape(run[0]), base_dir="R"))
    return turned.replace(" ", "\u00a0") if len(turned) <= 40 else turned


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


def _escaped(text: str) -> str:
    return escape(shaped(text)).replace("\n", "<br/>")


def _marked(span: Span) -> str:
    inner = _escaped(span.text) + ("<br/>" if span.text.endswith("\n") else "")
    if span.mono:
        inner = f'<font name="{fonts.MONO}">{inner}</font>'
    if span.bold:
        inner = f"<b>{inner}</b>"
    address = safe_url(span.url) if span.url else ""
    if address:
        target = escape(address, {'"': "&quot;"})
        inner = f'<a href="{target}" color="{LINK_COLOUR}"><u>{inner}</u></a>'
    return inner


@cache
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper(configuration={"delete_harakat": True, "ARABIC LIGATURE ALLAH": False})
