"""Guessing which known value was meant: by spelling, by synonym, by age or by date of birth."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SYNONYMS = """
praktisch praktischopgeleid praktischgeschoold laag laagopgeleid lageropgeleid vmbo mavo lbo lts mulo ulo
    huishoudschool basisonderwijs basisschool lagereschool mbo1 mbo2 geenopleiding geen low lower practical
middelbaar middelbaaropgeleid midden middel mbo mbo3 mbo4 mts meao havo vwo hbs gymnasium atheneum
    middle medium secondary vocational
theoretisch theoretischopgeleid theoretischgeschoold hoog hoogopgeleid hogeropgeleid hbo wo hts heao pabo
    universiteit universitair hogeschool bachelor master phd gepromoveerd high higher university academic
vrouw v f vrouwelijk mevrouw mevr mw female woman
man m mannelijk meneer heer dhr male
anders x nonbinair nonbinary genderneutraal divers overig overige other genderqueer
ja j yes y true waar 1 x
nee n no false onwaar 0 geen
huur huurwoning rent : huurder huurt sociaal socialehuur socialehuurwoning corporatie huurcorporatie
    particulierehuur renter tenant
huurcorporatie socialehuur socialehuurwoning sociaal corporatie corporatiewoning woningcorporatie
huurparticulier particulierehuur particulier vrijesector vrijesectorhuur
koop koopwoning eigenwoning eigendom eigenaar huiseigenaar owner owned
nederland nl nederlands nederlandse dutch netherlands geenmigratieachtergrond
buiteneuropa nieteuropa nieteuropees nietwesters nietwesterse outsideeurope
europa eu europees europese westers westerse europe
"""
"""A group a line (indented lines go on); a known value may be any word, or any before the colon."""

_LEVEL = re.compile(r"niveau|niv(?=\d)|level")
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|t/?m|tot(?: en met)?|to|\s)\s*(\d{1,3})(?:\s*(?:jaar|years?))?")
_FROM = re.compile(
    r"(\d{1,3})\s*(?:\+|plus|e[nv] ouder|jaar en ouder|and older|en hoger)|(?:>=|vanaf)\s*(\d{1,3})"
)
_UNTIL = re.compile(r"(?:tot en met|t/?m|<=)\s*(\d{1,3})|(?:<|onder|tot|jonger dan|under)\s*(\d{1,3})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")
OLDEST = 115


@dataclass(frozen=True)
class AgeGroup:
    """A known value that is a range of ages, in whole years, both ends in it."""

    name: str
    low: int
    high: int


def flat(text: str) -> str:
    """Letters and digits alone, small, without accents: what is left when spelling is forgiven."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in bare if mark.isalnum())


def likely(text: str, known: Sequence[str]) -> str | None:
    """The one known value that `text` most likely means, or None when none or several could be meant."""
    meant = _LEVEL.sub("", flat(text))
    if not meant:
        return None
    plain = {name: flat(name) for name in known}
    for found in (
        [name for name in known if plain[name] == meant],
        [name for name in known if any(plain[name] in may and meant in text for may, text in _groups())],
        _nearest(meant, plain),
        [name for name in known if _words(name) and _words(name) < _words(text)],
    ):
        if len(found) == 1:
            return found[0]
    return None


def age_groups(known: Iterable[str]) -> tuple[AgeGroup, ...]:
    """The ranges of ages among `known` values, such as "16-29", "65+" or "onder 18"."""
    found = (_age_group(name) for name in known)
    return tuple(group for group in found if group is not None)


def group_of(age: int, groups: Iterable[AgeGroup]) -> str | None:
    """The name of the first group that `age` falls in."""
    return next((group.name for group in groups if group.low <= age <= group.high), None)


def day_of(text: str, today: date) -> date | None:
    """The day that `text` writes in figures, Dutch or ISO order.

    A year of two digits is the last one before `today`.

    Raises:
        ValueError: it has the form of a date, but there is no such day, or it has yet to come.
    """
    found = _YEAR_FIRST.fullmatch(text)
    if found is not None:
        year, month, number = map(int, found.groups())
    else:
        found = _DAY_FIRST.fullmatch(text)
        if found is None:
            return None
        number, month, year = map(int, found.groups())
        if len(found[3]) < len("2000"):
            year += today.year // 100 * 100
            year -= 100 if year > today.year else 0
    day = date(year, month, number)
    if day > today:
        raise ValueError(text)
    return day


def age_on(today: date, born: date) -> int:
    """Whole years from `born` to `today`."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour.

    Source: optimal string alignment, a restriction of Damerau, Communications of the ACM 7(3), 1964.
    """
    before: list[int] = []
    line = list(range(len(other) + 1))
    for row, mark in enumerate(one, 1):
        last, before, line = before, line, [row]
        for column, against in enumerate(other, 1):
            cost = min(before[column] + 1, line[-1] + 1, before[column - 1] + (mark != against))
            if row > 1 < column and mark == other[column - 2] and against == one[row - 2]:
                cost = min(cost, last[column - 2] + 1)
            line.append(cost)
    return line[-1]


@cache
def _groups() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    lines = SYNONYMS.replace("\n    ", " ").split("\n")
    return tuple(
        (frozenset(line.partition(":")[0].split()), frozenset(line.replace(":", " ").split()))
        for line in lines
    )


def _nearest(meant: str, plain: dict[str, str]) -> list[str]:
    if any(mark.isdigit() for mark in meant) or len(meant) < 4:
        return []
    allowed = 1 if len(meant) < 7 else 2
    close = {
        name: gap
        for name, text in plain.items()
        if abs(len(text) - len(meant)) <= allowed and (gap := distance(meant, text)) <= allowed
    }
    best = min(close.values(), default=0)
    return [name for name, gap in close.items() if gap == best]


def _words(text: str) -> set[str]:
    return {flat(word) for word in re.findall(r"\w{3,}", text)}


def _age_group(name: str) -> AgeGroup | None:
    text = " ".join(name.casefold().split())
    found = _RANGE.fullmatch(text)
    if found is not None:
        low, high = int(found[1]), int(found[2])
        return AgeGroup(name, low, high) if low <= high else None
    found = _FROM.fullmatch(text)
    if found is not None:
        return AgeGroup(name, int(found[1] or found[2]), 999)
    found = _UNTIL.fullmatch(text.removesuffix(" jaar"))
    if found is not None:
        return AgeGroup(name, 0, int(found[1]) if found[1] else int(found[2]) - 1)
    return None
