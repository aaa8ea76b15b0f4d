"""Drop-out: how many of the people who are drawn are expected to say no after all, per value of a feature."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.canonical import Json

ASSUMED = 150
"""Thousandths of the people drawn: the assumption while nothing was learnt."""
HIGHEST = 900


@dataclass(frozen=True)
class ValueRate:
    """People with `value` of `feature` who drop out, in thousandths."""

    feature: str
    value: str
    rate: int


@dataclass(frozen=True)
class DropOut:
    """The rates that the reserve list counts on, in thousandths, fixed before the number exists.

    `rates` differ from `overall` where that was learnt; `processes` and `people` tell from how many earlier
    processes, and from how many answers in them. Without any, `overall` is an assumption.
    """

    overall: int = ASSUMED
    rates: tuple[ValueRate, ...] = ()
    processes: int = 0
    people: int = 0

    def __post_init__(self) -> None:
        for rate in (self.overall, *(each.rate for each in self.rates)):
            if not 0 <= rate <= 1000:
                raise InvalidInput("drop_out_rate", rate=rate)

    @property
    def learnt(self) -> bool:
        """Whether the rates come from earlier processes."""
        return self.processes > 0

    @cached_property
    def _extra(self) -> dict[tuple[str, str], int]:
        return {(each.feature, each.value): each.rate - self.overall for each in self.rates}

    def chance(self, declared: Mapping[str, str]) -> int:
        """How likely somebody with these values is to drop out, in thousandths, at most 900.

        It is the overall rate plus what each value adds to it or takes from it.
        """
        extra = sum(self._extra.get(pair, 0) for pair in declared.items())
        return min(max(self.overall + extra, 0), HIGHEST)

    def as_json(self) -> dict[str, Json]:
        """What `lottery.json` says of it."""
        return {
            "overall": self.overall,
            "rates": [
                {"feature": each.feature, "value": each.value, "rate": each.rate} for each in self.rates
            ],
            "processes": self.processes,
            "people": self.people,
        }


def drop_out_from_json(found: Mapping[str, Any]) -> DropOut:
    """What `as_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: something lacks or is not what it should be.
        InvalidInput: a rate is no part of a thousand.
    """
    return DropOut(
        overall=int(found["overall"]),
        rates=tuple(
            ValueRate(str(each["feature"]), str(each["value"]), int(each["rate"])) for each in found["rates"]
        ),
        processes=int(found["processes"]),
        people=int(found["people"]),
    )
