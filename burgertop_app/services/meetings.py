"""Meetings: the event, its rounds and its tables."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, Round, TableRound
from burgertop_app.domain.processes import Process
from burgertop_app.domain.seating_views import RoomProposal
from burgertop_app.exchange import recipes
from burgertop_app.services import laying, staying
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.events import Table
    from burgertop_app.domain.form_parts import Defaults
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

FIRST_ROUND = time(10, 0)
PAUSE = 15


class Meetings:
    """What an organiser plans of a meeting."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def events(self, process_id: UUID) -> tuple[Event, ...]:
        """The meetings of the process, the first day first."""
        with self._work.reading() as store:
            return store.find(Event, order_by="on", process_id=process_id)

    def add(self, process_id: UUID, *, title: str, on: date | None, place: str) -> Change:
        """Plan a meeting.

        Raises:
            InvalidInput: it has no title.
        """
        with self._work.writing("event.add") as store:
            event = _added(store, process_id, title, on, place)
        return changed(Topic.TABLES, row=event.id)

    def begin(self, process_id: UUID, *, title: str, on: date | None, place: str) -> Change:
        """Plan a meeting with as many tables and rounds as the form and the number of people suggest.

        Raises:
            InvalidInput: it has no title.
        """
        with self._work.writing("event.add") as store:
            event = _added(store, process_id, title, on, place)
            form = _defaults(store, event)
            laying.lay_rounds(store, event.id, _proposed_rounds(store, event, form))
            proposal = RoomProposal.of(
                len(meeting_store.expected(store, event)) or form.seats, form.table_size
            )
            laying.lay_tables(store, event.id, proposal.tables, proposal.low, proposal.high)
        return changed(Topic.TABLES, row=event.id)

    def expected(self, event_id: UUID) -> tuple[PersonLine, ...]:
        """The people who need a seat, in order of number."""
        with self._work.reading() as store:
            return meeting_store.expected(store, store.get(Event, event_id))

    def proposal(self, event_id: UUID) -> RoomProposal | None:
        """Tables that suit the people who are expected; None while nobody is."""
        with self._work.reading() as store:
            event = store.get(Event, event_id)
            people = len(meeting_store.expected(store, event))
            return RoomProposal.of(people, _defaults(store, event).table_size) if people else None

    def edit(self, event_id: UUID, *, title: str, on: date | None, place: str) -> Change:
        """Change name, day or place of a meeting.

        Raises:
            InvalidInput: it has no title.
        """
        if not title.strip():
            raise InvalidInput("event_title_empty")
        with self._work.writing("event.edit") as store:
            store.change(store.get(Event, event_id), title=title.strip(), on=on, place=place)
        return changed(Topic.TABLES, row=event_id)

    def rounds(self, event_id: UUID) -> tuple[Round, ...]:
        """The rounds in use, in order."""
        with self._work.reading() as store:
            return meeting_store.rounds(store, event_id)

    def tables(self, event_id: UUID) -> tuple[Table, ...]:
        """The tables in use, by number."""
        with self._work.reading() as store:
            return meeting_store.tables(store, event_id)

    def places(self, event_id: UUID) -> tuple[TableRound, ...]:
        """Every table in use in every round in use."""
        with self._work.reading() as store:
            return meeting_store.places(store, event_id)

    def set_rounds(
        self, event_id: UUID, rounds: Sequence[Round], stays: Mapping[UUID, tuple[int, int]] | None = None
    ) -> Change:
        """Have exactly these rounds, in this order; one that is not kept yet becomes a new round.

        A round that a plan refers to, or for which something was set up at its tables, is put out of use
        instead of removed, and can come back. Who is not
        there all day is there in the same rounds as before, unless `stays` says from which round up to which
        (0 is to the end) each of them is there, as to undo a change.

        Raises:
            InvalidInput: there is no round.
        """
        with self._work.writing("event.rounds") as store:
            laying.lay_rounds(store, event_id, rounds)
            if stays is not None:
                staying.restore(store, event_id, stays)
        return changed(Topic.TABLES, row=event_id)

    def add_round(self, event_id: UUID) -> Change:
        """Add a round after the last one, as long as that one and a quarter of an hour later."""
        with self._work.writing("event.rounds") as store:
            kept = meeting_store.rounds(store, event_id)
            form = _defaults(store, store.get(Event, event_id))
            new = _following(store, event_id, kept[-1] if kept else None, form.round_minutes)
            laying.lay_rounds(store, event_id, (*kept, new))
        return changed(Topic.TABLES, row=event_id)

    def set_tables(self, event_id: UUID, count: int, *, low: int, high: int) -> Change:
        """Have `count` tables of `low` to `high` seats; tables are added and taken away at the end.

        A table that a plan refers to, or for which something was set up, is put out of use; it comes back as
        it was when there are more tables again.

        Raises:
            InvalidInput: there is no table, too many, or the seats are not possible.
        """
        with self._work.writing("event.tables") as store:
            laying.lay_tables(store, event_id, count, low, high)
        return changed(Topic.TABLES, row=event_id)

    def describe_place(self, place_id: UUID, *, topic: str) -> Change:
        """Give a table in one round a topic of its own."""
        with self._work.writing("event.topic") as store:
            store.change(store.get(TableRound, place_id), topic=topic.strip())
        return changed(Topic.TABLES)

    def set_topics(self, event_id: UUID, round_id: UUID, topics: Mapping[int, str]) -> Change:
        """Give tables in a round topics of their own, by number; a table that is not named has none.

        Raises:
            InvalidInput: the round has no such table.
        """
        with self._work.writing("event.topics") as store:
            numbers = {table.id: table.no for table in meeting_store.tables(store, event_id)}
            here = [place for place in meeting_store.places(store, event_id) if place.round_id == round_id]
            beyond = set(topics) - {numbers[place.table_id] for place in here}
            if beyond:
                raise InvalidInput("table_number_unknown", number=min(beyond), most=len(here))
            for place in here:
                topic = topics.get(numbers[place.table_id], "").strip()
                if place.topic != topic:
                    store.change(place, topic=topic)
        return changed(Topic.TABLES, row=event_id)


def _added(store: Store, process_id: UUID, title: str, on: date | None, place: str) -> Event:
    if not title.strip():
        raise InvalidInput("event_title_empty")
    new = Event(id=store.new_id(), process_id=process_id, title=title.strip(), on=on, place=place.strip())
    return store.add(new)


def _defaults(store: Store, event: Event) -> Defaults:
    return recipes.from_snapshot(store.get(Process, event.process_id).recipe).defaults


def _proposed_rounds(store: Store, event: Event, form: Defaults) -> list[Round]:
    rounds: list[Round] = []
    for _number in range(form.rounds):
        rounds.append(_following(store, event.id, rounds[-1] if rounds else None, form.round_minutes))
    return rounds


def _following(store: Store, event_id: UUID, last: Round | None, minutes: int) -> Round:
    """A round after `last`; without a time when `last` has none or it would be past midnight."""
    starts: time | None = FIRST_ROUND
    if last is not None:
        minutes = last.minutes
        starts = _later(last.starts_at, minutes + PAUSE) if last.starts_at else None
    no = last.no + 1 if last else 1
    return Round(id=store.new_id(), event_id=event_id, no=no, starts_at=starts, minutes=minutes)


def _later(start: time, minutes: int) -> time | None:
    total = start.hour * 60 + start.minute + minutes
    return time(total // 60, total % 60) if total < 24 * 60 else None
