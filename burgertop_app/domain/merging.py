"""Small numbers: which values of a feature are published together, so that nobody can be found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.views import GroupShare

LEAST_IN_POOL = 5
LEAST_IN_PANEL = 3
JOIN = " / "


Merging = Mapping[str, tuple[tuple[str, ...], ...]]
"""Per feature the values that are published together, in the order of the quotas."""


def published(groups: Sequence[GroupShare], kept: Merging | None = None) -> tuple[GroupShare, ...]:
    """The groups as they may be published: per feature, neighbours merged until none is small.

    A feature that ends in one group is left out; `kept` is as in `merged`.
    """
    found = {(group.feature, group.value): group for group in groups}
    return tuple(
        reduce(_sum, [found[feature, value] for value in heap])
        for feature, heaps in merged(groups, kept).items()
        if len(heaps) > 1
        for heap in heaps
    )


def merged(groups: Sequence[GroupShare], kept: Merging | None = None) -> Merging:
    """Which values are published together.

    A value is small with fewer than 5 people in the pool or a quota below 3 seats. It joins the smaller of
    its neighbours in the order of the quotas. What is merged follows from pool and quotas alone, so it is the
    same at every stage and in every document. `kept` is the merging that was fixed earlier, for example at
    the draw. A feature whose values are others than then is left out: two mergings beside each other tell
    what each of them hides.
    """
    values: dict[str, list[str]] = {}
    for group in groups:
        values.setdefault(group.feature, []).append(group.value)
    fixed = kept or {}
    changed = {
        feature
        for feature, heaps in fixed.items()
        if values.get(feature) != [value for heap in heaps for value in heap]
    }
    found = {**merging_of(groups), **fixed}
    return {feature: found[feature] for feature in values if feature not in changed}


def merging_of(groups: Sequence[GroupShare]) -> Merging:
    """Which values are published together, by the rule of `merged`."""
    features = dict.fromkeys(group.feature for group in groups)
    return {feature: _heaps([group for group in groups if group.feature == feature]) for feature in features}


def _heaps(groups: list[GroupShare]) -> tuple[tuple[str, ...], ...]:
    heaps: list[tuple[str, ...]] = [(group.value,) for group in groups]
    while len(groups) > 1 and any(map(_small, groups)):
        at = min((i for i, group in enumerate(groups) if _small(group)), key=lambda i: groups[i].pool_count)
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(groups)]
        other = min(beside, key=lambda i: groups[i].pool_count)
        first, second = sorted((at, other))
        groups[first : second + 1] = [_sum(groups[first], groups[second])]
        heaps[first : second + 1] = [heaps[first] + heaps[second]]
    return tuple(heaps)


def _small(group: GroupShare) -> bool:
    return group.pool_count < LEAST_IN_POOL or group.low < LEAST_IN_PANEL


def _sum(one: GroupShare, other: GroupShare) -> GroupShare:
    return replace(
        one,
        value=one.value + JOIN + other.value,
        population=_plus(one.population, other.population),
        pool=one.pool + other.pool,
        panel=_plus(one.panel, other.panel),
        present=_plus(one.present, other.present),
        pool_count=one.pool_count + other.pool_count,
        panel_count=one.panel_count + other.panel_count,
        present_count=one.present_count + other.present_count,
        low=one.low + other.low,
    )


def _plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other
