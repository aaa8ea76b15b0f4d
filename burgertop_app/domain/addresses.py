"""Dutch addresses in one spelling, so that people of one household are recognised."""

from __future__ import annotations

import re
import unicodedata

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})\b")
_HOUSE = re.compile(r"(?<![a-z0-9])(\d{1,5})(?!\d)")
_PARTS = re.compile(r"[a-z]+|\d+")
_ADDITION = re.compile(r"[\s.,/-]*(?:[a-z]{1,8}|\d{1,5})?(?:[\s.,/-]*(?:[a-z]{1,4}|\d{1,4})){0,3}[\s.,/-]*")
_FLOOR = re.compile(r"(\d)\s*(?:e|de|ste)?[\s-]*(?:hoog|verdieping|etage|verd)\b\.?")
_ORDINALS = {
    "eerste": "1",
    "tweede": "2",
    "derde": "3",
    "vierde": "4",
    "vijfde": "5",
    **{f"{count}{ending}": str(count) for count in range(1, 10) for ending in ("e", "de", "ste")},
}
_WORDS = _ORDINALS | {
    "burg": "burgemeester",
    "dr": "doctor",
    "ds": "dominee",
    "gen": "generaal",
    "ir": "ingenieur",
    "kon": "koningin",
    "mgr": "monseigneur",
    "mr": "meester",
    "pr": "prins",
    "prof": "professor",
    "st": "sint",
    "str": "straat",
    "ln": "laan",
    "wg": "weg",
    "pl": "plein",
    "pln": "plein",
}
_ENDINGS = (("str", "straat"), ("sngl", "singel"), ("pln", "plein"), ("grt", "gracht"))
_ADDITIONS = {"huis": "hs", "beg": "hs", "begane": "hs", "grond": "", "app": "", "nr": ""}
_PLACES = {"sgravenhage": "denhaag", "shertogenbosch": "denbosch"}
_LINKS = re.compile(r"\bv(?:an)?[\s.]*d(?:e[rn]?)?\b\.?")


def address_key(address: str, postcode: str = "", place: str = "") -> str:
    """One spelling of a home, the same for every way to write it; empty when it cannot be told.

    With a postcode: postcode, house number and addition. Without: street, number, addition, place.
    "Dorpsstr. 12-II" and "Dorpsstraat 12 II" are one home; "Dorpsstraat 12" is another.
    """
    line = _plain(address)
    code = _POSTCODE.search(_plain(postcode)) or _POSTCODE.search(line) or _POSTCODE.search(_plain(place))
    if code is not None and code.string == line:
        line = line[: code.start()].rstrip(" ,-")
    street, number, addition = _split(line)
    if not number:
        return ""
    home = f"{number}{'-' if addition else ''}{addition}"
    if code is not None:
        return f"{code[1]}{code[2]} {home}".upper()
    town = "".join(_PARTS.findall(_plain(place)))
    return " ".join(filter(None, (_street(street), home, _PLACES.get(town, town))))


def tidy_postcode(text: str) -> str:
    """A Dutch postcode as it is written, "1234 AB"; anything else as it came."""
    found = _POSTCODE.fullmatch(_plain(text))
    return f"{found[1]} {found[2].upper()}" if found else text


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(mark for mark in bare if not unicodedata.combining(mark)).split())


def _split(line: str) -> tuple[str, str, str]:
    line = _FLOOR.sub(r" \1 ", line)
    for found in _HOUSE.finditer(line):
        street, rest = line[: found.start()], line[found.end() :]
        if any(mark.isalpha() for mark in street) and _ADDITION.fullmatch(rest):
            return street, str(int(found[1])), _addition(rest)
    return line, "", ""


def _addition(rest: str) -> str:
    parts = [_ADDITIONS.get(part, part) for part in _PARTS.findall(rest)]
    joined = ""
    for part in filter(None, parts):
        between = "-" if joined and joined[-1].isdigit() and part.isdigit() else ""
        joined += between + part
    return "hs" if joined == "hshs" else joined


def _street(street: str) -> str:
    words = []
    for word in re.findall(r"[a-z0-9]+", _LINKS.sub("vd", street)):
        full = _WORDS.get(word, word)
        for short, ending in _ENDINGS:
            if full.endswith(short) and full != short:
                full = full.removesuffix(short) + ending
        words.append(full)
    return "".join(words)
