from datetime import date

import pytest

from burgertop_app.domain.decree_days import DecreeTable
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.holidays import DayOff, Holidays

SHIPPED = Holidays(frozenset({date(2026, 5, 15)}), date(2023, 1, 1), date(2028, 12, 31))
NEW = date(2029, 5, 11)


@pytest.fixture
def table():
    return DecreeTable(SHIPPED)


def test_a_day_that_is_put_in_is_a_day_off(table):
    found = table.add(NEW, "Stcrt. 2028, 1234")

    assert found.holidays.why_off(NEW) is DayOff.DECREE
    assert [(line.day, line.source, line.own) for line in found.lines] == [
        (date(2026, 5, 15), "", False),
        (NEW, "Stcrt. 2028, 1234", True),
    ]


def test_a_shipped_day_that_is_taken_out_stays_visible_and_can_come_back(table):
    gone = table.remove(date(2026, 5, 15), "Stcrt. 2026, 9")

    assert gone.holidays.why_off(date(2026, 5, 15)) is None
    assert [(line.day, line.removed) for line in gone.lines] == [(date(2026, 5, 15), True)]
    assert gone.add(date(2026, 5, 15), "toch wel") == table


def test_an_own_day_that_is_taken_out_is_gone(table):
    assert table.add(NEW, "Stcrt.").remove(NEW, "vergissing") == table


def test_the_table_runs_further_when_it_was_looked_after(table):
    found = table.extend(date(2031, 12, 31), "Stcrt. 2028, 1234")

    assert found.holidays.covers(date(2031, 6, 1))
    assert not table.holidays.covers(date(2031, 6, 1))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (lambda table: table.add(NEW, "  "), "decree_source_empty"),
        (lambda table: table.add(date(2026, 5, 15), "Stcrt."), "decree_day_known"),
        (lambda table: table.add(date(2026, 12, 25), "Stcrt."), "decree_day_known"),
        (lambda table: table.add(date(2026, 12, 27), "Stcrt."), "decree_day_known"),
        (lambda table: table.add(date(2300, 1, 5), "Stcrt."), "year_out_of_range"),
        (lambda table: table.remove(NEW, "Stcrt."), "decree_day_unknown"),
        (lambda table: table.extend(date(2028, 12, 31), "Stcrt."), "decree_table_shorter"),
        (lambda table: table.extend(date(2030, 1, 1), ""), "decree_source_empty"),
    ],
)
def test_what_cannot_be_in_the_table_is_refused(table, step, code):
    with pytest.raises(BurgertopError, match=code):
        step(table)
