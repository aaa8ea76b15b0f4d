"""People as the pages show them, quick enough for fifty thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import String, func, literal, select, type_coerce

from burgertop_app.domain.draw_records import DrawRecord, DrawState, ReservePlace
from burgertop_app.domain.inviting import Answer, Invitation
from burgertop_app.domain.people import (
    Channel,
    Contact,
    Declared,
    Need,
    NeedKind,
    Participation,
    Role,
    State,
)
from burgertop_app.domain.views import PersonLine
from burgertop_app.storage import mark_store
from burgertop_app.storage.bulk import undisturbed
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Select

    from burgertop_app.storage.unit_of_work import Store

PAIR, NEXT = "\x1f", "\x1e"
"""Separators inside the text into which the database puts somebody's features."""

ROLES = {role.value: role for role in Role}
STATES = {state.value: state for state in State}
PRESENT = (State.PRESENT, State.FED_BACK)


def lines(store: Store, process_id: UUID, role: Role | None = None) -> tuple[PersonLine, ...]:
    """Everyone in the process (with one role), in order of number; erased people keep their number.

    Who was invited, never took part and was erased is left out: thousands of empty lines tell nothing.
    """
    with undisturbed():
        return _lines(store, process_id, role)


def _lines(store: Store, process_id: UUID, role: Role | None) -> tuple[PersonLine, ...]:
    features = _gathered(store, process_id)
    needs = _needs(store, process_id)
    channels: dict[str, str] = dict(store.session.execute(_hanging(Channel, process_id, "name")).all())
    places = _places(store, process_id)
    marked = {kept.hex: mark for kept, mark in mark_store.marks(store, process_id).items()}
    part, contact = translation(Participation).table, translation(Contact).table
    statement = (
        select(_bare(part.c.id), part.c.number, contact.c.name, part.c.role, part.c.state)
        .outerjoin(contact, contact.c.person_id == part.c.person_id)
        .where(part.c.process_id == process_id)
        .where((part.c.state != State.ERASED.value) | part.c.id.not_in(_silent(process_id)))
    )
    if role is not None:
        statement = statement.where(part.c.role == role.value)
    found = [
        PersonLine(
            participation_id=UUID(bare),
            number=number,
            name=name or "",
            role=ROLES[kind],
            state=STATES[state],
            features=features.get(bare, {}),
            needs=needs.get(bare, ()),
            channel=channels.get(bare, ""),
            place=places.get(bare) if state == State.RESERVE else None,
            mark=marked.get(bare),
        )
        for bare, number, name, kind, state in store.session.execute(statement).all()
    ]
    figures = all(line.number.isdecimal() and line.number.isascii() for line in found)
    found.sort(key=lambda line: int(line.number) if figures else natural(line.number))
    return tuple(found)


def _silent(process_id: UUID) -> Select[Any]:
    """The participations of letters that brought no yes, or one of somebody else."""
    table = translation(Invitation).table
    return select(table.c.participation_id).where(
        table.c.process_id == process_id,
        (table.c.answer != Answer.YES.value) | table.c.other_id.is_not(None),
    )


def names(store: Store, process_id: UUID) -> tuple[tuple[UUID, str, str], ...]:
    """Participation, name and number of everyone in the process, for searching."""
    part, contact = translation(Participation).table, translation(Contact).table
    statement = (
        select(part.c.id, contact.c.name, part.c.number)
        .join(contact, contact.c.person_id == part.c.person_id)
        .where(part.c.process_id == process_id)
    )
    return tuple(store.session.execute(statement))


def numbers(store: Store, process_id: UUID) -> tuple[str, ...]:
    """Every number given out in the process."""
    table = translation(Participation).table
    return tuple(store.session.scalars(select(table.c.number).where(table.c.process_id == process_id)))


def contacts(store: Store, process_id: UUID) -> tuple[Contact, ...]:
    """The contact of everyone in the process."""
    how, part = translation(Contact), translation(Participation).table
    statement = (
        select(*how.columns)
        .join(part, how.table.c.person_id == part.c.person_id)
        .where(part.c.process_id == process_id)
    )
    return tuple(how.value(cells) for cells in store.session.execute(statement))


def _gathered(store: Store, process_id: UUID) -> Mapping[str, dict[str, str]]:
    declared, part = translation(Declared).table, translation(Participation).table
    pair = declared.c.feature + literal(PAIR) + declared.c.value
    statement = (
        select(_bare(declared.c.participation_id), func.aggregate_strings(pair, NEXT))
        .join(part, declared.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id)
        .group_by(declared.c.participation_id)
    )
    told: dict[str, dict[str, str]] = {}
    found: dict[str, dict[str, str]] = {}
    for id_, text in store.session.execute(statement).all():
        if text not in told:
            told[text] = {feature: value for feature, _, value in map(_split, text.split(NEXT))}
        found[id_] = told[text]
    return found


def _needs(store: Store, process_id: UUID) -> Mapping[str, tuple[NeedKind, ...]]:
    found: dict[str, tuple[NeedKind, ...]] = {}
    for id_, kind in store.session.execute(_hanging(Need, process_id, "kind")):
        if kind:
            found[id_] = (*found.get(id_, ()), NeedKind(kind))
    return found


def _places(store: Store, process_id: UUID) -> dict[str, int]:
    """The places on the reserve list of the real draw that stands."""
    place, draw = translation(ReservePlace).table, translation(DrawRecord).table
    statement = (
        select(_bare(place.c.participation_id), place.c.position)
        .join(draw, place.c.draw_id == draw.c.id)
        .where(
            draw.c.process_id == process_id,
            draw.c.state == DrawState.DRAWN.value,
            draw.c.rehearsal.is_(False),
        )
    )
    return dict(store.session.execute(statement).all())


def _hanging(kind: type[Need | Channel], process_id: UUID, column: str) -> Select[Any]:
    hanging, part = translation(kind).table, translation(Participation).table
    return (
        select(_bare(hanging.c.participation_id), hanging.c[column])
        .join(part, hanging.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id)
    )


def _bare(column: ColumnElement[UUID]) -> ColumnElement[str]:
    """An id as the database keeps it: a key to match on that costs no translation per row."""
    return type_coerce(column, String)


def _split(entry: str) -> tuple[str, str, str]:
    return entry.partition(PAIR)
