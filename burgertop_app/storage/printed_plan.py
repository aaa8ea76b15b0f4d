"""The seats as they were handed out on route cards."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import PlanVersion, Seat
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def printed_seats(store: Store, event_id: UUID) -> Mapping[UUID, Mapping[UUID, UUID]]:
    """Per round the table of each participation.

    Raises:
        NotPossible: there is no plan.
    """
    plan = store.first(PlanVersion, order_by="-version", event_id=event_id)
    if plan is None:
        raise NotPossible("plan_missing")
    places = {place.id: place for place in meeting_store.all_places(store, event_id)}
    found: dict[UUID, dict[UUID, UUID]] = defaultdict(dict)
    for seat in store.find(Seat, plan_id=plan.id):
        place = places[seat.table_round_id]
        found[place.round_id][seat.participation_id] = place.table_id
    return found
