"""What a plan of a meeting is made on: people, facilitators, tables per round, rules, earlier meetings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.events import (
    Event,
    Facilitator,
    PairRule,
    PlanVersion,
    Presence,
    Seat,
    TopicPreference,
)
from burgertop_app.domain.people import Need, NeedKind, Participation
from burgertop_app.domain.seating_building import SeatingGround, companies
from burgertop_app.domain.table_asks import languages_from
from burgertop_app.storage import meeting_store, people_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Round, Table, TableRound
    from burgertop_app.domain.seating_building import Company
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store

Places = tuple[tuple["Table", "TableRound"], ...]


def ground(store: Store, event: Event) -> SeatingGround:
    """What a new plan is made on; facilitators who are absent today do not count."""
    rounds = meeting_store.rounds(store, event.id)
    tables = meeting_store.tables(store, event.id)
    return SeatingGround(
        event=event,
        people=meeting_store.expected(store, event),
        leaders=leading(store, event),
        rounds=rounds,
        places=places(store, rounds, tables),
        pairs=pairs(store, event.id),
        earlier=earlier(store, event),
        stays=meeting_store.stays(store, event.id),
        choices=choices(store, event.id),
        languages=languages(store, event.process_id),
        brings=brings(store, event.process_id),
    )


def choices(store: Store, event_id: UUID) -> Mapping[UUID, tuple[str, ...]]:
    """Per participation the topics that they want to talk about, the first choice first."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for kept in sorted(store.find(TopicPreference, event_id=event_id), key=lambda kept: kept.rank):
        found[kept.participation_id].append(kept.topic)
    return {one: tuple(topics) for one, topics in found.items()}


def languages(store: Store, process_id: UUID) -> Mapping[UUID, tuple[str, ...]]:
    """Per participation the languages of which they need one at their table."""
    people = [part.id for part in store.find(Participation, process_id=process_id)]
    kept = store.find(Need, kind=NeedKind.LANGUAGE, participation_id=people) if people else ()
    named = {need.participation_id: languages_from(need.note) for need in kept}
    return {one: found for one, found in named.items() if found}


def brings(store: Store, process_id: UUID) -> Mapping[UUID, Facilitator]:
    """What each facilitator speaks and can, by participation."""
    leaders = [part.id for part in meeting_store.leaders(store, process_id)]
    kept = store.find(Facilitator, participation_id=leaders) if leaders else ()
    return {one.participation_id: one for one in kept}


def leading(store: Store, event: Event) -> tuple[PersonLine, ...]:
    """The table facilitators who are not absent, by number."""
    today = meeting_store.attendance(store, event.id)
    lines = {line.participation_id: line for line in people_store.lines(store, event.process_id)}
    found = meeting_store.leaders(store, event.process_id)
    return tuple(lines[part.id] for part in found if today.get(part.id) is not Presence.ABSENT)


def places(store: Store, rounds: Sequence[Round], tables: Sequence[Table]) -> tuple[Places, ...]:
    """Per round the tables in use, by number, each with its place."""
    at = {(place.round_id, place.table_id): place for place in _open(store, tables)}
    return tuple(
        tuple((table, at[turn.id, table.id]) for table in tables if (turn.id, table.id) in at)
        for turn in rounds
    )


def pairs(store: Store, event_id: UUID) -> tuple[PairRule, ...]:
    """The rules about two people at a meeting."""
    return store.find(PairRule, event_id=event_id)


def earlier(store: Store, event: Event) -> tuple[Company, ...]:
    """Who sat together at the other meetings of the process that were before this one, as far as they came.

    Meetings without a day do not count, and none do when this one has no day or stands alone.
    """
    if event.on is None or event.alone:
        return ()
    before = [
        other
        for other in store.find(Event, process_id=event.process_id)
        if other.on is not None and other.on < event.on
    ]
    return companies(people for other in before for people in _sat(store, other))


def _sat(store: Store, event: Event) -> Sequence[Sequence[UUID]]:
    """Who sat at each table in each round of the plan that counted, facilitators too, as far as they came."""
    plan = store.first(PlanVersion, order_by="-version", event_id=event.id)
    if plan is None:
        return ()
    presence, stays = meeting_store.attendance(store, event.id), meeting_store.stays(store, event.id)
    number = {turn.id: turn.no for turn in meeting_store.rounds(store, event.id)}
    usable = {place.id: place for place in meeting_store.places(store, event.id)}
    seated = [
        *((place.facilitator_id, place) for place in usable.values() if place.facilitator_id is not None),
        *(
            (seat.participation_id, usable[seat.table_round_id])
            for seat in store.find(Seat, plan_id=plan.id)
            if seat.table_round_id in usable
        ),
    ]
    at: dict[UUID, list[UUID]] = defaultdict(list)
    for person, place in seated:
        stay = stays.get(person)
        there = stay is None or stay.includes(number[place.round_id])
        if there and presence.get(person) is not Presence.ABSENT:
            at[place.id].append(person)
    return list(at.values())


def _open(store: Store, tables: Sequence[Table]) -> Sequence[TableRound]:
    if not tables:
        return ()
    found = meeting_store.all_places(store, tables[0].event_id)
    return [place for place in found if place.open]
