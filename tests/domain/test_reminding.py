from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.reminding import Occasion, Sent, Standing, coming, occasion_on, schedule, to_do

BEGUN, LAST = date(2026, 3, 2), date(2026, 4, 13)


def plan(today, *sent, waiting=True):
    return schedule(BEGUN, LAST, today, sent, waiting=waiting)


def test_the_schedule_runs_from_two_weeks_before_until_the_next_one_to_come():
    assert [(one.on, one.occasion, one.standing) for one in plan(date(2026, 4, 30))] == [
        (date(2026, 3, 30), Occasion.TWO_WEEKS_BEFORE, Standing.PASSED),
        (date(2026, 4, 10), Occasion.THREE_DAYS_BEFORE, Standing.PASSED),
        (date(2026, 4, 14), Occasion.DAY_AFTER, Standing.PASSED),
        (date(2026, 4, 28), Occasion.STILL_LATE, Standing.TO_DO),
        (date(2026, 5, 12), Occasion.STILL_LATE, Standing.COMING),
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 29), None),
        (date(2026, 3, 30), Occasion.TWO_WEEKS_BEFORE),
        (date(2026, 4, 9), Occasion.TWO_WEEKS_BEFORE),
        (date(2026, 4, 10), Occasion.THREE_DAYS_BEFORE),
        (date(2026, 4, 13), Occasion.THREE_DAYS_BEFORE),
        (date(2026, 4, 14), Occasion.DAY_AFTER),
        (date(2026, 4, 27), Occasion.DAY_AFTER),
        (date(2026, 4, 28), Occasion.STILL_LATE),
    ],
)
def test_a_reminder_is_due_from_its_day_until_the_next_one(today, expected):
    found = to_do(plan(today))

    assert (found.occasion if found else None) is expected


def test_a_reminder_that_went_out_is_not_asked_again():
    found = plan(date(2026, 4, 11), Sent(date(2026, 4, 10)))

    assert to_do(found) is None
    assert [one.sent_on for one in found if one.standing is Standing.SENT] == [date(2026, 4, 10)]
    assert coming(found).on == date(2026, 4, 14)


def test_a_reminder_sent_early_counts_for_the_moment_it_was_meant_for():
    found = plan(date(2026, 4, 10), Sent(date(2026, 4, 9), planned_on=date(2026, 4, 10)))

    assert to_do(found) is None


def test_a_term_shorter_than_two_weeks_begins_with_the_later_reminder():
    found = schedule(date(2026, 4, 6), LAST, date(2026, 4, 6), (), waiting=True)

    assert found[0].occasion is Occasion.THREE_DAYS_BEFORE


def test_nothing_is_asked_once_everything_is_answered():
    found = plan(date(2026, 5, 30), Sent(date(2026, 3, 30)), waiting=False)

    assert [one.standing for one in found] == [Standing.SENT]


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(last=days, today=days, sent=st.lists(st.builds(Sent, days), max_size=6), length=st.integers(1, 200))
def test_at_most_one_reminder_is_due_and_the_moments_are_in_order(last, today, sent, length):
    found = schedule(last - timedelta(days=length), last, today, sent, waiting=True)

    assert sum(one.standing is Standing.TO_DO for one in found) <= 1
    assert [one.on for one in found] == sorted({one.on for one in found})
    assert found[-1].on > min(today, last)
    assert all((one.standing is Standing.COMING) <= (one.on > today) for one in found)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 4, 1), Occasion.TWO_WEEKS_BEFORE),
        (date(2026, 4, 10), Occasion.THREE_DAYS_BEFORE),
        (date(2026, 4, 14), Occasion.DAY_AFTER),
        (date(2026, 4, 28), Occasion.STILL_LATE),
    ],
)
def test_a_letter_of_today_fits_how_near_the_last_day_is(today, expected):
    assert occasion_on(LAST, today) is expected
