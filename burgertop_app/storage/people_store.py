"""People as the pages show them, quick enough for fifty thousand."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import String, func, literal, select, type_coerce

from burgertop_app.domain.draw_records import DrawRecord, DrawState, QuotaLine, QuotaSet, ReservePlace
from burgertop_app.domain.events import Facilitator
from burgertop_app.domain.people import (
    IN_POOL,
    NAME_IN_ADVICE,
    ON_PANEL,
    Channel,
    Consent,
    Contact,
    Declared,
    ImportBatch,
    Need,
    NeedKind,
    Participation,
    PersonEvent,
    Role,
    State,
)
from burgertop_app.domain.views import GroupShare, PersonLine, PersonStory, StoryLine
from burgertop_app.storage.bulk import undisturbed
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Select

    from burgertop_app.storage.unit_of_work import Store

PAIR, NEXT = "\x1f", "\x1e"
"""Separators inside the text into which the database puts somebody's features."""

ROLES = {role.value: role for role in Role}
STATES = {state.value: state for state in State}
PRESENT = (State.PRESENT, State.FED_BACK)


def lines(store: Store, process_id: UUID, role: Role | None = None) -> tuple[PersonLine, ...]:
    """Everyone in the process (with one role), in order of number; erased people keep their number."""
    with undisturbed():
        return _lines(store, process_id, role)


def _lines(store: Store, process_id: UUID, role: Role | None) -> tuple[PersonLine, ...]:
    features = _gathered(store, process_id)
    needs = _needs(store, process_id)
    channels: dict[str, str] = dict(store.session.execute(_hanging(Channel, process_id, "name")).all())
    places = _places(store, process_id)
    part, contact = translation(Participation).table, translation(Contact).table
    statement = (
        select(_bare(part.c.id), part.c.number, contact.c.name, part.c.role, part.c.state)
        .outerjoin(contact, contact.c.person_id == part.c.person_id)
        .where(part.c.process_id == process_id)
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
        )
        for bare, number, name, kind, state in store.session.execute(statement).all()
    ]
    figures = all(line.number.isdecimal() and line.number.isascii() for line in found)
    found.sort(key=lambda line: int(line.number) if figures else natural(line.number))
    return tuple(found)


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


def features(store: Store, process_id: UUID) -> dict[str, tuple[str, ...]]:
    """Every declared feature with its values: in the order of the quotas, else of the alphabet."""
    return _ordered(quota_lines(store, process_id), _declared(store, process_id))


def features_of(people: Iterable[PersonLine], quotas: Iterable[QuotaLine]) -> dict[str, tuple[str, ...]]:
    """As `features`, of people who were read already."""
    declared: set[tuple[str, str]] = set()
    for line in people:
        declared.update(line.features.items())
    return _ordered(quotas, sorted(pair for pair in declared if pair[1]))


def _declared(store: Store, process_id: UUID) -> Iterable[tuple[str, str]]:
    declared, part = translation(Declared).table, translation(Participation).table
    statement = (
        select(declared.c.feature, declared.c.value)
        .join(part, declared.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id, declared.c.value != "")
        .distinct()
        .order_by(declared.c.feature, declared.c.value)
    )
    return [(feature, value) for feature, value in store.session.execute(statement)]


def _ordered(quotas: Iterable[QuotaLine], declared: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in quotas:
        found[line.feature].append(line.value)
    for feature, value in declared:
        if value not in found[feature]:
            found[feature].append(value)
    return {feature: tuple(values) for feature, values in found.items()}


def story(store: Store, participation_id: UUID) -> PersonStory:
    """Everything known of one person in a process."""
    part = store.get(Participation, participation_id)
    contact = store.first(Contact, person_id=part.person_id) or Contact(
        id=part.person_id, person_id=part.person_id
    )
    declared = store.find(Declared, participation_id=participation_id)
    needs = store.find(Need, participation_id=participation_id)
    channel = store.first(Channel, participation_id=participation_id)
    brings = store.first(Facilitator, participation_id=participation_id)
    batch = store.get(ImportBatch, part.import_id) if part.import_id else None
    events = store.find(PersonEvent, order_by="at", participation_id=participation_id)
    return PersonStory(
        line=PersonLine(
            participation_id=part.id,
            number=part.number,
            name=contact.name,
            role=part.role,
            state=part.state,
            features={kept.feature: kept.value for kept in declared},
            needs=tuple(need.kind for need in needs),
            channel=channel.name if channel else "",
        ),
        contact=contact,
        need_notes=tuple((need.kind, need.note) for need in needs),
        story=tuple(StoryLine(event.kind, event.at, event.note) for event in events),
        languages=brings.languages if brings else (),
        skills=brings.skills if brings else (),
        purpose=batch.purpose if batch else "",
        keep_until=batch.keep_until if batch else None,
        naming=namings(store, participation_id),
    )


def namings(store: Store, participation_id: UUID) -> tuple[Consent, ...]:
    """Every consent somebody gave to stand in the advice by name, the oldest first."""
    return store.find(
        Consent, order_by="given_on", participation_id=participation_id, purpose=NAME_IN_ADVICE
    )


def quota_lines(store: Store, process_id: UUID) -> tuple[QuotaLine, ...]:
    """The lines of the latest quotas, in order; none before there are any."""
    sets = store.find(QuotaSet, order_by="version", process_id=process_id)
    return store.find(QuotaLine, order_by="position", quota_set_id=sets[-1].id) if sets else ()


def quota_source(store: Store, process_id: UUID) -> str:
    """Where the population figures of the latest quotas come from."""
    sets = store.find(QuotaSet, order_by="version", process_id=process_id)
    return sets[-1].source if sets else ""


def shares(store: Store, process_id: UUID) -> tuple[GroupShare, ...]:
    """Per group of the quotas its part of the population, the pool, the panel and those present."""
    return shares_of(lines(store, process_id, Role.RESIDENT), quota_lines(store, process_id))


def shares_of(people: Iterable[PersonLine], quotas: Iterable[QuotaLine]) -> tuple[GroupShare, ...]:
    """Per group of `quotas` its part of the population, and of the pool, the panel and those present.

    `people` may be of every role; only residents count.
    """
    residents = [line for line in people if line.role is Role.RESIDENT]
    pool = _Crowd(line for line in residents if line.state in IN_POOL)
    panel = _Crowd(line for line in residents if line.state in ON_PANEL)
    present = _Crowd(line for line in residents if line.state in PRESENT)
    return tuple(
        GroupShare(
            feature=quota.feature,
            value=quota.value,
            population=quota.share,
            pool=pool.part(quota) or 0.0,
            panel=panel.part(quota),
            present=present.part(quota),
            pool_count=pool.count(quota),
            panel_count=panel.count(quota),
            present_count=present.count(quota),
            low=quota.low,
        )
        for quota in quotas
    )


class _Crowd:
    """Some people, counted once per value of a feature."""

    def __init__(self, people: Iterable[PersonLine]) -> None:
        chosen = [line.features for line in people]
        self._size = len(chosen)
        self._counts = Counter(chain.from_iterable(features.items() for features in chosen))

    def count(self, quota: QuotaLine) -> int:
        return self._counts[quota.feature, quota.value]

    def part(self, quota: QuotaLine) -> float | None:
        return self.count(quota) / self._size if self._size else None


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
