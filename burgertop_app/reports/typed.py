"""What people typed, made fit for web pages, Word and Markdown: what does harm goes, the rest stays."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = ":/?#@!$&'()*+,;=%-._~"


def cleaned(text: str) -> str:
    """The text without control and format characters and what is no character at all; line ends stay."""
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join("".join(filter(_kept, line)) for line in lines)


def one_line(text: str) -> str:
    """The cleaned text on one line, for a title or a file's properties."""
    return " ".join(cleaned(text).split())


def backward(text: str) -> bool:
    """Whether there is writing in it that reads from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def followable(url: str) -> str:
    """The address when a reader may follow it (a website or mail), written as addresses are; else nothing."""
    address = cleaned(url).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme in ("http", "https"):
        fit = _HOST.fullmatch(parts.netloc) is not None
    else:
        fit = scheme == "mailto" and _MAIL.fullmatch(parts.path) is not None
    if not fit:
        return ""
    before, mark, after = _LOOSE_PERCENT.sub("%25", address).partition("#")
    return quote(before, safe=_KEPT) + (f"#{quote(after, safe=_KEPT.replace('#', ''))}" if mark else "")


def _kept(character: str) -> bool:
    code = ord(character)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return False
    return character in _JOINERS or unicodedata.category(character) not in _UNSEEN
