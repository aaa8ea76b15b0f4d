"""When the college is reminded: two weeks and three days before the last day, and again once it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEFORE = (timedelta(days=14), timedelta(days=3))
FIRST_AFTER = timedelta(days=1)
EVERY = timedelta(days=14)


class Occasion(StrEnum):
    """Which reminder it is."""

    TWO_WEEKS_BEFORE = "two_weeks_before"
    THREE_DAYS_BEFORE = "three_days_before"
    DAY_AFTER = "day_after"
    STILL_LATE = "still_late"

    @property
    def late(self) -> bool:
        """Whether the last day is past by then."""
        return self in (Occasion.DAY_AFTER, Occasion.STILL_LATE)


class Standing(StrEnum):
    """How a reminder stands: to come, to do now, sent, or passed without one."""

    COMING = "coming"
    TO_DO = "to_do"
    SENT = "sent"
    PASSED = "passed"


@dataclass(frozen=True)
class Planned:
    """One moment of the schedule; `sent_on` is when the reminder for it went out."""

    on: date
    occasion: Occasion
    standing: Standing
    sent_on: date | None = None


@dataclass(frozen=True)
class Sent:
    """A reminder that went out; `planned_on` is the moment it was meant for, None when made apart."""

    on: date
    planned_on: date | None = None


def schedule(
    begun: date, last: date, today: date, sent: Sequence[Sent], *, waiting: bool
) -> tuple[Planned, ...]:
    """Every reminder up to the next one to come, in order of time.

    A moment is sent when a reminder was meant for it, or went out on or after it and before the next moment.
    Of the moments that were reached without a reminder only the last one is still to do: nobody gets two
    reminders on one day. Moments on or before the begin of the term fall away. Once nothing is `waiting` for
    an answer, only what was sent is left.

    Args:
        begun: the day of the event that started the term.
        last: the last day for the answer as it now stands.
        today: the day on which is looked.
        sent: the reminders that went out, in any order.
        waiting: whether an answer is still missing.
    """
    moments = list(_moments(begun, last, today))
    found = []
    for place, (on, occasion) in enumerate(moments):
        following = moments[place + 1][0] if place + 1 < len(moments) else date.max
        went = _went(on, following, sent)
        if went is not None:
            found.append(Planned(on, occasion, Standing.SENT, went))
        elif waiting:
            found.append(Planned(on, occasion, _standing(on, following, today)))
    return tuple(found)


def to_do(planned: Sequence[Planned]) -> Planned | None:
    """The reminder that must go out now."""
    return next((one for one in planned if one.standing is Standing.TO_DO), None)


def coming(planned: Sequence[Planned]) -> Planned | None:
    """The next reminder to come."""
    return next((one for one in planned if one.standing is Standing.COMING), None)


def occasion_on(last: date, today: date) -> Occasion:
    """Which reminder fits a letter that is written `today`."""
    left = (last - today).days
    if left >= 0:
        return Occasion.THREE_DAYS_BEFORE if left <= BEFORE[1].days else Occasion.TWO_WEEKS_BEFORE
    return Occasion.STILL_LATE if -left >= (FIRST_AFTER + EVERY).days else Occasion.DAY_AFTER


def _moments(begun: date, last: date, today: date) -> Iterator[tuple[date, Occasion]]:
    """Every moment until the first that lies after `today` and after the last day."""
    for ahead, occasion in zip(BEFORE, (Occasion.TWO_WEEKS_BEFORE, Occasion.THREE_DAYS_BEFORE), strict=True):
        if last - ahead > begun:
            yield last - ahead, occasion
    on, occasion = last + FIRST_AFTER, Occasion.DAY_AFTER
    yield on, occasion
    while on <= today:
        on, occasion = on + EVERY, Occasion.STILL_LATE
        yield on, occasion


def _went(on: date, following: date, sent: Sequence[Sent]) -> date | None:
    for_it = [one.on for one in sent if one.planned_on == on]
    within = [one.on for one in sent if one.planned_on is None and on <= one.on < following]
    return min((*for_it, *within), default=None)


def _standing(on: date, following: date, today: date) -> Standing:
    if on > today:
        return Standing.COMING
    return Standing.TO_DO if today < following else Standing.PASSED
