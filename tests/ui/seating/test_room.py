"""The room by keyboard, its size, and seats that can be told apart without colour."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from screens import flush, settle

from burgertop_app.domain.people import NeedKind, State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.seating import seat_paint
from burgertop_app.ui.seating.groups import MOST, OTHER, Groups


@pytest.fixture
def event(meet, house):
    """The sample, with a free seat at each table."""
    made = meet()
    house.meetings.set_tables(made, 6, low=4, high=6)
    return made


@pytest.fixture
def page(event, plan, open_page):
    plan(event)
    return open_page()


@pytest.fixture
def view(page):
    page.area.view.setFocus()
    return page.area.view


def seats(page):
    """Table number per person in the round that is shown."""
    scene = page.area.scene
    return {line.participation_id: seated.table.no for seated in scene.tables for line in seated.people}


def hold_first(qtbot, view):
    """Pick up the first person of table 1; gives the id."""
    person = view.tables[0].seats[0].person
    view.choose(view.seat_of(person))
    qtbot.keyClick(view, Qt.Key.Key_M)
    return person


def test_somebody_is_moved_to_a_free_seat_by_table_number(qtbot, desk, page, view):
    person = hold_first(qtbot, view)

    qtbot.keyClick(view, Qt.Key.Key_3)
    told = view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert "gaat naar tafel 3" in told
    assert "De menging: " in told
    assert "Weer samen: " in told
    assert seats(page)[person] == 3


def test_arrows_choose_whom_to_change_with_and_say_so_before_it_happens(qtbot, desk, page, view):
    person, before = hold_first(qtbot, view), seats(page)
    other = view.tables[1].seats[0].person

    view.choose(view.seat_of(other))
    told = view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, desk)

    after = seats(page)
    assert "ruilt met" in told
    assert (after[person], after[other]) == (before[other], before[person])


def test_escape_lets_go_without_a_change(qtbot, desk, page, view):
    before = seats(page)
    hold_first(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_3)

    qtbot.keyClick(view, Qt.Key.Key_Escape)
    settle(qtbot, desk)

    assert not view.carry.running
    assert not view.drag.hint.isVisible()
    assert seats(page) == before


def test_enter_over_the_own_table_keeps_holding(qtbot, desk, page, view):
    before = seats(page)
    hold_first(qtbot, view)

    view.choose(view.seat_of(view.tables[0].seats[1].person))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert view.carry.running
    assert seats(page) == before


def test_who_is_locked_is_not_picked_up_and_hears_why(qtbot, desk, page, view):
    person = view.tables[0].seats[0].person
    page.menus.toggle_lock(person)
    settle(qtbot, desk)

    hold_first(qtbot, view)

    assert not view.carry.running
    assert "maak de plaats eerst los" in view.accessibleDescription()


def test_a_full_table_says_so_beside_the_room(qtbot, desk, page, view, house, event):
    house.meetings.set_tables(event, 6, low=4, high=5)
    page.load()
    settle(qtbot, desk)
    hold_first(qtbot, view)

    qtbot.keyClick(view, Qt.Key.Key_2)

    assert page.area.tip.text() == "Aan tafel 2 is geen plaats vrij. Kies iemand om mee te ruilen."


def test_a_move_by_keyboard_can_be_undone(qtbot, desk, page, view):
    before = seats(page)
    hold_first(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_3)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert seats(page) == before


def test_the_wheel_with_ctrl_makes_the_room_larger(view):
    before = view.transform().m11()
    middle = QPointF(200, 200)

    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)

    assert view.transform().m11() == pytest.approx(before * 1.25)


def test_a_large_room_is_shown_whole_and_as_usual_again(qtbot, desk, page, house, event):
    house.meetings.set_tables(event, 45, low=2, high=7)
    page.resize(1124, 664)
    page.load()
    settle(qtbot, desk)
    view = page.area.view
    usual = view.transform().m11()

    view.fit()
    flush()
    whole, bars = view.transform().m11(), view.verticalScrollBar().maximum()
    view.fit()

    assert whole < usual
    assert bars == 0
    assert view.transform().m11() == pytest.approx(usual)


@pytest.mark.parametrize("high", range(500, 900, 40))
def test_the_room_settles_at_every_height_and_size(page, high):
    for wide, steps in ((1000, 1), (1124, 1), (1232, -3)):
        page.resize(wide, high)
        flush()
        page.area.view.zoom(steps)
        flush()

    assert page.area.view.isVisible()


def test_a_zoomed_room_keeps_its_size_when_somebody_moves(qtbot, desk, page, view):
    view.zoom(2)
    before = view.transform().m11()

    hold_first(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_3)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert view.transform().m11() == pytest.approx(before)


def grey(group):
    """A seat without letters as grey values, each from 0 to 1."""
    image = QImage(176, 176, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(4, 4)
    seat_paint.paint_seat(painter, QPointF(22, 22), group, "")
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(176, image.bytesPerLine())
    return flat[:, :176] / 255


def test_eight_looks_differ_in_form_when_all_ink_is_black():
    looks = [grey(group) < 0.75 for group in range(OTHER + 1)]

    apart = [np.mean(one ^ other) for one, other in itertools.combinations(looks, 2)]

    assert len(looks) == 9
    assert min(apart) > 0.015


def test_eight_values_have_a_look_of_their_own_and_the_rest_shares_one(page):
    values = tuple(f"groep {number}" for number in range(10))
    guests = enumerate(page.found.guests)
    people = [dataclasses.replace(line, features={"g": values[at % 10]}) for at, line in guests]

    groups = Groups.of("g", values, people)

    looks = [groups.colour(line) for line in people]
    assert len(set(looks)) == MOST + 1
    assert [said for _look, said, _count in groups.legend(people)][-1] == "overig"


def test_the_table_offers_the_same_acts_as_a_seat(qtbot, page):
    page.area.switch.click()
    line = page.area.table.model.shown[0]
    page.area.table.select(line.person.participation_id)

    qtbot.keyClick(page.area.table.view, Qt.Key.Key_Return)
    flush()

    menu = page.findChildren(QMenu)[-1]
    words = [action.text() for action in menu.actions()]
    menu.close()
    assert words == [said for said, _icon, _act in page.menus.seat_entries(line.person.participation_id)]
    assert "Ruilen met…" in words


def test_needs_never_reach_what_the_room_says(qtbot, desk, page, house, process, plan, event):
    form = PersonForm(name="Ria Rolstoel", state=State.DRAWN, needs={NeedKind.WHEELCHAIR: "brede deur"})
    house.people.add(process, form)
    plan(event)
    page.load()
    settle(qtbot, desk)

    said = [seat.said for table in page.area.view.tables for seat in table.seats]
    assert not [words for words in said if "brede deur" in words]


def test_who_only_watches_is_told_in_the_room_and_in_the_table(house, event, plan, open_page):
    watcher = house.meetings.expected(event)[0]
    house.table_rules.watch(event, watcher.participation_id, observes=True)
    plan(event)
    page = open_page()

    view, table = page.area.view, page.area.table
    seat = next(seat for one in view.tables for seat in one.seats if seat.person == watcher.participation_id)
    (line,) = [line for line in table.model.shown if line.role]
    assert seat.watches
    assert seat.said.endswith("waarnemer")
    assert (line.person.participation_id, line.role) == (watcher.participation_id, "waarnemer")


def test_a_seat_of_who_watches_looks_different(dressed):
    def drawn(*, watches):
        image = QImage(60, 60, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        seat_paint.paint_seat(painter, QPointF(30, 30), 0, "AB")
        if watches:
            seat_paint.paint_watching(painter, QPointF(30, 30))
        painter.end()
        return image

    assert drawn(watches=True) != drawn(watches=False)
