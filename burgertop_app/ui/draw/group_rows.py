"""Rows of the quota table, and what typing in one of its cells does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.quota_shares import bounded
from burgertop_app.i18n import _, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burgertop_app.domain.drawing import QuotaEntry

Pair = tuple[str, str]
LOW, HIGH, SHARE = "low", "high", "share"
NEARLY_ALL = 0.0005


@dataclass(frozen=True)
class GroupRow:
    """One group with its seats and people; with `note` the heading of a feature instead.

    `longest` is the largest supply of all, the length of a full bar; `chance` is None until calculated,
    `panel` until drawn.
    """

    entry: QuotaEntry
    supply: int = 0
    longest: int = 1
    chance: float | None = None
    panel: int | None = None
    note: str = ""

    @property
    def key(self) -> Pair:
        """What tells rows apart; a heading has no value."""
        return self.entry.feature, "" if self.note else self.entry.value

    @property
    def short(self) -> bool:
        """Whether too few people have this value."""
        return self.supply < self.entry.low

    @property
    def met(self) -> bool:
        """Whether the panel has as many as was agreed."""
        return self.panel is not None and self.entry.low <= self.panel <= self.entry.high


@dataclass(frozen=True)
class Around:
    """What stands around the quotas: people, chances, panel members per group, and the seats."""

    seats: int
    supply: Mapping[Pair, int]
    chances: Mapping[Pair, float]
    panel: Mapping[Pair, int] | None = None


def group_rows(entries: Iterable[QuotaEntry], around: Around) -> list[GroupRow]:
    """A heading per feature and a row per group, in the order of the quotas."""
    kept = list(entries)
    longest = max((around.supply.get(_pair(entry), 0) for entry in kept), default=1) or 1
    rows: list[GroupRow] = []
    for _feature, heap in groupby(kept, key=lambda entry: entry.feature):
        groups = list(heap)
        rows.append(GroupRow(groups[0], note=feature_note(groups, around.seats)))
        rows += [
            GroupRow(
                entry,
                supply=around.supply.get(_pair(entry), 0),
                longest=longest,
                chance=around.chances.get(_pair(entry)),
                panel=None if around.panel is None else around.panel.get(_pair(entry), 0),
            )
            for entry in groups
        ]
    return rows


def feature_note(groups: list[QuotaEntry], seats: int) -> str:
    """The heading of a feature: its name, and whether its seats and shares add up."""
    low, high = sum(entry.low for entry in groups), sum(entry.high for entry in groups)
    said = _("{low} to {high} places for {seats} members").format(low=low, high=high, seats=seats)
    shares = [entry.share for entry in groups if entry.share is not None]
    if len(shares) == len(groups) and abs(sum(shares) - 1) > NEARLY_ALL:
        said = _("{said} · shares add up to {total}").format(said=said, total=percent(sum(shares), 1))
    name = groups[0].feature
    return f"{name[:1].upper()}{name[1:]}\t{said}"


def typed(entry: QuotaEntry, cell: str, text: str) -> QuotaEntry:
    """The quota after typing `text` in its cell; a minimum above the maximum takes that along.

    Raises:
        InvalidInput: it is no number of seats, or no percentage from 0 to 100.
    """
    if cell == SHARE:
        return replace(entry, share=share_of(text))
    seats = _seats(entry, text)
    if cell == LOW:
        return bounded(entry, seats, max(seats, entry.high))
    return bounded(entry, min(seats, entry.low), seats)


def share_of(text: str) -> float | None:
    """The part of the population in "21", "21,5 %" or "0,4"; nothing is None.

    Raises:
        InvalidInput: it is no percentage from 0 to 100.
    """
    bare = text.replace("%", "").replace(",", ".").strip()
    if not bare:
        return None
    try:
        share = float(bare) / 100
    except ValueError:
        raise InvalidInput("quota_share", value=text) from None
    if not 0 <= share <= 1:
        raise InvalidInput("quota_share", value=text)
    return round(share, 6)


def share_words(entry: QuotaEntry) -> str:
    """The share as it stands in the table: whole percentages without decimals."""
    if entry.share is None:
        return ""
    whole = abs(entry.share * 100 - round(entry.share * 100)) < NEARLY_ALL
    return percent(entry.share, 0 if whole else 1)


def _seats(entry: QuotaEntry, text: str) -> int:
    bare = text.strip()
    if not (bare.isascii() and bare.isdecimal()):
        raise InvalidInput("quota_seats", feature=entry.feature, group=entry.value, value=text)
    return int(bare)


def _pair(entry: QuotaEntry) -> Pair:
    return entry.feature, entry.value
