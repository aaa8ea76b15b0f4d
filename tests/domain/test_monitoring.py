from datetime import date

import pytest

from burgertop_app.domain.holidays import Holidays
from burgertop_app.domain.monitoring import (
    Interval,
    Turn,
    last_held,
    months_after,
    next_slot,
    planned_day,
    schedule,
)
from burgertop_app.domain.responses import MonitorMeeting

BARE = Holidays(frozenset(), date(2024, 1, 1), date(2035, 12, 31))
ANSWERED = date(2026, 12, 2)
RHYTHM = Interval(3, 6)


@pytest.fixture
def meeting(process):
    def made(on, number=0, *, held=True):
        return MonitorMeeting(id=process, process_id=process, on=on, number=number, held=held)

    return made


@pytest.mark.parametrize(
    ("start", "months", "then"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 2), 9, date(2027, 9, 2)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_end_on_a_day_that_exists(start, months, then):
    assert months_after(start, months) == then


def test_a_meeting_is_never_planned_on_a_day_off():
    assert planned_day(date(2026, 9, 25), RHYTHM, 1, BARE) == date(2026, 12, 28)


def test_the_schedule_counts_three_months_and_then_every_six():
    slots = schedule(ANSWERED, RHYTHM, [], date(2026, 12, 10), BARE)

    assert [(slot.number, slot.on, slot.turn) for slot in slots] == [
        (1, date(2027, 3, 2), Turn.COMING),
        (2, date(2027, 9, 2), Turn.COMING),
    ]


def test_nothing_is_planned_before_there_is_an_answer():
    assert schedule(None, RHYTHM, [], date(2026, 12, 10), BARE) == ()


def test_a_meeting_that_was_not_held_in_time_is_late_and_is_the_next(meeting):
    slots = schedule(ANSWERED, RHYTHM, [], date(2027, 4, 1), BARE)

    assert slots[0].turn is Turn.LATE
    assert next_slot(slots) == slots[0]


def test_a_moved_meeting_takes_the_place_of_the_planned_one(meeting):
    moved = meeting(date(2027, 3, 16), 1, held=False)

    slots = schedule(ANSWERED, RHYTHM, [moved], date(2027, 3, 10), BARE)

    assert [(slot.number, slot.on) for slot in slots][:2] == [(1, date(2027, 3, 16)), (2, date(2027, 9, 2))]
    assert next_slot(slots).meeting == moved


def test_a_meeting_before_the_last_one_held_was_missed(meeting):
    second = meeting(date(2027, 9, 2), 2)

    slots = schedule(ANSWERED, RHYTHM, [second], date(2027, 10, 1), BARE)

    assert [slot.turn for slot in slots] == [Turn.MISSED, Turn.HELD, Turn.COMING, Turn.COMING]
    assert last_held(slots).meeting == second


def test_a_meeting_held_before_its_day_counts_for_that_day(meeting):
    early = meeting(date(2027, 2, 20), 1)

    slots = schedule(ANSWERED, RHYTHM, [early], date(2027, 2, 25), BARE)

    assert [(slot.number, slot.turn) for slot in slots] == [
        (1, Turn.HELD),
        (2, Turn.COMING),
        (3, Turn.COMING),
    ]


def test_a_meeting_outside_the_schedule_moves_nothing(meeting):
    extra = meeting(date(2027, 1, 5))

    slots = schedule(ANSWERED, RHYTHM, [extra], date(2027, 1, 10), BARE)

    assert [(slot.number, slot.turn) for slot in slots] == [
        (0, Turn.HELD),
        (1, Turn.COMING),
        (2, Turn.COMING),
    ]
