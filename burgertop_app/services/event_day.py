"""People at a meeting: who leads which table, who must sit where, and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, Facilitator, Lock, TableRound
from burgertop_app.domain.seating_building import by_turns
from burgertop_app.services import attending, walking_in
from burgertop_app.storage import meeting_store, seating_ground

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.events import Presence
    from burgertop_app.domain.requests import PersonForm
    from burgertop_app.services.context import Context
    from burgertop_app.services.walking_in import WalkedIn


class EventDay:
    """What an organiser settles about the people of a meeting, before it and on the day."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._context = context

    def lead(self, leaders: Mapping[UUID, UUID | None]) -> Change:
        """Put a facilitator (a participation) at each of these tables in a round; None takes one away."""
        with self._work.writing("event.lead") as store:
            for place_id, participation_id in leaders.items():
                store.change(store.get(TableRound, place_id), facilitator_id=participation_id)
        return changed(Topic.TABLES)

    def lead_by_turns(self, event_id: UUID) -> Change:
        """Give every table a facilitator who comes, each the same table all rounds as far as they go.

        Where a table asks a language or a skill, it gets somebody who has it. In a round that somebody
        misses nobody leads their table, and who led it before leads no second one.

        Raises:
            InvalidInput: no facilitator of the process comes.
        """
        with self._work.writing("event.lead") as store:
            event = store.get(Event, event_id)
            leaders = seating_ground.leading(store, event)
            if not leaders:
                raise InvalidInput("facilitators_none")
            ground = seating_ground.ground(store, event)
            tables = meeting_store.tables(store, event_id)
            led = by_turns(tables, ground.brought)
            for turn, places in zip(ground.rounds, ground.places, strict=True):
                for table, place in places:
                    leader = leaders[led[table.no]] if table.no in led else None
                    comes = leader is not None and ground.comes(leader, turn)
                    facilitator = leader.participation_id if leader is not None and comes else None
                    if place.facilitator_id != facilitator:
                        store.change(place, facilitator_id=facilitator)
        return changed(Topic.TABLES, row=event_id)

    def facilitator(
        self, participation_id: UUID, languages: tuple[str, ...], skills: tuple[str, ...]
    ) -> Change:
        """Keep what a facilitator brings."""
        with self._work.writing("facilitator.keep") as store:
            kept = store.first(Facilitator, participation_id=participation_id)
            if kept is None:
                new = Facilitator(
                    id=store.new_id(), participation_id=participation_id, languages=languages, skills=skills
                )
                store.add(new)
            else:
                store.change(kept, languages=languages, skills=skills)
        return changed(Topic.TABLES, Topic.PEOPLE)

    def locks(self, event_id: UUID) -> tuple[Lock, ...]:
        """Who must sit where."""
        with self._work.reading() as store:
            return store.find(Lock, event_id=event_id)

    def lock(self, event_id: UUID, participation_id: UUID, place: TableRound) -> Change:
        """Let somebody sit at this table in this round in every next plan."""
        with self._work.writing("event.lock") as store:
            held = store.first(
                Lock, event_id=event_id, participation_id=participation_id, round_id=place.round_id
            )
            if held is None:
                store.add(
                    Lock(
                        id=store.new_id(),
                        event_id=event_id,
                        participation_id=participation_id,
                        table_id=place.table_id,
                        round_id=place.round_id,
                    )
                )
            else:
                store.change(held, table_id=place.table_id)
        return changed(Topic.TABLES, row=event_id)

    def free(self, event_id: UUID, participation_id: UUID, round_id: UUID) -> Change:
        """Let the next plan seat somebody freely again in that round."""
        with self._work.writing("event.unlock") as store:
            for held in store.find(
                Lock, event_id=event_id, participation_id=participation_id, round_id=round_id
            ):
                store.remove(held)
        return changed(Topic.TABLES, row=event_id)

    def attendance(self, event_id: UUID) -> dict[UUID, Presence]:
        """Per participation what the desk marked; nothing for who was not marked yet."""
        with self._work.reading() as store:
            return meeting_store.attendance(store, event_id)

    def attend(self, event_id: UUID, presence: Mapping[UUID, Presence | None]) -> Change:
        """Mark who came and who did not; None takes a mark away."""
        with self._work.writing("event.attend") as store:
            attending.attend(store, event_id, presence)
        return changed(Topic.ATTENDANCE, Topic.PEOPLE, row=event_id)

    def walk_in(self, event_id: UUID, who: PersonForm | UUID) -> tuple[Change, WalkedIn]:
        """Let in somebody who was not expected, with seats in the plan as far as there are; for `walk_out`.

        Raises:
            InvalidInput: there is no name, or a text holds a BSN.
        """
        desk = walking_in.Desk(event_id, self._context.today(), self._context.entropy)
        with self._work.writing("event.walk_in") as store:
            walked = walking_in.walk_in(store, desk, who)
        return changed(Topic.TABLES, Topic.PEOPLE, row=walked.participation_id), walked

    def walk_out(self, event_id: UUID, walked: WalkedIn, before: Presence | None = None) -> Change:
        """Undo `walk_in`; somebody new is gone as if they had never come.

        Raises:
            NotPossible: something else rests on somebody new by now, such as a card.
        """
        with self._work.writing("event.walk_in.undo") as store:
            walking_in.walk_out(store, event_id, walked, before)
        if walked.new:
            self._work.scrub()
        return changed(Topic.TABLES, Topic.PEOPLE, row=event_id)
