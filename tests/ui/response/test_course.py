"""What happened about one advice, in a list: the order of one day, and the day of the clock on the wall."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from burgertop_app.domain.advice import Offer, Receipt
from burgertop_app.domain.responses import Reminder, ReplyReading
from burgertop_app.services.happened import Course
from burgertop_app.ui.response.course import latest_first

ONE = UUID(int=1)
DAY = date(2026, 3, 2)


@pytest.fixture
def amsterdam(monkeypatch):
    """The clock of the computer stands in the Netherlands."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_of_one_day_the_receipt_stands_above_the_offer():
    offer = Offer(id=ONE, version_id=ONE, to="het college", on=DAY)
    receipt = Receipt(id=ONE, offer_id=ONE, on=DAY, proof="Bon 12")
    reminder = Reminder(id=ONE, advice_id=ONE, on=DAY)

    told = latest_first(Course(offers=(offer,), receipts=(receipt,), reminders=(reminder,)))

    assert [event.icon for event in told] == ["mail", "mail-check", "landmark"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this computer cannot change its zone for a test")
def test_workbook_read_in_after_midnight_is_of_the_new_day(amsterdam):
    at = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    reading = ReplyReading(id=ONE, advice_id=ONE, attachment_id=ONE, at=at)

    assert latest_first(Course(readings=(reading,)))[0].on == date(2026, 3, 3)
