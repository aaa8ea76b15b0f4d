"""Which figures of a source belong to which group: by name, by age, by sex, by schooling, by area."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Pair = tuple[str, str]
Ages = tuple[int, int | None]


class Topic(StrEnum):
    """What a figure of an area is about."""

    RESIDENTS = "residents"
    AGE = "age"
    SEX = "sex"
    SCHOOLING = "schooling"


@dataclass(frozen=True)
class Area:
    """A municipality, district or neighbourhood with its figures by topic and group; None is unknown.

    A group is "men", "women", "low", "middle", "high", or an age such as "15-24" or "65+".
    """

    name: str
    kind: str = ""
    municipality: str = ""
    figures: tuple[tuple[Topic, str, Fraction | None], ...] = ()

    def of(self, topic: Topic) -> dict[str, Fraction | None]:
        """The figures about one topic, by group."""
        return {group: figure for about, group, figure in self.figures if about is topic}


@dataclass(frozen=True)
class Figures:
    """What a source tells: figures per feature and group, or areas with key figures."""

    groups: tuple[tuple[str, str, Fraction | None], ...] = ()
    areas: tuple[Area, ...] = ()

    def around(self, municipality: str) -> tuple[Area, ...]:
        """The areas of one municipality, or all of them when the source does not name it."""
        wanted = plain(municipality)
        here = tuple(
            area for area in self.areas if wanted and wanted in (plain(area.municipality), plain(area.name))
        )
        return here or self.areas


WORDS: Mapping[Topic, Mapping[str, tuple[str, ...]]] = {
    Topic.SEX: {
        "men": ("man", "mannen", "m", "male", "men", "jongen"),
        "women": ("vrouw", "vrouwen", "v", "female", "women", "meisje"),
    },
    Topic.SCHOOLING: {
        "low": ("laag", "praktisch", "praktisch opgeleid", "laag opgeleid", "basis", "low", "vmbo"),
        "middle": ("midden", "middelbaar", "middelbaar opgeleid", "middle", "mbo", "havo vwo mbo"),
        "high": ("hoog", "theoretisch", "theoretisch opgeleid", "hoog opgeleid", "high", "hbo wo"),
    },
}
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|t/m|tot en met|to)\s*(\d{1,3})(?:\s*jaar)?")
_UNTIL = re.compile(r"(\d{1,3})\s*tot\s*(\d{1,3})(?:\s*jaar)?")
_ABOVE = re.compile(r"(\d{1,3})\s*(?:\+|jaar (?:en|of) ouder|(?:en|of) ouder|plus)")
_KIND = re.compile(r"^(?:wijk|buurt|stadsdeel|gemeente)\s*\d*\s*")


def matched(
    figures: Figures, pairs: Sequence[Pair], area: Area | None, municipality: str = ""
) -> dict[Pair, Fraction | None]:
    """The figure of each group that the source tells of; groups it does not tell of are left out.

    Ages are added up from those of the source, and only when they fill the group exactly: nothing is guessed.
    """
    found: dict[Pair, Fraction | None] = {}
    for feature, group, figure in figures.groups:
        for pair in pairs:
            same_feature = not feature or plain(feature) == plain(pair[0])
            if same_feature and plain(group) == plain(pair[1]):
                found[pair] = figure
    for area_ in figures.around(municipality):
        for pair in pairs:
            if plain(area_.name) == plain(pair[1]) and Topic.RESIDENTS in (each[0] for each in area_.figures):
                found.setdefault(pair, next(iter(area_.of(Topic.RESIDENTS).values())))
    if area is not None:
        found |= {pair: figure for pair in pairs for figure in _of_area(area, pair[1])}
    return found


def _of_area(area: Area, group: str) -> list[Fraction | None]:
    """The figure of one group in an area, in a list that is empty when there is none."""
    wanted = ages(group)
    if wanted is not None:
        return _filled(area.of(Topic.AGE), wanted)
    for topic, words in WORDS.items():
        known = area.of(topic)
        for name, said in words.items():
            if name in known and plain(group) in map(plain, said):
                return [known[name]]
    return []


def _filled(bands: Mapping[str, Fraction | None], wanted: Ages) -> list[Fraction | None]:
    """The bands that fill the wanted ages without a gap, added up; unknown when one of them is."""
    inside = sorted(
        (band, figure)
        for band, figure in ((ages(name), figure) for name, figure in bands.items())
        if band is not None and _within(band, wanted)
    )
    if not inside or inside[0][0][0] != wanted[0] or inside[-1][0][1] != wanted[1]:
        return []
    ends = [band for band, _figure in inside]
    if any(before[1] is None or before[1] + 1 != after[0] for before, after in pairwise(ends)):
        return []
    figures = [figure for _band, figure in inside]
    known = [figure for figure in figures if figure is not None]
    return [sum(known, Fraction(0)) if len(known) == len(figures) else None]


def _within(band: Ages, wanted: Ages) -> bool:
    if band[0] < wanted[0]:
        return False
    return wanted[1] is None or (band[1] is not None and band[1] <= wanted[1])


def ages(group: str) -> Ages | None:
    """The ages that a group names, the last one included: "16-29", "15 tot 25 jaar", "65+"; None for none."""
    said = " ".join(group.casefold().split())
    if found := _ABOVE.fullmatch(said):
        return int(found[1]), None
    if found := _UNTIL.fullmatch(said):
        return int(found[1]), int(found[2]) - 1
    if found := _RANGE.fullmatch(said):
        return int(found[1]), int(found[2])
    return None


def plain(text: str) -> str:
    """A name without capitals, marks and what kind of area it is."""
    return "".join(mark for mark in _KIND.sub("", text.casefold().strip()) if mark.isalnum() or mark == "+")
