"""Rounds and tables that go and come back before there is a plan, with what was set up there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import NeedKind, Role, State
from burgertop_app.domain.requests import PersonForm
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Three tables in two rounds, without a plan."""
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    return made


def test_a_round_comes_back_with_the_topics_of_its_tables(house, event):
    first, second = house.meetings.rounds(event)
    house.meetings.set_topics(event, second.id, {1: "Groen", 3: "Wonen"})
    topics = {place.id: place.topic for place in house.meetings.places(event)}

    house.meetings.set_rounds(event, (first,))
    assert house.meetings.rounds(event) == (first,)
    house.meetings.set_rounds(event, (first, second))

    assert {place.id: place.topic for place in house.meetings.places(event)} == topics


def test_a_table_comes_back_with_who_leads_it_and_what_it_serves(house, process, event):
    form = PersonForm(name="Leider", role=Role.FACILITATOR, state=State.CONFIRMED)
    leader = house.people.add(process, form).id
    place = house.meetings.places(event)[-1]
    house.event_day.lead({place.id: leader})
    house.table_rules.serve(event, NeedKind.WHEELCHAIR, [3])
    house.table_rules.seat(event, [3], 2, 4)
    *_tables, last = house.meetings.tables(event)

    house.meetings.set_tables(event, 2, low=3, high=5)
    assert len(house.meetings.tables(event)) == 2
    house.meetings.set_tables(event, 3, low=3, high=5)

    back = house.meetings.tables(event)[-1]
    assert (back.properties, back.own_low, back.own_high) == (last.properties, 2, 4)
    assert {one.id: one.facilitator_id for one in house.meetings.places(event)}[place.id] == leader


def test_a_topic_for_a_table_that_a_round_does_not_use_is_refused(house, event):
    first, second = house.meetings.rounds(event)
    house.meetings.set_rounds(event, (first, replace(second, tables=2, low=3, high=6)))

    with pytest.raises(InvalidInput) as refused:
        house.meetings.set_topics(event, second.id, {1: "Groen", 3: "Wonen"})

    assert refused.value.params == {"number": 3, "most": 2}
    assert {place.topic for place in house.meetings.places(event)} == {""}
