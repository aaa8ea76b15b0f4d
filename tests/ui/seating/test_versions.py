"""The earlier plans of a meeting: what differs, and back to one of them."""

from __future__ import annotations

import pytest
from screens import photograph, settle, when_asked

from burgertop_app.ui.seating.versions import VersionsForm


@pytest.fixture
def page(meet, plan, open_page):
    event = meet()
    plan(event)
    return open_page()


@pytest.fixture
def changed_page(qtbot, desk, page):
    """A meeting with two plans; in the second one two people have changed seats."""
    seating, room = desk.services.seating, page.found.room
    page.ask(lambda: seating.return_to(room.version.id))
    settle(qtbot, desk)
    first, second, *_others = room.seated[room.rounds[0].id]
    one, other = first.people[0].participation_id, second.people[0].participation_id
    page.ask(lambda: seating.swap(room.event.id, 1, one, other))
    settle(qtbot, desk)
    return page


def opened(qtbot, desk, page, act):
    when_asked(VersionsForm, act)
    page.seat.versions()
    settle(qtbot, desk)


def test_a_version_shows_who_sits_elsewhere_now(qtbot, desk, changed_page):
    seen = []

    def look(form):
        form.table.select(form.table.model.shown[-1].id)
        form._show()
        seen.append([(move.round_no, move.before, move.after) for move in form.moves.model.shown])
        for path in photograph(form, "tables-versions", size=None):
            assert path.stat().st_size > 1000
        form.reject()

    opened(qtbot, desk, changed_page, look)

    assert sorted(seen[0]) == [(1, 1, 2), (1, 2, 1)]


def test_an_earlier_plan_is_used_again_and_undone(qtbot, desk, changed_page):
    def choose(form):
        form.table.select(form.table.model.shown[-1].id)
        form.accept()

    opened(qtbot, desk, changed_page, choose)

    seating, event_id = desk.services.seating, changed_page.event_id
    first, _second, third = seating.versions(event_id)
    assert seating.moves(first.id, third.id) == ()
    desk.undo.undo()
    settle(qtbot, desk)
    assert len(seating.moves(first.id, seating.versions(event_id)[-1].id)) == 2


def test_the_present_plan_cannot_be_chosen(qtbot, desk, changed_page):
    seen = []

    def look(form):
        seen.append(form.yes.isEnabled())
        form.reject()

    opened(qtbot, desk, changed_page, look)

    assert seen == [False]
