"""Counts of people who came and were erased since, per group of the quotas."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import insert, update

from burgertop_app.domain.events import Attendance, Presence
from burgertop_app.domain.log import Operation
from burgertop_app.domain.people import Declared, Participation, Role
from burgertop_app.domain.stages import LEFT, by_state
from burgertop_app.domain.workspaces import Setting
from burgertop_app.storage import feature_store, stage_store
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.people import Person
    from burgertop_app.storage.stage_store import Pair
    from burgertop_app.storage.unit_of_work import Store


def came(store: Store, process_id: UUID, event_id: UUID | None = None) -> Counter[Pair]:
    """Erased people who came, or came to one meeting, per group of the quotas of when they were erased."""
    kept = store.first(Setting, key=_key(process_id))
    rows = kept.content.get(_name(event_id)) if kept else None
    found: Counter[Pair] = Counter()
    for feature, value, people in rows if isinstance(rows, list) else ():
        found[feature, value] = people
    return found


def keep(store: Store, person: Person) -> None:
    """Count somebody who is about to be erased in the groups of those who came, where they came."""
    for part in store.find(Participation, person_id=person.id, role=Role.RESIDENT):
        if _was_there(store, part):
            features = {line.feature for line in feature_store.quota_lines(store, part.process_id)}
            told = store.find(Declared, participation_id=part.id)
            marks = store.find(Attendance, participation_id=part.id, presence=Presence.PRESENT)
            places = (None, *(mark.event_id for mark in marks))
            pairs = Counter((d.feature, d.value) for d in told if d.feature in features)
            _add(store, part.process_id, dict.fromkeys(places, pairs))


def _was_there(store: Store, part: Participation) -> bool:
    if part.state in LEFT:
        return stage_store.left(store, part.process_id)[part.id].present
    return by_state(part.state).present


def _add(store: Store, process_id: UUID, more: Mapping[UUID | None, Counter[Pair]]) -> None:
    """Written past the log's payloads: what one erasure adds is what the person said of themselves."""
    kept = store.first(Setting, key=_key(process_id))
    content: dict[str, object] = dict(kept.content) if kept else {}
    for event_id, pairs in more.items():
        total = came(store, process_id, event_id) + pairs
        content[_name(event_id)] = [[*pair, people] for pair, people in sorted(total.items())]
    value = kept or Setting(id=store.new_id(), key=_key(process_id), content={}, revision=1)
    how = translation(Setting)
    cell = {"content": how.cell("content", content)}
    seq = store.journal.note(
        Operation.UPDATE if kept else Operation.INSERT, how.table.name, value.id, before={}, after={}
    )
    stamp = store.stamp(seq, new=kept is None)
    if kept is None:
        store.connection.execute(insert(how.table).values(how.cells(value) | cell | stamp))
    else:
        row = update(how.table).where(how.table.c.id == value.id)
        store.connection.execute(row.values(**cell, **stamp, revision=value.revision + 1))


def _name(event_id: UUID | None) -> str:
    return "present" if event_id is None else f"present {event_id}"


def _key(process_id: UUID) -> str:
    return f"erased {process_id}"
