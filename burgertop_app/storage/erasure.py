"""Erasing one person: what told who it was goes, what was counted stays.

`IDENTITIES` are the tables whose rows are somebody in some guise. Every row that refers to one of those tells
about that person; its columns marked `personal` or `special` are emptied. Rows of `REMOVED` say nothing
without them and go altogether. Log entries about these rows keep their place in the chain and lose what they
held, also those about rows that were removed before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_origin

from sqlalchemy import JSON, delete, or_, select, update

from burgertop_app.domain.log import Operation
from burgertop_app.domain.people import Person, State
from burgertop_app.storage import codecs
from burgertop_app.storage.base import Row
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy import Column, Table

    from burgertop_app.storage.store import Store

IDENTITIES: Final = ("person", "participation")
REMOVED: Final = frozenset(
    {
        "card_author",
        "channel",
        "consent",
        "declared",
        "facilitator",
        "need",
        "pair_rule",
        "seat_lock",
        "topic_preference",
    }
)


@dataclass(frozen=True)
class Reach:
    """The rows that tell about somebody, per table, and the ids under which they are known."""

    rows: Mapping[str, tuple[UUID, ...]]
    identities: frozenset[UUID]


def erase(store: Store, person: Person) -> None:
    """Empty everything that tells who `person` is; the log gets one entry with numbers only."""
    reach = reach_of(store, person)
    emptied = _entries_about(store, reach)
    counts = {table: len(ids) for table, ids in sorted(reach.rows.items()) if ids}
    told = {"log": [[site.hex, seq] for site, seq in emptied], "rows": counts}
    seq = store.journal.note(Operation.ERASE, "person", person.id, before={}, after=told)
    for table in reversed(Row.metadata.sorted_tables):
        ids = reach.rows.get(table.name, ())
        if ids and table.name in REMOVED:
            _remove(store, table, ids, seq)
        elif ids and (cells := blanks(table) | _shell(store, table)):
            _change(store, table, ids, cells, seq)
    _empty_log(store, emptied)


def reach_of(store: Store, person: Person) -> Reach:
    """Every row that is the person or refers to it in one of its guises, and a household left empty."""
    known: dict[str, tuple[UUID, ...]] = {"person": (person.id,)}
    known["participation"] = _referring(store, _table("participation"), known)
    rows = dict(known)
    for table in Row.metadata.sorted_tables:
        if table.name not in IDENTITIES and (found := _referring(store, table, known)):
            rows[table.name] = found
    if person.household_id is not None and store.count(Person, household_id=person.household_id) == 1:
        rows["household"] = (person.household_id,)
    return Reach(rows, frozenset(each for ids in known.values() for each in ids))


def personal(table: Table) -> tuple[Column[Any], ...]:
    """The columns that tell about a person."""
    return tuple(column for column in table.columns if column.info.get("privacy"))


def referring(table: Table) -> tuple[tuple[Column[Any], str], ...]:
    """The columns that refer to somebody, with the table in which they stand for it."""
    return tuple(
        (column, key.column.table.name)
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in IDENTITIES
    )


def blanks(table: Table) -> dict[str, Any]:
    """What stands in the personal columns of an emptied row."""
    return {column.name: _blank(column) for column in personal(table) if not column.foreign_keys}


def _blank(column: Column[Any]) -> object:
    if column.nullable:
        return None
    if not isinstance(column.type, JSON):
        return column.type.python_type()
    kind = next(row.keeps for row in kept_rows() if row.__table__ is column.table)
    several = get_origin(codecs.hints(kind)[column.name]) in (tuple, frozenset)
    return [] if several else {}


def _shell(store: Store, table: Table) -> dict[str, Any]:
    """What an erased person shows instead."""
    if table.name == "person":
        return {"erased_at": store.now(), "household_id": None}
    return {"state": State.ERASED.value} if table.name == "participation" else {}


def _referring(store: Store, table: Table, known: Mapping[str, Iterable[UUID]]) -> tuple[UUID, ...]:
    ways = [column.in_(known[target]) for column, target in referring(table) if target in known]
    if not ways:
        return ()
    return tuple(
        store.connection.execute(select(table.c.id).where(or_(*ways)).order_by(table.c.id)).scalars()
    )


def _change(store: Store, table: Table, ids: Iterable[UUID], cells: Mapping[str, Any], seq: int) -> None:
    stamp = store.stamp(seq, new=False) | {"revision": table.c.revision + 1}
    store.connection.execute(update(table).where(table.c.id.in_(ids)).values(**cells, **stamp))


def _remove(store: Store, table: Table, ids: Iterable[UUID], seq: int) -> None:
    store.connection.execute(delete(table).where(table.c.id.in_(ids)))
    store.bury(table.name, ids, seq)


def _entries_about(store: Store, reach: Reach) -> list[tuple[UUID, int]]:
    """The entries about these rows, and about rows that were removed before but named the person."""
    telling = [table.name for table in Row.metadata.sorted_tables if personal(table)] + [*IDENTITIES]
    ids = {each for name in telling for each in reach.rows.get(name, ())}
    names = set(reach.identities)
    while names:
        hits = _mentioning(store, names, telling)
        names = {row for row, table in hits if table in IDENTITIES and row not in ids}
        ids |= {row for row, _ in hits}
    wanted = select(LogEntryRow.site_id, LogEntryRow.seq).where(LogEntryRow.row_id.in_(sorted(ids)))
    by_site = wanted.order_by(LogEntryRow.site_id, LogEntryRow.seq)
    return [(site, seq) for site, seq in store.connection.execute(by_site)]


def _mentioning(store: Store, names: set[UUID], tables: Iterable[str]) -> set[tuple[UUID, str]]:
    """Rows of `tables` of which the log holds a payload that names somebody."""
    named = or_(*(LogPayloadRow.content.contains(name.hex) for name in sorted(names)))
    wanted = (
        select(LogEntryRow.row_id, LogEntryRow.table_name)
        .join(LogPayloadRow, same_entry())
        .where(LogEntryRow.table_name.in_(tables), LogEntryRow.row_id.is_not(None), named)
    )
    return {(row, table) for row, table in store.connection.execute(wanted) if row is not None}


def _empty_log(store: Store, entries: Iterable[tuple[UUID, int]]) -> None:
    payload = LogPayloadRow
    for site_id, seq in entries:
        store.connection.execute(
            update(payload)
            .where(payload.site_id == site_id, payload.seq == seq, payload.erased_at.is_(None))
            .values(salt=None, content=None, erased_at=store.now())
        )


def _table(name: str) -> Table:
    return Row.metadata.tables[name]
