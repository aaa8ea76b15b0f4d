"""Languages and skills at tables: who leads them, who sits there, and nothing of it on paper."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import Need, NeedKind, Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.errors import sentence
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Twelve people at three tables of four, one seat to spare at each, in two rounds; three facilitators."""
    for no in range(12):
        house.people.add(process, PersonForm(name=f"Mens {no:02d}", state=State.DRAWN))
    for no in range(3):
        form = PersonForm(name=f"Leider {no}", role=Role.FACILITATOR, state=State.CONFIRMED)
        house.people.add(process, form)
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    return made


@pytest.fixture
def people(house, event):
    return [line.participation_id for line in house.meetings.expected(event)]


@pytest.fixture
def leaders(house, event):
    return [line.participation_id for line in house.seating.room(event).facilitators]


@pytest.fixture
def plan(house, event):
    def made():
        given = house.seating.fresh(event, ())
        house.seating.keep(given, calculate(given, UNHEARD))
        return house.seating.room(event)

    return made


def tables(room, person):
    return [room.table_of(person, turn.id).table.no for turn in room.rounds]


def led(room, no):
    """Who leads table `no` in each round."""
    return [room.seated[turn.id][no - 1].facilitator.participation_id for turn in room.rounds]


def test_who_needs_a_language_sits_where_it_is_asked(house, event, plan, people):
    house.table_rules.ask(event, {"language:Turks": [2]})
    for person in people[:3]:
        house.table_rules.speak(person, ("turks",))

    room = plan()

    assert [tables(room, person) for person in people[:3]] == [[2, 2]] * 3
    assert room.result.figures.broken == ()


def test_a_table_that_asks_a_language_is_led_by_who_speaks_it(house, event, plan, leaders):
    house.table_rules.ask(event, {"language:Turks": [1]})
    house.event_day.facilitator(leaders[2], ("Nederlands", "Turks"), ())

    assert led(plan(), 1) == [leaders[2]] * 2


def test_dividing_facilitators_looks_at_languages_and_skills(house, event, leaders):
    house.table_rules.ask(event, {"language:Turks": [1], "skill:techniek": [3]})
    house.event_day.facilitator(leaders[1], ("Turks",), ())
    house.event_day.facilitator(leaders[0], (), ("Techniek",))

    house.event_day.lead_by_turns(event)

    room = house.seating.room(event)
    assert [led(room, no)[0] for no in (1, 2, 3)] == [leaders[1], leaders[2], leaders[0]]


def test_a_language_asked_later_changes_two_facilitators_and_no_more(house, event, plan, leaders):
    before = plan()
    house.event_day.facilitator(led(before, 3)[0], ("Turks",), ())
    house.table_rules.ask(event, {"language:Turks": [1]})

    after = plan()

    assert led(after, 1) == led(before, 3)
    assert led(after, 3) == led(before, 1)
    assert led(after, 2) == led(before, 2)
    assert after.result.figures.broken == ()


def test_a_repair_keeps_to_languages_too(house, event, plan, people, leaders):
    plan()
    house.table_rules.ask(event, {"language:Turks": [2]})
    house.table_rules.speak(people[0], ("Turks",))
    house.event_day.facilitator(leaders[2], ("Turks",), ())
    house.event_day.attend(event, {people[5]: Presence.ABSENT})

    given = house.seating.repair(event, 2_000)
    house.seating.keep(given, calculate(given, UNHEARD))

    room = house.seating.room(event)
    assert (tables(room, people[0]), led(room, 2)) == ([2, 2], [leaders[2]] * 2)


def test_more_people_with_a_language_than_seats_is_told_before_the_search(house, event, plan, people):
    house.table_rules.ask(event, {"language:Turks": [2]})
    for person in people[:6]:
        house.table_rules.speak(person, ("Turks",))

    with pytest.raises(NotPossible, match="seating_too_few_places") as refused:
        plan()

    assert "6 mensen een bepaalde tafel nodig (Turks)" in sentence(refused.value)


def test_two_tables_for_one_speaker_is_told_before_the_search(house, event, plan, leaders):
    house.table_rules.ask(event, {"language:Turks": [1, 2]})
    house.event_day.facilitator(leaders[2], ("Turks",), ())

    with pytest.raises(NotPossible, match="seating_leaders_lacking"):
        plan()


def test_a_language_that_no_facilitator_speaks_stops_nothing(house, event, plan):
    house.table_rules.ask(event, {"language:Turks": [1]})

    assert len(led(plan(), 1)) == 2


def test_a_language_that_no_table_asks_lets_somebody_sit_anywhere(house, event, plan, people):
    house.table_rules.speak(people[0], ("Turks",))

    assert plan().given.problem.rules.allowed == ()


def test_a_language_is_a_need_of_that_person_and_goes_again(house, event, people):
    house.table_rules.speak(people[0], ("Turks", "Arabisch"))
    with house.workspace.context.work.reading() as store:
        (need,) = store.find(Need, participation_id=people[0])
    house.table_rules.speak(people[0], ())

    assert (need.kind, need.note) == (NeedKind.LANGUAGE, "Turks, Arabisch")
    assert house.seating.room(event).languages == {}


def test_what_tables_ask_leaves_other_properties_alone(house, event):
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, (1,))
    house.table_rules.ask(event, {"language:Turks": [1, 2]})
    house.table_rules.ask(event, {"skill:techniek": [2]})

    assert [table.properties for table in house.meetings.tables(event)] == [
        ("wheelchair",),
        ("skill:techniek",),
        (),
    ]


@pytest.mark.parametrize("asked", [{"language:": [1]}, {"wheelchair": [1]}, {"language:Turks": [9]}])
def test_what_no_table_can_ask_is_refused(house, event, asked):
    with pytest.raises(InvalidInput):
        house.table_rules.ask(event, asked)


def test_nothing_of_languages_stands_on_paper(house, event, plan, people, leaders):
    house.table_rules.ask(event, {"language:Turks": [2]})
    house.table_rules.speak(people[0], ("Turks",))
    house.event_day.facilitator(leaders[2], ("Turks",), ())
    plan()
    printing = house.printing

    papers = (
        printing.route_cards(event),
        printing.table_sheets(event),
        printing.door_list(event),
        printing.table_signs(event),
        printing.name_badges(event),
        printing.room_plan(event, by_number=False),
        printing.facilitators(event),
    )

    assert not any("turks" in repr(paper).casefold() for paper in papers)
    assert people[0] in house.seating.room(event).languages
