"""The papers on the tables: sheets per table, route cards per person, the list of facilitators."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Event, PlanVersion, Round, Seat, Table, TableRound
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.tables import (
    FacilitatorRoute,
    FacilitatorScriptPaper,
    PaperEvent,
    RouteCard,
    RouteCardsPaper,
    Stop,
    TableSheet,
    TableSheetsPaper,
)
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import speaking
from burgertop_app.services.printing import shared
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store

MOST_STUBS, FEWEST_STUBS = 6, 3
ROOMY = 8
"""Up to so many names leave room for all stubs."""


@dataclass(frozen=True)
class Sitting:
    """One table in one round with who sits there and who leads it."""

    table: Table
    turn: Round
    place: TableRound
    people: tuple[PersonLine, ...]
    facilitator: PersonLine | None

    @property
    def stop(self) -> Stop:
        """This table as a stop on somebody's way."""
        return Stop(
            round_no=self.turn.no,
            table=str(self.table.no),
            topic=self.topic,
            room=self.table.room,
            starts=self.turn.starts_at,
            ends=ends(self.turn),
        )

    @property
    def topic(self) -> str:
        """What is talked about at this table."""
        return self.place.topic or self.turn.topic


def ends(turn: Round) -> time | None:
    """When a round ends."""
    if turn.starts_at is None:
        return None
    hours, minutes = divmod(turn.starts_at.hour * 60 + turn.starts_at.minute + turn.minutes, 60)
    return time(hours % 24, minutes)


def sittings(store: Store, event: Event) -> tuple[Sitting, ...]:
    """Every table in every round of the present plan, by round and table.

    Raises:
        NotPossible: there is no table plan yet.
    """
    plans = store.find(PlanVersion, order_by="version", event_id=event.id)
    if not plans:
        raise NotPossible("plan_missing")
    people = {line.participation_id: line for line in people_store.lines(store, event.process_id)}
    seated: dict[UUID, list[PersonLine]] = defaultdict(list)
    for seat in store.find(Seat, plan_id=plans[-1].id):
        seated[seat.table_round_id].append(people[seat.participation_id])
    rounds = {kept.id: kept for kept in store.find(Round, event_id=event.id)}
    tables = {kept.id: kept for kept in store.find(Table, event_id=event.id)}
    found = [
        Sitting(
            table=tables[place.table_id],
            turn=rounds[place.round_id],
            place=place,
            people=tuple(sorted(seated[place.id], key=_by_name)),
            facilitator=people.get(place.facilitator_id) if place.facilitator_id else None,
        )
        for place in store.find(TableRound, table_id=list(tables))
        if place.open
    ]
    return tuple(sorted(found, key=lambda sitting: (sitting.turn.no, sitting.table.no)))


def table_sheets(store: Store, event_id: UUID, made_at: datetime, today: date) -> TableSheetsPaper:
    """A sheet per table and round."""
    event, masthead, process = _opening(store, event_id, made_at)
    with speaking(process.language):
        found = sittings(store, event)
        stubs = stubs_for(max((len(sitting.people) for sitting in found), default=0))
        return TableSheetsPaper(
            masthead=masthead,
            event=_paper_event(event, today),
            sheets=tuple(
                TableSheet(
                    table=str(sitting.table.no),
                    round_no=sitting.turn.no,
                    topic=sitting.topic,
                    people=tuple(map(_printed, sitting.people)),
                    facilitator=sitting.facilitator.name if sitting.facilitator else "",
                    room=sitting.table.room,
                    starts=sitting.turn.starts_at,
                    ends=ends(sitting.turn),
                    questions=sitting.turn.questions,
                    first_card=(sitting.turn.no - 1) * stubs + 1,
                    stubs=stubs,
                )
                for sitting in found
            ),
        )


def stubs_for(people: int) -> int:
    """How many cards fit on a sheet of one page with so many names; alike in all rounds, for the numbers."""
    return max(FEWEST_STUBS, MOST_STUBS - max(0, -(-(people - ROOMY) // 2)))


def route_cards(store: Store, event_id: UUID, made_at: datetime, today: date) -> RouteCardsPaper:
    """A card per person with the way along the tables, by name."""
    event, masthead, process = _opening(store, event_id, made_at)
    ways: dict[UUID, list[Stop]] = defaultdict(list)
    people: dict[UUID, PersonLine] = {}
    for sitting in sittings(store, event):
        for person in sitting.people:
            people[person.participation_id] = person
            ways[person.participation_id].append(sitting.stop)
    with speaking(process.language):
        return RouteCardsPaper(
            masthead=masthead,
            event=_paper_event(event, today),
            cards=tuple(
                RouteCard(person=_printed(person), stops=tuple(ways[person.participation_id]))
                for person in sorted(people.values(), key=_by_name)
            ),
        )


def facilitator_list(store: Store, event_id: UUID, made_at: datetime, today: date) -> FacilitatorScriptPaper:
    """Who leads which table in which round."""
    event, masthead, process = _opening(store, event_id, made_at)
    led: dict[str, list[Stop]] = defaultdict(list)
    for sitting in sittings(store, event):
        if sitting.facilitator:
            led[sitting.facilitator.name].append(sitting.stop)
    with speaking(process.language):
        return FacilitatorScriptPaper(
            masthead=masthead,
            event=_paper_event(event, today),
            routes=tuple(FacilitatorRoute(name=name, stops=tuple(led[name])) for name in sorted(led)),
        )


def _opening(store: Store, event_id: UUID, made_at: datetime) -> tuple[Event, Masthead, Process]:
    event = store.get(Event, event_id)
    process = store.get(Process, event.process_id)
    return event, shared.masthead(store, process, made_at), process


def _paper_event(event: Event, today: date) -> PaperEvent:
    return PaperEvent(name=event.title, on=event.on or today, place=event.place)


def _printed(person: PersonLine) -> PrintedPerson:
    return PrintedPerson(number=person.number, name=person.name)


def _by_name(person: PersonLine) -> tuple[str, str]:
    return person.name.casefold(), person.number
