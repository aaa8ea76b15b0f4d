"""What stands on paper: the last plan of which route cards were printed, and who sits where in it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, NotPossible
from burgertop_app.domain.events import Event, PlanVersion, Seat, SeatSource
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from burgertop_app.domain.events import TableRound
    from burgertop_app.domain.papers.tables import RouteCard
    from burgertop_app.storage.unit_of_work import Store

Ways = dict["UUID", dict["UUID", "UUID"]]
"""Per round, per participation: the table."""


def printed_version(store: Store, event_id: UUID) -> PlanVersion | None:
    """The last plan of which route cards were printed; None when none were."""
    plans = store.find(PlanVersion, order_by="-version", event_id=event_id)
    return next((plan for plan in plans if plan.printed_at is not None), None)


def printed_seats(store: Store, event_id: UUID) -> Mapping[UUID, Mapping[UUID, UUID]]:
    """Per round the table of each participation as last printed; empty when nothing was.

    A round in which nobody had a seat is left out; rounds and tables may be out of use by now.
    """
    plan = printed_version(store, event_id)
    return seats_of_plan(store, plan) if plan else {}


def known_seats(store: Store, event_id: UUID) -> Mapping[UUID, Mapping[UUID, UUID]]:
    """The seats that people know: what was printed, with what was given or changed by hand since.

    Of the plan that counts when nothing was printed yet.

    Raises:
        NotPossible: there is no plan.
    """
    plan = store.first(PlanVersion, order_by="-version", event_id=event_id)
    if plan is None:
        raise NotPossible("plan_missing")
    printed = printed_version(store, event_id)
    known = {turn: dict(ways) for turn, ways in seats_of_plan(store, printed or plan).items()}
    places = {place.id: place for place in meeting_store.all_places(store, event_id)}
    for seat in store.find(Seat, plan_id=plan.id):
        place = places[seat.table_round_id]
        ways = known.setdefault(place.round_id, {})
        if seat.source is not SeatSource.SOLVER or seat.participation_id not in ways:
            ways[seat.participation_id] = place.table_id
    return known


def seats_of_plan(store: Store, plan: PlanVersion, among: Iterable[TableRound] | None = None) -> Ways:
    """Per round the table of each participation in a plan, as `printed_seats`; only at places `among`."""
    wanted = meeting_store.all_places(store, plan.event_id) if among is None else among
    places = {place.id: place for place in wanted}
    ways: Ways = defaultdict(dict)
    for seat in store.find(Seat, plan_id=plan.id):
        place = places.get(seat.table_round_id)
        if place is not None:
            ways[place.round_id][seat.participation_id] = place.table_id
    return dict(ways)


def fingerprint(store: Store, plan_id: UUID) -> str:
    """A hash of who sits where: another when anybody has moved."""
    seats = store.find(Seat, plan_id=plan_id)
    told = sorted(f"{seat.participation_id} {seat.table_round_id}" for seat in seats)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def refuse_moved(store: Store, plan_id: UUID, seats_hash: str) -> PlanVersion:
    """The plan, when nobody has moved in it since `seats_hash` was taken.

    Raises:
        Conflict: somebody has, or the plan is gone.
    """
    plan = store.first(PlanVersion, id=plan_id)
    if plan is None or fingerprint(store, plan_id) != seats_hash:
        raise Conflict("plan_moved_while_printing")
    return plan


def mark_printed(store: Store, plan_id: UUID, seats_hash: str, cards: Iterable[RouteCard]) -> PlanVersion:
    """Keep that these route cards of this plan were printed; errors as `refuse_moved`.

    Whoever has a card of before and none of these keeps that one.
    """
    plan = refuse_moved(store, plan_id, seats_hash)
    earlier = printed_version(store, plan.event_id)
    known = earlier.cards if earlier is not None else {}
    return store.change(
        plan, printed_at=store.now(), cards={**known, **card_hashes(store, plan.event_id, cards)}
    )


def card_hashes(store: Store, event_id: UUID, cards: Iterable[RouteCard]) -> Mapping[str, str]:
    """Per number a hash of what a route card says besides the name: the meeting, and where to be when."""
    event = store.get(Event, event_id)
    head = f"{event.title}|{event.on}|{event.place}"
    return {card.person.number: hashlib.sha256(_said(head, card).encode()).hexdigest() for card in cards}


def _said(head: str, card: RouteCard) -> str:
    return "|".join((head, str(card.stops), *filter(None, (card.person.role,))))
