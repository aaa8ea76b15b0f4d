"""Meetings: rounds and tables that come and go, facilitators, and who came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import EventKind, Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.seating import calculate

DAY = date(2026, 9, 26)


@pytest.fixture
def add_people(house, process):
    def added(count, role=Role.RESIDENT, state=State.DRAWN):
        forms = [PersonForm(name=f"Mens {role.value} {no}", role=role, state=state) for no in range(count)]
        return [house.people.add(process, form).id for form in forms]

    return added


@pytest.fixture
def event(house, process):
    return house.meetings.add(process, title="Paneldag", on=DAY, place="De Sluis").id


@pytest.fixture
def planned(house, event, add_people):
    """Twelve people at three tables of four, in two rounds."""
    people = add_people(12)
    house.meetings.set_tables(event, 3, low=3, high=5)
    house.meetings.add_round(event)
    house.meetings.add_round(event)
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    return people


@pytest.fixture
def state(house, process):
    def found(participation_id):
        return next(
            line.state for line in house.people.lines(process) if line.participation_id == participation_id
        )

    return found


def test_a_meeting_begins_with_what_its_form_suggests(house, process, add_people):
    add_people(30)

    event = house.meetings.begin(process, title="Paneldag", on=DAY, place="").id

    tables, rounds = house.meetings.tables(event), house.meetings.rounds(event)
    assert [(table.no, table.low, table.high) for table in tables] == [(no, 5, 6) for no in range(1, 6)]
    assert [turn.starts_at for turn in rounds] == [time(10), time(11, 15), time(12, 30)]
    assert len(house.meetings.places(event)) == 15


def test_a_meeting_without_people_is_laid_for_the_seats_of_its_form(house, process):
    event = house.meetings.begin(process, title="Paneldag", on=None, place="").id

    assert len(house.meetings.tables(event)) == 5
    assert house.meetings.proposal(event) is None


@pytest.mark.parametrize("name", ["add", "begin"])
def test_a_meeting_without_a_name_is_refused(house, process, name):
    with pytest.raises(InvalidInput) as refused:
        getattr(house.meetings, name)(process, title="  ", on=None, place="")

    assert refused.value.code == "event_title_empty"
    assert house.meetings.events(process) == ()


def test_a_name_cannot_be_taken_away(house, process, event):
    with pytest.raises(InvalidInput):
        house.meetings.edit(event, title="", on=None, place="")

    assert house.meetings.events(process)[0].title == "Paneldag"


@pytest.mark.parametrize("count", [0, 501])
def test_a_number_of_tables_that_makes_no_sense_is_refused(house, event, count):
    with pytest.raises(InvalidInput) as refused:
        house.meetings.set_tables(event, count, low=4, high=6)

    assert refused.value.code == "tables_count"


def test_a_meeting_without_rounds_is_refused(house, event):
    with pytest.raises(InvalidInput) as refused:
        house.meetings.set_rounds(event, ())

    assert refused.value.code == "rounds_none"


def test_rounds_keep_what_was_typed_and_their_order(house, event):
    house.meetings.add_round(event)
    house.meetings.add_round(event)
    first, second = house.meetings.rounds(event)

    house.meetings.set_rounds(event, (replace(second, topic="Wie doet wat?", questions=("Hoe?",)), first))

    found = house.meetings.rounds(event)
    assert [(turn.id, turn.no) for turn in found] == [(second.id, 1), (first.id, 2)]
    assert (found[0].topic, found[0].questions) == ("Wie doet wat?", ("Hoe?",))


def test_a_round_taken_away_before_the_plan_leaves_nothing(house, event):
    house.meetings.set_tables(event, 2, low=2, high=3)
    house.meetings.add_round(event)
    house.meetings.add_round(event)
    first, _second = house.meetings.rounds(event)

    house.meetings.set_rounds(event, (first,))

    assert [turn.id for turn in house.meetings.rounds(event)] == [first.id]
    assert len(house.meetings.places(event)) == 2


def seats(house, event):
    """Number, round and table of every seat of the present plan."""
    room = house.seating.room(event)
    return [
        (line.number, turn.no, seated.table.no)
        for turn in room.rounds
        for seated in room.seated.get(turn.id, ())
        for line in seated.people
    ]


def test_a_round_taken_away_after_the_plan_comes_back_with_its_seats(house, event, planned):
    first, second = house.meetings.rounds(event)
    before = seats(house, event)

    house.meetings.set_rounds(event, (first,))
    without = seats(house, event)
    house.meetings.set_rounds(event, (first, second))

    assert {row[1] for row in without} == {1}
    assert seats(house, event) == before


def test_a_table_taken_away_after_the_plan_leaves_its_people_without_a_seat(house, event, planned):
    house.meetings.set_tables(event, 2, low=3, high=6)

    room = house.seating.room(event)

    assert [table.no for table in room.tables] == [1, 2]
    assert len(room.unseated) >= 4
    assert {person for person, _round in room.given.problem.rules.absent}


def test_a_table_that_was_taken_away_comes_back_with_its_seats(house, event, planned):
    before = seats(house, event)

    house.meetings.set_tables(event, 2, low=3, high=6)
    house.meetings.set_tables(event, 3, low=3, high=5)

    assert seats(house, event) == before
    assert house.seating.room(event).result is not None


def test_a_round_after_the_plan_leaves_the_figures_standing(house, event, planned):
    house.meetings.add_round(event)

    room = house.seating.room(event)

    assert room.result is not None
    assert len(room.planned) == 2
    assert len(room.unseated) == 12


def test_the_last_round_of_a_day_has_no_time_after_midnight(house, event):
    house.meetings.add_round(event)
    late = replace(house.meetings.rounds(event)[0], starts_at=time(23, 30))
    house.meetings.set_rounds(event, (late,))

    house.meetings.add_round(event)

    assert house.meetings.rounds(event)[1].starts_at is None


def test_facilitators_keep_their_table_all_rounds(house, event, planned, add_people):
    leaders = add_people(2, Role.FACILITATOR, State.CONFIRMED)

    house.event_day.lead_by_turns(event)

    numbers = {table.id: table.no for table in house.meetings.tables(event)}
    led = {(numbers[place.table_id], place.facilitator_id) for place in house.meetings.places(event)}
    assert led == {(1, leaders[0]), (2, leaders[1]), (3, None)}


def test_a_facilitator_who_withdrew_leads_no_table(house, event, planned, add_people):
    leaders = add_people(1, Role.FACILITATOR, State.CONFIRMED)
    house.people.mark(leaders, State.WITHDRAWN)

    with pytest.raises(InvalidInput) as refused:
        house.event_day.lead_by_turns(event)

    assert refused.value.code == "facilitators_none"


def test_who_came_was_there_and_their_story_says_so(house, event, planned, state):
    house.event_day.attend(event, {planned[0]: Presence.PRESENT, planned[1]: Presence.ABSENT})

    assert (state(planned[0]), state(planned[1])) == (State.PRESENT, State.ABSENT)
    assert house.people.story(planned[0]).story[-1].kind is EventKind.PRESENT
    assert house.event_day.attendance(event) == {
        planned[0]: Presence.PRESENT,
        planned[1]: Presence.ABSENT,
    }


def test_a_mark_that_is_taken_back_leaves_no_trace_in_the_story(house, event, planned, state):
    before = house.people.story(planned[0]).story
    house.event_day.attend(event, {planned[0]: Presence.ABSENT})

    house.event_day.attend(event, {planned[0]: None})

    assert state(planned[0]) is State.DRAWN
    assert house.people.story(planned[0]).story == before
    assert house.event_day.attendance(event) == {}


def test_who_missed_one_meeting_is_expected_at_the_next(house, process, event, planned, state):
    later = house.meetings.add(process, title="Tweede dag", on=date(2026, 10, 3), place="").id
    house.event_day.attend(event, {planned[0]: Presence.ABSENT})

    assert len(house.meetings.expected(event)) == 11
    assert len(house.meetings.expected(later)) == 12


def test_who_came_once_was_there_whatever_they_missed_later(house, process, event, planned, state):
    later = house.meetings.add(process, title="Tweede dag", on=date(2026, 10, 3), place="").id
    house.event_day.attend(event, {planned[0]: Presence.PRESENT})

    house.event_day.attend(later, {planned[0]: Presence.ABSENT})

    assert state(planned[0]) is State.PRESENT


def test_a_mark_at_the_desk_leaves_feedback_alone(house, event, planned, state):
    house.people.mark(planned[:1], State.FED_BACK)

    house.event_day.attend(event, {planned[0]: Presence.PRESENT})

    assert state(planned[0]) is State.FED_BACK
