"""Rules of a meeting: kept, told by what they break, and kept by every plan; and repair on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import PairKind, Presence
from burgertop_app.domain.people import NeedKind, Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.seating import calculate, calculate_repairs
from tests.beginnings import beginning

SPREAD = ("leeftijd", "wijk")


@beginning
def event(house, process):
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 4, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    return made


@beginning
def people(house, process, event):
    """Sixteen people, the first two in a wheelchair."""
    found = []
    for no in range(16):
        features = {"leeftijd": ("16–29", "30–64", "65+")[no % 3], "wijk": ("Noord", "Zuid")[no % 2]}
        needs = {NeedKind.WHEELCHAIR: ""} if no < 2 else {}
        form = PersonForm(name=f"Mens {no}", features=features, state=State.DRAWN, needs=needs)
        found.append(house.people.add(process, form).id)
    return found


def made(house, event):
    given = house.seating.fresh(event, SPREAD)
    house.seating.keep(given, calculate(given, UNHEARD))
    return house.seating.room(event)


def tables(room, person):
    """The number of somebody's table in each round."""
    return [room.table_of(person, turn.id).table.no for turn in room.rounds]


def facilitator(house, process, no):
    form = PersonForm(name=f"Leider {no}", role=Role.FACILITATOR, state=State.CONFIRMED)
    return house.people.add(process, form).id


def test_people_apart_never_share_a_table_and_people_together_always_do(house, event, people):
    house.table_rules.pair(event, PairKind.APART, people[3], people[4])
    house.table_rules.pair(event, PairKind.TOGETHER, people[5], people[6], "tolk")

    room = made(house, event)

    sat = zip(tables(room, people[3]), tables(room, people[4]), strict=True)
    assert all(one != other for one, other in sat)
    assert tables(room, people[5]) == tables(room, people[6])
    assert room.result.figures.broken == ()


def test_a_rule_about_the_same_two_replaces_the_earlier_one(house, event, people):
    house.table_rules.pair(event, PairKind.APART, people[3], people[4])
    house.table_rules.pair(event, PairKind.TOGETHER, people[4], people[3])

    assert [rule.kind for rule in house.table_rules.pairs(event)] == [PairKind.TOGETHER]


def test_a_rule_that_is_taken_away_holds_no_more(house, event, people):
    house.table_rules.pair(event, PairKind.APART, people[3], people[4])
    (rule,) = house.table_rules.pairs(event)

    house.table_rules.unpair(rule)

    assert house.seating.fresh(event, SPREAD).problem.rules.pairs == ()


def test_a_rule_needs_two_people(house, event, people):
    with pytest.raises(InvalidInput, match="pair_same"):
        house.table_rules.pair(event, PairKind.APART, people[3], people[3])


def test_whoever_needs_it_sits_at_a_table_that_serves_the_need(house, event, people):
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, (2, 3))

    room = made(house, event)

    assert set(tables(room, people[0]) + tables(room, people[1])) <= {2, 3}


def test_no_table_that_serves_a_need_means_every_table_does(house, event, people):
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, (2,))
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, ())

    assert house.seating.fresh(event, SPREAD).problem.rules.allowed == ()


def test_more_people_with_a_need_than_places_is_told_before_the_search(house, process, event, people):
    for no in range(4):
        form = PersonForm(name=f"Wiel {no}", state=State.DRAWN, needs={NeedKind.WHEELCHAIR: ""})
        house.people.add(process, form)
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, (2,))

    with pytest.raises(NotPossible, match="seating_too_few_places") as refused:
        calculate(house.seating.fresh(event, SPREAD), UNHEARD)

    assert refused.value.params["people"] == 6
    assert refused.value.params["seats"] == 5


def test_each_facilitator_keeps_a_table_and_nobody_returns_to_it(house, process, event, people):
    house.meetings.set_tables(event, 5, low=3, high=4)
    leaders = [facilitator(house, process, no) for no in range(5)]

    room = made(house, event)

    led = {
        seated.table.no: seated.facilitator.participation_id
        for tables in room.seated.values()
        for seated in tables
    }
    assert [led[no] for no in range(1, 6)] == leaders
    assert room.result.figures.leader_repeats == 0
    assert all(len(set(tables(room, person))) == 2 for person in people)


def test_a_facilitator_at_two_tables_at_once_is_refused(house, process, event, people):
    leader = facilitator(house, process, 0)
    places = house.meetings.places(event)
    first = places[0].round_id
    house.event_day.lead({place.id: leader for place in places if place.round_id == first})

    with pytest.raises(NotPossible, match="facilitator_twice"):
        house.seating.fresh(event, SPREAD)


def test_a_round_may_have_fewer_and_larger_tables(house, event, people):
    first, second = house.meetings.rounds(event)
    house.meetings.set_rounds(event, (first, replace(second, tables=2, low=7, high=9)))

    room = made(house, event)

    assert [len(seated.people) for seated in room.seated[first.id]] == [4, 4, 4, 4]
    assert [len(seated.people) for seated in room.seated[second.id]] == [8, 8]


def test_whoever_met_at_an_earlier_meeting_counts_as_met(house, process, event, people):
    made(house, event)
    later = house.meetings.add(process, title="Tweede dag", on=date(2026, 10, 3), place="").id
    house.meetings.set_tables(later, 4, low=3, high=5)
    house.meetings.add_round(later)

    given = house.seating.fresh(later, SPREAD)

    assert len(given.problem.rules.met) == 2 * 4 * 6


@pytest.fixture
def repairs(house, process, event, people):
    """Two did not come and one walked in; the repairs from calm to well mixed."""
    made(house, event)
    house.event_day.attend(event, dict.fromkeys(people[:2], Presence.ABSENT))
    form = PersonForm(name="Inloper", features={"leeftijd": "65+", "wijk": "Zuid"}, state=State.DRAWN)
    house.people.add(process, form)
    given = house.seating.repairs(event)
    return tuple(zip(given, calculate_repairs(given, UNHEARD), strict=True))


def test_in_the_calmest_repair_nobody_moves_and_the_newcomer_sits(repairs):
    given, result = repairs[0]

    assert result.figures.moved == 0
    assert all(table >= 0 for row in result.plan.tables for table in row)
    assert len(given.participations) == 15


def test_the_mix_never_gets_worse_when_more_people_may_move(repairs):
    assert [result.figures.excess for _, result in repairs] == sorted(
        (result.figures.excess for _, result in repairs), reverse=True
    )


def test_a_repair_becomes_the_next_version_with_its_moves_counted(house, event, repairs):
    given, result = repairs[-1]

    house.seating.keep(given, result)

    first, second = house.seating.versions(event)
    assert second.parent_id == first.id
    assert second.figures["moved"] == result.figures.moved
