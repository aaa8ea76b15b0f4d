"""At the door, round by round: who comes later or leaves, a full round, what is counted and remembered."""

from __future__ import annotations

import pytest
from screens import flush, settle, when_asked

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.seating.page import ROOM
from burgertop_app.ui.seating.unlike_forms import StayForm


@pytest.fixture
def event(meet, house, process):
    """The sample, and two people with the same name."""
    made = meet()
    house.meetings.set_tables(made, 6, low=5, high=7)
    for _person in range(2):
        house.people.add(process, PersonForm(name="Ali Öztürk", state=State.DRAWN))
    return made


@pytest.fixture
def page(event, plan, open_page):
    plan(event)
    made = open_page()
    made.to_door.click()
    flush()
    return made


@pytest.fixture
def door(page):
    return page.door


def somebody(page):
    """A guest whose name nobody else has."""
    return next(line for line in page.found.guests if line.name != "Ali Öztürk")


def test_who_comes_later_is_not_marked_absent_with_all_others(qtbot, desk, dialogs, house, event, page, door):
    first, second = page.found.guests[:2]
    house.table_rules.stay(event, first.participation_id, 2)
    page.load()
    settle(qtbot, desk)
    door.marked.emit([second.participation_id], Presence.PRESENT)
    settle(qtbot, desk)

    door.rest.click()
    settle(qtbot, desk)

    marks = house.event_day.attendance(event)
    assert first.participation_id not in marks
    assert len(marks) == len(page.found.guests) - 1
    assert "1 persoon komt later en blijft open staan." in dialogs.asked[-1]


def test_who_comes_later_is_told_in_the_list_until_they_are_in(qtbot, desk, house, event, page, door):
    guest = somebody(page)
    house.table_rules.stay(event, guest.participation_id, 2)
    page.load()
    settle(qtbot, desk)

    def chip():
        shown = next(one for one in door.table.model.shown if one.person == guest.participation_id)
        return door.table.model.columns[-1].chip(shown).words

    before = chip()
    house.table_rules.stay(event, guest.participation_id, 2, 2)
    page.load()
    settle(qtbot, desk)
    once = chip()
    door.marked.emit([guest.participation_id], Presence.PRESENT)
    settle(qtbot, desk)

    assert (before, once, chip()) == ("vanaf ronde 2", "alleen ronde 2", "aanwezig")


def test_at_the_door_somebody_turns_out_to_leave_early(qtbot, desk, house, event, page, door):
    guest = somebody(page)
    shown = next(one for one in door.table.model.shown if one.person == guest.participation_id)
    entries = {entry[0]: entry[2] for entry in door._entries([shown])}

    def fill(form):
        form.last.put(1)
        form.accept()

    when_asked(StayForm, fill)
    entries["Komt later of gaat weg…"]()
    settle(qtbot, desk)

    stay = house.seating.room(event).stays[guest.participation_id]
    assert (stay.first, stay.last) == (1, 1)
    assert page.found.amiss
    page._show(ROOM)
    page.area.show_round(2)
    seat = next(
        seat
        for table in page.area.view.tables
        for seat in table.seats
        if seat.person == guest.participation_id
    )
    assert seat.said.endswith("niet in deze ronde")


def test_the_head_and_the_list_count_the_same_people(qtbot, desk, house, process, event, page, door):
    house.people.add(process, PersonForm(name="Laatkomer", state=State.DRAWN))
    absent = somebody(page).participation_id
    door.marked.emit([absent], Presence.ABSENT)
    settle(qtbot, desk)
    page.load()
    settle(qtbot, desk)

    assert "33 mensen" in page.head.sentence.text()
    assert door.table._left.text() == "33 mensen"


def test_a_full_room_offers_a_chair_and_takes_it_back(qtbot, desk, dialogs, house, event, page, door):
    house.meetings.set_tables(event, 6, low=5, high=6)
    for _person in range(5):
        house.event_day.walk_in(event, PersonForm(name="Extra Stoel"))
    page.load()
    settle(qtbot, desk)
    page._show(ROOM)
    (late,) = page.found.room.unseated

    page.area.side.place_wanted.emit(late)
    settle(qtbot, desk)
    seated = not page.found.room.unseated
    desk.undo.undo()
    settle(qtbot, desk)

    assert "Een stoel bijzetten aan de tafel die het best past?" in dialogs.asked[-1]
    assert seated
    assert len(page.found.room.unseated) == 1
    assert not any(table.own_high for table in house.meetings.tables(event))


def test_the_latest_marks_are_in_order_and_gone_when_undone(qtbot, desk, page, door):
    people = [line for line in page.found.guests if line.name != "Ali Öztürk"][:6]
    for line in people:
        door.marked.emit([line.participation_id], Presence.PRESENT)
    settle(qtbot, desk)
    first = door.latest.shown
    door.latest.undo_wanted.emit(next(iter(door.latest._widgets))[0])
    settle(qtbot, desk)

    names = [line.name for line in reversed(people)]
    assert first == tuple(names[:5])
    assert door.latest.shown == tuple(names[1:6])
    assert door.latest._lines.count() == 5
