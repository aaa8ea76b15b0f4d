"""Terms in sentences: how the last day came about, and how many days are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.holidays import DayOff
from burgertop_app.domain.terms import Effect, Rule, Start, Unit, days_left
from burgertop_app.i18n import _, day, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from burgertop_app.domain.terms import Due, Term

RULES: Mapping[Rule, str] = {
    Rule.ATW: mark("Moves to the next working day (as in the Algemene termijnenwet)"),
    Rule.CALENDAR: mark("Stays on the calendar day"),
}

EFFECTS: Mapping[Effect, str] = {
    Effect.SUSPENDS: mark("Suspends: the days of the recess do not count"),
    Effect.EXTENDS: mark("Extends: a term that ends in the recess moves to the first day after it"),
}

STARTS: Mapping[Start, str] = {
    Start.RECEIPT: mark("receipt by the college"),
    Start.OFFER: mark("the offer"),
    Start.COUNCIL: mark("the meeting of the council"),
}

_WEEKS: Mapping[int, str] = {
    1: mark("one week"),
    2: mark("two weeks"),
    3: mark("three weeks"),
    4: mark("four weeks"),
    5: mark("five weeks"),
    6: mark("six weeks"),
    7: mark("seven weeks"),
    8: mark("eight weeks"),
    9: mark("nine weeks"),
    10: mark("ten weeks"),
    11: mark("eleven weeks"),
    12: mark("twelve weeks"),
}

_MONTHS: Mapping[int, str] = {
    1: mark("one month"),
    2: mark("two months"),
    3: mark("three months"),
    4: mark("four months"),
    5: mark("five months"),
    6: mark("six months"),
}

_WORDS: Mapping[Unit, Mapping[int, str]] = {Unit.DAYS: {}, Unit.WEEKS: _WEEKS, Unit.MONTHS: _MONTHS}

_AFTER: Mapping[Start, str] = {
    Start.RECEIPT: mark("{length} after receipt on {day}"),
    Start.OFFER: mark("{length} after the offer on {day}"),
    Start.COUNCIL: mark("{length} after the meeting of the council on {day}"),
}

_DAYS_OFF: Mapping[DayOff | None, str] = {
    DayOff.NEW_YEAR: mark("New Year’s Day {day}"),
    DayOff.GOOD_FRIDAY: mark("Good Friday {day}"),
    DayOff.EASTER_MONDAY: mark("Easter Monday {day}"),
    DayOff.KINGS_DAY: mark("King’s Day {day}"),
    DayOff.LIBERATION_DAY: mark("Liberation Day {day}"),
    DayOff.ASCENSION_DAY: mark("Ascension Day {day}"),
    DayOff.WHIT_MONDAY: mark("Whit Monday {day}"),
    DayOff.CHRISTMAS_DAY: mark("Christmas Day {day}"),
    DayOff.BOXING_DAY: mark("Boxing Day {day}"),
}


def explanation(due: Due) -> str:
    """The last day and why it is that day, in one sentence."""
    return _("The last day is {day}: {why}.").format(day=last_day(due), why=why(due))


def explained(due: Due, last: date) -> str:
    """As `explanation`, or with the day to which the college postponed, `last`, when that is later."""
    if last <= due.day:
        return explanation(due)
    return _("The last day is now {last}, after the postponement. Agreed was {day}: {why}.").format(
        last=weekday(last), day=last_day(due), why=why(due)
    )


def why(due: Due) -> str:
    """How the last day came about, as a clause: "six weeks after receipt on … is …; the next …"."""
    return "; ".join((*_counted(due), *_ending(due)))


def last_day(due: Due) -> str:
    """The last day as the explanation writes it, for printing it bold."""
    return weekday(due.day)


def length(term: Term) -> str:
    """How long a term is: "six weeks", "30 days", "three months"."""
    return length_of(term.length, term.unit)


def length_of(count: int, unit: Unit) -> str:
    """So many days, weeks or months in words."""
    if count in _WORDS[unit]:
        return _(_WORDS[unit][count])
    match unit:
        case Unit.WEEKS:
            said = ngettext("{count} week", "{count} weeks", count)
        case Unit.MONTHS:
            said = ngettext("{count} month", "{count} months", count)
        case _:
            said = ngettext("{count} day", "{count} days", count)
    return said.format(count=count)


def beginning(term: Term) -> str:
    """From when a term counts: "after receipt", with its length."""
    said = {
        Start.RECEIPT: _("{length} after receipt"),
        Start.OFFER: _("{length} after the offer"),
        Start.COUNCIL: _("{length} after the meeting of the council"),
    }
    return said[term.start].format(length=length(term))


def rules(term: Term) -> tuple[str, ...]:
    """What was agreed besides the length, in sentences: the last day and every recess."""
    moves = {
        Rule.ATW: _("If the last day is a day off, the next working day counts."),
        Rule.CALENDAR: _("The last day stays where it is, even if it is a day off."),
    }
    pauses = {
        Effect.SUSPENDS: _("The recess from {first} to {last} does not count."),
        Effect.EXTENDS: _(
            "A term that ends in the recess from {first} to {last} moves to the first day after it."
        ),
    }
    return (
        moves[term.rule],
        *(
            pauses[recess.effect].format(first=day(recess.first), last=day(recess.last))
            for recess in term.recess
        ),
    )


def warning(due: Due) -> str:
    """What the organiser must check because the decree table does not reach; empty if it does."""
    if due.outside is None:
        return ""
    first, last = due.outside
    if due.day > last:
        return _(
            "The table of days off by royal decree runs to {last}; check in the Staatscourant whether there"
            " are more of these days."
        ).format(last=day(last))
    return _(
        "The table of days off by royal decree begins on {first}; check in the Staatscourant whether there"
        " were such days before it."
    ).format(first=day(first))


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


def _after(due: Due) -> str:
    after = _(_AFTER[due.term.start]).format(length=length(due.term), day=weekday(due.begun))
    if not due.pauses:
        return after
    pauses = _and(
        _("the recess from {first} to {last}").format(
            first=day(recess.first, "d MMMM"), last=_date(recess.last, due.begun)
        )
        for recess in due.pauses
    )
    return _("{after}, without the days of {pauses},").format(after=after, pauses=pauses)


def _counted(due: Due) -> Iterator[str]:
    """Until when the length runs, and the later day of an advice that came just before a recess."""
    if due.own is None:
        yield _("{after} is {raw}").format(after=_after(due), raw=_raw(due))
        return
    yield _("{after} is {raw}").format(after=_after(due), raw=_weekday(due.own, due.begun))
    yield _(
        "an advice that came just before the recess has until {raw}, and one that came later never has less"
    ).format(raw=_raw(due))


def _raw(due: Due) -> str:
    """The day that the length gave, and what kind of day that is."""
    when = _weekday(due.raw, due.begun)
    if not due.moved:
        return when if due.term.rule is Rule.CALENDAR else _("{day}, a working day").format(day=when)
    return _day_off(due, due.steps[0].reason, when)


def _day_off(due: Due, reason: DayOff | None, when: str) -> str:
    if reason in _DAYS_OFF:
        return _(_DAYS_OFF[reason]).format(day=_date(due.raw, due.begun))
    if reason is DayOff.DECREE:
        return _("{day}, a day off by royal decree").format(day=when)
    recess = due.term.recess_on(due.raw)
    if recess is None:
        return when
    return _("{day}, in the recess from {first} to {last}").format(
        day=when, first=day(recess.first, "d MMMM"), last=_date(recess.last, due.begun)
    )


def _ending(due: Due) -> Iterator[str]:
    when = _weekday(due.day, due.begun)
    if due.moved and due.term.rule is Rule.ATW:
        said = _and(_through(due))
        if said:
            yield _("the next working day after {recess} is {day}").format(recess=said, day=when)
        else:
            yield _("the next working day is {day}").format(day=when)
    elif due.moved:
        yield _("the first day after the recess is {day}").format(day=when)
    elif due.term.rule is Rule.CALENDAR:
        yield _("by the agreement that is the last day, even if it is a day off")


def _through(due: Due) -> Iterator[str]:
    """The recesses that moved the last day, apart from the one in which it fell at first."""
    told = {due.term.recess_on(due.raw)} if due.steps[0].reason in (None, DayOff.WEEKEND) else set()
    for step in due.steps:
        recess = due.term.recess_on(step.day)
        if recess is not None and recess not in told:
            told.add(recess)
            yield _("the recess from {first} to {last}").format(
                first=day(recess.first, "d MMMM"), last=_date(recess.last, due.begun)
            )


def _and(parts: Iterable[str]) -> str:
    """Words one after the other: "a, b and c"."""
    *first, last = (*parts,) or ("",)
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def _weekday(value: date, near: date) -> str:
    """A date with its weekday, and its year only if that differs from `near`."""
    return day(value, "EEEE d MMMM") if value.year == near.year else weekday(value)


def _date(value: date, near: date) -> str:
    return day(value, "d MMMM") if value.year == near.year else day(value)
