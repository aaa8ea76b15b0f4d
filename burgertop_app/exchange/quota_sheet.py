"""Quotas from a sheet, in the field's format: feature, value, min, max and perhaps min_flex, max_flex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.sheets import Table

_CATEGORY = ("category", "categorie")
_FEATURE = ("feature", "kenmerk")
_VALUE = ("value", "waarde", "name", "naam")
_LOW = ("min", "minimum")
_HIGH = ("max", "maximum")
_LOW_FLEX = ("min_flex", "min flex")
_HIGH_FLEX = ("max_flex", "max flex")
_MOST_DIGITS = 6


def read_quotas(path: Path) -> Quotas:
    """The quotas in a CSV file or workbook, in its order.

    Raises:
        NotFound: there is no such file.
        InvalidInput: naming file, row and column of what cannot be used.
    """
    return quotas_from(read_table(path))


def quotas_from(table: Table) -> Quotas:
    """The quotas in a table that was read.

    Raises:
        InvalidInput: naming file, row and column of what cannot be used.
    """
    feature, value = _named_columns(table)
    low, high = table.position(*_LOW), table.position(*_HIGH)
    low_flex, high_flex = _perhaps(table, _LOW_FLEX), _perhaps(table, _HIGH_FLEX)
    quotas: list[Quota] = []
    rows: dict[tuple[str, str], int] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        pair = _filled(table, number, row, feature), _filled(table, number, row, value)
        if pair in rows:
            raise InvalidInput(
                "quota_row_twice",
                file=table.name,
                row=number,
                first=rows[pair],
                feature=pair[0],
                value=pair[1],
            )
        rows[pair] = number
        quota = _quota(
            table,
            number,
            pair,
            (_whole(table, number, row, low), _whole(table, number, row, high)),
            (_flex(table, number, row, low_flex), _flex(table, number, row, high_flex)),
        )
        quotas.append(quota)
    return Quotas(tuple(quotas))


def _named_columns(table: Table) -> tuple[int, int]:
    """Where feature and value stand; with a column "category", the value may be called name or feature."""
    category = _perhaps(table, _CATEGORY)
    if category is None:
        return table.position(*_FEATURE), table.position(*_VALUE)
    value = _perhaps(table, _VALUE)
    return category, table.position(*_VALUE, *_FEATURE) if value is None else value


def _perhaps(table: Table, names: tuple[str, ...]) -> int | None:
    titles = [title.casefold() for title in table.header]
    return next((titles.index(name) for name in names if name in titles), None)


def _filled(table: Table, number: int, row: tuple[str, ...], place: int) -> str:
    text = " ".join(row[place].split())
    if not text:
        raise InvalidInput("quota_cell_blank", file=table.name, row=number, column=table.header[place])
    return text


def _whole(table: Table, number: int, row: tuple[str, ...], place: int) -> int:
    text = _filled(table, number, row, place)
    if not (text.isascii() and text.isdecimal()):
        raise InvalidInput(
            "quota_not_whole", file=table.name, row=number, column=table.header[place], value=text
        )
    if len(text.lstrip("0")) > _MOST_DIGITS:
        raise InvalidInput("quota_too_high", file=table.name, row=number, column=table.header[place])
    return int(text)


def _flex(table: Table, number: int, row: tuple[str, ...], place: int | None) -> int | None:
    return None if place is None or not row[place] else _whole(table, number, row, place)


def _quota(
    table: Table,
    number: int,
    pair: tuple[str, str],
    bounds: tuple[int, int],
    flex: tuple[int | None, int | None],
) -> Quota:
    try:
        return Quota(*pair, *bounds, *flex)
    except InvalidInput as error:
        raise InvalidInput(f"{error.code}_row", file=table.name, row=number, **error.params) from error
