from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.holidays import DayOff, Holidays, easter_sunday, holidays_of
from burgertop_app.domain.terms import Recess, Rule, Term, Urgency, due, read_day, urgency

DECREE = frozenset({date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7)})
HOLIDAYS = Holidays(DECREE, date(2023, 1, 1), date(2028, 12, 31))

days = st.dates(date(2015, 1, 1), date(2190, 12, 31))
weeks = st.integers(1, 104)


@pytest.mark.parametrize(
    ("received", "raw", "last", "reason"),
    [
        (date(2026, 2, 20), date(2026, 4, 3), date(2026, 4, 7), DayOff.GOOD_FRIDAY),
        (date(2026, 3, 24), date(2026, 5, 5), date(2026, 5, 6), DayOff.LIBERATION_DAY),
        (date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 28), DayOff.CHRISTMAS_DAY),
        (date(2026, 4, 3), date(2026, 5, 15), date(2026, 5, 18), DayOff.DECREE),
    ],
)
def test_six_weeks_end_on_the_next_working_day(received, raw, last, reason):
    found = due(received, Term(), HOLIDAYS)

    assert (found.raw, found.day) == (raw, last)
    assert (found.steps[0].day, found.steps[0].reason) == (raw, reason)
    assert found.moved


def test_every_skipped_day_is_named_with_its_reason():
    found = due(date(2026, 2, 20), Term(), HOLIDAYS)

    assert [(step.day.day, step.reason) for step in found.steps] == [
        (3, DayOff.GOOD_FRIDAY),
        (4, DayOff.WEEKEND),
        (5, DayOff.WEEKEND),
        (6, DayOff.EASTER_MONDAY),
    ]


@given(received=days, length=weeks)
def test_last_day_is_the_first_working_day_from_the_raw_day_on(received, length):
    found = due(received, Term(length), HOLIDAYS)

    skipped = [found.raw + timedelta(days=ahead) for ahead in range((found.day - found.raw).days)]
    assert found.raw == received + timedelta(weeks=length)
    assert HOLIDAYS.why_off(found.day) is None
    assert all(HOLIDAYS.why_off(day) is not None for day in skipped)
    assert [step.day for step in found.steps] == skipped


@given(received=days, length=weeks)
def test_calendar_rule_never_moves(received, length):
    found = due(received, Term(length, Rule.CALENDAR), HOLIDAYS)

    assert found.day == found.raw == received + timedelta(weeks=length)
    assert not found.steps
    assert found.outside is None


@given(received=days, start=st.integers(-30, 120), length=st.integers(0, 60), rule=st.sampled_from(Rule))
def test_recess_days_do_not_count_and_never_end_the_term(received, start, length, rule):
    first = received + timedelta(days=start)
    recess = Recess(first, first + timedelta(days=length))

    found = due(received, Term(6, rule, (recess,)), HOLIDAYS)

    until_raw = [received + timedelta(days=ahead) for ahead in range(1, (found.raw - received).days + 1)]
    assert sum(not recess.has(day) for day in until_raw) == 42
    assert not recess.has(found.day)


def test_a_recess_after_the_last_day_is_not_mentioned():
    recess = Recess(date(2027, 2, 1), date(2027, 2, 7))

    found = due(date(2026, 11, 13), Term(6, recess=(recess,)), HOLIDAYS)

    assert found.pauses == ()


@pytest.mark.parametrize(
    ("received", "outside"),
    [
        (date(2028, 11, 17), None),
        (date(2028, 11, 20), (date(2023, 1, 1), date(2028, 12, 31))),
        (date(2022, 3, 1), (date(2023, 1, 1), date(2028, 12, 31))),
    ],
)
def test_a_term_beyond_the_decree_table_says_so(received, outside):
    assert due(received, Term(), HOLIDAYS).outside == outside


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2014, date(2014, 4, 20)),
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
        (2076, date(2076, 4, 19)),
        (2160, date(2160, 3, 23)),
    ],
)
def test_easter_falls_where_the_almanac_has_it(year, easter):
    assert easter_sunday(year) == easter


@pytest.mark.parametrize(("year", "day"), [(2025, 26), (2026, 27), (2031, 26), (2036, 26)])
def test_kings_day_is_never_a_sunday(year, day):
    assert holidays_of(year)[date(year, 4, day)] is DayOff.KINGS_DAY


@pytest.mark.parametrize("text", ["20-02-2026", "2026/02/20", "gisteren", "", "2026-2-2", "٢٠٢٦-٠٢-٢٠"])
def test_another_form_of_date_is_refused(text):
    with pytest.raises(InvalidInput) as caught:
        read_day(text)

    assert caught.value.code == "date_form"


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01"])
def test_a_date_that_does_not_exist_is_refused(text):
    with pytest.raises(InvalidInput) as caught:
        read_day(text)

    assert caught.value.code == "date_not_real"


@pytest.mark.parametrize("length", [0, -6, 105])
def test_an_impossible_length_is_refused(length):
    with pytest.raises(InvalidInput, match="term_weeks"):
        Term(length)


@pytest.mark.parametrize(
    ("received", "code"), [("9999-12-01", "date_too_far"), ("0206-02-20", "year_out_of_range")]
)
def test_a_mistyped_year_is_refused(received, code):
    with pytest.raises(InvalidInput, match=code):
        due(read_day(received), Term(), HOLIDAYS)


def test_a_recess_cannot_end_before_it_begins():
    with pytest.raises(InvalidInput, match="recess_backwards"):
        Recess(date(2026, 8, 2), date(2026, 8, 1))


def test_a_decree_day_must_lie_in_the_period_of_the_table():
    with pytest.raises(InvalidInput, match="decree_day_outside"):
        Holidays(frozenset({date(2029, 1, 2)}), date(2023, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 12, 9), Urgency.LATE),
        (date(2026, 12, 10), Urgency.SOON),
        (date(2026, 12, 17), Urgency.SOON),
        (date(2026, 12, 18), Urgency.RUNNING),
        (None, Urgency.NOT_RUNNING),
    ],
)
def test_urgency_follows_the_days_left(last, expected):
    assert urgency(last, today=date(2026, 12, 10)) is expected
