"""Who leads which table and who met whom, as far as they come; and leaders of an earlier plan."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

import pytest

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Twelve people at three tables in two rounds, with a plan that nobody leads a table of."""
    for no in range(12):
        house.people.add(process, PersonForm(name=f"Mens {no:02d}", state=State.DRAWN))
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    given = house.seating.fresh(made, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


@pytest.fixture
def leaders(house, process, event):
    """Three facilitators, by number."""
    forms = [PersonForm(name=f"Leider {no}", role=Role.FACILITATOR, state=State.CONFIRMED) for no in range(3)]
    return [house.people.add(process, form).id for form in forms]


def led(house, event, round_no):
    """Who leads each table in a round, by number of the table."""
    room = house.seating.room(event)
    return [seated.place.facilitator_id for seated in room.seated[room.rounds[round_no - 1].id]]


def test_who_is_absent_today_leads_no_table(house, event, leaders):
    house.event_day.attend(event, {leaders[0]: Presence.ABSENT})

    house.event_day.lead_by_turns(event)

    assert led(house, event, 1) == [leaders[1], leaders[2], None]


def test_who_leaves_early_leads_no_table_after_that(house, event, leaders):
    house.table_rules.stay(event, leaders[0], 1, 1)

    house.event_day.lead_by_turns(event)

    assert led(house, event, 1) == leaders
    assert led(house, event, 2) == [None, *leaders[1:]]


def test_nobody_leads_two_tables_after_dividing_facilitators_anew(house, event, leaders):
    house.event_day.lead_by_turns(event)
    house.event_day.attend(event, {leaders[0]: Presence.ABSENT})

    house.event_day.lead_by_turns(event)

    given = house.seating.fresh(event, ())
    assert sorted(given.leaders) == sorted(leaders[1:])
    assert led(house, event, 2) == [leaders[1], leaders[2], None]


def test_a_printed_plan_brings_back_who_led_its_tables(house, process, event, leaders, tmp_path):
    house.event_day.lead_by_turns(event)
    house.exporting.save_paper(process, house.printing.route_cards(event), b"%PDF", tmp_path / "k.pdf")
    (plan,) = house.seating.versions(event)
    room = house.seating.room(event)
    one, other = room.seated[room.rounds[0].id][:2]
    house.seating.swap(event, 1, one.ids[0], other.ids[0])

    house.seating.return_to(plan.id)

    assert led(house, event, 1) == leaders
    assert led(house, event, 2) == leaders


def met(house, process):
    """Whom people met before, for a meeting on a later day; each as often as they sat together."""
    later = house.meetings.add(process, title="Dag 2", on=date(2026, 10, 3), place="").id
    house.meetings.set_tables(later, 3, low=3, high=5)
    house.meetings.add_round(later)
    times = Counter[UUID]()
    for each in house.seating.room(later).earlier:
        times[each.one_id] += each.times
        times[each.other_id] += each.times
    return times


def test_who_left_early_met_nobody_in_the_rounds_after_that(house, process, event, leaders):
    room = house.seating.room(event)
    first, _second = room.rounds
    person = room.seated[first.id][0].ids[0]
    house.table_rules.stay(event, person, 1, 1)

    times = met(house, process)

    assert times[person] == len(room.table_of(person, first.id).people) - 1


def test_a_facilitator_who_was_absent_met_nobody(house, process, event, leaders):
    house.event_day.lead_by_turns(event)
    house.event_day.attend(event, {leaders[0]: Presence.ABSENT, leaders[1]: Presence.PRESENT})

    times = met(house, process)

    assert leaders[0] not in times
    assert times[leaders[1]] == 8
