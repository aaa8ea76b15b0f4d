"""A plan that was kept, as the engine sees it: who sat where, and the problem that it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.seating import SeatingPlan, SeatingProblem, SeatLock
from burgertop_app.domain.seating_building import SeatingGround
from burgertop_app.domain.seating_views import SeatingInput, SeatingRequest
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Lock
    from burgertop_app.domain.seating_views import Room, SeatedTable
    from burgertop_app.domain.views import PersonLine


def as_plan(shown: Room) -> SeatingPlan:
    """The kept plan as the engine sees it.

    Raises:
        NotPossible: there is no plan yet.
    """
    answered = shown.given
    if answered is None:
        raise NotPossible("plan_missing")
    tables = []
    for round_id in shown.planned:
        at = {
            line.participation_id: index
            for index, seated in enumerate(_used(shown, round_id))
            for line in seated.people
        }
        tables.append(tuple(at.get(participation_id, -1) for participation_id in answered.participations))
    return SeatingPlan(tuple(tables), leaders=_led(shown))


def given(shown: Room) -> SeatingInput | None:
    """The problem that the kept plan answers: its own people, table sizes and locks that it keeps.

    Who has no seat in a round counts as not there.
    """
    if shown.version is None or not shown.planned:
        return None
    here = [sitting(shown.seated[round_id]) for round_id in shown.planned]
    people = sorted(
        {one: line for lines in here for one, line in lines.items()}.values(),
        key=lambda line: natural(line.number),
    )
    who = {line.participation_id: index for index, line in enumerate(people)}
    spread = tuple(shown.version.spread)
    used = [_used(shown, round_id) for round_id in shown.planned]
    ground = SeatingGround(
        event=shown.event,
        people=people,
        leaders=_leaders(shown),
        rounds=[turn for turn in shown.rounds if turn.id in shown.planned],
        places=[[(seated.table, seated.place) for seated in tables] for tables in used],
        pairs=shown.pairs,
        earlier=shown.earlier,
        stays=shown.stays,
        choices=shown.choices,
        languages=shown.languages,
        brings=shown.brings,
    )
    rules = ground.rules(spread)
    missing = frozenset(
        (who[line.participation_id], number)
        for number, lines in enumerate(here)
        for line in people
        if line.participation_id not in lines
    )
    away = frozenset((one, number) for one, number in rules.absent if one >= len(people))
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
            rules=replace(rules, absent=missing | away),
        ),
        participations=tuple(line.participation_id for line in people),
        places=tuple(tuple(seated.place.id for seated in tables) for tables in used),
        leaders=tuple(line.participation_id for line in ground.leaders),
        seats=tuple(tuple(seated.seats for seated in tables) for tables in used),
    )


def broken(shown: Room) -> tuple[Lock, ...]:
    """Locks of people who sit elsewhere in that round."""
    found = []
    for lock in shown.locks:
        at = shown.table_of(lock.participation_id, lock.round_id)
        if at is not None and at.table.id != lock.table_id:
            found.append(lock)
    return tuple(found)


def planned(seated: Mapping[UUID, Sequence[SeatedTable]]) -> tuple[UUID, ...]:
    """The rounds in which somebody sits."""
    return tuple(round_id for round_id, tables in seated.items() if sitting(tables))


def sitting(tables: Sequence[SeatedTable]) -> dict[UUID, PersonLine]:
    """Who sits at one of these tables."""
    return {line.participation_id: line for seated in tables for line in seated.people}


def _leaders(shown: Room) -> tuple[PersonLine, ...]:
    """The facilitators who lead a table somewhere in the plan."""
    leading = {
        seated.facilitator.participation_id
        for round_id in shown.planned
        for seated in _used(shown, round_id)
        if seated.facilitator is not None
    }
    return tuple(line for line in shown.facilitators if line.participation_id in leading)


def _led(shown: Room) -> tuple[tuple[int, ...], ...]:
    """Per round the table that each of them leads, -1 for none."""
    leaders = _leaders(shown)
    rows = []
    for round_id in shown.planned:
        at = {
            seated.facilitator.participation_id: index
            for index, seated in enumerate(_used(shown, round_id))
            if seated.facilitator is not None
        }
        rows.append(tuple(at.get(line.participation_id, -1) for line in leaders))
    return tuple(rows) if leaders else ()


def _used(shown: Room, round_id: UUID) -> tuple[SeatedTable, ...]:
    """The tables of a round that somebody sits at."""
    return tuple(seated for seated in shown.seated[round_id] if seated.people)
