"""Undo on the page about tables brings back what was there before, and not only takes away what came."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screens import settle, when_asked

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.people import Need, NeedKind
from burgertop_app.ui.seating.rules_card import PairForm


@pytest.fixture
def event(meet):
    return meet()


@pytest.fixture
def undo(qtbot, desk):
    """Waits for what was asked, and undoes it."""

    def back():
        settle(qtbot, desk)
        desk.undo.undo()
        settle(qtbot, desk)

    return back


def test_a_rule_that_took_the_place_of_another_brings_that_one_back(house, event, open_page, undo):
    one, other = (line.participation_id for line in house.meetings.expected(event)[:2])
    house.table_rules.pair(event, PairKind.TOGETHER, one, other, "tolk")
    page = open_page()

    def fill(form):
        form._one.put(one)
        form._other.put(other)
        form._check()
        form.accept()

    when_asked(PairForm, fill)
    page.act.pair()
    undo()

    rules = house.table_rules.pairs(event)
    assert [(rule.kind, rule.reason) for rule in rules] == [(PairKind.TOGETHER, "tolk")]


def test_a_lock_that_took_the_place_of_another_brings_that_one_back(house, event, plan, open_page, undo):
    plan(event)
    room = house.seating.room(event)
    here, there = room.seated[room.rounds[0].id][:2]
    house.event_day.lock(event, here.ids[0], there.place)
    page = open_page()

    page.seat.lock(here.ids[0], here.place, "iemand")
    undo()

    assert [lock.table_id for lock in house.event_day.locks(event)] == [there.table.id]


def test_a_lock_at_a_table_that_the_round_no_longer_uses_can_be_taken_away(
    qtbot, desk, house, event, plan, open_page
):
    plan(event)
    room = house.seating.room(event)
    *_tables, last = room.seated[room.rounds[0].id]
    house.event_day.lock(event, last.ids[0], last.place)
    first, *others = room.rounds
    house.meetings.set_rounds(event, (replace(first, tables=len(room.tables) - 1), *others))
    page = open_page()

    page.seat.unlock(page.found.room.locks[0], "iemand")
    settle(qtbot, desk)

    assert house.event_day.locks(event) == ()


def test_a_need_for_a_language_without_its_name_is_there_again(house, event, open_page, undo):
    person = house.meetings.expected(event)[0].participation_id
    house.table_rules.note_language(person, "")
    page = open_page()

    page.lead.speak(person, ("Turks",))
    undo()

    with house.workspace.context.work.reading() as store:
        (need,) = store.find(Need, kind=NeedKind.LANGUAGE)
    assert (need.participation_id, need.note) == (person, "")


def test_what_was_written_of_a_language_is_there_again_to_the_letter(house, event, open_page, undo):
    person = house.meetings.expected(event)[0].participation_id
    house.table_rules.note_language(person, "Turks; liefst ook Frans")
    page = open_page()

    page.lead.speak(person, ())
    undo()

    assert house.table_rules.language_note(person) == "Turks; liefst ook Frans"


def test_a_choice_of_a_topic_with_another_name_by_now_is_there_again(house, event, open_page, undo):
    person = house.meetings.expected(event)[0].participation_id
    first, *others = house.meetings.rounds(event)
    house.topic_choices.keep(event, {person: [first.topic]})
    house.meetings.set_rounds(event, (replace(first, topic="Parken"), *others))
    page = open_page()

    page.unlike._choose(page.found.room, {person: ("Parken",)}, "Bewaard.")
    undo()

    assert house.topic_choices.choices(event) == {person: (first.topic,)}
