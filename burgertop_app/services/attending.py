"""Who came to a meeting, and what that makes of somebody's state."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Attendance, Presence
from burgertop_app.domain.people import EventKind, Participation, PersonEvent, State
from burgertop_app.services import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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


def attend(store: Store, event_id: UUID, marks: Mapping[UUID, Presence | None]) -> None:
    """Mark who came and who did not, all of them at once; None takes a mark away.

    Whoever comes without being drawn, while a draw stands, is a guest: the state stays, for only a draw
    brings people into a panel.
    """
    people = list(marks)
    found = store.find(Attendance, event_id=event_id, participation_id=people) if people else ()
    held = _by_person(found)
    new = {one: came for one, came in marks.items() if came is not _presence(held.get(one))}
    for one in new:
        for mark in held.get(one, ()):
            _take_back(store, mark)
    store.add_all(row for one, came in new.items() if came for row in _mark(store, event_id, one, came))
    _follow(store, list(new))


def _presence(held: Sequence[Attendance] | None) -> Presence | None:
    return held[0].presence if held else None


def _by_person(marks: Iterable[Attendance]) -> Mapping[UUID, Sequence[Attendance]]:
    found: dict[UUID, list[Attendance]] = defaultdict(list)
    for mark in marks:
        found[mark.participation_id].append(mark)
    return found


def _mark(store: Store, event_id: UUID, one: UUID, came: Presence) -> tuple[Attendance, PersonEvent]:
    at = store.now()
    return (
        Attendance(id=store.new_id(), event_id=event_id, participation_id=one, presence=came, at=at),
        PersonEvent(id=store.new_id(), participation_id=one, kind=TOLD[came], at=at),
    )


def _follow(store: Store, people: Sequence[UUID]) -> None:
    """Let the state of these people say what their marks say."""
    parts = store.find(Participation, id=people) if people else ()
    open_ = [part for part in parts if part.state not in SETTLED]
    guests = {part.id for part in standing.outsiders(store, open_)} if open_ else set()
    marks = _by_person(store.find(Attendance, participation_id=people)) if people else {}
    for part in open_:
        state = part.state if part.id in guests else _state(store, part.id, marks.get(part.id, ()))
        if state is not part.state:
            store.change(part, state=state)


def _take_back(store: Store, held: Attendance) -> None:
    """Remove a mark and its line in the story; the log remembers both."""
    lines = store.find(
        PersonEvent, participation_id=held.participation_id, kind=TOLD[held.presence], at=held.at
    )
    for kept in (held, *lines):
        store.remove(kept)


def _state(store: Store, participation_id: UUID, held: Sequence[Attendance]) -> State:
    """Who came to one meeting was there, whatever other meetings they missed."""
    marks = {kept.presence for kept in held}
    if Presence.PRESENT in marks:
        return State.PRESENT
    if marks:
        return State.ABSENT
    story = store.find(PersonEvent, order_by="at", participation_id=participation_id)
    return next((BEFORE[line.kind] for line in reversed(story) if line.kind in BEFORE), State.REGISTERED)
