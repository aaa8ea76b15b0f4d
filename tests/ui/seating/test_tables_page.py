"""The room, the plan and the door: one gesture, one effect."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from screens import flush, settle

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.seating.page import DOOR, ROOM


@pytest.fixture
def event(meet):
    return meet()


@pytest.fixture
def page(event, plan, open_page):
    """The sample in its room, round 1."""
    plan(event)
    return open_page()


def seats(page):
    """Table number per person in the round that is shown."""
    scene = page.area.scene
    return {line.participation_id: seated.table.no for seated in scene.tables for line in seated.people}


def point(view, item):
    return view.centre_of(item)


def strangers(page):
    """The seats of two people at tables 1 and 2."""
    first, second, *_others = page.area.view.tables
    return (page.area.view.seat_of(table.seats[0].person) for table in (first, second))


def drag(qtbot, view, start, end):
    """Press on a seat, move to another and let go."""
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, start))
    qtbot.mouseMove(view.viewport(), point(view, start) + (point(view, end) - point(view, start)) / 2)
    qtbot.mouseMove(view.viewport(), point(view, end))
    flush()


def test_make_plan_seats_everybody_and_opens_the_room(qtbot, desk, event, open_page):
    page = open_page()

    page.plan.click()
    settle(qtbot, desk, timeout=90_000)

    assert page._view == ROOM
    assert len(seats(page)) == 30
    assert [button.figure.number for button in page.area.strip.figures] == ["0", "15", "0"]


def test_a_plan_that_is_cancelled_leaves_nothing(qtbot, desk, event, open_page, house):
    page = open_page()

    page.plan.click()
    for task in desk.tasks.running:
        task.cancel()
    settle(qtbot, desk)

    assert house.seating.versions(event) == ()


def test_undo_of_a_new_plan_brings_back_the_old_one(qtbot, desk, page):
    before = seats(page)
    page.seat.plan(())
    settle(qtbot, desk, timeout=90_000)

    desk.undo.undo()
    settle(qtbot, desk)

    assert seats(page) == before


def test_a_tab_shows_its_round(page):
    page.area.strip.tab(3).click()

    assert page.area.scene.turn.no == 3
    assert page.area.topic.text() == "Wat komt in het advies?"


def test_a_drag_tells_the_change_before_dropping(qtbot, page):
    view = page.area.view
    start, end = strangers(page)

    drag(qtbot, view, start, end)

    assert view.drag.hint.isVisible()
    assert "ruilt met" in view.drag.hint.said
    assert start.ringed
    assert end.ringed


def test_dropping_somebody_changes_seats_and_undo_changes_back(qtbot, desk, page):
    view = page.area.view
    start, end = strangers(page)
    one, other, before = start.seat.person, end.seat.person, seats(page)

    drag(qtbot, view, start, end)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, end))
    settle(qtbot, desk)
    after = seats(page)
    desk.undo.undo()
    settle(qtbot, desk)

    assert (after[one], after[other]) == (before[other], before[one])
    assert seats(page) == before


def test_escape_ends_a_drag_without_a_change(qtbot, desk, page):
    view, before = page.area.view, seats(page)
    start, end = strangers(page)
    drag(qtbot, view, start, end)

    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, end))
    settle(qtbot, desk)

    assert seats(page) == before
    assert not view.drag.hint.isVisible()


def test_a_locked_seat_says_why_it_takes_nobody(qtbot, desk, page):
    _start, end = strangers(page)
    page.menus.toggle_lock(end.seat.person)
    settle(qtbot, desk)
    start, end = strangers(page)

    drag(qtbot, page.area.view, start, end)

    assert "ligt vast" in page.area.view.drag.hint.said
    assert not end.ringed


def test_the_hint_comes_for_314_people(qtbot, desk, meet, plan, open_page, house):
    event = meet(314, 1)
    plan(event, steps=20)
    page = open_page()
    start, end = strangers(page)
    scene, place = page.area.scene, end.table.table.place

    hint = scene.telling(start.seat.person, end.seat.person, place)

    assert hint.possible
    assert hint.heading.endswith("tafel 2")
    assert len(hint.lines) >= 2


def test_arrow_keys_walk_the_room_and_say_who_sits_there(qtbot, page):
    view = page.area.view
    view.choose(view.seat_of(view.tables[0].seats[0].person))
    before = view.accessibleDescription()

    qtbot.keyClick(view, Qt.Key.Key_Right)

    assert view.accessibleDescription() != before
    assert view.accessibleDescription() in {
        *(seat.said for table in view.tables for seat in table.seats),
        *(table.said for table in view.tables),
    }


def test_enter_opens_the_menu_of_a_seat(qtbot, page):
    view = page.area.view
    view.choose(view.seat_of(view.tables[0].seats[0].person))

    qtbot.keyClick(view, Qt.Key.Key_Return)
    flush()

    menu = page.findChildren(QMenu)[-1]
    words = [action.text() for action in menu.actions()]
    menu.close()
    assert words[0] == "Ruilen met…"
    assert "Deze plaats vastzetten" in words


def test_the_best_swap_stands_first(page):
    person = page.area.view.tables[0].seats[0].person

    partners = page.menus.partners(person)

    costs = [(partner.effect.excess, partner.effect.repeats) for partner in partners]
    assert len(partners) == 24
    assert costs == sorted(costs)
    assert all(partner.name for partner in partners)


def test_a_lock_shows_in_the_room_and_can_be_undone(qtbot, desk, page):
    view = page.area.view
    person = view.tables[0].seats[0].person
    view.choose(view.seat_of(person))

    qtbot.keyClick(view, Qt.Key.Key_L)
    settle(qtbot, desk)
    locked = view.seat_of(person).seat.locked
    desk.undo.undo()
    settle(qtbot, desk)

    assert locked
    assert not view.seat_of(person).seat.locked


def test_who_comes_later_waits_and_gets_a_seat(qtbot, desk, page, house, process, event):
    house.meetings.set_tables(event, 5, low=5, high=7)
    house.people.add(process, PersonForm(name="Marek Pawlak", state=State.DRAWN))
    page.load()
    settle(qtbot, desk)
    (waiting,) = page.found.room.unseated

    page.area.side.place_wanted.emit(waiting)
    settle(qtbot, desk)

    assert page.found.room.unseated == ()
    assert page.area.view.seat_of(waiting.participation_id) is not None


def test_facilitators_can_be_divided_and_undone(qtbot, desk, page, house, event):
    house.event_day.lead({place.id: None for place in house.meetings.places(event)})
    page.load()
    settle(qtbot, desk)

    page.area.side.lead_wanted.emit()
    settle(qtbot, desk)
    led = [table.leader for table in page.area.view.tables]
    desk.undo.undo()
    settle(qtbot, desk)

    assert all(led)
    assert not any(table.leader for table in page.area.view.tables)


def test_another_facilitator_leads_a_table_in_every_round(qtbot, desk, page, house, event):
    room = page.found.room
    first, leader = room.seated[room.rounds[0].id][0], room.facilitators[3].participation_id

    page.menus.lead(first.place.id, leader, everywhere=True)
    settle(qtbot, desk)

    at_first = [place for place in house.meetings.places(event) if place.table_id == first.table.id]
    assert {place.facilitator_id for place in at_first} == {leader}


def test_numbers_stand_in_place_of_names(page):
    page.area.side.numbers._box.click()

    said = [seat.said for table in page.area.view.tables for seat in table.seats]
    names = [line.name for line in page.found.guests]
    assert not any(name in words for words in said for name in names)
    assert all(seat.letters.isdigit() for table in page.area.view.tables for seat in table.seats)


def test_the_room_can_be_read_as_a_table(page):
    page.area.switch.click()

    assert page.area.as_table
    assert page.area.table.model.rowCount() == 30


def test_a_figure_lists_where_it_comes_from(page):
    page.area.strip.figures[1].click()

    assert page.area.where.isVisible()
    assert page.area.where._title.text() == "Weer samen"


def test_two_letters_and_enter_mark_somebody_present(qtbot, desk, page, house, event):
    page.to_door.click()
    name = page.found.guests[0].name

    qtbot.keyClicks(page.door.search, name[:6])
    qtbot.keyClick(page.door.search, Qt.Key.Key_Return)
    settle(qtbot, desk)

    first = page.found.guests[0].participation_id
    assert page._view == DOOR
    assert house.event_day.attendance(event) == {first: Presence.PRESENT}
    assert page.door.counters[Presence.PRESENT].text() == "1"
    assert page.door.search.text() == ""


def test_all_others_are_absent_in_one_go_and_undone(qtbot, desk, page, house, event):
    page.to_door.click()
    page.door.marked.emit([page.found.guests[0].participation_id], Presence.PRESENT)
    settle(qtbot, desk)

    page.door.rest.click()
    settle(qtbot, desk)
    absent = page.door.counters[Presence.ABSENT].text()
    desk.undo.undo()
    settle(qtbot, desk)

    assert absent == "29"
    assert len(house.event_day.attendance(event)) == 1


def printed(page, name):
    """Choose a paper in the menu."""
    next(action for action in page.print.menu().actions() if action.text() == name).trigger()


def test_everything_for_the_day_goes_into_one_folder(qtbot, desk, house, page, dialogs, tmp_path):
    dialogs.files.append(tmp_path)
    dialogs.agrees = False

    printed(page, "Alles voor de dag…")
    settle(qtbot, desk, timeout=90_000)

    (folder,) = tmp_path.glob("Papieren*")
    assert len(list(folder.glob("*.pdf"))) == 8
    assert str(folder) in dialogs.asked[-1]


def test_only_changed_cards_wait_for_the_first_print(qtbot, desk, page, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "kaarten.pdf")

    printed(page, "Alleen gewijzigde routekaarten")
    settle(qtbot, desk)

    assert "nog geen routekaarten geprint" in page.error_bar.text
    assert list(tmp_path.glob("*.pdf")) == []


def test_route_cards_are_saved_as_a_pdf(qtbot, desk, page, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "kaarten.pdf")
    dialogs.agrees = False

    printed(page, "Routekaarten")
    settle(qtbot, desk)

    assert (tmp_path / "kaarten.pdf").read_bytes().startswith(b"%PDF")


def test_the_plan_is_saved_as_a_table(qtbot, desk, page, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "plan.csv")

    printed(page, "Plan naar Excel…")
    settle(qtbot, desk)

    lines = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Nummer;Naam;Leeftijd")
    assert len(lines) == 31


def test_a_table_plan_in_excel_leaves_a_record(
    qtbot, desk, house, process, meet, plan, open_page, dialogs, tmp_path
):
    plan(meet(12, 1))
    page = open_page()
    dialogs.files = [tmp_path / "plan.xlsx"]

    page._on_export()
    settle(qtbot, desk)

    (record,) = house.privacy.exports(process)
    assert (record.file_name, record.people) == ("plan.xlsx", 12)
