"""Quotas: how many panel members each value of a feature must supply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from burgertop_app.domain.canonical import Json


@dataclass(frozen=True)
class Quota:
    """Seats for one value, e.g. age "16-29": at least `low`, at most `high` people.

    `low_flex` and `high_flex` bound how far a suggested relaxation may go; None means as far as needed.
    """

    feature: str
    value: str
    low: int
    high: int
    low_flex: int | None = None
    high_flex: int | None = None

    def __post_init__(self) -> None:
        if not self.feature or not self.value:
            raise InvalidInput("quota_blank", feature=self.feature, value=self.value)
        if not 0 <= self.low <= self.high:
            raise InvalidInput(
                "quota_bounds", feature=self.feature, value=self.value, low=self.low, high=self.high
            )
        if not 0 <= (self.low_flex or 0) <= self.low:
            raise InvalidInput(
                "quota_low_flex",
                feature=self.feature,
                value=self.value,
                flex=self.low_flex or 0,
                low=self.low,
            )
        if self.high_flex is not None and self.high_flex < self.high:
            raise InvalidInput(
                "quota_high_flex", feature=self.feature, value=self.value, flex=self.high_flex, high=self.high
            )

    @property
    def most_lower(self) -> int:
        """By how much a relaxation may lower the minimum."""
        return self.low - (self.low_flex or 0)

    def most_higher(self, seats: int) -> int:
        """By how much a relaxation may raise the maximum, in a panel of `seats`."""
        return max(0, (seats if self.high_flex is None else self.high_flex) - self.high)


@dataclass(frozen=True)
class Quotas:
    """All quotas of a draw, in the order they were given; each value of a feature once.

    Raises:
        InvalidInput: none at all, or a value twice.
    """

    items: tuple[Quota, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise InvalidInput("quota_none")
        seen: set[tuple[str, str]] = set()
        for quota in self.items:
            if (quota.feature, quota.value) in seen:
                raise InvalidInput("quota_twice", feature=quota.feature, value=quota.value)
            seen.add((quota.feature, quota.value))

    @cached_property
    def features(self) -> tuple[str, ...]:
        """The features, in the order of their first quota."""
        return tuple(dict.fromkeys(quota.feature for quota in self.items))

    def of(self, feature: str) -> tuple[Quota, ...]:
        """The quotas of one feature."""
        return tuple(quota for quota in self.items if quota.feature == feature)

    @cached_property
    def sorted(self) -> tuple[Quota, ...]:
        """The quotas by feature and value, so that their order in a file changes nothing."""
        return tuple(sorted(self.items, key=lambda quota: (quota.feature, quota.value)))

    def as_json(self) -> list[Json]:
        """What `quotas_sha256` covers: sorted, without the room for relaxation."""
        return [quota_json(quota) for quota in self.sorted]


def quota_json(quota: Quota) -> dict[str, Json]:
    """One quota as it stands in `lottery.json`."""
    return {"feature": quota.feature, "value": quota.value, "low": quota.low, "high": quota.high}
