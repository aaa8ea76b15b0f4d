"""Terms in sentences: how the last day came about, and how many days are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.holidays import DayOff, is_weekend
from burgertop_app.domain.terms import Rule, days_left
from burgertop_app.i18n import _, day, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from burgertop_app.domain.terms import Due, Skipped

RULES: Mapping[Rule, str] = {
    Rule.ATW: mark("Moves to the next working day (as in the Algemene termijnenwet)"),
    Rule.CALENDAR: mark("Stays on the calendar day"),
}

_LATER: Mapping[int, str] = {
    1: mark("One week later is {day}."),
    2: mark("Two weeks later is {day}."),
    3: mark("Three weeks later is {day}."),
    4: mark("Four weeks later is {day}."),
    5: mark("Five weeks later is {day}."),
    6: mark("Six weeks later is {day}."),
    7: mark("Seven weeks later is {day}."),
    8: mark("Eight weeks later is {day}."),
    9: mark("Nine weeks later is {day}."),
    10: mark("Ten weeks later is {day}."),
    11: mark("Eleven weeks later is {day}."),
    12: mark("Twelve weeks later is {day}."),
}

_THAT_IS: Mapping[DayOff | None, str] = {
    DayOff.NEW_YEAR: mark("That is New Year’s Day."),
    DayOff.GOOD_FRIDAY: mark("That is Good Friday."),
    DayOff.EASTER_MONDAY: mark("That is Easter Monday."),
    DayOff.KINGS_DAY: mark("That is King’s Day."),
    DayOff.LIBERATION_DAY: mark("That is Liberation Day."),
    DayOff.ASCENSION_DAY: mark("That is Ascension Day."),
    DayOff.WHIT_MONDAY: mark("That is Whit Monday."),
    DayOff.CHRISTMAS_DAY: mark("That is Christmas Day."),
    DayOff.BOXING_DAY: mark("That is Boxing Day."),
    DayOff.DECREE: mark("By royal decree that is a day off."),
    DayOff.WEEKEND: mark("That is in the weekend."),
    None: mark("That is in the recess."),
}

_ALSO: Mapping[DayOff | None, str] = {
    DayOff.NEW_YEAR: mark("{day} is New Year’s Day."),
    DayOff.GOOD_FRIDAY: mark("{day} is Good Friday."),
    DayOff.EASTER_MONDAY: mark("{day} is Easter Monday."),
    DayOff.KINGS_DAY: mark("{day} is King’s Day."),
    DayOff.LIBERATION_DAY: mark("{day} is Liberation Day."),
    DayOff.ASCENSION_DAY: mark("{day} is Ascension Day."),
    DayOff.WHIT_MONDAY: mark("{day} is Whit Monday."),
    DayOff.CHRISTMAS_DAY: mark("{day} is Christmas Day."),
    DayOff.BOXING_DAY: mark("{day} is Boxing Day."),
    DayOff.DECREE: mark("{day} is a day off by royal decree."),
}


def explanation(due: Due) -> str:
    """Why `due.day` is the last day, in a few sentences on one line."""
    return " ".join(sentences(due))


def sentences(due: Due) -> tuple[str, ...]:
    """The explanation, sentence by sentence; one of them holds `last_day(due)`."""
    return (
        _("The college received the advice on {day}.").format(day=weekday(due.received)),
        *_pauses(due),
        _later(due),
        *_ending(due),
    )


def last_day(due: Due) -> str:
    """The last day as the explanation writes it, for printing it bold."""
    return weekday(due.day) if due.moved else _short(due.raw, due.received)


def warning(due: Due) -> str:
    """What the organiser must check because the decree table does not reach; empty if it does."""
    if due.outside is None:
        return ""
    first, last = due.outside
    return _(
        "Note: the list of days off by royal decree covers {first} to {last}. "
        "Check in the Staatscourant whether there are more of these days."
    ).format(first=day(first), last=day(last))


def remaining(last: date | None, today: date) -> str:
    """How long until `last`: "18 days left", "today", "6 days late"; None means that nothing runs."""
    if last is None:
        return _("term not running")
    left = days_left(last, today)
    if left == 0:
        return _("today")
    if left > 0:
        return ngettext("{count} day left", "{count} days left", left).format(count=left)
    return ngettext("{count} day late", "{count} days late", -left).format(count=-left)


def weekday(value: date) -> str:
    """A date with its weekday: "maandag 28 december 2026"."""
    return day(value, "EEEE d MMMM y")


def _pauses(due: Due) -> Iterator[str]:
    for recess in due.pauses:
        yield _("The recess from {first} to {last} does not count.").format(
            first=day(recess.first), last=day(recess.last)
        )


def _later(due: Due) -> str:
    when = _short(due.raw, due.received)
    if due.term.weeks in _LATER:
        return _(_LATER[due.term.weeks]).format(day=when)
    return _("{count} weeks later is {day}.").format(count=due.term.weeks, day=when)


def _ending(due: Due) -> Iterator[str]:
    if due.moved:
        yield _(_THAT_IS[due.steps[0].reason])
        yield from _worth_telling(due)
        yield _("So the first working day after it counts: {day}.").format(day=weekday(due.day))
    elif due.term.rule is Rule.CALENDAR:
        yield _("By the agreement that is the last day, even if it is a day off.")
    else:
        yield _("That is a working day, so it is the last day for the answer.")


def _worth_telling(due: Due) -> Iterator[str]:
    """The later days off that a calendar does not show by itself: a holiday on a weekday."""
    for skipped in due.steps[1:]:
        if skipped.reason in _ALSO and not is_weekend(skipped.day):
            yield _also(skipped, due.received)


def _also(skipped: Skipped, received: date) -> str:
    when = _short(skipped.day, received)
    return _(_ALSO[skipped.reason]).format(day=when[:1].upper() + when[1:])


def _short(value: date, near: date) -> str:
    """A date with its weekday, and its year only if that differs from `near`."""
    return day(value, "EEEE d MMMM") if value.year == near.year else weekday(value)
