"""What a service reads from and writes to inside one transaction; every write leaves an entry in the log."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import delete, func, insert, select, update

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import Conflict, NotFound
from burgertop_app.domain.log import Operation
from burgertop_app.storage import numbers
from burgertop_app.storage.base import Row
from burgertop_app.storage.bulk import insert_all
from burgertop_app.storage.faults import refused
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.questions import ordered, select_equal
from burgertop_app.storage.rows.everywhere import TombstoneRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection, Delete, Insert, Update
    from sqlalchemy.orm import Session

    from burgertop_app.storage.codecs import Content
    from burgertop_app.storage.ids import Ids
    from burgertop_app.storage.log import Journal
    from burgertop_app.storage.sites import Site

E = TypeVar("E", bound=Entity)


class Store:
    """The workspace inside one transaction.

    `session` is there for reading by the specialised stores; a write through it is refused, because it would
    leave no trace in the log.
    """

    def __init__(self, session: Session, at: datetime, ids: Ids, site: Site, journal: Journal | None) -> None:
        self.session = session
        self._at = at
        self._ids = ids
        self._site = site
        self._journal = journal

    @property
    def actor(self) -> str:
        """Who writes in this transaction."""
        return self.journal.who

    @property
    def lane(self) -> int:
        """Which copy of the workspace this is: 0 is the first, every other copy has a number of its own."""
        return self._site.lane

    @property
    def connection(self) -> Connection:
        """The connection behind the session; whoever writes on it adds to `journal`."""
        return self.session.connection()

    @property
    def journal(self) -> Journal:
        """The log of this transaction.

        Raises:
            RuntimeError: this transaction is for reading.
        """
        if self._journal is None:
            raise RuntimeError("this transaction is for reading; ask for work.writing(action)")
        return self._journal

    def stamp(self, seq: int, *, new: bool) -> dict[str, Any]:
        """What a row says of its last writer; `seq` is the number of the entry that tells about it."""
        stamp: dict[str, Any] = {"site_id": self._site.id, "seq": seq, "changed_at": self._at}
        return stamp | {"created_at": self._at} if new else stamp

    def new_id(self) -> UUID:
        """An id for a new value."""
        return self._ids.new()

    def now(self) -> datetime:
        """The moment of this transaction, in UTC."""
        return self._at

    def get(self, kind: type[E], row_id: UUID) -> E:
        """The value with this id.

        Raises:
            NotFound: `row_missing`.
        """
        found = self.find(kind, id=row_id)
        if not found:
            raise NotFound("row_missing", kind=kind.__name__)
        return found[0]

    def one(self, kind: type[E], /, **equal: Content) -> E:
        """The only value whose fields equal these.

        Raises:
            NotFound: `row_missing`.
            Conflict: `row_not_unique`, there are more.
        """
        found = self.find(kind, **equal)
        if not found:
            raise NotFound("row_missing", kind=kind.__name__)
        if len(found) > 1:
            raise Conflict("row_not_unique", kind=kind.__name__)
        return found[0]

    def first(self, kind: type[E], /, *, order_by: str | Sequence[str] = (), **equal: Content) -> E | None:
        """The first value whose fields equal these, or None."""
        how = translation(kind)
        row = self.session.execute(ordered(select_equal(how, equal), how, order_by).limit(1)).first()
        return None if row is None else how.value(row)

    def find(
        self, kind: type[E], /, *, order_by: str | Sequence[str] = (), **equal: Content
    ) -> tuple[E, ...]:
        """The values whose fields equal these; a list or set means any of these, None means empty.

        `order_by` names fields, "-field" counts down; without it the oldest comes first.
        """
        how = translation(kind)
        return tuple(map(how.value, self.session.execute(ordered(select_equal(how, equal), how, order_by))))

    def where(
        self, kind: type[E], *conditions: ColumnElement[bool], order_by: str | Sequence[str] = ()
    ) -> tuple[E, ...]:
        """The values for whose rows these conditions hold; for the specialised stores."""
        how = translation(kind)
        wanted = ordered(select(*how.columns).where(*conditions), how, order_by)
        return tuple(map(how.value, self.session.execute(wanted)))

    def count(self, kind: type[E], /, **equal: Content) -> int:
        """How many values have fields that equal these."""
        inner = select_equal(translation(kind), equal).subquery()
        return self.session.execute(select(func.count()).select_from(inner)).scalar_one()

    def add(self, value: E) -> E:
        """Keep a new value; it comes back with revision 1."""
        how = translation(type(value))
        kept = _revised(value, 1)
        cells = how.cells(kept)
        seq = self.journal.note(Operation.INSERT, how.table.name, value.id, before={}, after=_said(cells))
        self._do(insert(how.table).values(cells | self.stamp(seq, new=True)), how.table.name)
        return kept

    def add_all(self, values: Iterable[Entity]) -> tuple[Entity, ...]:
        """Keep many new values, of one kind or several; the log gets one entry with their numbers."""
        kept = tuple(_revised(value, 1) for value in values)
        if not kept:
            return ()
        heaps: dict[type[Entity], list[Entity]] = {}
        for value in kept:
            heaps.setdefault(type(value), []).append(value)
        ways = {translation(kind).table.name: (translation(kind), heap) for kind, heap in heaps.items()}
        counts = {table: len(heap) for table, (_, heap) in ways.items()}
        tables = ",".join(sorted(ways))
        seq = self.journal.note(Operation.BULK, tables, None, before={}, after={"added": counts})
        stamp = self.stamp(seq, new=True)
        for table in Row.metadata.sorted_tables:
            if table.name in ways:
                how, heap = ways[table.name]
                with refused(table.name):
                    insert_all(self.connection, how, heap, stamp)
        return kept

    def change(self, value: E, /, **changes: Content) -> E:
        """Change fields of a kept value; it comes back as it now is, with its next revision.

        Raises:
            Conflict: `changed_elsewhere`, the row has another revision than `value`, or is gone.
        """
        how = translation(type(value))
        table = how.table
        before = self.connection.execute(
            select(*how.columns).where(table.c.id == value.id, table.c.revision == value.revision)
        ).first()
        if before is None:
            raise Conflict("changed_elsewhere")
        later = dataclasses.replace(how.value(before), **changes)
        old, new = how.cells(how.value(before)), how.cells(later)
        changed = {name: cell for name, cell in new.items() if cell != old[name]}
        if not changed:
            return later
        seq = self.journal.note(
            Operation.UPDATE,
            table.name,
            value.id,
            before=_said({name: old[name] for name in changed}),
            after=changed,
        )
        stamp = self.stamp(seq, new=False) | {"revision": value.revision + 1}
        self._do(update(table).where(table.c.id == value.id).values(**changed, **stamp), table.name)
        return dataclasses.replace(later, revision=value.revision + 1)

    def remove(self, value: Entity) -> None:
        """Remove a kept value; a tombstone stays.

        Raises:
            Conflict: `changed_elsewhere` (another revision, or gone) or `row_in_use` (others refer to it).
        """
        how = translation(type(value))
        table = how.table
        gone = delete(table).where(table.c.id == value.id, table.c.revision == value.revision)
        if self._do(gone, table.name) != 1:
            raise Conflict("changed_elsewhere")
        seq = self.journal.note(
            Operation.DELETE, table.name, value.id, before=_said(how.cells(value)), after={}
        )
        self.bury(table.name, [value.id], seq)

    def bury(self, table: str, rows: Iterable[UUID], seq: int) -> None:
        """Leave a tombstone for each of the removed rows."""
        stone = {"table_name": table, "site_id": self._site.id, "seq": seq, "at": self._at}
        stones = [stone | {"row_id": row} for row in rows]
        stone_of = Row.metadata.tables[TombstoneRow.__tablename__]
        for start in range(0, len(stones), numbers.BLOCK):
            ids = [each["row_id"] for each in stones[start : start + numbers.BLOCK]]
            old = (stone_of.c.table_name == table) & stone_of.c.row_id.in_(ids)
            self.connection.execute(delete(stone_of).where(old))
        if stones:
            self.connection.execute(insert(TombstoneRow), stones)

    def next_number(self, series: str) -> int:
        """The next number of `series` ("card <process id>") that no other site gives out."""
        return self.next_numbers(series, 1)[0]

    def next_numbers(self, series: str, count: int) -> tuple[int, ...]:
        """The next `count` numbers of `series`, rising."""
        return numbers.take(self.journal.connection, self._site, series, count)

    def _do(self, statement: Insert | Update | Delete, table: str) -> int:
        with refused(table):
            return int(self.journal.connection.execute(statement).rowcount)


def _said(cells: dict[str, Any]) -> dict[str, Any]:
    return {name: cell for name, cell in cells.items() if name not in ("id", "revision")}


def _revised(value: E, revision: int) -> E:
    """`value` under another revision, without checking anew what was checked when it was made."""
    kept = object.__new__(type(value))
    object.__setattr__(kept, "__dict__", {**value.__dict__, "revision": revision})
    return kept
