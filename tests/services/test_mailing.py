"""Who gets which letter, and that it was sent."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from letter_list import codes, reply, stored

from burgertop_app.domain.draw_protocol import leaf
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.people import EventKind, Participation


def test_reminder_goes_to_who_did_not_answer_and_invitation_once(house, process, invited):
    one, other, *_rest = codes(house, process)
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.INVITATION)]
    house.mailings.sent(MailKind.INVITATION, ids)
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))

    assert house.mailings.letters(process, MailKind.INVITATION) == ()
    assert len(house.mailings.letters(process, MailKind.REMINDER)) == 18


@pytest.fixture
def amsterdam(monkeypatch):
    """The clock of the computer stands in the Netherlands."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this computer cannot change its zone for a test")
def test_a_letter_sent_after_midnight_is_of_the_new_day(house, process, invited, clock, amsterdam):
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.INVITATION)][:1]
    clock.now = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    house.mailings.sent(MailKind.INVITATION, ids)
    clock.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)

    house.mailings.sent(MailKind.INVITATION, ids)
    clock.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    house.mailings.sent(MailKind.INVITATION, ids)

    told = [line.kind for line in house.people.story(ids[0]).story]
    assert told.count(EventKind.INVITATION_SENT) == 2


def test_sending_twice_a_day_is_told_once_and_can_be_undone(house, process, invited):
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.INVITATION)]
    house.mailings.sent(MailKind.INVITATION, ids)
    house.mailings.sent(MailKind.REMINDER, ids)
    house.mailings.sent(MailKind.REMINDER, ids)

    told = [line.kind for line in house.people.story(ids[0]).story]
    assert told == [EventKind.INVITED, EventKind.INVITATION_SENT, EventKind.REMINDER_SENT]

    house.mailings.unsent(MailKind.REMINDER, ids)
    assert len(house.mailings.letters(process, MailKind.REMINDER)) == 20


def test_nobody_is_reminded_of_an_invitation_that_did_not_go_out(house, process, invited):
    before = house.mailings.waiting(process)
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.INVITATION)]

    house.mailings.sent(MailKind.INVITATION, ids[:3])

    assert (before[MailKind.INVITATION], before[MailKind.REMINDER]) == (20, 0)
    assert house.mailings.waiting(process)[MailKind.REMINDER] == 3


def test_confirmation_has_what_checks_the_leaf(house, process, invited):
    recorded = house.replying.record(process, reply(codes(house, process)[0], features={"opleiding": "hbo"}))

    (letter,) = house.mailings.letters(process, MailKind.CONFIRMATION)

    part = stored(house, Participation, id=recorded.change.id)[0]
    assert list(letter.features) == ["wijk", "leeftijd", "opleiding"]
    assert leaf(letter.salt, letter.number, letter.features) == leaf(part.salt, part.number, letter.features)
