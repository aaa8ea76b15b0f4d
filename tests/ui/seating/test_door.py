"""The door: as many keys as it takes, scanners, namesakes, walk-ins, and a way back from every mark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from screens import flush, settle, when_asked

from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.person_names import folded
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.seating.page import DOOR, ROOM
from burgertop_app.ui.seating.walk_in import WalkInForm

ENTER = Qt.Key.Key_Return


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


def keys(qtbot, door, text):
    """Type and press Enter; how many keys that took besides the letters."""
    qtbot.keyClicks(door.search, " ".join(map(folded, text.replace("-", " ").split())))
    qtbot.keyClick(door.search, ENTER)
    return 1


def scan(widget, code, start=10_000, gap=8):
    """Type as a scanner does: a key every few milliseconds, and Enter."""
    for at, sign in enumerate((*code, "\r")):
        key = ENTER if sign == "\r" else Qt.Key(ord(sign.upper()))
        target = QApplication.focusWidget() or widget
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(start + at * gap)
            QCoreApplication.sendEvent(target, event)


def come(page):
    """Who is marked present, by name."""
    here = page.desk.services.event_day.attendance(page.event_id)
    return sorted(
        line.name for line in page.found.guests if here.get(line.participation_id) is Presence.PRESENT
    )


def test_people_come_in_one_after_another_with_one_key_beyond_the_name(qtbot, desk, page, door):
    names = [line.name for line in page.found.guests if line.name != "Ali Öztürk"][:8]

    used = [keys(qtbot, door, name) for name in names]
    settle(qtbot, desk)

    assert max(used) <= 2
    assert come(page) == sorted(names)
    assert door.counters[Presence.PRESENT].text() == "8"
    assert door.search.text() == ""
    assert page._view == DOOR


def test_letters_without_accents_in_any_order_find_somebody(qtbot, desk, page, door):
    qtbot.keyClicks(door.search, "OZT ali")

    assert [guest.name for guest in door.table.model.shown] == ["Ali Öztürk"] * 2


def test_of_two_people_with_one_name_none_is_marked_unseen(qtbot, desk, page, door):
    keys(qtbot, door, "ali oz")
    settle(qtbot, desk)
    asked, marked = door.last.text(), come(page)

    qtbot.keyClick(door.search, Qt.Key.Key_Down)
    second = door.table.current
    qtbot.keyClick(door.search, ENTER)
    settle(qtbot, desk)

    assert marked == []
    assert asked.startswith("2 mensen heten Ali Öztürk")
    assert door.presence(second.person) is Presence.PRESENT
    assert f"nummer {second.number}" in door.last.text()


def test_down_and_enter_mark_the_second_namesake_at_once(qtbot, desk, page, door):
    qtbot.keyClicks(door.search, "ali oz")
    second = door.table.model.shown[1]

    qtbot.keyClick(door.search, Qt.Key.Key_Down)
    qtbot.keyClick(door.search, ENTER)
    settle(qtbot, desk)

    assert door.presence(second.person) is Presence.PRESENT
    assert come(page) == ["Ali Öztürk"]


def test_a_number_marks_that_person(qtbot, desk, page, door):
    wanted = page.found.guests[4]

    keys(qtbot, door, wanted.number)
    settle(qtbot, desk)

    assert come(page) == [wanted.name]


@pytest.mark.parametrize("focus", ["search", "table", "walk_in", "head"])
def test_a_scanned_card_marks_exactly_that_person_wherever_the_focus_is(qtbot, desk, page, door, focus):
    wanted = page.found.guests[7]
    page.window().activateWindow()
    at = {"search": door.search, "table": door.table.view, "walk_in": door.walk_in, "head": page.to_room}[
        focus
    ]
    at.setFocus()
    flush()

    scan(at, wanted.number)
    settle(qtbot, desk)

    assert come(page) == [wanted.name]
    assert door.search.text() == ""
    assert page._view == DOOR


def test_a_scan_leaves_no_letters_that_were_typed_half(qtbot, desk, page, door):
    wanted = page.found.guests[7]
    qtbot.keyClicks(door.search, "fat")

    scan(door.search, wanted.number)
    settle(qtbot, desk)

    assert come(page) == [wanted.name]


def test_slow_figures_are_typed_and_not_scanned(qtbot, page, door):
    heard = []
    door.scanner.scanned.connect(heard.append)

    scan(door.search, "12", gap=120)

    assert heard == []


def test_an_unknown_code_says_so_and_marks_nobody(qtbot, desk, page, door, monkeypatch):
    beeps = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))

    scan(door.search, "9999")
    settle(qtbot, desk)

    assert door.last.text() == "Niemand heeft nummer 9999. Zoek op naam, of kies Inloper."
    assert come(page) == []
    assert beeps == [1]


def test_a_second_scan_of_one_card_says_who_is_in_already(qtbot, desk, page, door):
    wanted = page.found.guests[7]

    scan(door.search, wanted.number)
    settle(qtbot, desk)
    scan(door.search, wanted.number, start=20_000)
    settle(qtbot, desk)

    assert door.last.text() == f"{wanted.name} (nummer {wanted.number}) is al binnen."
    assert come(page) == [wanted.name]


def test_the_last_five_marks_can_each_be_undone(qtbot, desk, page, door):
    names = [line.name for line in page.found.guests if line.name != "Ali Öztürk"][:6]
    for name in names:
        keys(qtbot, door, name)
    settle(qtbot, desk)
    shown = door.latest.shown

    mark = door.latest._shown[2][0]
    door.latest.undo_wanted.emit(mark)
    settle(qtbot, desk)

    assert shown == tuple(reversed(names[1:]))
    assert come(page) == sorted(set(names) - {names[3]})
    assert names[3] not in door.latest.shown


def test_undo_brings_back_counters_list_and_last_marks(qtbot, desk, page, door):
    keys(qtbot, door, somebody(page).name)
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert come(page) == []
    assert door.counters[Presence.PRESENT].text() == "0"
    assert door.latest.shown == ()


def test_ctrl_z_in_the_field_is_left_to_the_window(qtbot, door):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
    event.ignore()

    QCoreApplication.sendEvent(door.search, event)

    assert not event.isAccepted()


def test_all_others_absent_is_asked_once_and_no_leaves_all_as_it_was(qtbot, desk, page, door, dialogs):
    keys(qtbot, door, somebody(page).name)
    settle(qtbot, desk)
    dialogs.agrees = False

    door.rest.click()
    settle(qtbot, desk)

    assert dialogs.asked == ["31 mensen zijn nog niet gemeld. Zijn ze allemaal afwezig?"]
    assert door.counters[Presence.ABSENT].text() == "0"


def test_a_walk_in_answers_the_needed_questions_and_hears_the_tables(qtbot, desk, page, door):
    asked = []

    def answer(form):
        asked.extend(form._features)
        form._name._line.setText("Marek Pawlak")
        form._name.typed()
        form.accept()

    when_asked(WalkInForm, answer)
    door.walk_in.click()
    settle(qtbot, desk)
    line = next(line for line in page.found.guests if line.name == "Marek Pawlak")
    said, came = door.last.text(), come(page)
    desk.undo.undo()
    settle(qtbot, desk)

    assert asked == list(page.found.spread)
    assert came == ["Marek Pawlak"]
    assert said.startswith(f"Marek Pawlak (nummer {line.number}) is aanwezig. Tafel ")
    assert "Marek Pawlak" not in [line.name for line in page.desk.services.people.lines(page.process)]


def test_who_is_not_expected_comes_in_after_a_question(qtbot, desk, page, door, house, process, dialogs):
    known = house.people.add(process, PersonForm(name="Wim Onverwacht")).id
    page.load()
    settle(qtbot, desk)

    keys(qtbot, door, "onverw")
    settle(qtbot, desk)

    assert dialogs.asked[0].startswith("Wim Onverwacht (nummer ")
    assert house.event_day.attendance(page.event_id) == {known: Presence.PRESENT}


def test_a_name_that_nobody_has_points_to_the_walk_in(qtbot, door):
    keys(qtbot, door, "xyzzy")

    assert "Inloper (Ctrl+N)" in door.last.text()


def test_the_door_shows_name_number_and_tables_and_nothing_else_of_anybody(page, door):
    columns = [column.key for column in door.table.model.columns]
    words = door.table.sheet().as_text

    values = {value for line in page.found.guests for value in line.features.values()}
    assert columns == ["name", "number", "tables", "presence"]
    assert not [value for value in values if f"\t{value}" in words]


def test_the_room_knows_who_is_absent_when_one_comes_back_from_the_door(qtbot, desk, page, door):
    person = page.found.guests[0].participation_id
    door.marked.emit([person], Presence.ABSENT)
    settle(qtbot, desk)

    page.to_room.click()
    settle(qtbot, desk)

    assert page._view == ROOM
    assert page.area.view.seat_of(person).seat.absent


def test_a_mark_right_after_a_walk_in_loses_neither(qtbot, desk, page, door):
    door.search.setText("")
    page.act.walk_in(PersonForm(name="Marek Pawlak"), "Marek Pawlak", None, page._on_came)
    page.act.attend(
        {page.found.guests[0].participation_id: None}, Presence.PRESENT, "x", door.start, door.start
    )
    settle(qtbot, desk)

    assert "Marek Pawlak" in come(page)
    assert len(come(page)) == 2


def test_a_mark_that_cannot_be_kept_is_not_shown(qtbot, desk, page, door, monkeypatch):
    def refuse(*_given):
        raise Conflict("changed_elsewhere")

    monkeypatch.setattr(desk.services.event_day, "attend", refuse)
    keys(qtbot, door, somebody(page).name)
    settle(qtbot, desk)

    assert come(page) == []
    assert door.counters[Presence.PRESENT].text() == "0"
    assert page.error_bar.isVisible()


def test_a_walk_in_without_a_seat_is_told_as_something_to_do(page, door):
    page._on_came("Marek is aanwezig. Tafel 4.", False)
    at_ease = door.last.property("words")
    page._on_came("Marek is aanwezig. Er is nog geen vrije plaats.", True)

    assert (at_ease, door.last.property("words")) == ("ok", "late")
