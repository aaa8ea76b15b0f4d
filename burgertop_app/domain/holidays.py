"""Days off in the Netherlands: weekends, the holidays of the law and days equated by decree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_YEAR, LAST_YEAR = 2014, 2199


class DayOff(StrEnum):
    """Why nobody needs to answer on a day."""

    NEW_YEAR = "new_year"
    GOOD_FRIDAY = "good_friday"
    EASTER_MONDAY = "easter_monday"
    KINGS_DAY = "kings_day"
    LIBERATION_DAY = "liberation_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"
    DECREE = "decree"
    WEEKEND = "weekend"


@dataclass(frozen=True)
class Holidays:
    """The days off, with the `decree` days as far as they are known: from `first` to `last`."""

    decree: frozenset[date]
    first: date
    last: date

    def __post_init__(self) -> None:
        outside = sorted(day for day in self.decree if not self.covers(day))
        if outside:
            raise InvalidInput("decree_day_outside", day=outside[0].isoformat(), last=self.last.isoformat())

    def covers(self, day: date) -> bool:
        """Whether the decrees for `day` are in the table."""
        return self.first <= day <= self.last

    def why_off(self, day: date) -> DayOff | None:
        """The reason that `day` is a day off, a holiday before a weekend; None for a working day."""
        named = holidays_of(day.year).get(day)
        if named is not None:
            return named
        if day in self.decree:
            return DayOff.DECREE
        return DayOff.WEEKEND if is_weekend(day) else None


def is_weekend(day: date) -> bool:
    """Whether `day` is a Saturday or a Sunday."""
    return day.isoweekday() > 5


@cache
def holidays_of(year: int) -> Mapping[date, DayOff]:
    """The holidays of the Algemene termijnenwet (article 3) that can fall on a weekday, from 2014 on.

    Raises:
        InvalidInput: a year before 2014 (another King's Day) or after 2199.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput("year_out_of_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    easter = easter_sunday(year)
    return {
        date(year, 1, 1): DayOff.NEW_YEAR,
        easter - timedelta(days=2): DayOff.GOOD_FRIDAY,
        easter + timedelta(days=1): DayOff.EASTER_MONDAY,
        _kings_day(year): DayOff.KINGS_DAY,
        easter + timedelta(days=39): DayOff.ASCENSION_DAY,
        date(year, 5, 5): DayOff.LIBERATION_DAY,
        easter + timedelta(days=50): DayOff.WHIT_MONDAY,
        date(year, 12, 25): DayOff.CHRISTMAS_DAY,
        date(year, 12, 26): DayOff.BOXING_DAY,
    }


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar: the Sunday after the ecclesiastical full moon of spring."""
    century, golden = year // 100, year % 19
    dropped_leap_days = century - century // 4
    moon_correction = (8 * century + 13) // 25
    epact = (19 * golden + dropped_leap_days - moon_correction + 15) % 30
    late = epact > 28 or (epact == 28 and golden > 10)
    full_moon = date(year, 3, 21) + timedelta(days=epact - late)
    return full_moon + timedelta(days=7 - full_moon.isoweekday() % 7)


def _kings_day(year: int) -> date:
    birthday = date(year, 4, 27)
    return birthday - timedelta(days=1) if birthday.isoweekday() == 7 else birthday
