"""The problem that a new plan has to solve, read from a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Event
from burgertop_app.domain.seating import SeatingProblem, SeatLock
from burgertop_app.domain.seating_sizes import even_within
from burgertop_app.domain.seating_views import SeatingInput
from burgertop_app.storage import meeting_store, seating_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.events import Round, Table
    from burgertop_app.domain.seating_views import SeatingRequest
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
    sizes = even_within([(table.low, table.high) for table in tables], len(people))
    places = seating_store.places_in_use(store, rounds, tables)
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
            for lock in seating_store.locks_in_use(store, event, rounds, tables)
            if lock.participation_id in who
        )
    )
