"""The pool, the quotas and the draws of a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.draw_records import DrawEntry, DrawFile, DrawRecord, DrawState, QuotaLine, QuotaSet
from burgertop_app.domain.draw_views import Lacking
from burgertop_app.domain.draws import Entry, Pool
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.people import IN_POOL, Contact, Participation, Person, Role, State
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.storage import people_store
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store

LOTTERY = "lottery.json"


@dataclass(frozen=True)
class Registered:
    """Everyone who may be drawn, and who they are in the workspace."""

    pool: Pool
    participations: dict[str, Participation]


def latest_quotas(store: Store, process_id: UUID) -> tuple[QuotaSet, tuple[QuotaLine, ...]]:
    """The quotas that count.

    Raises:
        NotPossible: there are none yet.
    """
    kept = latest_set(store, process_id)
    if kept is None:
        raise NotPossible("quotas_missing")
    return kept, quota_lines(store, kept.id)


def latest_set(store: Store, process_id: UUID) -> QuotaSet | None:
    """The version of the quotas that counts; None before there are any."""
    return store.first(QuotaSet, order_by="-version", process_id=process_id)


def quota_lines(store: Store, quota_set_id: UUID) -> tuple[QuotaLine, ...]:
    """The quotas of one version, in order."""
    return store.find(QuotaLine, order_by="position", quota_set_id=quota_set_id)


def set_made_at(store: Store, kept: QuotaSet) -> datetime:
    """When a version of the quotas was first kept."""
    table = translation(QuotaSet).table
    at: datetime = store.session.execute(select(table.c.created_at).where(table.c.id == kept.id)).scalar_one()
    return at


def as_quotas(lines: Iterable[QuotaLine]) -> Quotas:
    """The lines as the engine wants them."""
    return Quotas(
        tuple(
            Quota(line.feature, line.value, line.low, line.high, line.low_flex, line.high_flex)
            for line in lines
        )
    )


def registrants(store: Store, process_id: UUID, *, others: bool = False) -> tuple[PersonLine, ...]:
    """Residents who registered and were not drawn, by number; with `others` also members and reserves."""
    people = people_store.lines(store, process_id, Role.RESIDENT)
    wanted = IN_POOL if others else (State.REGISTERED,)
    return tuple(line for line in people if line.state in wanted)


def lacking(people: Iterable[PersonLine], quotas: Sequence[QuotaLine]) -> tuple[Lacking, ...]:
    """Who lacks a value that the quotas ask for, or has one that no quota knows."""
    known = {(line.feature, line.value) for line in quotas}
    features = tuple(dict.fromkeys(line.feature for line in quotas))
    return tuple(
        Lacking(person.number, feature, person.features.get(feature, ""))
        for person in people
        for feature in features
        if (feature, person.features.get(feature, "")) not in known
    )


def registered(
    store: Store,
    process_id: UUID,
    lines: Sequence[QuotaLine],
    *,
    households: bool,
    people: Sequence[PersonLine],
) -> Registered:
    """The pool of these people, with the features that the quotas name.

    Raises:
        InvalidInput: somebody lacks a feature or has a value without a quota; or there is nobody.
    """
    for missing in lacking(people, lines):
        code = "person_value_unknown" if missing.value else "person_value_missing"
        raise InvalidInput(code, number=missing.number, feature=missing.feature, value=missing.value)
    homes = _lowest(shared_homes(store, process_id, people)) if households else {}
    features = tuple(dict.fromkeys(line.feature for line in lines))
    entries = (
        Entry(
            person.number,
            tuple(person.features[feature] for feature in features),
            homes.get(person.number, ""),
        )
        for person in people
    )
    states = sorted({person.state for person in people})
    parts = store.find(Participation, process_id=process_id, role=Role.RESIDENT, state=states)
    return Registered(Pool(features, tuple(entries)), {part.number: part for part in parts})


def shared_homes(store: Store, process_id: UUID, people: Iterable[PersonLine]) -> tuple[tuple[str, ...], ...]:
    """The numbers of those of `people` who live together, per home, lowest number first."""
    wanted = {line.number for line in people}
    part, person = translation(Participation).table, translation(Person).table
    statement = (
        select(part.c.number, person.c.household_id)
        .join(person, part.c.person_id == person.c.id)
        .where(part.c.process_id == process_id, person.c.household_id.is_not(None))
        .where(part.c.role == Role.RESIDENT.value)
    )
    together: dict[UUID, list[str]] = {}
    for number, household in store.session.execute(statement):
        if number in wanted:
            together.setdefault(household, []).append(number)
    homes = (tuple(sorted(numbers, key=natural)) for numbers in together.values() if len(numbers) > 1)
    return tuple(sorted(homes, key=lambda numbers: natural(numbers[0])))


def draws(store: Store, process_id: UUID) -> tuple[DrawRecord, ...]:
    """Every attempt for every panel of the process, the first one first."""
    return store.find(DrawRecord, order_by="attempt", process_id=process_id)


def standing(store: Store, process_id: UUID, panel: int = 1) -> DrawRecord | None:
    """The draw for `panel` that was not withdrawn, if there is one."""
    found = store.find(DrawRecord, order_by="attempt", process_id=process_id, panel=panel)
    return next((draw for draw in reversed(found) if draw.state is not DrawState.WITHDRAWN), None)


def entries(store: Store, draw_id: UUID) -> tuple[DrawEntry, ...]:
    """Every registrant of one draw, by number."""
    return tuple(sorted(store.find(DrawEntry, draw_id=draw_id), key=lambda entry: natural(entry.number)))


def entry_names(store: Store, draw_id: UUID, numbers: Iterable[str]) -> dict[str, str]:
    """The names of some registrants of a draw by number; whoever was erased has none."""
    entry, part = translation(DrawEntry).table, translation(Participation).table
    contact = translation(Contact).table
    statement = (
        select(entry.c.number, contact.c.name)
        .join(part, entry.c.participation_id == part.c.id)
        .join(contact, contact.c.person_id == part.c.person_id)
        .where(entry.c.draw_id == draw_id)
    )
    wanted = set(numbers)
    return {number: name for number, name in store.session.execute(statement) if number in wanted and name}


def lottery_text(store: Store, draw_id: UUID) -> bytes:
    """The kept `lottery.json` of one draw."""
    return store.one(DrawFile, draw_id=draw_id, name=LOTTERY).content


def files(store: Store, draw_id: UUID) -> dict[str, bytes]:
    """Every kept file of one draw, by name."""
    return {kept.name: kept.content for kept in store.find(DrawFile, draw_id=draw_id)}


def _lowest(homes: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Each number under the name of its home: the lowest number there, compared as text."""
    return {number: min(numbers) for numbers in homes for number in numbers}
