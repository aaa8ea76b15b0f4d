"""Writing very many rows of one table at once, column by column."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from itertools import repeat
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.engine import Dialect

    from burgertop_app.storage.mapping import Translation

SLICE = 50_000


def insert_all(
    connection: Connection, how: Translation[Any], values: Sequence[Any], same: Mapping[str, Any]
) -> None:
    """Insert `values`, which `how` translates, with the cells of `same` alike in every row."""
    names = (*how.names, *same)
    compiled = insert(how.table).compile(dialect=connection.dialect, column_keys=names)
    order = tuple(compiled.positiontup or names)
    for start in range(0, len(values), SLICE):
        part = values[start : start + SLICE]
        rows = zip(*(_column(connection.dialect, how, name, part, same) for name in order), strict=True)
        cells: list[Any] = (
            list(rows) if compiled.positional else [dict(zip(order, row, strict=True)) for row in rows]
        )
        connection.exec_driver_sql(str(compiled), cells)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make very many values at once without being stopped to look for cycles, which they do not have."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _column(
    dialect: Dialect, how: Translation[Any], name: str, values: Sequence[Any], same: Mapping[str, Any]
) -> Iterable[Any]:
    """The cells of one column as the driver wants them."""
    bind = how.table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)
    if name in same:
        return repeat(same[name] if bind is None else bind(same[name]), len(values))
    cells: Iterable[Any] = [getattr(value, name) for value in values]
    write = how.ways[how.names.index(name)].write
    if write is not None:
        cells = map(write, cells)
    return cells if bind is None else map(bind, cells)
