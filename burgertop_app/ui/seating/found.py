"""What the page about tables reads in one go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import Role, State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.events import Event
    from burgertop_app.domain.seating_views import Room, RoomProposal
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.house import Services

MOST_SPREAD = 5
MOST_VALUES = 12


@dataclass(frozen=True)
class TablesFound:
    """The meetings, the one that is shown, and what the room can be coloured and mixed by.

    `features` have their values in order; `spread` is what a new plan mixes by unless told otherwise;
    `guests` are all who may come to the door, by name, `coming` those of them who need a seat, and `others`
    the residents whom nobody expects there. `watchers` are the observers of the process, who may sit at a
    table, and `topics` what people can choose from.
    """

    events: tuple[Event, ...] = ()
    room: Room | None = None
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spread: tuple[str, ...] = ()
    proposal: RoomProposal | None = None
    expected: int = 0
    guests: tuple[PersonLine, ...] = ()
    coming: frozenset[UUID] = frozenset()
    others: tuple[PersonLine, ...] = ()
    watchers: tuple[PersonLine, ...] = ()
    topics: tuple[str, ...] = ()
    attendance: Mapping[UUID, Presence] = field(default_factory=dict)

    @property
    def amiss(self) -> bool:
        """Whether somebody with a seat does not come, in that round, or somebody who comes has none."""
        if self.room is None or self.room.version is None:
            return False
        away = {one for one, mark in self.attendance.items() if mark is Presence.ABSENT}
        here = self.coming - away
        room = self.room
        seats = [
            (one, turn.no)
            for turn in room.rounds
            for table in room.seated.get(turn.id, ())
            for one in table.ids
        ]
        return bool(room.unseated) or any(one not in here or not room.there(one, no) for one, no in seats)

    @property
    def people(self) -> int:
        """How many people may come to the door: whoever is expected, has a seat, or was marked."""
        return len(self.guests)


def read(house: Services, process: UUID, event_id: UUID | None, today: date) -> TablesFound:
    """The meeting with that id, or else the next one."""
    events = house.meetings.events(process)
    event = _chosen(events, event_id, today)
    if event is None:
        return TablesFound()
    room = house.seating.room(event.id)
    expected = house.meetings.expected(event.id)
    attendance = house.event_day.attendance(event.id)
    features = {
        name: values
        for name, values in house.people.features(process).items()
        if 1 < len(values) <= MOST_VALUES
    }
    guests, others = _guests(
        house, process, room, {line.participation_id for line in expected} | set(attendance)
    )
    return TablesFound(
        events=events,
        room=room,
        features=features,
        spread=_spread(house, process, room, tuple(features)),
        proposal=house.meetings.proposal(event.id),
        expected=len(expected),
        guests=guests,
        others=others,
        watchers=_watchers(house, process),
        topics=house.topic_choices.topics(event.id),
        coming=frozenset(line.participation_id for line in expected),
        attendance=attendance,
    )


def read_marks(house: Services, found: TablesFound) -> TablesFound:
    """What was found with the marks at the door as they are now, and the rest left as it was."""
    if found.room is None:
        return found
    return replace(found, attendance=house.event_day.attendance(found.room.event.id))


def _chosen(events: tuple[Event, ...], event_id: UUID | None, today: date) -> Event | None:
    for event in events:
        if event.id == event_id:
            return event
    ahead = [event for event in events if event.on is None or event.on >= today]
    return ahead[0] if ahead else events[-1] if events else None


def _spread(house: Services, process: UUID, room: Room, features: tuple[str, ...]) -> tuple[str, ...]:
    """What the last plan was mixed by, else the features of the quotas, else those of the form."""
    if room.version is not None:
        return room.version.spread
    quotas = house.drawing.quotas(process)
    named = tuple(dict.fromkeys(line.feature for line in quotas[1])) if quotas else ()
    wanted = named or house.processes.recipe(process).defaults.features
    return tuple(name for name in wanted if name in features)[:MOST_SPREAD]


def _guests(
    house: Services, process: UUID, room: Room, ids: set[UUID]
) -> tuple[tuple[PersonLine, ...], tuple[PersonLine, ...]]:
    """Who has a seat, a mark or one of these ids, and all other residents who were not erased; by name."""
    seated = {
        line.participation_id for tables in room.seated.values() for table in tables for line in table.people
    }
    wanted = ids | seated
    watching = (
        line for line in house.people.lines(process, Role.OBSERVER) if line.participation_id in wanted
    )
    people = (*house.people.lines(process, Role.RESIDENT), *watching)
    found = sorted(people, key=lambda line: (line.name.casefold(), line.number))
    others = (line for line in found if line.participation_id not in wanted)
    return (
        tuple(line for line in found if line.participation_id in wanted),
        tuple(line for line in others if line.state is not State.ERASED),
    )


def _watchers(house: Services, process: UUID) -> tuple[PersonLine, ...]:
    """The observers who take part, by name."""
    left = {State.DECLINED, State.WITHDRAWN, State.ERASED}
    found = (line for line in house.people.lines(process, Role.OBSERVER) if line.state not in left)
    return tuple(sorted(found, key=lambda line: (line.name.casefold(), line.number)))
