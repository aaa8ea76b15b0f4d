"""Cells of rows as JSON can hold them, and back, by the type of their column; also those in the log."""

from __future__ import annotations

import base64
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import JSON, Date, DateTime, LargeBinary, Time, Uuid

from burgertop_app.storage.base import Moment, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Column, Table

Cells = dict[str, Any]


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


_OUT: dict[type[Any], Callable[[Any], Any]] = {
    UUID: lambda cell: cell.hex,
    datetime: lambda cell: cell.isoformat(),
    date: lambda cell: cell.isoformat(),
    time: lambda cell: cell.isoformat(),
    bytes: lambda cell: base64.b64encode(cell).decode(),
}


def table(name: str) -> Table:
    """The table of this name."""
    return Row.metadata.tables[name]


def written(columns: Sequence[Column[Any]], rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """`rows`, whose cells stand in the order of `columns`, as JSON can hold them."""
    ways = [_OUT.get(_kind(column)) for column in columns]
    return [
        [cell if way is None or cell is None else way(cell) for way, cell in zip(ways, row, strict=True)]
        for row in rows
    ]


def read(of: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Cells]:
    """The rows that were written, as cells by name."""
    ways = [_in(of.columns[name]) for name in names]
    return [
        {
            name: cell if way is None or cell is None else way(cell)
            for name, way, cell in zip(names, ways, row, strict=True)
        }
        for row in rows
    ]


def logged(of: Table, said: Mapping[str, Any]) -> Cells:
    """What an entry of the log says of a row; bytes, of which it only holds a digest, are left out."""
    cells = {}
    for name, cell in said.items():
        column = of.columns.get(name)
        if column is not None and _kind(column) is not bytes:
            way = _in(column)
            cells[name] = cell if way is None or cell is None else way(cell)
    return cells


def _kind(column: Column[Any]) -> type[Any]:
    kinds: tuple[tuple[type[Any] | tuple[type[Any], ...], type[Any]], ...] = (
        (JSON, dict),
        (Uuid, UUID),
        ((Moment, DateTime), datetime),
        (Date, date),
        (Time, time),
        (LargeBinary, bytes),
    )
    return next((kind for of, kind in kinds if isinstance(column.type, of)), str)


def _in(column: Column[Any]) -> Callable[[Any], Any] | None:
    ways: dict[type[Any], Callable[[Any], Any]] = {
        UUID: UUID,
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
        time: time.fromisoformat,
        bytes: _bytes,
    }
    return ways.get(_kind(column))
