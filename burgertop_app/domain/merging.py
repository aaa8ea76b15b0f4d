"""Small numbers: which values of a feature are published together, so that nobody can be found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.views import GroupShare

LEAST_IN_POOL = 5
LEAST_IN_PANEL = 3
JOIN = " / "


def published(groups: Sequence[GroupShare]) -> tuple[GroupShare, ...]:
    """The groups as they may be published: per feature, neighbours merged until none is small.

    A value is small with fewer than 5 people in the pool or a quota below 3 seats. It joins the smaller of
    its neighbours in the order of the quotas. A feature that ends in one group is left out. What is merged
    follows from pool and quotas alone, so it is the same at every stage and in every document.
    """
    features = dict.fromkeys(group.feature for group in groups)
    merged = [_merged([group for group in groups if group.feature == feature]) for feature in features]
    return tuple(group for heap in merged if len(heap) > 1 for group in heap)


def _merged(groups: list[GroupShare]) -> list[GroupShare]:
    while len(groups) > 1 and any(map(_small, groups)):
        at = min((i for i, group in enumerate(groups) if _small(group)), key=lambda i: groups[i].pool_count)
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(groups)]
        other = min(beside, key=lambda i: groups[i].pool_count)
        first, second = sorted((at, other))
        groups[first : second + 1] = [_sum(groups[first], groups[second])]
    return groups


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
