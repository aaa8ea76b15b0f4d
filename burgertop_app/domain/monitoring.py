"""When progress is talked over: some months after the answer, then every so many months."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.responses import MonitorMeeting

YEAR = 12
AHEAD = 2
"""So many meetings to come are shown."""


class Turn(StrEnum):
    """How a meeting of the schedule stands."""

    HELD = "held"
    MISSED = "missed"
    LATE = "late"
    COMING = "coming"


@dataclass(frozen=True)
class Interval:
    """The first meeting comes `first` months after the answer, each next one `then` months later."""

    first: int = 3
    then: int = 6


@dataclass(frozen=True)
class MonitorSlot:
    """One meeting: number 0 stands outside the schedule; `meeting` is what was kept about it, if anything."""

    number: int
    on: date
    planned_on: date
    turn: Turn
    meeting: MonitorMeeting | None = None


def months_after(start: date, months: int) -> date:
    """The same day so many months later; the last day of the month when that has no such day."""
    month = start.year * YEAR + start.month - 1 + months
    year, place = divmod(month, YEAR)
    return date(year, place + 1, min(start.day, calendar.monthrange(year, place + 1)[1]))


def planned_day(answered_on: date, rhythm: Interval, number: int, holidays: Holidays) -> date:
    """The day of the meeting with this number; a day off moves it to the next working day."""
    day = months_after(answered_on, rhythm.first + (number - 1) * rhythm.then)
    while holidays.why_off(day) is not None:
        day += timedelta(days=1)
    return day


def schedule(
    answered_on: date | None,
    rhythm: Interval,
    kept: Sequence[MonitorMeeting],
    today: date,
    holidays: Holidays,
) -> tuple[MonitorSlot, ...]:
    """Every meeting by date: what was kept, what should have been held, and the next ones to come.

    Nothing is planned before there is an answer. A planned meeting that was skipped because a later one was
    held counts as missed.
    """
    last_held = max((one.number for one in kept if one.held), default=0)
    slots = [_kept(one, one.planned_on or one.on, last_held, today) for one in kept]
    if answered_on is not None:
        slots += _planned(answered_on, rhythm, kept, today, holidays)
    return tuple(sorted(slots, key=lambda slot: (slot.on, slot.number)))


def next_slot(slots: Sequence[MonitorSlot]) -> MonitorSlot | None:
    """The meeting to hold now: a late one before one that comes."""
    late = [slot for slot in slots if slot.turn is Turn.LATE]
    return next(iter(late or [slot for slot in slots if slot.turn is Turn.COMING]), None)


def last_held(slots: Sequence[MonitorSlot]) -> MonitorSlot | None:
    """The meeting that was held last."""
    return next((slot for slot in reversed(slots) if slot.turn is Turn.HELD), None)


def _planned(
    answered_on: date, rhythm: Interval, kept: Sequence[MonitorMeeting], today: date, holidays: Holidays
) -> Iterator[MonitorSlot]:
    known = {one.number for one in kept if one.number}
    held = max((one.number for one in kept if one.held), default=0)
    ahead, number = 0, 0
    while ahead < AHEAD:
        number += 1
        day = planned_day(answered_on, rhythm, number, holidays)
        ahead += day >= today and number > held
        if number not in known:
            yield MonitorSlot(number, day, day, _turn(number, day, held, today))


def _kept(one: MonitorMeeting, planned_on: date, held: int, today: date) -> MonitorSlot:
    turn = Turn.HELD if one.held else _turn(one.number, one.on, held, today)
    return MonitorSlot(one.number, one.on, planned_on, turn, one)


def _turn(number: int, day: date, held: int, today: date) -> Turn:
    if 0 < number < held:
        return Turn.MISSED
    return Turn.LATE if day < today else Turn.COMING
