"""What differs between two plans of a meeting, in people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.events import Event, Round, Seat, Table
from burgertop_app.domain.seating_views import SeatMove
from burgertop_app.storage import meeting_store, people_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.events import PlanVersion
    from burgertop_app.storage.unit_of_work import Store


def moves(store: Store, earlier: PlanVersion, later: PlanVersion) -> tuple[SeatMove, ...]:
    """Who sits elsewhere in the later plan, by name and round."""
    event = store.get(Event, later.event_id)
    people = {line.participation_id: line for line in people_store.lines(store, event.process_id)}
    rounds = {turn.id: turn.no for turn in store.find(Round, event_id=event.id)}
    before, after = _tables(store, earlier), _tables(store, later)
    found = [
        SeatMove(people[person], rounds[turn], before.get((person, turn)), after.get((person, turn)))
        for person, turn in before.keys() | after.keys()
        if person in people and before.get((person, turn)) != after.get((person, turn))
    ]
    return tuple(
        sorted(found, key=lambda move: (move.person.name.casefold(), move.person.number, move.round_no))
    )


def _tables(store: Store, plan: PlanVersion) -> Mapping[tuple[UUID, UUID], int]:
    """The number of the table per person and round."""
    numbers = {table.id: table.no for table in store.find(Table, event_id=plan.event_id)}
    places = {place.id: place for place in meeting_store.all_places(store, plan.event_id)}
    return {
        (seat.participation_id, places[seat.table_round_id].round_id): numbers[
            places[seat.table_round_id].table_id
        ]
        for seat in store.find(Seat, plan_id=plan.id)
    }
