"""Dutch addresses in one spelling, so that people of one household are recognised."""

from __future__ import annotations

import re
import unicodedata

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})\b")
_HOUSE = re.compile(r"(?<![a-z0-9])(\d{1,5})(?!\d)")
_PARTS = re.compile(r"[a-z]+|\d+")
_ADDITION = re.compile(r"[\s.,/-]*(?:[a-z]{1,8}|\d{1,5})?(?:[\s.,/-]*(?:[a-z]{1,4}|\d{1,4})){0,3}[\s.,/-]*")
_FILLERS = re.compile(r"\b(?:huisnummer|huisnr|nummer|nr|toevoeging|toev|huisletter)\b\.?")
_OPPOSITE = re.compile(r"\b(?:t\.\s?o\.?|t/o|to|tegenover)(?![a-z0-9])")
_FLOOR = re.compile(
    r"(?:(\d)|\b(iv|i{1,3}|een|twee|drie|vier|vijf))\s*(?:e|de|ste)?[\s-]*"
    r"(?:hoog|verdieping|etage|verd)\b\.?"
)
_FLOORS = {"een": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5"}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ORDINALS = {
    "eerste": "1",
    "tweede": "2",
    "derde": "3",
    "vierde": "4",
    "vijfde": "5",
    **{f"{count}{ending}": str(count) for count in range(1, 10) for ending in ("e", "de", "ste")},
}
_WORDS = _ORDINALS | {
    "adm": "admiraal",
    "burg": "burgemeester",
    "burgem": "burgemeester",
    "dr": "doctor",
    "ds": "dominee",
    "ged": "gedempte",
    "gen": "generaal",
    "gr": "grote",
    "ir": "ingenieur",
    "jhr": "jonkheer",
    "kl": "kleine",
    "kon": "koningin",
    "mgr": "monseigneur",
    "mr": "meester",
    "nw": "nieuwe",
    "past": "pastoor",
    "pr": "prins",
    "prof": "professor",
    "st": "sint",
    "str": "straat",
    "ln": "laan",
    "wg": "weg",
    "pl": "plein",
    "pln": "plein",
    "v": "van",
    "weth": "wethouder",
}
_ENDINGS = (
    ("str", "straat"),
    ("sngl", "singel"),
    ("pln", "plein"),
    ("pl", "plein"),
    ("grt", "gracht"),
    ("gr", "gracht"),
    ("ln", "laan"),
    ("wg", "weg"),
    ("kd", "kade"),
    ("dk", "dijk"),
)
_ADDITIONS = _ROMAN | {
    **dict.fromkeys(("huis", "beg", "begane", "bg", "parterre", "pt"), "hs"),
    **dict.fromkeys(("grond", "app", "appt", "appartement"), ""),
    **dict.fromkeys(("kamer", "kmr"), "k"),
    "rood": "rd",
    "zwart": "zw",
}
_LONG = re.compile(r"\b(?:appartement|souterrain)\b\.?")
_PLACES = {"sgravenhage": "denhaag", "shertogenbosch": "denbosch"}
_LINKS = re.compile(r"\bv(?:an)?[\s.]*d(?:e[rn]?)?\b\.?")


def address_key(address: str, postcode: str = "", place: str = "") -> str:
    """One spelling of a home, the same for every way to write it; empty when it cannot be told.

    With a postcode: postcode, house number and addition. Without: street, number, addition, place.
    "Dorpsstr. 12-II" and "Dorpsstraat 12 II" are one home; "Dorpsstraat 12" is another. A floor is the
    same in figures, in words and in Roman numerals; "t.o. 12" (opposite 12, a houseboat) is not 12.
    """
    line = _plain(address)
    given = _plain(postcode)
    code = (
        _POSTCODE.search(given)
        or _POSTCODE.fullmatch(re.sub(r"[^a-z0-9]", "", given))
        or _POSTCODE.search(line)
    )
    code = code or _POSTCODE.search(_plain(place))
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
    line = _FLOOR.sub(_floor, _FILLERS.sub(" ", line))
    opposite = "to" if _OPPOSITE.search(line) else ""
    line = _OPPOSITE.sub(" ", line)
    for found in _HOUSE.finditer(line):
        street, rest = line[: found.start()], _LONG.sub(_shorter, line[found.end() :])
        if any(mark.isalpha() for mark in street) and _ADDITION.fullmatch(rest):
            return street, str(int(found[1])), _addition(rest) + opposite
    return line, "", ""


def _floor(found: re.Match[str]) -> str:
    level = found[1] or _FLOORS.get(found[2]) or _ROMAN[found[2]]
    return f" {level} "


def _shorter(found: re.Match[str]) -> str:
    return "sous" if found[0].startswith("sou") else "app"


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
