"""How people are at a meeting where that is unlike the others: kept, and following rounds as they move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Stay
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def keep(store: Store, event_id: UUID, participation_id: UUID, **news: int | bool) -> None:
    """Keep what is unlike the others; nothing is kept of who is there all day and takes part."""
    kept = store.first(Stay, event_id=event_id, participation_id=participation_id)
    plain = Stay(id=store.new_id(), event_id=event_id, participation_id=participation_id)
    wanted = replace(kept or plain, **news)  # type: ignore[arg-type]
    usual = wanted.whole and not wanted.observes
    if kept is None and not usual:
        store.add(wanted)
    elif kept is not None and usual:
        store.remove(kept)
    elif kept is not None and wanted != kept:
        store.change(kept, **news)


def refuse_unknown(store: Store, event_id: UUID, *numbers: int) -> None:
    """Refuse a round that the meeting does not have.

    Raises:
        InvalidInput: one of the numbers is beyond the last round.
    """
    most = len(meeting_store.rounds(store, event_id))
    beyond = [no for no in numbers if no > most]
    if beyond and not most:
        raise InvalidInput("stay_no_rounds")
    if beyond:
        raise InvalidInput("stay_round_unknown", round=min(beyond), most=most)


def follow(store: Store, event_id: UUID, before: Sequence[UUID], after: Sequence[UUID]) -> None:
    """Let every stay follow its rounds: these were `before` and are now `after`."""
    if tuple(before) == tuple(after):
        return
    for stay in meeting_store.stays(store, event_id).values():
        moved = stay.following(before, after)
        if moved != stay:
            keep(store, event_id, stay.participation_id, first=moved.first, last=moved.last)


def restore(store: Store, event_id: UUID, stays: Mapping[UUID, tuple[int, int]]) -> None:
    """Let exactly these people be there from one round up to another, and all others all day."""
    for one in {*stays, *meeting_store.stays(store, event_id)}:
        first, last = stays.get(one, (1, 0))
        keep(store, event_id, one, first=first, last=last)
