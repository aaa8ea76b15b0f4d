"""What goes into a hand-over: every entry and row since the copies parted, and what those refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import and_, or_, select

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.storage import migrate, sites
from burgertop_app.storage.base import Row
from burgertop_app.storage.handover import cells, order
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.rows.everywhere import (
    LogEntryRow,
    LogPayloadRow,
    NumberRangeRow,
    SiteRow,
    TombstoneRow,
    TwinRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Column, ColumnElement, Connection, Table

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Vector
    from burgertop_app.storage.sites import Site
    from burgertop_app.storage.store import Store

BOOKS = {"site": SiteRow, "log_entry": LogEntryRow, "log_payload": LogPayloadRow, "tombstone": TombstoneRow}
BESIDE = {"twin": TwinRow, "number_range": NumberRangeRow}
FEW = 900


@dataclass(frozen=True)
class Handover:
    """What one laptop hands over.

    `since` is what every laptop had from the beginning, with the links of the log there; `seen` the last
    entry of each site that the maker had. `rows` are per table those written since and those they refer to,
    `told` the books beside them: sites, log, tombstones, twins and ranges of numbers.
    """

    schema: str
    site: Site
    who: str
    made_at: str
    since: Vector
    links: dict[UUID, str]
    seen: Vector
    told: dict[str, list[Cells]]
    rows: dict[str, dict[UUID, Cells]] = field(default_factory=dict)


def gather(store: Store, site: Site, who: str) -> dict[str, Any]:
    """The hand-over of this laptop, as JSON can hold it."""
    connection = store.connection
    since = order.fork(connection)
    entry = LogEntryRow
    links = {
        known.hex: connection.execute(select(entry.link).where(entry.site_id == known, entry.seq == seq))
        .scalar_one()
        .hex()
        for known, seq in since.items()
    }
    told = {name: _after(connection, row.__table__, since) for name, row in BOOKS.items()}  # type: ignore[arg-type]
    told |= {name: _whole(connection, row.__table__) for name, row in BESIDE.items()}  # type: ignore[arg-type]
    return {
        "schema": migrate.current(),
        "site": [site.id.hex, site.name, site.lane],
        "who": who,
        "made_at": store.now().isoformat(),
        "since": {known.hex: seq for known, seq in since.items()},
        "links": links,
        "seen": {known.hex: seq for known, seq in sites.known(connection).items()},
        "told": {name: _said(name, rows) for name, rows in told.items()},
        "rows": {name: _said(name, rows) for name, rows in _rows(connection, since).items()},
    }


def understood(content: dict[str, Any], file: str) -> Handover:
    """The hand-over out of what the file holds.

    Raises:
        InvalidInput: `handover_newer`, `handover_older`, or `handover_damaged` when it does not say what one
            must say.
    """
    schema = content.get("schema")
    known = migrate.revisions()
    if schema != known[0]:
        raise InvalidInput("handover_older" if schema in known else "handover_newer", file=file)
    try:
        site, name, lane = content["site"]
        return Handover(
            schema=schema,
            site=sites.Site(UUID(site), str(name), int(lane)),
            who=str(content["who"]),
            made_at=str(content["made_at"]),
            since=_vector(content["since"]),
            links={UUID(known): str(link) for known, link in content["links"].items()},
            seen=_vector(content["seen"]),
            told={name: _heard(name, content["told"][name]) for name in (*BOOKS, *BESIDE)},
            rows={
                name: {row["id"]: row for row in _heard(name, content["rows"][name])}
                for name in content["rows"]
            },
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise InvalidInput("handover_damaged", file=file) from error


def _said(name: str, rows: Sequence[Sequence[Any]]) -> list[Any]:
    columns = list(cells.table(name).columns)
    return [[column.name for column in columns], cells.written(columns, rows)]


def _heard(name: str, said: list[Any]) -> list[Cells]:
    names, rows = said
    return cells.read(cells.table(name), names, rows)


def _vector(said: dict[str, int]) -> Vector:
    return {UUID(site): int(seq) for site, seq in said.items()}


def _after(connection: Connection, table: Table, since: Vector) -> list[Sequence[Any]]:
    """The rows that were last written after `since`; all of a table that does not say."""
    if "seq" not in table.columns:
        return _whole(connection, table)
    return _whole(connection, table, _later(table, since))


def _later(table: Table, since: Vector) -> ColumnElement[bool]:
    site, seq = table.c.site_id, table.c.seq
    if not since:
        return seq > 0
    return or_(*(and_(site == known, seq > last) for known, last in since.items()), site.not_in(list(since)))


def _whole(connection: Connection, table: Table, *wanted: ColumnElement[bool]) -> list[Sequence[Any]]:
    return list(connection.execute(select(table).where(*wanted).order_by(*table.primary_key.columns)))


def _rows(connection: Connection, since: Vector) -> dict[str, list[Sequence[Any]]]:
    """Per table the rows written since, all contacts, and whatever they refer to."""
    kept = {row.__tablename__ for row in kept_rows()}
    tables = [table for table in Row.metadata.sorted_tables if table.name in kept]
    found: dict[str, dict[UUID, Sequence[Any]]] = {
        table.name: {row.id: row for row in connection.execute(select(table).where(_later(table, since)))}
        for table in tables
    }
    contact = cells.table("contact")
    found["contact"] = {row.id: row for row in connection.execute(select(contact).order_by(contact.c.id))}
    for table in reversed(tables):
        for target, wanted in _needed(table, found):
            _fetch(connection, target, wanted, found)
    return {name: [rows[row_id] for row_id in sorted(rows, key=_number)] for name, rows in found.items()}


def _needed(table: Table, found: dict[str, dict[UUID, Sequence[Any]]]) -> Iterator[tuple[Table, set[UUID]]]:
    own = [(column, target) for column, target in references(table) if target.name == table.name]
    others = [(column, target) for column, target in references(table) if target.name != table.name]
    for column, target in own:
        place = list(table.columns).index(column)
        wanted = {row[place] for row in found[table.name].values()} - {None, *found[table.name]}
        while wanted:
            yield target, wanted
            wanted = {found[table.name][each][place] for each in wanted} - {None, *found[table.name]}
    for column, target in others:
        place = list(table.columns).index(column)
        yield target, {row[place] for row in found[table.name].values()} - {None, *found[target.name]}


def references(table: Table) -> list[tuple[Column[Any], Table]]:
    """The columns that refer to rows of the organiser's data, with the table that they refer to."""
    return [
        (column, key.column.table)
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name != "site"
    ]


def _fetch(
    connection: Connection,
    table: Table,
    wanted: Iterable[UUID],
    found: dict[str, dict[UUID, Sequence[Any]]],
) -> None:
    ids = sorted(wanted, key=_number)
    for start in range(0, len(ids), FEW):
        for row in connection.execute(select(table).where(table.c.id.in_(ids[start : start + FEW]))):
            found[table.name][row.id] = row


def _number(row_id: UUID) -> int:
    return row_id.int
