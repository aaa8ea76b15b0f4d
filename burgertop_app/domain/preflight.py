"""What can be told before a draw: whether it can be done, what stands in the way, and what would help."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.draws import DrawRules, Pool
    from burgertop_app.domain.errors import Parameter
    from burgertop_app.domain.quotas import Quota, Quotas


class Bound(StrEnum):
    """Which side of a quota."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True)
class Demand:
    """One side of one quota: at least, or at most, so many of a value."""

    feature: str
    value: str
    bound: Bound
    number: int


@dataclass(frozen=True)
class Supply:
    """A quota and how many people in the pool (those kept out left aside) have its value."""

    quota: Quota
    people: int


@dataclass(frozen=True)
class Obstacle:
    """Something that makes a draw impossible by mere counting; `messages.draws` has the words."""

    code: str
    params: tuple[tuple[str, Parameter], ...]


@dataclass(frozen=True)
class Clash:
    """Demands that cannot hold together though all but any one of them can, given the pool and the seats.

    `household` tells that the household rule is one of them.
    """

    demands: tuple[Demand, ...]
    household: bool = False


@dataclass(frozen=True)
class Easing:
    """One demand made easier: to `number`."""

    demand: Demand
    number: int


@dataclass(frozen=True)
class Relaxation:
    """A smallest set of changes after which a draw is possible."""

    easings: tuple[Easing, ...]

    @property
    def cost(self) -> int:
        """By how many seats the quotas change, added up."""
        return sum(abs(easing.demand.number - easing.number) for easing in self.easings)


@dataclass(frozen=True)
class Hopeless:
    """People with the same features who can be in no panel, by number, and the demands that see to it."""

    numbers: tuple[str, ...]
    declared: tuple[tuple[str, str], ...]
    clash: Clash


@dataclass(frozen=True)
class Preflight:
    """What a look at pool and quotas shows; a quick look leaves the last three empty.

    `possible` is None when a quick look found no obstacle in fractions of people: only a thorough look
    knows about whole people.
    """

    seats: int
    people: int
    supplies: tuple[Supply, ...]
    obstacles: tuple[Obstacle, ...]
    possible: bool | None
    clash: Clash | None = None
    relaxations: tuple[Relaxation, ...] = ()
    hopeless: tuple[Hopeless, ...] = ()


def supplies(pool: Pool, quotas: Quotas, rules: DrawRules) -> tuple[Supply, ...]:
    """Per quota the people who can be drawn for it, in the order of the quotas."""
    found = Counter(
        pair
        for entry in pool.entries
        if entry.number not in rules.barred
        for pair in pool.declared(entry).items()
    )
    return tuple(Supply(quota, found[quota.feature, quota.value]) for quota in quotas.items)


def obstacles(pool: Pool, quotas: Quotas, rules: DrawRules) -> tuple[Obstacle, ...]:
    """What counting alone shows: too few people, quotas that do not add up, values nobody has."""
    found: list[Obstacle] = []
    people = len(pool) - len(rules.barred)
    if rules.seats > people:
        found.append(_obstacle("seats_over_people", seats=rules.seats, people=people))
    if len(rules.keep_in) > rules.seats:
        found.append(_obstacle("keep_in_over_seats", count=len(rules.keep_in), seats=rules.seats))
    for supply in supplies(pool, quotas, rules):
        quota = supply.quota
        if supply.people < quota.low:
            found.append(
                _obstacle(
                    "supply_short",
                    feature=quota.feature,
                    value=quota.value,
                    low=quota.low,
                    people=supply.people,
                )
            )
    for feature in quotas.features:
        low = sum(quota.low for quota in quotas.of(feature))
        high = sum(quota.high for quota in quotas.of(feature))
        if low > rules.seats:
            found.append(_obstacle("lows_over_seats", feature=feature, total=low, seats=rules.seats))
        if high < rules.seats:
            found.append(_obstacle("highs_under_seats", feature=feature, total=high, seats=rules.seats))
    return tuple(found)


def _obstacle(code: str, **params: Parameter) -> Obstacle:
    return Obstacle(code, tuple(params.items()))
