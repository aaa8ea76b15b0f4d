"""A meeting with its tables and plan, read in one go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Event, Lock, PlanVersion, Round, Seat, Table, TableRound
from burgertop_app.domain.seating import SeatingPlan, SeatingProblem, SeatLock
from burgertop_app.domain.seating_views import Room, SeatedTable, SeatingInput, SeatingRequest
from burgertop_app.storage import meeting_store, people_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def prepared(store: Store, request: SeatingRequest) -> SeatingInput:
    """The problem to solve for a new plan.

    Raises:
        NotPossible: there are no rounds, tables or people, or the seats do not fit the people.
    """
    event = store.get(Event, request.event_id)
    rounds = meeting_store.rounds(store, event.id)
    tables = meeting_store.tables(store, event.id)
    people = meeting_store.expected(store, event)
    if not rounds or not tables:
        raise NotPossible("seating_no_tables")
    if len(people) < len(tables):
        raise NotPossible("seating_few_people", people=len(people), tables=len(tables))
    sizes = _sizes(tables, len(people))
    places = _places(store, rounds, tables)
    return SeatingInput(
        request=request,
        problem=SeatingProblem(
            people=tuple(line.number for line in people),
            attributes=request.spread,
            values=tuple(
                tuple(line.features.get(feature, "") for feature in request.spread) for line in people
            ),
            sizes=(sizes,) * len(rounds),
            locks=_locks(store, event, people, rounds, tables),
        ),
        participations=tuple(line.participation_id for line in people),
        places=tuple(tuple(places[turn.id, table.id].id for table in tables) for turn in rounds),
    )


def room(store: Store, event: Event) -> Room:
    """The meeting as a page shows it, without the figures of the plan."""
    rounds = meeting_store.rounds(store, event.id)
    tables = meeting_store.tables(store, event.id)
    people = {line.participation_id: line for line in people_store.lines(store, event.process_id)}
    version = latest(store, event.id)
    at = _seats(store, version)
    locks = _kept_locks(store, event, rounds, tables)
    leaders = {part.id for part in meeting_store.leaders(store, event.process_id)}
    places = _places(store, rounds, tables) if tables else {}
    seated = {
        turn.id: tuple(
            _table(table, places[turn.id, table.id], at, people, locks)
            for table in tables
            if (turn.id, table.id) in places
        )
        for turn in rounds
    }
    found = Room(
        event=event,
        rounds=rounds,
        tables=tables,
        seated=seated,
        unseated=_unseated(meeting_store.expected(store, event), seated) if version else (),
        facilitators=tuple(line for line in people.values() if line.participation_id in leaders),
        locks=locks,
        version=version,
        planned=_planned(seated) if version else (),
    )
    return replace(found, given=_given(found), broken=_broken(found)) if version else found


def latest(store: Store, event_id: UUID) -> PlanVersion | None:
    """The plan that counts."""
    return store.first(PlanVersion, order_by="-version", event_id=event_id)


def as_plan(shown: Room) -> SeatingPlan:
    """The kept plan as the engine sees it.

    Raises:
        NotPossible: there is no plan yet.
    """
    given = shown.given
    if given is None:
        raise NotPossible("plan_missing")
    tables = []
    for round_id in shown.planned:
        at = {
            line.participation_id: index
            for index, seated in enumerate(_used(shown, round_id))
            for line in seated.people
        }
        tables.append(tuple(at[participation_id] for participation_id in given.participations))
    return SeatingPlan(tuple(tables))


def used_tables(shown: Room, round_id: UUID) -> tuple[int, ...]:
    """The number of each table that the engine counts in a round."""
    return tuple(seated.table.no for seated in _used(shown, round_id))


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


def _seats(store: Store, version: PlanVersion | None) -> Mapping[UUID, list[UUID]]:
    """Who sits at each table in each round."""
    at: dict[UUID, list[UUID]] = defaultdict(list)
    for seat in store.find(Seat, plan_id=version.id) if version else ():
        at[seat.table_round_id].append(seat.participation_id)
    return at


def _table(
    table: Table,
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
    )


def _unseated(
    expected: Sequence[PersonLine], seated: Mapping[UUID, Sequence[SeatedTable]]
) -> tuple[PersonLine, ...]:
    """Those who lack a seat in some round."""
    everywhere = [_sitting(tables).keys() for tables in seated.values()]
    return tuple(
        line for line in expected if any(line.participation_id not in sitting for sitting in everywhere)
    )


def _planned(seated: Mapping[UUID, Sequence[SeatedTable]]) -> tuple[UUID, ...]:
    everyone = {one for tables in seated.values() for one in _sitting(tables)}
    return (
        tuple(round_id for round_id, tables in seated.items() if everyone == _sitting(tables).keys())
        if everyone
        else ()
    )


def _sitting(tables: Sequence[SeatedTable]) -> dict[UUID, PersonLine]:
    return {line.participation_id: line for seated in tables for line in seated.people}


def _given(shown: Room) -> SeatingInput | None:
    """The problem that the kept plan answers: its own people, table sizes and locks that it keeps."""
    if shown.version is None or not shown.planned:
        return None
    people = sorted(_sitting(shown.seated[shown.planned[0]]).values(), key=lambda line: natural(line.number))
    who = {line.participation_id: index for index, line in enumerate(people)}
    spread = tuple(shown.version.spread)
    used = [_used(shown, round_id) for round_id in shown.planned]
    return SeatingInput(
        request=SeatingRequest(event_id=shown.event.id, spread=spread, seed=shown.version.seed),
        problem=SeatingProblem(
            people=tuple(line.number for line in people),
            attributes=spread,
            values=tuple(tuple(line.features.get(feature, "") for feature in spread) for line in people),
            sizes=tuple(tuple(len(seated.people) for seated in tables) for tables in used),
            locks=tuple(
                sorted(
                    SeatLock(who[one], number, table)
                    for number, tables in enumerate(used)
                    for table, seated in enumerate(tables)
                    for one in seated.locked
                )
            ),
        ),
        participations=tuple(line.participation_id for line in people),
        places=tuple(tuple(seated.place.id for seated in tables) for tables in used),
    )


def _broken(shown: Room) -> tuple[Lock, ...]:
    """Locks of people who sit elsewhere in that round."""
    broken = []
    for lock in shown.locks:
        at = shown.table_of(lock.participation_id, lock.round_id)
        if at is not None and at.table.id != lock.table_id:
            broken.append(lock)
    return tuple(broken)


def _used(shown: Room, round_id: UUID) -> tuple[SeatedTable, ...]:
    """The tables of a round that somebody sits at."""
    return tuple(seated for seated in shown.seated[round_id] if seated.people)


def _sizes(tables: Sequence[Table], people: int) -> tuple[int, ...]:
    """Persons per table, as even as fewest and most seats allow."""
    least, most = sum(table.low for table in tables), sum(table.high for table in tables)
    if not least <= people <= most:
        raise NotPossible("seating_seats_do_not_fit", people=people, least=least, most=most)
    sizes = [table.low for table in tables]
    for _seat in range(people - least):
        free = [place for place, table in enumerate(tables) if sizes[place] < table.high]
        sizes[min(free, key=lambda place: sizes[place])] += 1
    return tuple(sizes)


def _places(
    store: Store, rounds: Sequence[Round], tables: Sequence[Table]
) -> Mapping[tuple[UUID, UUID], TableRound]:
    turns = {turn.id for turn in rounds}
    found = store.find(TableRound, table_id=[table.id for table in tables])
    return {(place.round_id, place.table_id): place for place in found if place.round_id in turns}


def _kept_locks(
    store: Store, event: Event, rounds: Sequence[Round], tables: Sequence[Table]
) -> tuple[Lock, ...]:
    """The locks on rounds and tables in use."""
    when, where = {turn.id for turn in rounds}, {table.id for table in tables}
    return tuple(
        lock
        for lock in store.find(Lock, event_id=event.id)
        if lock.round_id in when and lock.table_id in where
    )


def _locks(
    store: Store,
    event: Event,
    people: Sequence[PersonLine],
    rounds: Sequence[Round],
    tables: Sequence[Table],
) -> tuple[SeatLock, ...]:
    who = {line.participation_id: index for index, line in enumerate(people)}
    when = {turn.id: index for index, turn in enumerate(rounds)}
    where = {table.id: index for index, table in enumerate(tables)}
    return tuple(
        sorted(
            SeatLock(who[lock.participation_id], when[lock.round_id], where[lock.table_id])
            for lock in _kept_locks(store, event, rounds, tables)
            if lock.participation_id in who
        )
    )
