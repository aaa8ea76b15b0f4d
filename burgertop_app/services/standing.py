"""How far people are: giving a state, writing it in their stories, and putting it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import ON_PANEL, EventKind, Participation, PersonEvent, Role, State
from burgertop_app.storage import invitation_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

STORY = {
    State.INVITED: EventKind.INVITED,
    State.REGISTERED: EventKind.REGISTERED,
    State.DRAWN: EventKind.DRAWN,
    State.RESERVE: EventKind.RESERVE,
    State.CONFIRMED: EventKind.CONFIRMED,
    State.DECLINED: EventKind.DECLINED,
    State.PRESENT: EventKind.PRESENT,
    State.ABSENT: EventKind.ABSENT,
    State.FED_BACK: EventKind.FED_BACK,
    State.WITHDRAWN: EventKind.WITHDRAWN,
}
FROM_THE_DRAW = (EventKind.DRAWN, EventKind.RESERVE)
UNDRAWN = (State.INVITED, State.REGISTERED, State.DECLINED, State.WITHDRAWN)


def mark(store: Store, participation_ids: Sequence[UUID], state: State, note: str = "") -> None:
    """Give people a state; who has it already or was erased is left alone.

    Raises:
        NotPossible: a draw stands, and somebody who was not drawn would take part; or registration is closed
            and somebody who was only invited would register.
    """
    found = store.find(Participation, id=list(participation_ids))
    parts = [part for part in found if part.state not in (State.ERASED, state)]
    if state in ON_PANEL:
        _refuse_undrawn(store, parts)
    if state is State.REGISTERED:
        _refuse_late(store, parts)
    for part in parts:
        store.change(part, state=state)
    store.add_all(story_line(store, part.id, state, note) for part in parts)


def put_back(store: Store, before: Mapping[UUID, State], state: State) -> None:
    """Give back the states in `before`; the line about `state` leaves the stories."""
    for part in store.find(Participation, id=list(before)):
        told = store.first(PersonEvent, order_by="-at", participation_id=part.id, kind=STORY.get(state))
        if part.state is state and before[part.id] is not state:
            store.change(part, state=before[part.id])
            if told is not None:
                store.remove(told)


def tell(store: Store, participation_id: UUID, state: State, note: str = "") -> None:
    """Write in somebody's story that they have this state."""
    if state in STORY:
        store.add(story_line(store, participation_id, state, note))


def story_line(store: Store, participation_id: UUID, state: State, note: str) -> PersonEvent:
    """The line that tells of a state."""
    return PersonEvent(
        id=store.new_id(),
        participation_id=participation_id,
        kind=STORY[state],
        at=store.now(),
        note=note.strip(),
    )


def _refuse_late(store: Store, parts: Sequence[Participation]) -> None:
    late = (part for part in parts if part.role is Role.RESIDENT and part.state is State.INVITED)
    for process_id in dict.fromkeys(part.process_id for part in late):
        invitation_store.refuse_closed(store, process_id)


def _refuse_undrawn(store: Store, parts: Sequence[Participation]) -> None:
    """Only a real draw brings residents into a panel; who was drawn or is a reserve may take part."""
    for part in outsiders(store, parts):
        raise NotPossible("person_not_drawn", number=part.number)


def outsiders(store: Store, parts: Sequence[Participation]) -> tuple[Participation, ...]:
    """Those residents whom no real draw of their process brought, while it has one."""
    drawn = {
        record.process_id
        for record in store.find(
            DrawRecord,
            process_id={part.process_id for part in parts},
            state=DrawState.DRAWN,
            rehearsal=False,
        )
    }
    return tuple(
        part
        for part in parts
        if part.role is Role.RESIDENT
        and part.process_id in drawn
        and part.state in UNDRAWN
        and not store.count(PersonEvent, participation_id=part.id, kind=FROM_THE_DRAW)
    )
