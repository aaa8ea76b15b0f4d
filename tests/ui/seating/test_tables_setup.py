"""The set-up of a meeting: what is typed is kept, and what is taken away comes back."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from screens import settle

from burgertop_app.ui.seating.forms import MeetingGiven
from burgertop_app.ui.seating.page import EMPTY, SETUP


@pytest.fixture
def event(meet):
    return meet()


def test_a_page_without_meetings_asks_for_one(open_page):
    page = open_page()

    assert page._view == EMPTY
    assert not page.plan.isVisible()


def test_a_new_meeting_opens_its_set_up(qtbot, desk, open_page, house, process):
    page = open_page()

    page.make(MeetingGiven("Paneldag", date(2026, 9, 26), "De Sluis"))
    settle(qtbot, desk)

    assert page._view == SETUP
    assert page.setup.title.value() == "Paneldag"
    assert len(page.setup.editors) == 3


def test_typing_another_name_is_kept(qtbot, desk, event, open_page, house, process):
    page = open_page()

    page.setup.title.editor.selectAll()
    qtbot.keyClicks(page.setup.title.editor, "Topdag")
    page.setup.title.flush()
    settle(qtbot, desk)

    assert house.meetings.events(process)[0].title == "Topdag"


def test_typing_in_a_round_is_kept(qtbot, desk, event, open_page, house):
    page = open_page()
    editor = next(iter(page.setup.editors.values()))

    editor.starts.editor.selectAll()
    qtbot.keyClicks(editor.starts.editor, "9:45")
    editor.starts.flush()
    settle(qtbot, desk)

    assert house.meetings.rounds(event)[0].starts_at == time(9, 45)


def test_a_time_that_does_not_exist_is_refused_in_words(qtbot, desk, event, open_page, house):
    page = open_page()
    editor = next(iter(page.setup.editors.values()))

    editor.starts.editor.selectAll()
    qtbot.keyClicks(editor.starts.editor, "25.00")
    editor.starts.flush()
    settle(qtbot, desk)

    assert editor.starts.mistake == "Dit is geen tijd. Schrijf bijvoorbeeld 9.30."
    assert house.meetings.rounds(event)[0].starts_at == time(10)


def test_a_round_taken_away_comes_back_with_undo(qtbot, desk, event, open_page, house):
    page = open_page()
    editor = list(page.setup.editors.values())[1]

    editor.gone.click()
    settle(qtbot, desk)
    left = len(house.meetings.rounds(event))
    desk.undo.undo()
    settle(qtbot, desk)

    assert left == 2
    assert [turn.topic for turn in house.meetings.rounds(event)][1] == "Wie doet wat?"


def test_fewer_tables_are_kept_as_typed(qtbot, desk, event, open_page, house):
    page = open_page()

    page.setup.count.editor.selectAll()
    qtbot.keyClicks(page.setup.count.editor, "4")
    page.setup.count.flush()
    settle(qtbot, desk)

    assert len(house.meetings.tables(event)) == 4
    assert "Dat past niet." in page.setup.fit.text()
    assert page.setup.take.isVisible()


def test_a_wrong_time_does_not_stop_the_page_from_reading_again(qtbot, desk, event, open_page, house):
    page = open_page()
    editor = next(iter(page.setup.editors.values()))
    editor.starts.editor.selectAll()
    qtbot.keyClicks(editor.starts.editor, "half tien")

    house.meetings.edit(event, title="Topdag", on=None, place="")
    page.load()
    settle(qtbot, desk)

    assert page.setup.title.value() == "Topdag"
    assert editor.starts.editor.text() == "half tien"


def test_a_round_moves_earlier(qtbot, desk, event, open_page, house):
    page = open_page()

    list(page.setup.editors.values())[2].earlier.click()
    settle(qtbot, desk)

    assert [turn.topic for turn in house.meetings.rounds(event)][1] == "Wat komt in het advies?"


def test_what_people_are_mixed_by_can_be_chosen(qtbot, desk, event, open_page):
    page = open_page()

    page.setup.mix._ticks["wonen"]._box.click()
    page.setup.mix._ticks["wonen"].flush()

    assert "wonen" in page.spread


def test_the_proposal_for_the_tables_is_taken_over_and_undone(qtbot, desk, event, open_page, house):
    house.meetings.set_tables(event, 3, low=10, high=12)
    page = open_page()

    qtbot.mouseClick(page.setup.take, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    taken = [(table.low, table.high) for table in house.meetings.tables(event)]
    desk.undo.undo()
    settle(qtbot, desk)

    assert taken == [(5, 6)] * 5
    assert len(house.meetings.tables(event)) == 3
