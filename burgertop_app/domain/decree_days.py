"""The table of days equated by royal decree: what Burgertop brings, and what an organiser changed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput, NotFound
from burgertop_app.domain.holidays import Holidays

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Amendment:
    """A day that the organiser put into the table, or took out; `source` tells where that was made known."""

    day: date
    source: str
    removed: bool = False


@dataclass(frozen=True)
class TableLine:
    """One day as the table shows it; `own` when the organiser put it in or took it out."""

    day: date
    source: str = ""
    own: bool = False
    removed: bool = False


@dataclass(frozen=True)
class DecreeTable:
    """The table of a workspace: the shipped days, amended.

    `until` is the day up to which the organiser looked in the Staatscourant, when that is later than the
    shipped table runs; `until_source` says what was looked at.
    """

    shipped: Holidays
    amendments: tuple[Amendment, ...] = ()
    until: date | None = None
    until_source: str = ""

    @property
    def last(self) -> date:
        """The last day up to which the decree days are known."""
        return max(self.shipped.last, self.until) if self.until else self.shipped.last

    @property
    def holidays(self) -> Holidays:
        """The days off that terms count with."""
        gone = {one.day for one in self.amendments if one.removed}
        own = {one.day for one in self.amendments if not one.removed}
        days = (self.shipped.decree - gone) | own
        first = min((self.shipped.first, *days))
        return Holidays(frozenset(days), first, max((self.last, *days)))

    @property
    def lines(self) -> tuple[TableLine, ...]:
        """Every day, also those taken out, in order."""
        changes = {one.day: one for one in self.amendments}
        shipped = [
            TableLine(day, changes[day].source, own=True, removed=changes[day].removed)
            if day in changes
            else TableLine(day)
            for day in self.shipped.decree
        ]
        own = [
            TableLine(one.day, one.source, own=True)
            for one in self.amendments
            if one.day not in self.shipped.decree and not one.removed
        ]
        return tuple(sorted((*shipped, *own), key=lambda line: line.day))

    def add(self, day: date, source: str) -> DecreeTable:
        """The table with one more day; a shipped day that was taken out comes back.

        Raises:
            InvalidInput: there is no source, or terms cannot be counted in that year.
            Conflict: it is a day off already.
        """
        source = _source(source)
        if self.holidays.why_off(day) is not None:
            raise Conflict("decree_day_known", day=day.isoformat())
        others = self._without(day)
        if day in self.shipped.decree:
            return replace(self, amendments=others)
        return replace(self, amendments=_ordered((*others, Amendment(day, source))))

    def remove(self, day: date, source: str) -> DecreeTable:
        """The table without one of its days; a shipped day stays visible as taken out.

        Raises:
            InvalidInput: there is no source.
            NotFound: the day is not in the table.
        """
        source = _source(source)
        if day not in self.holidays.decree:
            raise NotFound("decree_day_unknown", day=day.isoformat())
        others = self._without(day)
        if day not in self.shipped.decree:
            return replace(self, amendments=others)
        return replace(self, amendments=_ordered((*others, Amendment(day, source, removed=True))))

    def extend(self, until: date, source: str) -> DecreeTable:
        """The table, known to be complete up to and including `until`.

        Raises:
            InvalidInput: there is no source, or the table runs that far already.
        """
        source = _source(source)
        if until <= self.last:
            raise InvalidInput("decree_table_shorter", last=self.last.isoformat())
        return replace(self, until=until, until_source=source)

    def _without(self, day: date) -> tuple[Amendment, ...]:
        return tuple(one for one in self.amendments if one.day != day)


def _source(source: str) -> str:
    if not source.strip():
        raise InvalidInput("decree_source_empty")
    return source.strip()


def _ordered(amendments: tuple[Amendment, ...]) -> tuple[Amendment, ...]:
    return tuple(sorted(amendments, key=lambda one: one.day))
