"""A meeting with its tables and plan, read in one go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, Lock, PlanVersion, Round, Seat, Table, TableRound
from burgertop_app.domain.seating_views import Room, SeatedTable
from burgertop_app.storage import kept_plan, meeting_store, people_store, seating_ground

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Stay
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def room(store: Store, event: Event) -> Room:
    """The meeting as a page shows it, without the figures of the plan."""
    rounds = meeting_store.rounds(store, event.id)
    tables = meeting_store.tables(store, event.id)
    people = {line.participation_id: line for line in people_store.lines(store, event.process_id)}
    version = latest(store, event.id)
    at = _seats(store, version)
    locks = locks_in_use(store, event, rounds, tables)
    leaders = {part.id for part in meeting_store.leaders(store, event.process_id)}
    places = places_in_use(store, rounds, tables) if tables else {}
    seated = {
        turn.id: tuple(
            _table(table, turn, places[turn.id, table.id], at, people, locks)
            for table in tables
            if (turn.id, table.id) in places
        )
        for turn in rounds
    }
    stays = meeting_store.stays(store, event.id)
    found = Room(
        event=event,
        rounds=rounds,
        tables=tables,
        seated=seated,
        unseated=_unseated(meeting_store.expected(store, event), rounds, seated, stays) if version else (),
        facilitators=tuple(line for line in people.values() if line.participation_id in leaders),
        locks=locks,
        version=version,
        planned=kept_plan.planned(seated) if version else (),
        pairs=seating_ground.pairs(store, event.id),
        earlier=seating_ground.earlier(store, event),
        stays=stays,
        choices=seating_ground.choices(store, event.id),
        languages=seating_ground.languages(store, event.process_id),
        brings=seating_ground.brings(store, event.process_id),
    )
    return replace(found, given=kept_plan.given(found), broken=kept_plan.broken(found)) if version else found


def latest(store: Store, event_id: UUID) -> PlanVersion | None:
    """The plan that counts."""
    return store.first(PlanVersion, order_by="-version", event_id=event_id)


def seats_of(store: Store, version: PlanVersion, round_id: UUID, people: Sequence[UUID]) -> list[Seat]:
    """The seats of these people in one round of a plan.

    Raises:
        InvalidInput: one of them has no seat there.
    """
    places = [place.id for place in store.find(TableRound, round_id=round_id) if place.open]
    seats = store.find(Seat, plan_id=version.id, table_round_id=places, participation_id=list(people))
    found = {seat.participation_id: seat for seat in seats}
    if any(person not in found for person in people):
        raise InvalidInput("seat_missing")
    return [found[person] for person in people]


def places_in_use(
    store: Store, rounds: Sequence[Round], tables: Sequence[Table]
) -> Mapping[tuple[UUID, UUID], TableRound]:
    """Each of these tables in each of these rounds where it is used, by the two ids."""
    turns = {turn.id for turn in rounds}
    found = store.find(TableRound, table_id=[table.id for table in tables])
    return {
        (place.round_id, place.table_id): place for place in found if place.open and place.round_id in turns
    }


def locks_in_use(
    store: Store, event: Event, rounds: Sequence[Round], tables: Sequence[Table]
) -> tuple[Lock, ...]:
    """The locks on rounds and tables in use."""
    when, where = {turn.id for turn in rounds}, {table.id for table in tables}
    return tuple(
        lock
        for lock in store.find(Lock, event_id=event.id)
        if lock.round_id in when and lock.table_id in where
    )


def _seats(store: Store, version: PlanVersion | None) -> Mapping[UUID, list[UUID]]:
    """Who sits at each table in each round."""
    at: dict[UUID, list[UUID]] = defaultdict(list)
    for seat in store.find(Seat, plan_id=version.id) if version else ():
        at[seat.table_round_id].append(seat.participation_id)
    return at


def _table(
    table: Table,
    turn: Round,
    place: TableRound,
    at: Mapping[UUID, list[UUID]],
    people: Mapping[UUID, PersonLine],
    locks: Sequence[Lock],
) -> SeatedTable:
    here = tuple(people[one] for one in at.get(place.id, ()) if one in people)
    kept = {
        lock.participation_id
        for lock in locks
        if (lock.round_id, lock.table_id) == (place.round_id, table.id)
    }
    return SeatedTable(
        place=place,
        table=table,
        people=here,
        facilitator=people.get(place.facilitator_id) if place.facilitator_id else None,
        locked=frozenset(line.participation_id for line in here if line.participation_id in kept),
        seats=turn.seats(table),
    )


def _unseated(
    expected: Sequence[PersonLine],
    rounds: Sequence[Round],
    seated: Mapping[UUID, Sequence[SeatedTable]],
    stays: Mapping[UUID, Stay],
) -> tuple[PersonLine, ...]:
    """Those who lack a seat in some round in which they are there, or are there in none."""
    sitting = {turn.no: kept_plan.sitting(seated[turn.id]).keys() for turn in rounds}

    def lacks(line: PersonLine) -> bool:
        stay = stays.get(line.participation_id)
        there = [here for no, here in sitting.items() if stay is None or stay.includes(no)]
        return not there or any(line.participation_id not in here for here in there)

    return tuple(filter(lacks, expected))
