"""Somebody who comes to the door without being expected."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import PairKind, Presence, Seat, SeatSource
from burgertop_app.domain.people import NeedKind, Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.tables import walk_in_words
from burgertop_app.services.seating import calculate

DAY = date(2026, 9, 26)
NEW = PersonForm(name="Marek Pawlak", features={"wijk": "Noord"})


@pytest.fixture
def event(house, process):
    """Twelve people at three tables with five seats each, in two rounds."""
    for no in range(12):
        form = PersonForm(
            name=f"Mens {no}", features={"wijk": "Noord" if no % 2 else "Zuid"}, state=State.DRAWN
        )
        house.people.add(process, form)
    made = house.meetings.add(process, title="Paneldag", on=DAY, place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    house.meetings.add_round(made)
    house.meetings.add_round(made)
    given = house.seating.fresh(made, ("wijk",))
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


@pytest.fixture
def line(house, process):
    def found(participation_id):
        lines = house.people.lines(process)
        return next((one for one in lines if one.participation_id == participation_id), None)

    return found


def test_somebody_new_is_kept_present_and_seated_in_every_round(house, event, line):
    _change, walked = house.event_day.walk_in(event, NEW)

    room = house.seating.room(event)
    at = [room.table_of(walked.participation_id, turn.id).table.no for turn in room.rounds]
    assert walked.tables == tuple(at)
    assert house.event_day.attendance(event) == {walked.participation_id: Presence.PRESENT}
    assert line(walked.participation_id).features == {"wijk": "Noord"}
    assert line(walked.participation_id).state is State.PRESENT


def test_the_seat_of_a_walk_in_says_so(house, event):
    _change, walked = house.event_day.walk_in(event, NEW)

    with house.workspace.context.work.reading() as store:
        kept = store.find(Seat, participation_id=walked.participation_id)
    assert [seat.source for seat in kept] == [SeatSource.WALK_IN] * 2


def test_undo_takes_somebody_new_away_without_a_trace(house, process, event):
    before = (house.people.lines(process), house.seating.room(event))
    _change, walked = house.event_day.walk_in(event, NEW)

    house.event_day.walk_out(event, walked)

    assert (house.people.lines(process), house.seating.room(event)) == before
    assert house.event_day.attendance(event) == {}


def test_a_full_room_still_lets_somebody_in(house, event):
    house.meetings.set_tables(event, 3, low=3, high=4)

    _change, walked = house.event_day.walk_in(event, NEW)

    assert (walked.seats, walked.tables) == ((), (None, None))
    unseated = house.seating.room(event).unseated
    assert [one.participation_id for one in unseated] == [walked.participation_id]


def test_who_declined_can_come_all_the_same_and_undo_says_so_again(house, process, event, line):
    known = house.people.add(process, PersonForm(name="Thea Vos")).id
    house.people.mark([known], State.DECLINED)

    _change, walked = house.event_day.walk_in(event, known)
    present = line(known).state
    house.event_day.walk_out(event, walked)

    assert (present, line(known).state) == (State.PRESENT, State.DECLINED)
    assert all(turn is not None for turn in walked.tables)


def test_undo_after_printing_leaves_the_printed_seats_alone(house, process, event, tmp_path):
    known = house.people.add(process, PersonForm(name="Thea Vos")).id
    _change, walked = house.event_day.walk_in(event, known)
    cards = house.printing.route_cards(event)
    house.exporting.save_paper(process, cards, b"%PDF", tmp_path / "kaarten.pdf")
    printed = house.seating.versions(event)[-1]

    house.event_day.walk_out(event, walked)

    with house.workspace.context.work.reading() as store:
        assert store.count(Seat, plan_id=printed.id, participation_id=known) == 2
    assert house.seating.room(event).table_of(known, house.meetings.rounds(event)[0].id) is None


def test_a_walk_in_gets_a_table_that_suits_and_keeps_the_rules(house, process, event):
    needs = {NeedKind.WHEELCHAIR: ""}
    known = house.people.add(process, PersonForm(name="Thea Vos", needs=needs)).id
    there = house.seating.room(event)
    rounds = house.meetings.rounds(event)
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, (2, 3))
    foe = there.seated[rounds[0].id][1].people[0].participation_id
    house.table_rules.pair(event, PairKind.APART, known, foe)

    _change, walked = house.event_day.walk_in(event, known)

    avoided = there.table_of(foe, rounds[1].id).table.no
    assert walked.tables[0] == 3
    assert walked.tables[1] in {2, 3} - {avoided}


def test_a_name_is_needed(house, event):
    with pytest.raises(InvalidInput):
        house.event_day.walk_in(event, PersonForm(name=" "))


def test_after_a_draw_a_walk_in_is_a_guest_and_no_member_of_the_panel(house, process, drawn, line):
    event = house.meetings.begin(process, title="Paneldag", on=DAY, place="").id

    _change, walked = house.event_day.walk_in(event, NEW)

    assert line(walked.participation_id).state is State.REGISTERED
    assert house.event_day.attendance(event) == {walked.participation_id: Presence.PRESENT}
    assert walked.participation_id in {one.participation_id for one in house.meetings.expected(event)}


def test_closed_registration_does_not_shut_the_door(house, process, event, line):
    house.registration.close(process)

    _change, walked = house.event_day.walk_in(event, NEW)

    assert line(walked.participation_id).role is Role.RESIDENT


def test_a_full_round_leaves_the_other_rounds_to_a_walk_in(house, event):
    room = house.seating.room(event)
    for place in room.seated[room.rounds[0].id]:
        for _seat in range(5 - len(place.people)):
            (late,) = [house.event_day.walk_in(event, NEW)[1]]
            with house.workspace.context.work.writing("plan.lift") as store:
                for seat in store.find(Seat, participation_id=late.participation_id):
                    if seat.table_round_id not in {one.place.id for one in room.seated[room.rounds[0].id]}:
                        store.remove(seat)

    _change, walked = house.event_day.walk_in(event, NEW)

    assert walked.tables[0] is None
    assert walked.tables[1] is not None


def test_somebody_who_is_let_in_for_one_round_hears_that_table_and_no_complaint(house, process, event):
    person = house.people.add(process, PersonForm(name="Ander", state=State.DECLINED)).id
    house.table_rules.stay(event, person, 2)

    _change, walked = house.event_day.walk_in(event, person)

    assert walked.tables[0] == 0
    assert walked.tables[1] in {1, 2, 3}
    told = walk_in_words("Ander", walked.number, walked.tables)
    assert told == f"Ander (nummer {walked.number}) is aanwezig. Tafel – · {walked.tables[1]}."


def test_the_seat_of_who_misses_a_round_is_free_in_that_round(house, event):
    for _person in range(3):
        house.event_day.walk_in(event, NEW)
    here = house.meetings.expected(event)[0].participation_id
    house.table_rules.stay(event, here, 2)

    _change, walked = house.event_day.walk_in(event, NEW)

    assert walked.tables[0] is not None
    assert walked.tables[1] is None


def test_many_marks_are_kept_in_one_go_with_the_states_of_before(house, event, line):
    people = [one.participation_id for one in house.meetings.expected(event)]
    house.event_day.attend(event, {people[0]: Presence.PRESENT, people[1]: Presence.ABSENT})

    house.event_day.attend(event, dict.fromkeys(people, Presence.ABSENT))
    absent = {line(one).state for one in people}
    house.event_day.attend(event, dict.fromkeys(people))

    kept = [entry for entry in house.workspace.log() if entry.table == "attendance,person_event"]
    assert absent == {State.ABSENT}
    assert house.event_day.attendance(event) == {}
    assert {line(one).state for one in people} == {State.DRAWN}
    assert len(kept) == 2


def full(house, event):
    """Fifteen seats for fifteen people: three walk in, and a fourth finds no seat."""
    for _person in range(3):
        house.event_day.walk_in(event, NEW)
    _change, walked = house.event_day.walk_in(event, NEW)
    return walked.participation_id


def test_a_chair_at_a_full_table_moves_nobody(house, event):
    late = full(house, event)
    before = house.seating.room(event)

    _change, squeezed = house.seating.squeeze(event, late)

    after = house.seating.room(event)
    moved = [
        line
        for turn in before.rounds
        for table in before.seated[turn.id]
        for line in table.people
        if after.table_of(line.participation_id, turn.id).table.id != table.table.id
    ]
    assert moved == []
    assert all(after.table_of(late, turn.id) is not None for turn in after.rounds)
    assert {table.no for table in after.tables if table.own_high == 6} == set(squeezed.before)


def test_taking_the_chair_away_brings_everything_back(house, event):
    late = full(house, event)
    before = house.seating.room(event)
    _change, squeezed = house.seating.squeeze(event, late)

    house.seating.take_chair(event, squeezed)

    after = house.seating.room(event)
    assert [(table.own_low, table.own_high) for table in after.tables] == [(0, 0)] * 3
    assert [line.participation_id for line in after.unseated] == [late]
    assert before.unseated == after.unseated


def test_no_chair_is_put_where_a_seat_is_free(house, event):
    person = house.people.add(house.seating.room(event).event.process_id, NEW).id
    house.event_day.attend(event, {person: Presence.PRESENT})

    _change, squeezed = house.seating.squeeze(event, person)

    assert squeezed.before == {}
    assert len(squeezed.seats) == 2
