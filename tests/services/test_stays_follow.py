"""Who is not there all day follows the rounds: taken away, moved, and brought back."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Eighteen people at three tables of at most seven, in three rounds."""
    for no in range(18):
        house.people.add(process, PersonForm(name=f"Mens {no:02d}", state=State.DRAWN))
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 3, low=3, high=7)
    for _round in range(3):
        house.meetings.add_round(made)
    return made


@pytest.fixture
def people(house, event):
    return [line.participation_id for line in house.meetings.expected(event)]


@pytest.fixture
def observer(house, process, event):
    form = PersonForm(name="Ambtenaar", role=Role.OBSERVER, state=State.CONFIRMED)
    return house.people.add(process, form).id


@pytest.fixture
def plan(house, event):
    """Makes a plan; gives the room."""

    def made():
        given = house.seating.fresh(event, ())
        house.seating.keep(given, calculate(given, UNHEARD))
        return house.seating.room(event)

    return made


@pytest.mark.parametrize(("first", "last"), [(9, 0), (1, 4), (4, 9)])
def test_a_round_that_is_not_there_is_refused_and_nothing_is_kept(house, event, people, first, last):
    with pytest.raises(InvalidInput, match="stay_round_unknown") as caught:
        house.table_rules.stay(event, people[0], first, last)

    assert caught.value.params["most"] == 3
    assert house.seating.room(event).stays == {}


def test_a_stay_before_there_are_rounds_is_refused(house, process, people):
    bare = house.meetings.add(process, title="Later", on=None, place="").id

    with pytest.raises(InvalidInput, match="stay_no_rounds"):
        house.table_rules.stay(bare, people[0], 2)


def kept(house, event, person):
    stay = house.seating.room(event).stays.get(person)
    return None if stay is None else (stay.first, stay.last)


def test_a_stay_follows_its_round_when_an_earlier_one_is_taken_away(house, event, people):
    house.table_rules.stay(event, people[0], 3)
    house.table_rules.stay(event, people[1], 2, 2)

    house.meetings.set_rounds(event, house.meetings.rounds(event)[1:])

    assert (kept(house, event, people[0]), kept(house, event, people[1])) == ((2, 0), (1, 1))


def test_a_stay_follows_its_round_to_another_place(house, event, people):
    first, second, third = house.meetings.rounds(event)
    house.table_rules.stay(event, people[0], 3, 3)

    house.meetings.set_rounds(event, (third, first, second))

    assert kept(house, event, people[0]) == (1, 1)


def test_who_came_for_one_round_is_in_none_when_it_is_taken_away(house, event, people):
    first, _second, third = house.meetings.rounds(event)
    house.table_rules.stay(event, people[0], 2, 2)

    house.meetings.set_rounds(event, (first, third))
    house.meetings.add_round(event)

    assert kept(house, event, people[0]) == (0, 0)
    given = house.seating.prepare(SeatingRequest(event_id=event, spread=(), seed=1))
    assert [len(given.problem.present(number)) for number in range(3)] == [17, 17, 17]


def test_taking_the_change_of_rounds_back_brings_the_stays_back(house, event, people):
    before = house.meetings.rounds(event)
    house.table_rules.stay(event, people[0], 2, 2)
    house.table_rules.stay(event, people[1], 2)

    house.meetings.set_rounds(event, before[::2])
    house.meetings.set_rounds(event, before, {people[0]: (2, 2), people[1]: (2, 0)})

    assert (kept(house, event, people[0]), kept(house, event, people[1])) == ((2, 2), (2, 0))


def test_a_stay_that_is_all_day_by_now_is_kept_no_longer(house, event, people):
    house.table_rules.stay(event, people[0], 2)

    house.meetings.set_rounds(event, house.meetings.rounds(event)[1:])

    assert house.seating.room(event).stays == {}


def test_an_observer_stays_an_observer_when_rounds_go(house, event, observer):
    house.table_rules.watch(event, observer, observes=True)
    house.table_rules.stay(event, observer, 2)

    house.meetings.set_rounds(event, house.meetings.rounds(event)[1:])

    assert house.seating.room(event).stays[observer].observes


def test_a_fixed_seat_waits_while_somebody_is_not_there(house, event, plan, people):
    place = next(each for each in house.meetings.places(event) if each.table_id)
    turn = next(each for each in house.meetings.rounds(event) if each.id == place.round_id)
    house.event_day.lock(event, people[0], place)
    house.table_rules.stay(event, people[0], *((2, 0) if turn.no == 1 else (1, turn.no - 1)))

    away = plan().table_of(people[0], place.round_id)
    house.table_rules.stay(event, people[0])
    back = plan().table_of(people[0], place.round_id)

    assert away is None
    assert back.table.id == place.table_id
