"""Every row of one process, table by table, without what tells about a person: for the archive."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, or_, select

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.name_marks import NameMark, redacted
from burgertop_app.storage import erasure
from burgertop_app.storage.base import Row
from burgertop_app.storage.erased_names import GONE
from burgertop_app.storage.mapping import kept_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Column, ColumnElement, Table

    from burgertop_app.domain.name_marks import NamePlace
    from burgertop_app.storage.unit_of_work import Store

APART = erasure.REMOVED | {"attachment", "contact", "household", "person", "setting", "site"}
"""Tables that say nothing but who somebody is or needs, or that go along as files."""
OURS = frozenset({"site_id", "seq", "revision"})
"""Columns that say how the workspace keeps its rows."""
SECRETS = frozenset({"secret", "mark"})
"""Columns with which a list of codes would tell who gave which answer, or a number which panel it draws."""

SLIPS = {"ballot_vote": {"number"}, "ballot_objection": {"number"}, "budget_paper": {"voter"}}
"""Columns by table with the number on a paper: whoever kept it could be made to show how they voted."""
ANNOUNCED = {
    "advice_version": ("content",),
    "progress_report": ("content",),
    "draw": ("number_source", "moment", "published_where"),
}
"""Columns with what was fixed, in which the name of somebody may stand whose data were erased."""


@dataclass(frozen=True)
class TableRows:
    """One table: the names of its columns, and the rows in order of their making."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def tables(store: Store, process_id: UUID) -> Iterator[TableRows]:
    """The tables with rows of this process; people stand in them by number, personal columns are left out."""
    kept = {row.__tablename__ for row in kept_rows()} - APART
    known: dict[str, set[UUID]] = {"process": {process_id}}
    numbers, marks = _numbers(store, process_id), _marks(store)
    for table in Row.metadata.sorted_tables:
        if table.name not in kept:
            continue
        found = store.connection.execute(
            select(table).where(_belongs(table, known)).order_by(table.c.created_at, table.c.seq, table.c.id)
        ).mappings()
        rows = [_without_names(table.name, row, marks) for row in found]
        known[table.name] = {row["id"] for row in rows}
        columns = [column for column in table.columns if _shown(table.name, column)]
        if rows:
            yield TableRows(
                table.name,
                tuple(column.name for column in columns),
                tuple(tuple(_cell(column, row[column.name], numbers) for column in columns) for row in rows),
            )


def _marks(store: Store) -> dict[UUID, list[NamePlace]]:
    """What holds the name of somebody whose data were erased, with the places."""
    known: dict[UUID, list[NamePlace]] = {}
    for mark in store.find(NameMark):
        if mark.holds_back:
            known.setdefault(mark.target_id, []).extend(mark.places)
    return known


def _without_names(
    table: str, row: Mapping[Any, Any], marks: Mapping[UUID, list[NamePlace]]
) -> Mapping[Any, Any]:
    """A row of what was fixed, with the name left out: the thing itself goes along as it is."""
    if table not in ANNOUNCED or row["id"] not in marks:
        return row
    if table == "draw":
        return {**row, **dict.fromkeys(ANNOUNCED[table], GONE)}
    told = redacted(json.loads(row["content"]), marks[row["id"]], GONE)
    return {**row, "content": canonical(told).decode("utf-8")}


def _belongs(table: Table, known: dict[str, set[UUID]]) -> ColumnElement[bool]:
    """Rows of the process itself, or that hang on a row already found."""
    if table.name == "process":
        return table.c.id.in_(known["process"])
    if "process_id" in table.c:
        return table.c.process_id.in_(known["process"])
    ties = [
        column.in_(known.get(key.column.table.name, set()))
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name not in APART
    ]
    return or_(*ties) if ties else table.c.id.in_([])


def _shown(table: str, column: Column[Any]) -> bool:
    personal, out = column.info.get("privacy"), OURS | SECRETS | SLIPS.get(table, set())
    return not personal and column.name not in out and not isinstance(column.type, LargeBinary)


def _cell(column: Column[Any], cell: object, numbers: dict[UUID, str]) -> object:
    """A reference to somebody becomes their number."""
    targets = {key.column.table.name for key in column.foreign_keys}
    if cell is None:
        return None
    if "participation" in targets:
        return numbers.get(cell, "")  # type: ignore[call-overload]
    if targets & {"person", "household"}:
        return ""
    return cell


def _numbers(store: Store, process_id: UUID) -> dict[UUID, str]:
    table = Row.metadata.tables["participation"]
    found = store.connection.execute(
        select(table.c.id, table.c.number).where(table.c.process_id == process_id)
    )
    return {row.id: row.number for row in found}
