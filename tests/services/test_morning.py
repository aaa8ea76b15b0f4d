"""The morning of a meeting: who is expected, what people know of their seats, and what a repair does."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning

NEW = PersonForm(name="Marek Pawlak", features={"wijk": "Noord"})


def begun(house, process, state):
    """Sixteen people at four tables of at most five, in two rounds, with a plan."""
    for no in range(16):
        house.people.add(process, PersonForm(name=f"Mens {no}", features={"wijk": "NZ"[no % 2]}, state=state))
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 4, low=3, high=5)
    house.meetings.add_round(made)
    house.meetings.add_round(made)
    given = house.seating.fresh(made, ("wijk",))
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


@beginning
def event(house, process):
    return begun(house, process, State.DRAWN)


@pytest.fixture
def prints(house, process, event, tmp_path):
    """Saves the route cards, as often as it is called."""

    def saved():
        paper = house.printing.route_cards(event)
        house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "kaarten.pdf")

    return saved


@pytest.fixture
def repair(house, event):
    """Keeps the calmest repair; gives its moved seats."""

    def kept():
        given = house.seating.repair(event, 2_000)
        result = calculate(given, UNHEARD)
        house.seating.keep(given, result)
        return result.figures.moved

    return kept


def way(house, event, person):
    room = house.seating.room(event)
    return [room.table_of(person, turn.id).table.no for turn in room.rounds]


def strangers(house, event):
    room = house.seating.room(event)
    first, second, *_others = room.seated[room.rounds[0].id]
    return first.people[0].participation_id, second.people[0].participation_id


def test_a_mark_at_the_door_leaves_the_others_expected_where_nobody_was_drawn(house, process):
    event = begun(house, process, State.REGISTERED)
    first, second, *others = [line.participation_id for line in house.meetings.expected(event)]

    house.event_day.attend(event, {first: Presence.PRESENT, second: Presence.ABSENT})

    assert {line.participation_id for line in house.meetings.expected(event)} == {first, *others}


def test_a_repair_keeps_what_was_changed_by_hand_after_a_second_print(house, event, prints, repair):
    one, other = strangers(house, event)
    prints()
    _change, walked = house.event_day.walk_in(event, NEW)
    prints()
    house.seating.swap(event, 1, one, other)
    known = [way(house, event, who) for who in (one, other, walked.participation_id)]

    assert repair() == 0
    assert [way(house, event, who) for who in (one, other, walked.participation_id)] == known


def test_a_repair_after_a_repair_keeps_the_seats_of_walk_ins(house, event, prints, repair):
    prints()
    repair()
    _change, walked = house.event_day.walk_in(event, NEW)
    told = way(house, event, walked.participation_id)

    repair()

    assert way(house, event, walked.participation_id) == told


def test_a_walk_in_takes_the_seat_of_who_stayed_away(house, event):
    house.meetings.set_tables(event, 4, low=3, high=4)
    absent = [line.participation_id for line in house.meetings.expected(event)][:3]
    house.event_day.attend(event, dict.fromkeys(absent, Presence.ABSENT))

    _change, walked = house.event_day.walk_in(event, NEW)

    assert all(table is not None for table in walked.tables)


def test_a_facilitator_who_stays_away_leads_no_table(house, process, event, repair):
    form = PersonForm(name="Leider", role=Role.FACILITATOR, state=State.CONFIRMED)
    leader = house.people.add(process, form).id
    house.event_day.lead_by_turns(event)
    house.event_day.attend(event, {leader: Presence.ABSENT})

    repair()

    assert all(place.facilitator_id is None for place in house.meetings.places(event))


def test_who_lost_every_seat_gets_a_slip(house, event, prints):
    known = house.people.add(house.processes.all()[0].id, PersonForm(name="Thea", state=State.DRAWN)).id
    _change, seats = house.seating.place(event, known)
    prints()
    house.seating.lift(event, seats)

    (slip,) = house.printing.late_changes(event).slips

    assert slip.person.name == "Thea"
    assert [move.table for move in slip.moves] == ["", ""]
