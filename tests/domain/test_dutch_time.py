"""The time in the Netherlands, laid beside that of the time zone database where there is one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from burgertop_app.domain.dutch_time import DUTCH, ZONE


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "2026-03-29 01:59 CET"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026-03-29 03:00 CEST"),
        (datetime(2026, 7, 1, 18, 4, tzinfo=UTC), "2026-07-01 20:04 CEST"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 02:30 CEST"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25 02:30 CET"),
    ],
)
def test_moment_is_told_in_dutch_time_with_its_zone(moment, said):
    assert f"{moment.astimezone(DUTCH):%Y-%m-%d %H:%M %Z}" == said


def test_every_hour_of_three_years_is_that_of_the_zone_database():
    try:
        known = ZoneInfo(ZONE)
    except KeyError:
        pytest.skip("this computer has no time zone database")
    start = datetime(2025, 1, 1, tzinfo=UTC)
    moments = [start + timedelta(hours=hour) for hour in range(3 * 365 * 24)]

    ours = [(at.astimezone(DUTCH).isoformat(), at.astimezone(DUTCH).tzname()) for at in moments]

    assert ours == [(at.astimezone(known).isoformat(), at.astimezone(known).tzname()) for at in moments]


def test_moment_goes_back_to_utc_also_in_the_hour_that_comes_twice():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert [at.astimezone(DUTCH).astimezone(UTC) for at in (first, first + timedelta(hours=1))] == [
        first,
        first + timedelta(hours=1),
    ]
