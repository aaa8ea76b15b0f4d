"""The papers on the tables as they are put together from a plan."""

from __future__ import annotations

from datetime import date, time

import pytest

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.printing.table_papers import stubs_for
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Twelve people at two tables in three rounds, with one facilitator."""
    for no in range(12):
        house.people.add(process, PersonForm(name=f"Mens {no:02d}", state=State.DRAWN))
    house.people.add(process, PersonForm(name="Aylin Demirkan", role=Role.FACILITATOR, state=State.CONFIRMED))
    made = house.meetings.begin(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.event_day.lead_by_turns(made)
    return made


@beginning
def planned(house, event):
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    return event


def test_there_is_a_sheet_for_each_table_and_round(house, planned):
    sheets = house.printing.table_sheets(planned).sheets

    assert [(sheet.round_no, sheet.table) for sheet in sheets] == [
        (round_no, table) for round_no in (1, 2, 3) for table in ("1", "2")
    ]
    assert {len(sheet.people) for sheet in sheets} == {6}
    assert (sheets[0].facilitator, sheets[1].facilitator) == ("Aylin Demirkan", "")


def test_cards_go_on_where_the_round_before_ended(house, planned):
    sheets = [sheet for sheet in house.printing.table_sheets(planned).sheets if sheet.table == "2"]

    assert [(sheet.first_card, sheet.stubs) for sheet in sheets] == [(1, 6), (7, 6), (13, 6)]


@pytest.mark.parametrize(("people", "stubs"), [(0, 6), (8, 6), (9, 5), (10, 5), (12, 4), (14, 3), (30, 3)])
def test_large_tables_leave_room_for_fewer_cards(people, stubs):
    assert stubs_for(people) == stubs


def test_everybody_gets_a_route_with_a_stop_in_each_round(house, planned):
    cards = house.printing.route_cards(planned).cards

    assert [card.person.name for card in cards] == [f"Mens {no:02d}" for no in range(12)]
    assert all([stop.round_no for stop in card.stops] == [1, 2, 3] for card in cards)
    assert cards[0].stops[0].starts == time(10)


def test_the_list_names_who_leads_which_table(house, planned):
    (route,) = house.printing.facilitators(planned).routes

    assert route.name == "Aylin Demirkan"
    assert [stop.table for stop in route.stops] == ["1", "1", "1"]


def test_papers_wait_for_a_plan(house, event):
    with pytest.raises(NotPossible) as refused:
        house.printing.table_sheets(event)

    assert refused.value.code == "plan_missing"


def test_a_round_that_is_out_of_use_is_not_printed(house, planned):
    house.meetings.set_rounds(planned, house.meetings.rounds(planned)[:2])

    assert {sheet.round_no for sheet in house.printing.table_sheets(planned).sheets} == {1, 2}
