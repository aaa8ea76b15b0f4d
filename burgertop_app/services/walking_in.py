"""Somebody who comes to the door without being expected: kept, marked present and given seats in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.events import (
    Attendance,
    Event,
    PlanVersion,
    Presence,
    Seat,
    SeatSource,
    Table,
    TableRound,
)
from burgertop_app.domain.people import ImportBatch, Participation, Person, PersonEvent
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services import attending, hand_seating, standing
from burgertop_app.services.registering import check, keeping_of, register
from burgertop_app.storage import meeting_store, removal, seating_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class WalkedIn:
    """Who came in, and what that made.

    `seats` are the ids of the seats they got and `tables` the number of their table per round, None where a
    round is full and 0 where they are not there; both are empty while there is no plan. `new` tells that
    nobody knew them.
    """

    participation_id: UUID
    number: str
    seats: tuple[UUID, ...]
    tables: tuple[int | None, ...]
    new: bool


@dataclass(frozen=True)
class Desk:
    """Where and when somebody comes in."""

    event_id: UUID
    today: date
    entropy: Callable[[int], bytes]


def walk_in(store: Store, desk: Desk, who: PersonForm | UUID) -> WalkedIn:
    """Let somebody in who was not expected: somebody new, or a participation that is known.

    That registration is closed does not matter: they are here, and a draw does not take them.

    Raises:
        InvalidInput: there is no name, or a text holds a BSN.
    """
    event = store.get(Event, desk.event_id)
    new = isinstance(who, PersonForm)
    part = (
        _registered(store, desk, event, who) if isinstance(who, PersonForm) else store.get(Participation, who)
    )
    attending.attend(store, event.id, {part.id: Presence.PRESENT})
    seats = _seated(store, event, part.id)
    return WalkedIn(part.id, part.number, seats, _tables(store, event, part.id), new)


def walk_out(store: Store, event_id: UUID, walked: WalkedIn, before: Presence | None = None) -> None:
    """Undo `walk_in`: the seats are free again, and somebody new is gone as if they had never come.

    Somebody who was known gets back the mark of `before`.

    Raises:
        NotPossible: something else rests on a new person by now, such as a card or a printed plan.
        Conflict: a newer plan has come.
    """
    hand_seating.lift(store, event_id, walked.seats)
    if not walked.new:
        attending.attend(store, event_id, {walked.participation_id: before})
        return
    part = store.get(Participation, walked.participation_id)
    _leave_unprinted(store, event_id, part.id)
    for kind in (Attendance, PersonEvent):
        for kept in store.find(kind, participation_id=part.id):
            store.remove(kept)
    batch = store.get(ImportBatch, part.import_id) if part.import_id is not None else None
    removal.remove(store, store.get(Person, part.person_id))
    if batch is not None:
        store.change(batch, people=batch.people - 1)


def _registered(store: Store, desk: Desk, event: Event, form: PersonForm) -> Participation:
    check(form)
    keeping = keeping_of(store, event.process_id, desk.today)
    part = register(store, event.process_id, form, keeping, desk.entropy, desk.today)
    standing.tell(store, part.id, form.state, form.channel)
    return part


def _seated(store: Store, event: Event, participation_id: UUID) -> tuple[UUID, ...]:
    """Seats in every round where they have none and there is room; none when there is no plan."""
    if seating_store.latest(store, event.id) is None:
        return ()
    sheet = hand_seating.sheet(store, event.id, None)
    seats = hand_seating.place(store, sheet, participation_id, None, partly=True)
    for seat in store.find(Seat, id=list(seats)):
        store.change(seat, source=SeatSource.WALK_IN)
    return seats


def _leave_unprinted(store: Store, event_id: UUID, participation_id: UUID) -> None:
    """Take somebody out of the plans that no card was printed of: an earlier one may count again."""
    plans = [plan.id for plan in store.find(PlanVersion, event_id=event_id) if plan.printed_at is None]
    for seat in store.find(Seat, plan_id=plans, participation_id=participation_id) if plans else ():
        store.remove(seat)


def _tables(store: Store, event: Event, participation_id: UUID) -> tuple[int | None, ...]:
    version = seating_store.latest(store, event.id)
    if version is None:
        return ()
    held = store.find(Seat, plan_id=version.id, participation_id=participation_id)
    places = store.find(TableRound, id=[seat.table_round_id for seat in held]) if held else ()
    numbers = {table.id: table.no for table in store.find(Table, event_id=event.id)}
    at = {place.round_id: numbers[place.table_id] for place in places}
    stay = meeting_store.stays(store, event.id).get(participation_id)
    return tuple(
        at.get(turn.id, None if stay is None or stay.includes(turn.no) else 0)
        for turn in meeting_store.rounds(store, event.id)
    )
