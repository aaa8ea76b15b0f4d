"""Quotas from population figures: numbers or percentages of residents per group become places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.quota_shares import bounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.drawing import QuotaEntry

Pair = tuple[str, str]

UNKNOWN = frozenset({"", ".", "..", "x", "*", "-", "?", "onbekend", "unknown", "n.b.", "nan"})
"""What a source writes where it does not know a figure."""
HIDDEN = frozenset({-99995, -99997, -99998, -99999, -99999999})
"""Numbers with which Statistics Netherlands marks a figure as unknown, secret or out of scope."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_POINTS = Fraction(1, 2)
"""A percentage may be rounded by so many points."""


class Width(IntEnum):
    """How much room the places get around the exact share; the value is the extra room on both sides."""

    EXACT = -1
    ROUNDED = 0
    ONE = 1
    TWO = 2


class Trouble(StrEnum):
    """Why the figures of a feature cannot become places."""

    UNKNOWN = "unknown"
    NOBODY = "nobody"
    PERCENTAGES = "percentages"


@dataclass(frozen=True)
class Mirrored:
    """The groups of one feature with places after the figures; as they were when there is `trouble`.

    `total` is what the figures add up to, `unknown` the groups without one. Without any figure at all a
    feature is left as it was, and that is no trouble.
    """

    feature: str
    entries: tuple[QuotaEntry, ...]
    total: Fraction
    unknown: tuple[str, ...] = ()
    trouble: Trouble | None = None


def amount(text: str) -> Fraction | None:
    """The figure in `text`, "12.345", "12 345", "21,5" or "21,5 %"; None where the source does not know it.

    Raises:
        InvalidInput: it is no figure, or below zero.
    """
    bare = " ".join(text.casefold().split()).removesuffix("%").strip()
    if bare in UNKNOWN:
        return None
    if "%" not in text and _THOUSANDS.fullmatch(bare):
        bare = re.sub(r"\D", "", bare)
    if not _NUMBER.fullmatch(bare) or not bare.isascii():
        raise InvalidInput("population_amount", value=text)
    found = Fraction(bare.replace(",", "."))
    if found in HIDDEN:
        return None
    if found < 0:
        raise InvalidInput("population_amount", value=text)
    return found


def mirrored(
    entries: Sequence[QuotaEntry],
    amounts: Mapping[Pair, Fraction | None],
    seats: int,
    width: Width,
    *,
    percentages: bool = False,
) -> tuple[Mirrored, ...]:
    """Places for every group after its figure, feature by feature, in the order of `entries`.

    The places of each feature always add up: the minima to at most `seats`, the maxima to at least that.
    Percentages may miss 100 by their rounding.
    """
    heaps = (tuple(heap) for _feature, heap in groupby(entries, key=lambda entry: entry.feature))
    return tuple(_feature(heap, amounts, seats, width, percentages=percentages) for heap in heaps)


def places(parts: Sequence[Fraction], seats: int, width: Width) -> tuple[tuple[int, int], ...]:
    """The least and most seats per part of the population; `parts` need not add up to one, but to something.

    The exact width is the method of largest remainders: what is left after rounding down goes to the parts
    that lost most by it, the earlier one of two that are equal.
    """
    whole = sum(parts)
    wanted = [part / whole * seats for part in parts]
    floors = [each.numerator // each.denominator for each in wanted]
    if width is Width.EXACT:
        left = seats - sum(floors)
        order = sorted(range(len(parts)), key=lambda place: (floors[place] - wanted[place], place))
        lucky = frozenset(order[:left])
        return tuple((low + (place in lucky),) * 2 for place, low in enumerate(floors))
    return tuple(
        (max(0, low - width), min(seats, low + (low != each) + width))
        for low, each in zip(floors, wanted, strict=True)
    )


def pasted(text: str, groups: Sequence[Pair]) -> dict[Pair, str]:
    """What was pasted from a sheet, per group: a group and its figure on a line, or only figures in order.

    Raises:
        InvalidInput: the lines name no group, and there are not as many as groups.
    """
    lines = [re.split(r"\t|;", line.strip()) for line in text.strip().splitlines() if line.strip()]
    named = {_plain(line[-2]): line[-1].strip() for line in lines if len(line) > 1}
    found = {pair: named[_plain(pair[1])] for pair in groups if _plain(pair[1]) in named}
    if found:
        return found
    if len(lines) != len(groups):
        raise InvalidInput("population_paste", lines=len(lines), groups=len(groups))
    return {pair: line[-1].strip() for pair, line in zip(groups, lines, strict=True)}


def _feature(
    heap: tuple[QuotaEntry, ...],
    amounts: Mapping[Pair, Fraction | None],
    seats: int,
    width: Width,
    *,
    percentages: bool,
) -> Mirrored:
    found = [amounts.get((entry.feature, entry.value)) for entry in heap]
    unknown = tuple(entry.value for entry, each in zip(heap, found, strict=True) if each is None)
    known = [each for each in found if each is not None]
    total = sum(known, Fraction(0))
    as_was = Mirrored(heap[0].feature, heap, total, unknown)
    trouble = _trouble(as_was, percentages=percentages) if known else None
    if trouble is not None or not known:
        return replace(as_was, trouble=trouble)
    fresh = tuple(
        replace(
            bounded(replace(entry, low_flex=None, high_flex=None), low, high),
            share=round(float(part / total), 6),
        )
        for entry, part, (low, high) in zip(heap, known, places(known, seats, width), strict=True)
    )
    return replace(as_was, entries=fresh)


def _trouble(found: Mirrored, *, percentages: bool) -> Trouble | None:
    if found.unknown:
        return Trouble.UNKNOWN
    if not found.total:
        return Trouble.NOBODY
    off = abs(found.total - 100) > _POINTS * len(found.entries)
    return Trouble.PERCENTAGES if percentages and off else None


def _plain(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum() or mark in "+-")
