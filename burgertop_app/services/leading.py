"""Which facilitator leads which table: as a plan has it, and as it was when an earlier plan counted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.events import Event, TableRound
from burgertop_app.domain.people import Role
from burgertop_app.storage import meeting_store, people_store

if TYPE_CHECKING:
    from burgertop_app.domain.events import PlanVersion
    from burgertop_app.domain.seating import SeatingPlan
    from burgertop_app.domain.seating_views import SeatingInput
    from burgertop_app.storage.unit_of_work import Store


def lead(store: Store, given: SeatingInput, plan: SeatingPlan) -> None:
    """Put the facilitators at their tables; whoever does not come leads none."""
    for place in store.find(TableRound, id=[one for tables in given.places for one in tables]):
        if place.facilitator_id is not None and place.facilitator_id not in given.leaders:
            store.change(place, facilitator_id=None)
    for number, tables in enumerate(plan.leaders):
        led = dict(zip(tables, given.leaders, strict=True))
        for table, place_id in enumerate(given.places[number]):
            place = store.get(TableRound, place_id)
            if place.facilitator_id != led.get(table):
                store.change(place, facilitator_id=led.get(table))


def remember(store: Store, plan: PlanVersion) -> None:
    """Keep who leads now with the plan that counts, before another one comes."""
    places = meeting_store.all_places(store, plan.event_id)
    led = {str(place.id): str(place.facilitator_id) for place in places if place.facilitator_id is not None}
    if led != plan.leaders:
        store.change(plan, leaders=led)


def bring_back(store: Store, plan: PlanVersion) -> None:
    """Let those lead who led when this plan counted; who is no facilitator any more leads nothing."""
    process_id = store.get(Event, plan.event_id).process_id
    lines = people_store.lines(store, process_id)
    able = {line.participation_id for line in lines if line.role is Role.FACILITATOR}
    for place in meeting_store.all_places(store, plan.event_id):
        kept = plan.leaders.get(str(place.id))
        leader = UUID(kept) if kept is not None and UUID(kept) in able else None
        if place.facilitator_id != leader:
            store.change(place, facilitator_id=leader)
