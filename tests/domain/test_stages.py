"""How far people ever came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from burgertop_app.domain.people import EventKind, State
from burgertop_app.domain.stages import LEFT, Reached, by_state, by_story

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def story(*kinds):
    return [(kind, START + timedelta(days=day)) for day, kind in enumerate(kinds)]


def test_who_declined_an_invitation_never_registered():
    assert by_story(story(EventKind.INVITED, EventKind.DECLINED)) == Reached()


def test_who_declined_after_the_draw_was_drawn_all_the_same():
    told = story(EventKind.REGISTERED, EventKind.DRAWN, EventKind.DECLINED)

    assert by_story(told) == Reached(registered=True, drawn=True)


def test_who_left_after_a_meeting_was_there():
    told = story(EventKind.REGISTERED, EventKind.DRAWN, EventKind.PRESENT, EventKind.WITHDRAWN)

    assert by_story(told) == Reached(registered=True, drawn=True, present=True)


def test_a_draw_that_was_withdrawn_drew_nobody():
    told = story(EventKind.REGISTERED, EventKind.DRAWN, EventKind.WITHDRAWN)

    assert by_story(told, undone=START + timedelta(days=3)) == Reached(registered=True)


def test_the_state_tells_of_everyone_who_did_not_leave():
    stays = [state for state in State if state not in LEFT]

    assert [state for state in stays if by_state(state).registered] == stays[stays.index(State.REGISTERED) :]
    assert by_state(State.RESERVE) == Reached(registered=True)
