"""Who sits where, as the papers of a meeting need it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Event, PlanVersion, Round, Seat, Table, TableRound
from burgertop_app.domain.name_order import by_family
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.tables import PaperEvent, Stop
from burgertop_app.domain.people import Role
from burgertop_app.domain.processes import Process
from burgertop_app.messages.words import word
from burgertop_app.services.printing import shared
from burgertop_app.storage import meeting_store, people_store

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Sitting:
    """One table in one round with who sits there and who leads it; `watching` are those who take no part."""

    table: Table
    turn: Round
    place: TableRound
    people: tuple[PersonLine, ...]
    facilitator: PersonLine | None
    watching: frozenset[UUID] = frozenset()

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

    def printed(self, person: PersonLine) -> PrintedPerson:
        """Somebody at this table as named on paper, marked when they only watch."""
        return printed(person, watches=person.participation_id in self.watching)

    @property
    def topic(self) -> str:
        """What is talked about at this table."""
        return self.place.topic or self.turn.topic


def ends(turn: Round) -> time | None:
    """When a round ends."""
    return later(turn.starts_at, turn.minutes)


def later(start: time | None, minutes: int) -> time | None:
    """So many minutes later, past midnight begun anew; None when nobody knows the start."""
    if start is None:
        return None
    hours, left = divmod(start.hour * 60 + start.minute + minutes, 60)
    return time(hours % 24, left)


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
    watching = meeting_store.watching(store, event, people.values())
    found = [
        Sitting(
            table=tables[place.table_id],
            turn=rounds[place.round_id],
            place=place,
            people=tuple(sorted(seated[place.id], key=by_first_name)),
            facilitator=people.get(place.facilitator_id) if place.facilitator_id else None,
            watching=watching,
        )
        for place in store.find(TableRound, table_id=list(tables))
        if place.open
    ]
    return tuple(sorted(found, key=lambda sitting: (sitting.turn.no, sitting.table.no)))


def opening(store: Store, event_id: UUID, made_at: datetime) -> tuple[Event, Masthead, Process]:
    """A meeting, who speaks on its papers, and the process it belongs to."""
    event = store.get(Event, event_id)
    process = store.get(Process, event.process_id)
    return event, shared.masthead(store, process, made_at), process


def paper_event(event: Event, today: date) -> PaperEvent:
    """Where and when, as it stands on paper."""
    return PaperEvent(name=event.title, on=event.on or today, place=event.place)


def printed(person: PersonLine, *, watches: bool = False) -> PrintedPerson:
    """Somebody as named on paper: a number, a name, whether they only watch, and nothing else."""
    return PrintedPerson(number=person.number, name=person.name, role=word(Role.OBSERVER) if watches else "")


def by_first_name(person: PersonLine) -> tuple[str, str]:
    """The order at a table, where people call each other by their first names."""
    return person.name.casefold(), person.number


def by_family_name(person: PersonLine) -> tuple[bool, str, str, str]:
    """The order at the door, of lists and of what is handed out there."""
    return by_family(person.name, person.number)
