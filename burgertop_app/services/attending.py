"""Who came to a meeting, and what that makes of somebody's state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.events import Attendance, Presence
from burgertop_app.domain.people import EventKind, Participation, PersonEvent, State
from burgertop_app.services import standing

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

TOLD = {Presence.PRESENT: EventKind.PRESENT, Presence.ABSENT: EventKind.ABSENT}
BEFORE = {
    EventKind.CONFIRMED: State.CONFIRMED,
    EventKind.DRAWN: State.DRAWN,
    EventKind.RESERVE: State.RESERVE,
    EventKind.REGISTERED: State.REGISTERED,
    EventKind.DECLINED: State.DECLINED,
    EventKind.INVITED: State.INVITED,
}
"""What somebody was before the meeting, by the last of these lines in their story."""

SETTLED = (State.FED_BACK, State.WITHDRAWN, State.ERASED)
"""States that a mark at the desk leaves alone."""


def attend(store: Store, event_id: UUID, participation_id: UUID, came: Presence | None) -> None:
    """Mark that somebody came or did not; None takes the mark away.

    Whoever comes without being drawn, while a draw stands, is a guest: the state stays, for only a draw
    brings people into a panel.
    """
    held = store.first(Attendance, event_id=event_id, participation_id=participation_id)
    if came is (held.presence if held else None):
        return
    if held is not None:
        _take_back(store, held)
    if came is not None:
        _mark(store, event_id, participation_id, came)
    part = store.get(Participation, participation_id)
    if part.state not in SETTLED and not standing.outsiders(store, (part,)):
        store.change(part, state=_state(store, participation_id))


def _mark(store: Store, event_id: UUID, participation_id: UUID, came: Presence) -> None:
    mark = Attendance(
        id=store.new_id(),
        event_id=event_id,
        participation_id=participation_id,
        presence=came,
        at=store.now(),
    )
    line = PersonEvent(id=store.new_id(), participation_id=participation_id, kind=TOLD[came], at=store.now())
    store.add_all((mark, line))


def _take_back(store: Store, held: Attendance) -> None:
    """Remove a mark and its line in the story; the log remembers both."""
    lines = store.find(
        PersonEvent, participation_id=held.participation_id, kind=TOLD[held.presence], at=held.at
    )
    for kept in (held, *lines):
        store.remove(kept)


def _state(store: Store, participation_id: UUID) -> State:
    """Who came to one meeting was there, whatever other meetings they missed."""
    marks = {kept.presence for kept in store.find(Attendance, participation_id=participation_id)}
    if Presence.PRESENT in marks:
        return State.PRESENT
    if marks:
        return State.ABSENT
    story = store.find(PersonEvent, order_by="at", participation_id=participation_id)
    return next((BEFORE[line.kind] for line in reversed(story) if line.kind in BEFORE), State.REGISTERED)
