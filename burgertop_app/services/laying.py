"""Rounds and tables of a meeting in the workspace: laid, opened again, or put out of use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Lock, PlanVersion, Round, Table, TableRound
from burgertop_app.services import staying
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

MOST_TABLES = 500
FEWEST = 2


def lay_tables(store: Store, event_id: UUID, count: int, low: int, high: int) -> None:
    """Have the tables 1 to `count` in use, each with `low` to `high` seats.

    Raises:
        InvalidInput: there is no table, there are too many, or somebody would sit alone.
    """
    if not 1 <= count <= MOST_TABLES:
        raise InvalidInput("tables_count", count=count, most=MOST_TABLES)
    if low < FEWEST:
        raise InvalidInput("table_alone", low=low)
    kept = store.find(Table, order_by="no", event_id=event_id)
    used = [store.change(table, low=low, high=high) for table in kept[:count]]
    used += [
        store.add(Table(id=store.new_id(), event_id=event_id, no=no, low=low, high=high))
        for no in range(len(kept) + 1, count + 1)
    ]
    rounds = meeting_store.rounds(store, event_id)
    _put_out(store, event_id, kept[count:])
    _lay(store, used, rounds)


def lay_rounds(store: Store, event_id: UUID, wanted: Sequence[Round]) -> None:
    """Have exactly the rounds `wanted` in use, numbered in this order; one not known is made anew.

    Who is not there all day is there in the same rounds as before, wherever these went.

    Raises:
        InvalidInput: there is no round, or somebody would sit alone in one.
    """
    if not wanted:
        raise InvalidInput("rounds_none")
    if any(turn.high and turn.low < FEWEST for turn in wanted):
        raise InvalidInput("table_alone", low=1)
    tables = meeting_store.tables(store, event_id)
    before = [turn.id for turn in meeting_store.rounds(store, event_id)]
    kept = {turn.id: turn for turn in store.find(Round, order_by="no", event_id=event_id)}
    used = [_keep(store, event_id, kept.pop(turn.id, None), turn, no) for no, turn in enumerate(wanted, 1)]
    left = list(kept.values())
    for no, turn in enumerate(left, len(used) + 1):
        left[no - len(used) - 1] = store.change(turn, no=no)
    _put_out(store, event_id, left)
    _lay(store, tables, used)
    staying.follow(store, event_id, before, [turn.id for turn in used])


def _keep(store: Store, event_id: UUID, kept: Round | None, turn: Round, no: int) -> Round:
    if kept is None:
        return store.add(replace(turn, id=store.new_id(), revision=0, event_id=event_id, no=no))
    return store.change(
        kept,
        no=no,
        topic=turn.topic,
        topic_mode=turn.topic_mode,
        starts_at=turn.starts_at,
        minutes=turn.minutes,
        questions=turn.questions,
        tables=turn.tables,
        low=turn.low,
        high=turn.high,
    )


def _lay(store: Store, tables: Sequence[Table], rounds: Sequence[Round]) -> None:
    """Open a place for each of these tables in each of these rounds, as far as the round uses the table."""
    if not tables:
        return
    kept = store.find(TableRound, table_id=[table.id for table in tables])
    held = {(place.table_id, place.round_id): place for place in kept}
    for table in tables:
        for turn in rounds:
            place = held.get((table.id, turn.id))
            used = not turn.tables or table.no <= turn.tables
            if place is None:
                store.add(TableRound(id=store.new_id(), table_id=table.id, round_id=turn.id, open=used))
            elif place.open is not used:
                store.change(place, open=used)


def _put_out(store: Store, event_id: UUID, gone: Sequence[Round | Table]) -> None:
    """Close the places of `gone` that a plan may refer to or where something was set up; remove others.

    What was set up (a topic, who leads, a need that is served) is there again when the place comes back.
    """
    planned = store.count(PlanVersion, event_id=event_id) > 0
    places = meeting_store.all_places(store, event_id)
    locks = store.find(Lock, event_id=event_id)
    for thing in gone:
        mine = [place for place in places if thing.id in {place.table_id, place.round_id}]
        locked = any(thing.id in {lock.table_id, lock.round_id} for lock in locks)
        if planned or (mine and (locked or _set_up(thing, mine))):
            for place in mine:
                store.change(place, open=False)
            continue
        for held in mine:
            store.remove(held)
        store.remove(thing)


def _set_up(thing: Round | Table, places: Sequence[TableRound]) -> bool:
    """Whether something was set up here that would be lost."""
    own = isinstance(thing, Table) and bool(thing.properties or thing.own_high)
    return own or any(place.topic or place.facilitator_id is not None for place in places)
