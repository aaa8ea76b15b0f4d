"""What is in use at a meeting: its rounds and tables, who is expected, and who came.

A round or table that a plan refers to is never removed: its places are closed, and it is out of use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.events import Attendance, Event, Presence, Round, Stay, Table, TableRound
from burgertop_app.domain.people import ON_PANEL, EventKind, Participation, PersonEvent, Role, State
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store

LEFT = (State.DECLINED, State.WITHDRAWN, State.ERASED)


def rounds(store: Store, event_id: UUID) -> tuple[Round, ...]:
    """The rounds in use, in order."""
    kept = store.find(Round, order_by="no", event_id=event_id)
    closed = _closed(all_places(store, event_id), "round_id")
    return tuple(turn for turn in kept if turn.id not in closed)


def tables(store: Store, event_id: UUID) -> tuple[Table, ...]:
    """The tables in use, by number."""
    kept = store.find(Table, order_by="no", event_id=event_id)
    closed = _closed(all_places(store, event_id), "table_id")
    return tuple(table for table in kept if table.id not in closed)


def places(store: Store, event_id: UUID) -> tuple[TableRound, ...]:
    """Every table in use in every round in use."""
    return tuple(place for place in all_places(store, event_id) if place.open)


def all_places(store: Store, event_id: UUID) -> tuple[TableRound, ...]:
    """Every table in every round, those out of use as well."""
    kept = [table.id for table in store.find(Table, event_id=event_id)]
    return store.find(TableRound, table_id=kept) if kept else ()


def expected(store: Store, event: Event) -> tuple[PersonLine, ...]:
    """Who needs a seat: residents in order of number, then who watches.

    Those on the panel, or all who registered where nobody was drawn, guests who came today, and who watches
    at a table; without those who are absent today. Whoever missed another meeting is expected again.
    """
    residents = people_store.lines(store, event.process_id, Role.RESIDENT)
    today = attendance(store, event.id)
    missed = {kept.participation_id for kept in store.find(Attendance, presence=Presence.ABSENT)}
    panel = tuple(
        line
        for line in residents
        if line.state in ON_PANEL and (line.state is not State.ABSENT or line.participation_id in missed)
    )
    known = {line.participation_id for line in panel}
    if not _drawn(store, residents):
        known |= {line.participation_id for line in residents if line.state is State.REGISTERED}
    watching = _watching(store, event)
    known |= {line.participation_id for line in watching}
    return tuple(
        line
        for line in (*residents, *watching)
        if today.get(line.participation_id) is Presence.PRESENT
        or (line.participation_id in known and line.participation_id not in today)
    )


def stays(store: Store, event_id: UUID) -> dict[UUID, Stay]:
    """How people are at a meeting, by participation; who is there all day like everybody is left out."""
    return {kept.participation_id: kept for kept in store.find(Stay, event_id=event_id)}


def watching(store: Store, event: Event, people: Iterable[PersonLine]) -> frozenset[UUID]:
    """Those of `people` who sit at a table and only watch: observers, and whoever watches at this meeting."""
    kept = stays(store, event.id)
    return frozenset(
        line.participation_id
        for line in people
        if line.role is Role.OBSERVER
        or ((stay := kept.get(line.participation_id)) is not None and stay.observes)
    )


def _watching(store: Store, event: Event) -> tuple[PersonLine, ...]:
    """Those who are no residents and watch at a table."""
    ids = {one for one, stay in stays(store, event.id).items() if stay.observes}
    if not ids:
        return ()
    return tuple(
        line
        for line in people_store.lines(store, event.process_id)
        if line.participation_id in ids and line.role is not Role.RESIDENT and line.state not in LEFT
    )


def _drawn(store: Store, residents: Sequence[PersonLine]) -> bool:
    """Whether anybody was drawn; a mark at the desk alone does not make somebody a member of the panel."""
    if any(line.state in {State.DRAWN, State.RESERVE, State.CONFIRMED} for line in residents):
        return True
    marked = [line.participation_id for line in residents if line.state in ON_PANEL]
    kinds = [EventKind.DRAWN, EventKind.RESERVE, EventKind.CONFIRMED]
    return bool(marked) and store.first(PersonEvent, participation_id=marked, kind=kinds) is not None


def attendance(store: Store, event_id: UUID) -> dict[UUID, Presence]:
    """Per participation what the desk marked."""
    return {kept.participation_id: kept.presence for kept in store.find(Attendance, event_id=event_id)}


def leaders(store: Store, process_id: UUID) -> tuple[Participation, ...]:
    """The table facilitators who still take part, by number."""
    found = store.find(Participation, order_by="number", process_id=process_id, role=Role.FACILITATOR)
    return tuple(part for part in found if part.state not in LEFT)


def _closed(kept: Sequence[TableRound], name: str) -> set[UUID]:
    """Ids of rounds or tables that have places, all of them closed."""
    opened = {getattr(place, name) for place in kept if place.open}
    return {getattr(place, name) for place in kept} - opened
