"""Erasing people: what told who they were goes, what was counted stays.

`IDENTITIES` are the tables whose rows are somebody in some guise. Every row that refers to one of those tells
about them; its columns marked `personal` or `special` are emptied. Rows of `REMOVED` say nothing
without them and go altogether. Log entries about these rows keep their place in the chain and lose what they
held, also those about rows that were removed before.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_origin

from sqlalchemy import JSON, delete, func, or_, select, update

from burgertop_app.domain.log import Operation
from burgertop_app.domain.name_marks import ErasureOutlook
from burgertop_app.domain.people import Person, State
from burgertop_app.storage import codecs, erased_names, name_marks
from burgertop_app.storage.base import Row
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Column, Table

    from burgertop_app.storage.store import Store

IDENTITIES: Final = ("person", "participation")
REMOVED: Final = frozenset(
    {
        "call_attempt",
        "card_author",
        "channel",
        "consent",
        "declared",
        "draw_mark",
        "facilitator",
        "need",
        "pair_rule",
        "proposal_owner",
        "reply_by",
        "seat_lock",
        "sign_off_voice",
        "stay",
        "topic_preference",
    }
)
FEW = 8
"""So many names are looked for by the database in one question; more are looked for in one walk."""
SLICE = 5_000
_NAME = re.compile(r'"([0-9a-f]{32})"')


@dataclass(frozen=True)
class Reach:
    """The rows that tell about some people, per table, and the ids under which they are known."""

    rows: Mapping[str, tuple[UUID, ...]]
    identities: frozenset[UUID]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are per table."""
        return {table: len(ids) for table, ids in sorted(self.rows.items()) if ids}


def erase(store: Store, *people: Person, read: name_marks.Read) -> None:
    """Empty everything that tells who `people` are; the log gets one entry with numbers only.

    Their whole names go from every text that may be changed, and how they were reached; what was fixed for
    good is marked.
    """
    traces = erased_names.traces_of(store, people)
    named, said = erased_names.rows_with(store, traces), erased_names.log_with(store, traces)
    reach = reach_of(store, people)
    marks = name_marks.look(store, traces, read, own_files(reach))
    seq = emptied_log(store, reach, people[0].id if len(people) == 1 else None, said=said, named=named)
    erased_names.strike(store, named, seq)
    for table in reversed(Row.metadata.sorted_tables):
        ids = reach.rows.get(table.name, ())
        if ids and table.name in REMOVED:
            remove_rows(store, table, ids, seq)
        elif ids and (cells := blanks(table) | _shell(store, table)):
            _change(store, table, ids, cells, seq)
    name_marks.keep(store, marks)


def outlook(store: Store, person: Person, read: name_marks.Read) -> ErasureOutlook:
    """Where `person` could still be found, since what it stands in was fixed for good."""
    traces = erased_names.traces_of(store, [person])
    marks = name_marks.look(store, traces, read, own_files(reach_of(store, [person])))
    lines = name_marks.lines(store, marks)
    return ErasureOutlook(
        sought=traces.names.sought,
        found=tuple(line for line in lines if not line.mark.unread),
        unread=tuple(line for line in lines if line.mark.unread),
    )


def own_files(reach: Reach) -> frozenset[UUID]:
    """The files that were made for the people who go, and go with them."""
    return frozenset(reach.rows.get("attachment", ()))


def emptied_log(
    store: Store,
    reach: Reach,
    row_id: UUID | None,
    also: frozenset[UUID] = frozenset(),
    *,
    said: frozenset[tuple[UUID, int]] = frozenset(),
    named: Mapping[str, Mapping[UUID, object]] | None = None,
) -> int:
    """Empty what the log holds of these rows, of rows `also`, and the entries `said`.

    Returns:
        The number of the entry that attests it; it counts the rows, and those in which a name was struck.
    """
    emptied = sorted({*_entries_about(store, reach, also), *said})
    told: dict[str, object] = {"log": [[site.hex, seq] for site, seq in emptied], "rows": reach.counts}
    if named:
        told["named"] = {table: len(rows) for table, rows in sorted(named.items())}
    seq = store.journal.note(Operation.ERASE, "person", row_id, before={}, after=told)
    _empty_log(store, emptied)
    return seq


def overwrite(store: Store, table: str, cells: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Put `cells` in rows of `table` and empty what the log ever held of them: what stood there is gone."""
    seq = emptied_log(store, Reach({table: tuple(cells)}, frozenset()), None, frozenset(cells))
    for row_id, said in cells.items():
        _change(store, _table(table), (row_id,), said, seq)


def reach_of(store: Store, people: Sequence[Person]) -> Reach:
    """Every row that is one of `people` or refers to one in any guise, and the households left empty."""
    known: dict[str, tuple[UUID, ...]] = {"person": tuple(person.id for person in people)}
    known["participation"] = _referring(store, _table("participation"), known)
    rows = dict(known)
    for table in Row.metadata.sorted_tables:
        if table.name not in IDENTITIES and (found := _referring(store, table, known)):
            rows[table.name] = found
    if homes := _left_empty(store, people):
        rows["household"] = homes
    return Reach(rows, frozenset(each for ids in known.values() for each in ids))


def _left_empty(store: Store, people: Sequence[Person]) -> tuple[UUID, ...]:
    going = Counter(person.household_id for person in people if person.household_id is not None)
    table = _table("person")
    living: Counter[UUID] = Counter()
    for some in _slices(list(going)):
        wanted = select(table.c.household_id, func.count()).where(table.c.household_id.in_(some))
        for home, count in store.connection.execute(wanted.group_by(table.c.household_id)):
            living[home] = count
    return tuple(home for home, count in going.items() if living[home] == count)


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


def _referring(store: Store, table: Table, known: Mapping[str, Sequence[UUID]]) -> tuple[UUID, ...]:
    found: set[UUID] = set()
    for column, target in referring(table):
        for some in _slices(known.get(target, ())):
            found.update(store.connection.execute(select(table.c.id).where(column.in_(some))).scalars())
    return tuple(sorted(found, key=_by_number))


def _change(store: Store, table: Table, ids: Sequence[UUID], cells: Mapping[str, Any], seq: int) -> None:
    stamp = store.stamp(seq, new=False) | {"revision": table.c.revision + 1}
    for some in _slices(ids):
        store.connection.execute(update(table).where(table.c.id.in_(some)).values(**cells, **stamp))


def remove_rows(store: Store, table: Table, ids: Sequence[UUID], seq: int) -> None:
    """Take rows out, with a tombstone each; `seq` is the entry that tells of it."""
    for some in _slices(ids):
        store.connection.execute(delete(table).where(table.c.id.in_(some)))
    store.bury(table.name, ids, seq)


def _by_number(id_: UUID) -> int:
    """The order of ids; comparing their numbers is quicker than comparing them."""
    return id_.int


def _slices(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """Parts that fit in one question to a database."""
    return (ids[start : start + SLICE] for start in range(0, len(ids), SLICE))


def _entries_about(store: Store, reach: Reach, also: frozenset[UUID]) -> list[tuple[UUID, int]]:
    """The entries about these rows, and about rows that were removed before but named the person."""
    telling = [table.name for table in Row.metadata.sorted_tables if personal(table)] + [*IDENTITIES]
    ids = {each for name in telling for each in reach.rows.get(name, ())}
    ids |= also
    names = set(reach.identities)
    while names:
        hits = _mentioning(store, names, telling)
        names = {row for row, table in hits if table in IDENTITIES and row not in ids}
        ids |= {row for row, _ in hits}
    wanted = select(LogEntryRow.site_id, LogEntryRow.seq, LogEntryRow.row_id)
    # What an erasure says it emptied names nobody; without it an emptied entry would look like a broken log.
    wanted = wanted.where(LogEntryRow.row_id.is_not(None), LogEntryRow.operation != Operation.ERASE.value)
    if len(ids) <= SLICE:
        wanted = wanted.where(LogEntryRow.row_id.in_(sorted(ids)))
    return sorted((site, seq) for site, seq, row in store.connection.execute(wanted) if row in ids)


def _mentioning(store: Store, names: set[UUID], tables: Iterable[str]) -> set[tuple[UUID, str]]:
    """Rows of `tables` of which the log holds a payload that names somebody."""
    wanted = (
        select(LogEntryRow.row_id, LogEntryRow.table_name, LogPayloadRow.content)
        .join(LogPayloadRow, same_entry())
        .where(LogEntryRow.table_name.in_(tables), LogEntryRow.row_id.is_not(None))
    )
    if len(names) <= FEW:
        wanted = wanted.where(or_(*(LogPayloadRow.content.contains(name.hex) for name in sorted(names))))
    sought = {name.hex for name in names}
    return {
        (row, table)
        for row, table, content in store.connection.execute(wanted)
        if row is not None and content and not sought.isdisjoint(_NAME.findall(content))
    }


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
