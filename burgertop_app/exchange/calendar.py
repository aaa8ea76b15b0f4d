"""Days for a calendar: an iCalendar file (RFC 5545) that Outlook and other programs take in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event, vText

from burgertop_app.exchange.exports import whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

PRODUCT = "-//Burgertop//Burgertop//NL"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAK = re.compile(r"\r\n|[\r\u2028\u2029]")


@dataclass(frozen=True)
class Day:
    """A whole day in a calendar.

    `uid` stays the same when the day moves and `sequence` then goes up, so that a program that took it in
    before moves it instead of showing it twice. `alarms` are so many days before it.
    """

    uid: str
    title: str
    on: date
    text: str = ""
    sequence: int = 0
    alarms: tuple[int, ...] = ()


def calendar_bytes(days: Sequence[Day], stamp: datetime, name: str) -> bytes:
    """The days as an iCalendar file, published (nobody is invited); `stamp` is when it was made, in UTC.

    Source: RFC 5545, sections 3.1 (lines), 3.3.11 (text), 3.6.1 (events), 3.6.6 (alarms) and 3.8.7.4.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_line(name)))
    for day in days:
        calendar.add_component(_event(day, stamp))
    return bytes(calendar.to_ical())


def write_calendar(path: Path, days: Sequence[Day], stamp: datetime, name: str) -> None:
    """Write the days to `path`, whole or not at all.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    content = calendar_bytes(days, stamp, name)
    with whole(path) as temporary:
        temporary.write_bytes(content)


def _event(day: Day, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("sequence", day.sequence)
    event.add("summary", _line(day.title))
    if day.text:
        event.add("description", _clean(day.text))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    for before in day.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _line(day.title))
        alarm.add("trigger", timedelta(days=-before))
        event.add_component(alarm)
    return event


def _line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    return _CONTROL.sub("", _BREAK.sub("\n", text))
