"""A chair more at a table, for somebody who came to a full round; the others keep their seats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Table
from burgertop_app.services import hand_seating
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.services.hand_seating import Sheet
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Squeezed:
    """The seats that somebody got, and per number of a table with a chair more its own seats of before."""

    seats: tuple[UUID, ...]
    before: Mapping[int, tuple[int, int]] = field(default_factory=dict)


def squeeze(store: Store, kept: Sheet, participation_id: UUID) -> Squeezed:
    """Give somebody a seat in every round, with a chair more where a round is full."""
    before: dict[int, tuple[int, int]] = {}
    for place in hand_seating.best_when_full(store, kept, participation_id):
        table = store.get(Table, place.table_id)
        if table.no not in before:
            before[table.no] = table.own_low, table.own_high
            _widen(store, kept, table)
    return Squeezed(hand_seating.place(store, kept, participation_id, None), before)


def take_back(store: Store, event_id: UUID, squeezed: Squeezed) -> None:
    """Undo `squeeze`.

    Raises:
        Conflict: a newer plan has come.
    """
    hand_seating.lift(store, event_id, squeezed.seats)
    for table in meeting_store.tables(store, event_id):
        if table.no in squeezed.before:
            low, high = squeezed.before[table.no]
            store.change(table, own_low=low, own_high=high)


def _widen(store: Store, kept: Sheet, table: Table) -> None:
    """A chair more at a table than any round has there."""
    seats = [turn.seats(table) for turn in meeting_store.rounds(store, kept.event.id)]
    low, high = min(low for low, _high in seats), max(high for _low, high in seats) + 1
    store.change(table, own_low=low, own_high=high)
