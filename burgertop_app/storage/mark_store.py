"""Marks for a draw, other panels of the process, and who was drawn in another process not long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.addresses import address_key
from burgertop_app.domain.draw_marks import DrawMark, Mark
from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, DrawState, Outcome
from burgertop_app.domain.people import ON_PANEL, Contact, Participation, State
from burgertop_app.domain.people_import import person_key
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement

    from burgertop_app.storage.unit_of_work import Store


def marks(store: Store, process_id: UUID) -> dict[UUID, Mark]:
    """The mark of each participation of a process that has one."""
    how, part = translation(DrawMark), translation(Participation).table
    statement = (
        select(*how.columns)
        .join(part, how.table.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id)
    )
    found = (how.value(cells) for cells in store.session.execute(statement))
    return {kept.participation_id: Mark(kept.kind, kept.reason) for kept in found}


def other_draws(store: Store, process_id: UUID, panel: int) -> tuple[DrawRecord, ...]:
    """The draws for other panels of the process that were committed and not withdrawn."""
    found = store.find(
        DrawRecord,
        order_by="attempt",
        process_id=process_id,
        rehearsal=False,
        state=[DrawState.COMMITTED, DrawState.DRAWN],
    )
    return tuple(record for record in found if record.panel != panel)


def drawn_lately(store: Store, process_id: UUID, since: datetime) -> frozenset[str]:
    """The numbers of registrants who sit in a panel of another process that was drawn at or after `since`.

    Somebody is the same person by name and home (else e-mail or telephone), or by being one in the workspace.
    """
    draws = [
        record.id
        for record in store.find(DrawRecord, state=DrawState.DRAWN, rehearsal=False)
        if record.process_id != process_id and record.drawn_at is not None and record.drawn_at >= since
    ]
    if not draws:
        return frozenset()
    part, entry = translation(Participation).table, translation(DrawEntry).table
    chosen = (
        select(entry.c.participation_id)
        .where(entry.c.draw_id.in_(draws))
        .where(entry.c.outcome.in_([Outcome.PANEL.value, Outcome.RESERVE.value]))
    )
    sat = _people(store, part.c.id.in_(chosen), part.c.state.in_([state.value for state in ON_PANEL]))
    here = _people(store, part.c.process_id == process_id, part.c.state == State.REGISTERED.value)
    keys = {key for _number, person, key in sat} - {""}
    people = {person for _number, person, _key in sat}
    return frozenset(number for number, person, key in here if key in keys or person in people)


def _people(store: Store, *which: ColumnElement[bool]) -> Iterable[tuple[str, UUID, str]]:
    """Number, person and key (see `person_key`) of some participations."""
    part, contact = translation(Participation).table, translation(Contact).table
    cells = [contact.c[name] for name in ("name", "address", "postcode", "place", "email", "phone")]
    statement = (
        select(part.c.number, part.c.person_id, *cells)
        .outerjoin(contact, contact.c.person_id == part.c.person_id)
        .where(*which)
    )
    return [
        (number, person, person_key(name or "", address_key(*(each or "" for each in home)), *ways))
        for number, person, name, *home, email, phone in store.session.execute(statement)
        for ways in [(email or "", phone or "")]
    ]
