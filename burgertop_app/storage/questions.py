"""Questions to the database: which rows have fields that equal these, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select

    from burgertop_app.storage.mapping import Translation

MOST_PARAMETERS = 10_000


def select_equal(how: Translation[Any], equal: dict[str, object]) -> Select[Any]:
    """The columns of rows whose fields equal these; a list or set means any of these, None means empty."""
    wanted = select(*how.columns)
    for name, content in equal.items():
        column = how.table.columns[name]
        if isinstance(content, (list, tuple, set, frozenset)):
            wanted = wanted.where(_any_of(column, [how.cell(name, each) for each in content]))
        elif content is None:
            wanted = wanted.where(column.is_(None))
        else:
            wanted = wanted.where(column == how.cell(name, content))
    return wanted


def ordered(wanted: Select[Any], how: Translation[Any], order_by: str | Sequence[str]) -> Select[Any]:
    """`wanted` in the order of these fields, "-field" counting down, and then the oldest first."""
    names = (order_by,) if isinstance(order_by, str) else order_by
    columns = how.table.columns
    orders = [columns[name[1:]].desc() if name.startswith("-") else columns[name] for name in names]
    return wanted.order_by(*orders, columns["created_at"], columns["seq"], columns["id"])


def _any_of(column: ColumnElement[Any], cells: list[Any]) -> ColumnElement[bool]:
    """A long list stands in the statement itself, because a database takes so many parameters and no more."""
    if len(cells) <= MOST_PARAMETERS:
        return column.in_(cells)
    return column.in_(bindparam(None, cells, type_=column.type, expanding=True, literal_execute=True))
