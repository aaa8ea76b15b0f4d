"""Terms: until when an answer may take, and why the last day moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, islice
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.holidays import DayOff, Holidays

LONGEST = 104
SOON = 7


class Rule(StrEnum):
    """What happens when the last day is a day off: `atw` moves it to the next working day."""

    ATW = "atw"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class Recess:
    """Days from `first` to `last` that do not count, because the receiver does not meet."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput("recess_backwards", first=self.first.isoformat(), last=self.last.isoformat())

    def has(self, day: date) -> bool:
        """Whether `day` is in the recess."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Term:
    """An agreed number of weeks after receipt, with the rule for days off and any recess."""

    weeks: int = 6
    rule: Rule = Rule.ATW
    recess: tuple[Recess, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.weeks <= LONGEST:
            raise InvalidInput("term_weeks", weeks=self.weeks, most=LONGEST)

    def pauses_on(self, day: date) -> bool:
        """Whether `day` is in a recess of this term."""
        return any(recess.has(day) for recess in self.recess)


@dataclass(frozen=True)
class Skipped:
    """A day that could not be the last day; `reason` None means that it is in the recess."""

    day: date
    reason: DayOff | None


@dataclass(frozen=True)
class Due:
    """The last `day` for an answer; `raw` is the day that the weeks gave before anything moved.

    `steps` are the days skipped from `raw` up to `day`, in order. `pauses` are the recesses that made the
    term longer. `outside` is the first and last day that the decree table knows, if `day` is not in it.
    """

    received: date
    term: Term
    raw: date
    day: date
    steps: tuple[Skipped, ...]
    pauses: tuple[Recess, ...] = ()
    outside: tuple[date, date] | None = None

    @property
    def moved(self) -> bool:
        """Whether the last day is another than the weeks gave."""
        return self.day != self.raw


class Urgency(StrEnum):
    """How near a last day is: late, within a week, later, or not known because nothing runs yet."""

    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    NOT_RUNNING = "not_running"


def due(received: date, term: Term, holidays: Holidays) -> Due:
    """The last day for an answer to what was received on `received`.

    Under `Rule.ATW` the last day is never a weekend, a holiday, a decree day or in a recess. Under
    `Rule.CALENDAR` it stays where the weeks (without recess days) end.

    Raises:
        InvalidInput: the term touches a year before 2014 or after 2199.
    """
    raw = _last_counting(received, term)
    steps = tuple(_skipped(raw, term, holidays)) if term.rule is Rule.ATW else ()
    last = raw + timedelta(days=len(steps))
    return Due(
        received=received,
        term=term,
        raw=raw,
        day=last,
        steps=steps,
        pauses=tuple(recess for recess in term.recess if recess.first <= last and received < recess.last),
        outside=(holidays.first, holidays.last)
        if term.rule is Rule.ATW and not holidays.covers(last)
        else None,
    )


def days_left(last: date, today: date) -> int:
    """Days from `today` to `last`; negative when late."""
    return (last - today).days


def urgency(last: date | None, today: date) -> Urgency:
    """How near `last` is; None for a term that has not started, because receipt was not proven."""
    if last is None:
        return Urgency.NOT_RUNNING
    left = days_left(last, today)
    if left < 0:
        return Urgency.LATE
    return Urgency.SOON if left <= SOON else Urgency.RUNNING


def read_day(text: str) -> date:
    """The date that `text` gives as year-month-day, such as 2026-02-20.

    Raises:
        InvalidInput: another form ("date_form"), or a day that no calendar has ("date_not_real").
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text.strip(), re.ASCII)
    if found is None:
        raise InvalidInput("date_form", text=text)
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidInput("date_not_real", text=text.strip()) from error


def _last_counting(received: date, term: Term) -> date:
    """The day on which the weeks are full, recess days left out."""
    try:
        if not term.recess:
            return received + timedelta(weeks=term.weeks)
        counting = (day for day in _days_after(received) if not term.pauses_on(day))
        return next(islice(counting, term.weeks * 7 - 1, None))
    except OverflowError as error:
        raise InvalidInput("date_too_far", day=received.isoformat()) from error


def _skipped(raw: date, term: Term, holidays: Holidays) -> Iterator[Skipped]:
    for day in (raw + timedelta(days=ahead) for ahead in count()):
        reason = holidays.why_off(day)
        if reason is None and not term.pauses_on(day):
            return
        yield Skipped(day, reason)


def _days_after(start: date) -> Iterator[date]:
    return (start + timedelta(days=ahead) for ahead in count(1))
