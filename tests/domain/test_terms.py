from datetime import date, timedelta
from itertools import product

import holidays as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.holidays import DayOff, Holidays, easter_sunday, holidays_of
from burgertop_app.domain.terms import (
    LONGEST,
    SHORTEST,
    Effect,
    Recess,
    Rule,
    Term,
    Unit,
    Urgency,
    due,
    moved_on,
    read_day,
    urgency,
)

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


@st.composite
def recesses(draw, around=date(2026, 6, 1)):
    first = around + timedelta(days=draw(st.integers(-60, 200)))
    length = draw(st.integers(0, 60))
    return Recess(first, first + timedelta(days=length), draw(st.sampled_from(Effect)))


@st.composite
def terms(draw):
    unit = draw(st.sampled_from(Unit))
    return Term(
        draw(st.integers(SHORTEST[unit], min(LONGEST[unit], 120))),
        draw(st.sampled_from(Rule)),
        tuple(draw(st.lists(recesses(), max_size=3))),
        unit,
    )


near = st.dates(date(2026, 3, 1), date(2026, 10, 31))


@given(received=near, term=terms())
def test_the_last_day_is_never_in_a_recess_and_by_the_law_never_a_day_off(received, term):
    found = due(received, term, HOLIDAYS)

    assert term.recess_on(found.day) is None
    assert term.rule is Rule.CALENDAR or HOLIDAYS.why_off(found.day) is None
    assert moved_on(found.day, term, HOLIDAYS) == found.day


@given(received=near, term=terms())
def test_the_last_day_never_comes_before_the_length_is_full(received, term):
    found = due(received, term, HOLIDAYS)
    bare = due(received, Term(term.length, Rule.CALENDAR, unit=term.unit), HOLIDAYS)

    assert bare.day <= found.raw <= found.day


@given(received=near, term=terms(), later=st.integers(1, 40))
def test_whoever_receives_later_never_has_to_answer_earlier(received, term, later):
    first = due(received, term, HOLIDAYS)
    second = due(received + timedelta(days=later), term, HOLIDAYS)

    assert first.raw <= second.raw
    assert first.day <= second.day


FEBRUARY = Recess(date(2026, 1, 31), date(2026, 2, 10))
MONTH = Term(1, recess=(FEBRUARY,), unit=Unit.MONTHS)


@pytest.mark.parametrize(
    ("received", "own", "raw"),
    [
        (date(2026, 1, 28), None, date(2026, 3, 11)),
        (date(2026, 1, 29), None, date(2026, 3, 11)),
        (date(2026, 1, 30), date(2026, 3, 10), date(2026, 3, 11)),
        (date(2026, 2, 5), date(2026, 3, 10), date(2026, 3, 11)),
        (date(2026, 2, 11), None, date(2026, 3, 11)),
        (date(2026, 2, 12), None, date(2026, 3, 12)),
    ],
)
def test_months_after_a_recess_end_no_earlier_than_those_before_it(received, own, raw):
    found = due(received, MONTH, HOLIDAYS)

    assert (found.own, found.raw) == (own, raw)


def test_no_recess_of_any_length_or_place_lets_a_month_end_earlier_for_who_receives_later():
    for length, months, start in product((1, 2, 10, 28, 45), (1, 2, 3, 6), range(0, 60, 3)):
        first = date(2027, 1, 10) + timedelta(days=start)
        recess = Recess(first, first + timedelta(days=length - 1))
        term = Term(months, recess=(recess,), unit=Unit.MONTHS)
        found = [due(first + timedelta(days=ahead), term, HOLIDAYS) for ahead in range(-5, length + 6)]
        assert [one.raw for one in found] == sorted(one.raw for one in found)
        assert [one.day for one in found] == sorted(one.day for one in found)


@given(received=near, term=terms())
def test_days_on_which_the_clock_stands_still_are_added_one_for_one(received, term):
    found = due(received, term, HOLIDAYS)
    begun = received
    while term.stands_still_on(begun + timedelta(days=1)):
        begun += timedelta(days=1)
    bare = due(begun, Term(term.length, Rule.CALENDAR, unit=term.unit), HOLIDAYS)

    length = ((found.own or found.raw) - received).days
    counted = [received + timedelta(days=ahead) for ahead in range(1, length + 1)]
    running = [day for day in counted if not term.stands_still_on(day)]
    assert len(running) == (bare.day - begun).days
    assert running[-1] == (found.own or found.raw)


@pytest.mark.parametrize(
    ("received", "recess", "raw", "last"),
    [
        # The recess lies wholly in the term: 14 days more, or none.
        ((2026, 6, 1), (6, 15, 6, 28, Effect.SUSPENDS), (2026, 7, 27), (2026, 7, 27)),
        ((2026, 6, 1), (6, 15, 6, 28, Effect.EXTENDS), (2026, 7, 13), (2026, 7, 13)),
        # The term ends in the recess.
        ((2026, 6, 1), (7, 6, 8, 16, Effect.SUSPENDS), (2026, 8, 24), (2026, 8, 24)),
        ((2026, 6, 1), (7, 6, 8, 16, Effect.EXTENDS), (2026, 7, 13), (2026, 8, 17)),
        # Receipt in the recess: the clock starts after it, or at once.
        ((2026, 7, 20), (7, 6, 8, 16, Effect.SUSPENDS), (2026, 9, 27), (2026, 9, 28)),
        ((2026, 7, 20), (7, 6, 8, 16, Effect.EXTENDS), (2026, 8, 31), (2026, 8, 31)),
        # The recess ends on the Friday before Whit Monday.
        ((2026, 4, 7), (5, 11, 5, 22, Effect.EXTENDS), (2026, 5, 19), (2026, 5, 26)),
    ],
)
def test_a_recess_suspends_or_extends_as_agreed(received, recess, raw, last):
    *ends, effect = recess
    away = Recess(date(2026, *ends[:2]), date(2026, *ends[2:]), effect)

    found = due(date(*received), Term(recess=(away,)), HOLIDAYS)

    assert (found.raw, found.day) == (date(*raw), date(*last))


def test_recesses_that_touch_or_overlap_count_once():
    two = (
        Recess(date(2026, 6, 15), date(2026, 6, 21)),
        Recess(date(2026, 6, 19), date(2026, 6, 28)),
    )
    one = (Recess(date(2026, 6, 15), date(2026, 6, 28)),)

    received = date(2026, 6, 1)
    assert due(received, Term(recess=two), HOLIDAYS).day == due(received, Term(recess=one), HOLIDAYS).day


@pytest.mark.parametrize(
    ("received", "length", "unit", "raw"),
    [
        ((2028, 1, 18), 6, Unit.WEEKS, (2028, 2, 29)),
        ((2027, 1, 18), 6, Unit.WEEKS, (2027, 3, 1)),
        ((2028, 2, 29), 52, Unit.WEEKS, (2029, 2, 27)),
        ((2028, 2, 29), 12, Unit.MONTHS, (2029, 2, 28)),
        ((2028, 1, 31), 1, Unit.MONTHS, (2028, 2, 29)),
        ((2027, 1, 31), 1, Unit.MONTHS, (2027, 2, 28)),
        ((2026, 10, 31), 4, Unit.MONTHS, (2027, 2, 28)),
        ((2026, 11, 30), 1, Unit.MONTHS, (2026, 12, 30)),
        ((2026, 12, 15), 30, Unit.DAYS, (2027, 1, 14)),
        ((2026, 11, 20), 6, Unit.WEEKS, (2027, 1, 1)),
    ],
)
def test_leap_years_and_year_ends_are_counted_by_the_calendar(received, length, unit, raw):
    assert due(date(*received), Term(length, Rule.CALENDAR, unit=unit), HOLIDAYS).day == date(*raw)


@given(begun=st.dates(date(2015, 1, 1), date(2040, 12, 31)))
def test_even_the_shortest_term_in_days_holds_two_working_days(begun):
    last = due(begun, Term(SHORTEST[Unit.DAYS], unit=Unit.DAYS), HOLIDAYS).day

    within = (begun + timedelta(days=ahead) for ahead in range(1, (last - begun).days + 1))
    assert sum(HOLIDAYS.why_off(day) is None for day in within) >= 2


def test_every_day_from_2015_to_2040_agrees_with_another_calendar():
    theirs = oracle.NL(years=range(2015, 2041), categories=("public", "optional"))
    ours = Holidays(frozenset(), date(2015, 1, 1), date(2040, 12, 31))
    first, last = date(2015, 1, 1), date(2040, 12, 31)

    every = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    differing = [
        day for day in every if (ours.why_off(day) is not None) != (day in theirs or day.isoweekday() > 5)
    ]

    assert len(every) == 9497
    assert differing == []


def test_every_term_of_six_weeks_from_2015_to_2040_agrees_with_another_calendar():
    theirs = oracle.NL(years=range(2015, 2042), categories=("public", "optional"))
    ours = Holidays(frozenset(), date(2015, 1, 1), date(2041, 12, 31))
    first = date(2015, 1, 1)

    def expected(received):
        day = received + timedelta(weeks=6)
        while day in theirs or day.isoweekday() > 5:
            day += timedelta(days=1)
        return day

    received = [first + timedelta(days=ahead) for ahead in range((date(2040, 12, 31) - first).days + 1)]
    assert [day for day in received if due(day, Term(), ours).day != expected(day)] == []


@pytest.mark.parametrize("day", sorted(DECREE))
def test_a_decree_day_moves_the_term_on(day):
    assert due(day - timedelta(weeks=6), Term(), HOLIDAYS).day > day
    assert due(day - timedelta(weeks=6), Term(rule=Rule.CALENDAR), HOLIDAYS).day == day


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


@pytest.mark.parametrize(
    ("length", "unit"),
    [
        (0, Unit.WEEKS),
        (-6, Unit.WEEKS),
        (105, Unit.WEEKS),
        (6, Unit.DAYS),
        (729, Unit.DAYS),
        (25, Unit.MONTHS),
    ],
)
def test_an_impossible_length_is_refused(length, unit):
    with pytest.raises(InvalidInput, match=f"term_{unit}"):
        Term(length, unit=unit)


def test_a_recess_of_more_than_a_year_is_refused():
    with pytest.raises(InvalidInput, match="recess_long"):
        Recess(date(2026, 7, 1), date(2027, 7, 2))


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
