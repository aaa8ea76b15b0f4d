"""The problem that a new plan has to solve, read from a meeting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Event
from burgertop_app.domain.seating import SeatingProblem
from burgertop_app.domain.seating_rules import Printed
from burgertop_app.domain.seating_sizes import even_within, near
from burgertop_app.domain.seating_views import SeatingInput
from burgertop_app.storage import meeting_store, printed_plan, seating_ground, seating_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.events import Round
    from burgertop_app.domain.seating_building import SeatingGround
    from burgertop_app.domain.seating_views import SeatingRequest
    from burgertop_app.storage.unit_of_work import Store


def prepared(store: Store, request: SeatingRequest) -> SeatingInput:
    """The problem to solve for a new plan, or for the repair of the one that was handed out.

    Raises:
        NotPossible: there are no rounds, tables or people, the seats do not fit the people, somebody leads
            two tables at once, or there is no plan to repair.
    """
    event = store.get(Event, request.event_id)
    rounds = meeting_store.rounds(store, event.id)
    ground = seating_ground.ground(store, event)
    if not rounds or not all(ground.places):
        raise NotPossible("seating_no_tables")
    fewest = min(len(tables) for tables in ground.places)
    if len(ground.people) < fewest:
        raise NotPossible("seating_few_people", people=len(ground.people), tables=fewest)
    seats = tuple(
        tuple(turn.seats(table) for table, _ in tables)
        for turn, tables in zip(rounds, ground.places, strict=True)
    )
    printed = _printed(store, ground, rounds, request)
    locks = seating_store.locks_in_use(store, event, rounds, meeting_store.tables(store, event.id))
    return SeatingInput(
        request=request,
        problem=SeatingProblem(
            people=tuple(line.number for line in ground.people),
            attributes=request.spread,
            values=tuple(
                tuple(line.features.get(feature, "") for feature in request.spread) for line in ground.people
            ),
            sizes=_sizes(seats, ground, printed),
            locks=tuple(sorted(ground.seat_locks(locks) + ground.leader_locks())),
            rules=ground.rules(request.spread, printed),
        ),
        participations=tuple(line.participation_id for line in ground.people),
        places=tuple(tuple(place.id for _, place in tables) for tables in ground.places),
        leaders=tuple(line.participation_id for line in ground.leaders),
        seats=seats,
    )


def _sizes(
    seats: Sequence[Sequence[tuple[int, int]]], ground: SeatingGround, printed: Printed | None
) -> tuple[tuple[int, ...], ...]:
    here = [ground.present(number) for number in range(len(seats))]
    if printed is None:
        return tuple(
            even_within(each, people, number)
            for number, (each, people) in enumerate(zip(seats, here, strict=True), start=1)
        )
    found = []
    for number, (each, row) in enumerate(zip(seats, printed.tables, strict=True), start=1):
        now = Counter(row)
        found.append(near([now[table] for table in range(len(each))], each, here[number - 1], number))
    return tuple(found)


def _printed(
    store: Store, ground: SeatingGround, rounds: Sequence[Round], request: SeatingRequest
) -> Printed | None:
    """The seats that people know, for a repair."""
    if request.calm is None:
        return None
    held = printed_plan.known_seats(store, request.event_id)
    rows = []
    for turn, tables in zip(rounds, ground.places, strict=True):
        index = {table.id: place for place, (table, _) in enumerate(tables)}
        at = held.get(turn.id, {})
        rows.append(
            tuple(
                index.get(at[line.participation_id], -1)
                if line.participation_id in at and ground.comes(line, turn)
                else -1
                for line in ground.people
            )
        )
    return Printed(tuple(rows), request.calm)
