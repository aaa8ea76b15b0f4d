import unicodedata
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.calendar import Day, calendar_bytes, write_calendar

STAMP = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOSTILE = 'Warm; wonen, "zonder" \\ zorgen\nBEGIN:VEVENT\r\nX-KWAAD:ja: العربية 🏘️ ' + "zwaluw" * 30
LAST = Day("a@burgertop.nl", "Laatste dag", date(2026, 4, 7), "Uitleg", 0, (14, 3))


def seen(text):
    """The characters of a text that one can see."""
    return "".join(
        one for one in text if unicodedata.category(one)[0] not in "CZ" and one not in "\ufffe\uffff"
    )


def lines(content):
    return content.split(b"\r\n")


def test_a_last_day_is_a_whole_day_with_two_alarms():
    event = vobject.readOne(calendar_bytes([LAST], STAMP, "Termijnen").decode()).vevent

    assert (event.dtstart.value, event.dtend.value) == (date(2026, 4, 7), date(2026, 4, 8))
    assert event.dtstamp.value == STAMP
    assert event.uid.value == "a@burgertop.nl"
    assert [alarm.trigger.value for alarm in event.valarm_list] == [-timedelta(days=14), -timedelta(days=3)]
    assert {alarm.action.value for alarm in event.valarm_list} == {"DISPLAY"}


def test_the_file_is_published_and_names_what_the_standard_asks():
    content = calendar_bytes([LAST], STAMP, "Termijnen")

    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    for needed in (
        b"VERSION:2.0",
        b"PRODID:",
        b"METHOD:PUBLISH",
        b"DTSTART;VALUE=DATE:20260407",
        b"SEQUENCE:0",
    ):
        assert needed in content


@pytest.mark.parametrize("parser", [vobject.readOne, icalendar.Calendar.from_ical])
def test_a_hostile_title_stays_a_title(parser):
    content = calendar_bytes([Day("b@burgertop.nl", HOSTILE, date(2026, 4, 7), HOSTILE)], STAMP, HOSTILE)

    parser(content.decode())
    event = vobject.readOne(content.decode()).vevent
    assert content.count(b"\r\nBEGIN:VEVENT") == 1
    assert event.summary.value == " ".join(HOSTILE.split())
    assert event.description.value == HOSTILE.replace("\r\n", "\n")


def test_no_line_is_longer_than_the_standard_allows():
    content = calendar_bytes([Day("b@burgertop.nl", HOSTILE * 3, date(2026, 4, 7), HOSTILE * 9)], STAMP, "x")

    assert max(map(len, lines(content))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines(content):
        line.decode("utf-8")


@given(title=st.text(max_size=300), text=st.text(max_size=300))
def test_any_text_makes_a_file_that_a_second_parser_reads(title, text):
    content = calendar_bytes([Day("c@burgertop.nl", title, date(2026, 4, 7), text, 2, (3,))], STAMP, title)

    event = vobject.readOne(content.decode()).vevent
    assert event.sequence.value == "2"
    assert seen(event.summary.value) == seen(title)
    assert max(map(len, lines(content))) <= 75


def test_a_calendar_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "termijnen.ics"
    path.write_bytes(b"oud")

    def full(*_args, **_told):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)

    with pytest.raises(InvalidInput):
        write_calendar(path, [LAST], STAMP, "Termijnen")

    assert path.read_bytes() == b"oud"
    assert [file.name for file in tmp_path.iterdir()] == ["termijnen.ics"]
