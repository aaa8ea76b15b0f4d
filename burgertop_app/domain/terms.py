"""Terms: until when an answer may take, and why the last day moved."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from itertools import count, islice
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.holidays import DayOff, Holidays

SOON = 7
LONGEST_RECESS = 366
"""In days; a longer recess is a mistyped year."""


class Rule(StrEnum):
    """What happens when the last day is a day off: `atw` moves it to the next working day."""

    ATW = "atw"
    CALENDAR = "calendar"


class Unit(StrEnum):
    """In what a term is counted; a month ends on the same day of a later month, or on its last day."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Start(StrEnum):
    """The event after which the first day of a term comes."""

    RECEIPT = "receipt"
    OFFER = "offer"
    COUNCIL = "council"


class Effect(StrEnum):
    """What a recess does to a term, as agreed.

    `suspends`: the clock stands still. No day of the recess counts, wherever in the term it lies, so that the
    term ends as many days later as it has days in the recess.

    `extends`: the clock goes on, but the term cannot end in the recess. If its last day falls there, the term
    is extended to and including the first day after it; by the law's rule to the first working day. This is
    what the Algemene termijnenwet (article 1) calls extending when a term ends on a day off.
    """

    SUSPENDS = "suspends"
    EXTENDS = "extends"


SHORTEST: dict[Unit, int] = {Unit.DAYS: 7, Unit.WEEKS: 1, Unit.MONTHS: 1}
LONGEST: dict[Unit, int] = {Unit.DAYS: 728, Unit.WEEKS: 104, Unit.MONTHS: 24}


@dataclass(frozen=True)
class Recess:
    """Days from `first` to `last` on which the receiver does not meet, and what they do to a term."""

    first: date
    last: date
    effect: Effect = Effect.SUSPENDS

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput("recess_backwards", first=self.first.isoformat(), last=self.last.isoformat())
        if (self.last - self.first).days >= LONGEST_RECESS:
            raise InvalidInput("recess_long", first=self.first.isoformat(), last=self.last.isoformat())

    def has(self, day: date) -> bool:
        """Whether `day` is in the recess."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Term:
    """An agreed time after a `start`, with the rule for days off and the recesses."""

    length: int = 6
    rule: Rule = Rule.ATW
    recess: tuple[Recess, ...] = ()
    unit: Unit = Unit.WEEKS
    start: Start = Start.RECEIPT

    def __post_init__(self) -> None:
        low, high = SHORTEST[self.unit], LONGEST[self.unit]
        if low <= self.length <= high:
            return
        match self.unit:
            case Unit.WEEKS:
                raise InvalidInput("term_weeks", length=self.length, least=low, most=high)
            case Unit.DAYS:
                raise InvalidInput("term_days", length=self.length, least=low, most=high)
            case Unit.MONTHS:
                raise InvalidInput("term_months", length=self.length, least=low, most=high)

    def stands_still_on(self, day: date) -> bool:
        """Whether `day` is in a recess that suspends this term."""
        return any(recess.effect is Effect.SUSPENDS and recess.has(day) for recess in self.recess)

    def recess_on(self, day: date) -> Recess | None:
        """The recess in which `day` lies."""
        return next((recess for recess in self.recess if recess.has(day)), None)


@dataclass(frozen=True)
class Skipped:
    """A day that could not be the last day; `reason` None means that it is in a recess."""

    day: date
    reason: DayOff | None


@dataclass(frozen=True)
class Due:
    """The last `day` for an answer; `raw` is the day that the length gave before anything moved.

    `begun` is the day of the event that started the term. `steps` are the days skipped from `raw` up to
    `day`, in order. `pauses` are the recesses that suspended the term. `outside` is the first and last day
    that the decree table knows, if `day` is not in it. `own` is the earlier day that this event by itself
    gave, if `raw` is that of an event just before a recess (see `due`).
    """

    begun: date
    term: Term
    raw: date
    day: date
    steps: tuple[Skipped, ...]
    pauses: tuple[Recess, ...] = ()
    outside: tuple[date, date] | None = None
    own: date | None = None

    @property
    def moved(self) -> bool:
        """Whether the last day is another than the length gave."""
        return self.day != self.raw


class Urgency(StrEnum):
    """How near a last day is: late, within a week, later, or not known because nothing runs yet."""

    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    NOT_RUNNING = "not_running"


def due(begun: date, term: Term, holidays: Holidays) -> Due:
    """The last day for an answer in a term that began with an event on `begun`; the day after it is day one.

    Under `Rule.ATW` the last day is never a weekend, a holiday, a decree day or in a recess. Under
    `Rule.CALENDAR` only a recess moves it.

    A later event never gives an earlier last day. Months need a rule for that: those of a term that begins in
    a suspending recess are the months after it, and these may be shorter than the month in which an earlier
    term still got a day before the recess. Received on 29 January, with a recess from 31 January to 10
    February, one month ends on 11 March; received on 30 January it would end on 10 March. No law counts
    months through a recess: the Algemene termijnenwet knows no suspension, and the recess is agreed. So
    fairness decides, and the later of the two days holds for both.

    Raises:
        InvalidInput: the term touches a year before 2014 or after 2199, or runs past the calendar.

    Source: Algemene termijnenwet, article 1 (the next working day) and 3 (the days off).
    """
    own = _last_counting(begun, term)
    raw = max([own, *(_last_counting(before, term) for before in _before_recesses(begun, term))])
    steps = tuple(_skipped(raw, term, holidays))
    last = raw + timedelta(days=len(steps))
    return Due(
        begun=begun,
        term=term,
        raw=raw,
        day=last,
        steps=steps,
        pauses=tuple(
            recess
            for recess in term.recess
            if recess.effect is Effect.SUSPENDS and recess.first <= raw and begun < recess.last
        ),
        outside=(holidays.first, holidays.last)
        if term.rule is Rule.ATW and not holidays.covers(last)
        else None,
        own=own if own < raw else None,
    )


def moved_on(day: date, term: Term, holidays: Holidays) -> date:
    """The first day from `day` on that can be a last day by the rule and the recesses of `term`."""
    return day + timedelta(days=len(tuple(_skipped(day, term, holidays))))


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


def _last_counting(begun: date, term: Term) -> date:
    """The day on which the length is full, days on which the clock stands still left out."""
    try:
        if not any(recess.effect is Effect.SUSPENDS for recess in term.recess):
            return _after(begun, term)
        counting = (day for day in _days_after(begun) if not term.stands_still_on(day))
        # The months of a term that begins in a recess are those after it.
        running = next(day for day in counting) - timedelta(days=1)
        return next(islice(counting, (_after(running, term) - running).days - 2, None))
    except OverflowError as error:
        raise InvalidInput("date_too_far", day=begun.isoformat()) from error


def _before_recesses(begun: date, term: Term) -> Iterator[date]:
    """The last events before `begun` that still had a day before a suspending recess; only months need them.

    Between two of these the last day never goes back, so no other event needs to be looked at.
    """
    if term.unit is Unit.MONTHS:
        for recess in term.recess:
            before = recess.first - timedelta(days=2)
            if recess.effect is Effect.SUSPENDS and before < begun:
                yield before


def _after(begun: date, term: Term) -> date:
    match term.unit:
        case Unit.WEEKS:
            return begun + timedelta(weeks=term.length)
        case Unit.DAYS:
            return begun + timedelta(days=term.length)
        case Unit.MONTHS:
            return _months_after(begun, term.length)


def _months_after(begun: date, months: int) -> date:
    years, month = divmod(begun.month - 1 + months, 12)
    if begun.year + years > MAXYEAR:
        raise OverflowError
    last = monthrange(begun.year + years, month + 1)[1]
    return date(begun.year + years, month + 1, min(begun.day, last))


def _skipped(raw: date, term: Term, holidays: Holidays) -> Iterator[Skipped]:
    for day in (raw + timedelta(days=ahead) for ahead in count()):
        reason = holidays.why_off(day) if term.rule is Rule.ATW else None
        if reason is None and term.recess_on(day) is None:
            return
        yield Skipped(day, reason)


def _days_after(start: date) -> Iterator[date]:
    return (start + timedelta(days=ahead) for ahead in count(1))
