"""Pictures of the page about tables, to look at."""

from __future__ import annotations

from screens import flush, photograph, settle

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.seating.forms import MeetingForm, SwapForm, TableForm
from burgertop_app.ui.seating.page import DOOR, SETUP

WIDE, NARROW = (1232, 844), (1124, 664)


def test_an_empty_page_is_photographed(open_page):
    pictures = photograph(open_page(), "tables-empty", size=WIDE)

    assert all(path.stat().st_size > 5_000 for path in pictures)


def test_the_set_up_is_photographed(open_page, meet):
    meet()
    page = open_page()

    pictures = photograph(page, "tables-setup", size=WIDE)
    pictures += photograph(page, "tables-setup-small", size=NARROW)

    assert page._view == SETUP
    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_the_room_of_the_sample_is_photographed(qtbot, desk, open_page, meet, plan):
    plan(meet())
    page = open_page()

    pictures = photograph(page, "tables-room", size=WIDE)
    pictures += photograph(page, "tables-room-small", size=NARROW)
    page.area.strip.figures[1].click()
    pictures += photograph(page, "tables-where", size=WIDE)
    page.area.switch.click()
    pictures += photograph(page, "tables-list", size=WIDE)
    person = page.area.view.tables[0].seats[0].person
    page.door.marked.emit([person], Presence.PRESENT)
    page.door.marked.emit([page.area.view.tables[1].seats[0].person], Presence.ABSENT)
    settle(qtbot, desk)
    page._show(DOOR)
    pictures += photograph(page, "tables-door", size=WIDE)

    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_a_drag_and_a_large_room_are_photographed(qtbot, desk, open_page, meet, plan, house):
    event = meet(118, 4)
    house.meetings.set_tables(event, 15, low=7, high=8)
    plan(event)
    page = open_page()
    room = page.found.room
    there = room.seated[room.rounds[0].id]
    house_lock = there[3].people[0].participation_id
    page.seat.lock(house_lock, there[3].place, "x")
    settle(qtbot, desk)
    page.area.show_round(2)

    pictures = photograph(page, "tables-large", size=WIDE)
    pictures += photograph(page, "tables-large-small", size=NARROW)
    pictures += photograph(page, "tables-large", scale=2, size=WIDE)
    view = page.area.view
    page.resize(*WIDE)
    flush()
    seats = [item for item in view._seats if item.seat.person]
    start, target = seats[52], seats[61]
    view.drag.move(start, target, target.scenePos(), view._visible(), view.transform().m11())
    pictures += photograph(page, "tables-drag", size=None)

    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_late_comers_and_small_forms_are_photographed(qtbot, desk, open_page, meet, plan, house, process):
    event = meet()
    plan(event)
    house.meetings.set_tables(event, 5, low=5, high=7)
    for name in ("Marek Pawlak", "Thea Vos"):
        form = PersonForm(name=name, features={"leeftijd": "45-64"}, state=State.DRAWN)
        house.people.add(process, form)
    page = open_page()
    scene = page.area.scene
    person = page.area.view.tables[0].seats[0].person
    there = scene.tables[1].place
    page.seat.lock(person, there, "x")
    page.door.marked.emit([page.area.view.tables[2].seats[1].person], Presence.ABSENT)
    settle(qtbot, desk)
    page.area.strip.figures[2].click()
    page.area.view.choose(page.area.view.seat_of(person))
    pictures = photograph(page, "tables-broken", size=NARROW)
    page.area.strip.figures[2].click()
    pictures += photograph(page, "tables-late", size=NARROW)
    scene = page.area.scene
    swap = SwapForm(page, scene.name(person), page.menus.partners(person))
    table = TableForm(page, "Tafel 2, ronde 1", scene.tables[1], scene.room.facilitators)
    for form, name in ((swap, "swap"), (table, "table"), (MeetingForm(page, "x", desk.today()), "meeting")):
        form.show()
        pictures += photograph(form, f"tables-form-{name}", size=None)
        form.close()

    assert all(path.stat().st_size > 5_000 for path in pictures)
