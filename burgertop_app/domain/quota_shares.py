"""Quotas from population shares and from what people declared, and which groups are scarce."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from burgertop_app.domain.drawing import QuotaEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from burgertop_app.domain.preflight import Supply

EXACT = 10**9
"""Shares count to nine decimals, so that 0.3 of 30 is nine and not a little more."""

SCARCE = 4
"""A group with fewer people than this many per needed seat leaves little choice for a replacement."""


def seats_for(share: float, seats: int, whole: int = EXACT) -> tuple[int, int]:
    """The least and most seats that mirror `share` (0..1): `seats`·share rounded down and up.

    `whole` is what all shares of the feature add up to, in billionths.
    """
    wanted = Fraction(round(share * EXACT), whole) * seats
    low = wanted.numerator // wanted.denominator
    return low, low if wanted == low else low + 1


def from_shares(entries: Iterable[QuotaEntry], seats: int) -> tuple[QuotaEntry, ...]:
    """The entries with minimum and maximum from their share; those without a share stay as they are.

    When every group of a feature has a share they count as parts of their sum, so that the places of the
    feature add up even when the shares do not.
    """
    kept = tuple(entries)
    wholes: dict[str, int | None] = {}
    for entry in kept:
        before = wholes.get(entry.feature, 0)
        part = None if entry.share is None else round(entry.share * EXACT)
        wholes[entry.feature] = None if before is None or part is None else before + part
    return tuple(_mirrored(entry, seats, wholes[entry.feature] or EXACT) for entry in kept)


def bounded(entry: QuotaEntry, low: int, high: int) -> QuotaEntry:
    """The entry with another minimum and maximum; room for relaxation that no longer fits is left out."""
    return replace(
        entry,
        low=low,
        high=high,
        low_flex=entry.low_flex if entry.low_flex is None or entry.low_flex <= low else None,
        high_flex=entry.high_flex if entry.high_flex is None or entry.high_flex >= high else None,
    )


def from_declared(declared: Mapping[str, Sequence[str]], seats: int) -> tuple[QuotaEntry, ...]:
    """For every declared value a quota that asks nothing yet: from 0 to all `seats`."""
    return tuple(
        QuotaEntry(feature=feature, value=value, low=0, high=seats)
        for feature, values in declared.items()
        for value in values
    )


def scarce(supplies: Iterable[Supply]) -> tuple[Supply, ...]:
    """The groups that can fill their seats but leave little choice, the scarcest first."""
    found = [
        supply for supply in supplies if 0 < supply.quota.low <= supply.people < SCARCE * supply.quota.low
    ]
    return tuple(sorted(found, key=lambda supply: supply.people / supply.quota.low))


def _mirrored(entry: QuotaEntry, seats: int, whole: int) -> QuotaEntry:
    if entry.share is None:
        return entry
    low, high = seats_for(entry.share, seats, whole)
    return bounded(replace(entry, low_flex=None, high_flex=None), low, high)
