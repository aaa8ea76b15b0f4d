"""The time in the Netherlands, the same on every computer whatever the setting of its clock."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from typing_extensions import override

ZONE = "Europe/Amsterdam"
_HOUR, _NOTHING = timedelta(hours=1), timedelta(0)
_MARCH, _OCTOBER = 3, 10


class DutchTime(tzinfo):
    """Central European time with summer time from the last Sunday of March to that of October.

    It turns at 01.00 UTC, as in the whole European Union; a test lays it beside the time zone database.
    """

    @override
    def utcoffset(self, dt: datetime | None) -> timedelta:
        return _HOUR + self.dst(dt)

    @override
    def dst(self, dt: datetime | None) -> timedelta:
        if dt is None:
            return _NOTHING
        standard = dt.replace(tzinfo=None) - _HOUR - (_NOTHING if dt.fold else _HOUR)
        return _HOUR if _summer(standard) else _NOTHING

    @override
    def tzname(self, dt: datetime | None) -> str:
        return "CEST" if self.dst(dt) else "CET"

    @override
    def fromutc(self, dt: datetime) -> datetime:
        universal = dt.replace(tzinfo=None)
        summer = _summer(universal)
        made = (universal + _HOUR + (_HOUR if summer else _NOTHING)).replace(tzinfo=self)
        return made.replace(fold=0 if summer else int(_summer(universal - _HOUR)))


DUTCH = DutchTime()


def _summer(universal: datetime) -> bool:
    """Whether summer time holds at a moment in UTC, given without a zone."""
    year = universal.year
    return _turn(year, _MARCH) <= universal < _turn(year, _OCTOBER)


def _turn(year: int, month: int) -> datetime:
    """The last Sunday of a month with 31 days, at 01.00."""
    last = datetime(year, month, 31, 1)  # noqa: DTZ001 - UTC, as `universal` is
    return last - timedelta(days=(last.weekday() + 1) % 7)
