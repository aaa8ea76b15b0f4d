"""Small numbers: which values of a feature are published together, so that nobody can be found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_IN_POOL = 5
LEAST_IN_PANEL = 3
JOIN = " / "

Heaps = tuple[tuple[str, ...], ...]
Merging = Mapping[str, Heaps]
"""Per feature the values that are published together, in the order of the quotas."""


class Group(Protocol):
    """One value of a feature: how many people of the pool have it, and how many seats it has at least."""

    @property
    def feature(self) -> str:
        """The feature."""

    @property
    def value(self) -> str:
        """One of its values."""

    @property
    def pool_count(self) -> int:
        """People in the pool with it."""

    @property
    def low(self) -> int:
        """Seats that it has at least."""


def merged(groups: Sequence[Group], kept: Merging | None = None) -> Merging:
    """Which values are published together.

    A value is small with fewer than 5 people in the pool or a quota below 3 seats. It joins the smaller of
    its neighbours in the order of the quotas. What is merged follows from pool and quotas alone, so it is the
    same at every stage and in every document. `kept` is the merging that was fixed earlier, for example at
    the draw. A feature whose values are others than then is left out: two mergings beside each other tell
    what each of them hides.
    """
    values = by_feature(groups)
    fixed = kept or {}
    changed = {
        feature
        for feature, heaps in fixed.items()
        if [group.value for group in values.get(feature, ())] != [value for heap in heaps for value in heap]
    }
    found = {feature: _heaps(of_feature) for feature, of_feature in values.items()} | {**fixed}
    return {feature: found[feature] for feature in values if feature not in changed}


def large(groups: Sequence[Group], merging: Merging) -> Merging:
    """The features of `merging` of which a draw may show quotas and counts: of no group that is small.

    A feature with one group tells nothing and is left out too, and so is one of which the merging has other
    values than the groups.
    """
    values = by_feature(groups)
    return {
        feature: heaps
        for feature, heaps in merging.items()
        if len(heaps) > 1
        and sorted(value for heap in heaps for value in heap)
        == sorted(group.value for group in values.get(feature, ()))
        and not any(heap.small for heap in _of(values[feature], heaps))
    }


def by_feature(groups: Sequence[Group]) -> dict[str, list[Group]]:
    """The groups of each feature, in their order."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        found.setdefault(group.feature, []).append(group)
    return found


@dataclass(frozen=True)
class _Heap:
    """Values that go together, with the people in the pool and the seats of all of them."""

    values: tuple[str, ...]
    people: int
    seats: int

    @property
    def small(self) -> bool:
        return self.people < LEAST_IN_POOL or self.seats < LEAST_IN_PANEL

    def with_next(self, other: _Heap) -> _Heap:
        return _Heap(self.values + other.values, self.people + other.people, self.seats + other.seats)


def _heaps(groups: Sequence[Group]) -> Heaps:
    heaps = [_Heap((group.value,), group.pool_count, group.low) for group in groups]
    while len(heaps) > 1 and any(heap.small for heap in heaps):
        at = min((i for i, heap in enumerate(heaps) if heap.small), key=lambda i: heaps[i].people)
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(heaps)]
        other = min(beside, key=lambda i: heaps[i].people)
        first, second = sorted((at, other))
        heaps[first : second + 1] = [heaps[first].with_next(heaps[second])]
    return tuple(heap.values for heap in heaps)


def _of(groups: Sequence[Group], heaps: Heaps) -> list[_Heap]:
    known = {group.value: group for group in groups}
    return [
        _Heap(heap, sum(known[value].pool_count for value in heap), sum(known[value].low for value in heap))
        for heap in heaps
    ]
