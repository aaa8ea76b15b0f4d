"""The people to seat from a sheet: who they are by number, and what they are spread by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.row_numbers import refuse_bad_numbers
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from burgertop_app.domain.sheets import Table

ID_NAMES = ("id", "person_id", "nummer")
MOST_VALUES = 60
MOST_GROUPS = 12


@dataclass(frozen=True)
class SpreadPeople:
    """People by number, with for each person one value per column of `spread`."""

    people: tuple[str, ...]
    spread: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]


def read_spread_people(path: Path, spread: Sequence[str], id_column: str = "") -> SpreadPeople:
    """The people in a CSV file or workbook with the columns `spread`, found whatever their capitals.

    Without `id_column` the first of `ID_NAMES` that is there tells people apart.

    Raises:
        NotFound: there is no such file.
        InvalidInput: naming file, row and column of what cannot be used; a citizen service number too.
    """
    table = read_table(path)
    refuse_bsn(table)
    place = _id_place(table, id_column)
    refuse_bad_numbers(table, place)
    columns = [_spread_place(table, name, place) for name in spread]
    if not columns:
        raise InvalidInput("seating_spread_none")
    if len(set(columns)) < len(columns):
        raise InvalidInput("seating_spread_twice", columns=", ".join(spread))
    return SpreadPeople(
        people=tuple(row[place] for row in table.rows),
        spread=tuple(table.header[column] for column in columns),
        values=tuple(tuple(row[column] for column in columns) for row in table.rows),
    )


def columns_to_spread(path: Path, id_column: str = "") -> tuple[str, ...]:
    """The columns that have groups: from two to `MOST_GROUPS` values, each of two people on average.

    Errors as above. A column of names has almost as many values as people.
    """
    table = read_table(path)
    refuse_bsn(table)
    skipped = _id_place(table, id_column)
    most = min(MOST_GROUPS, len(table.rows) // 2)
    return tuple(
        title
        for place, title in enumerate(table.header)
        if place != skipped and 1 < len({row[place] for row in table.rows}) <= most
    )


def read_numbers_of(path: Path, id_column: str = "") -> tuple[tuple[int, str], ...]:
    """The row and the number of each person in a list; errors as above."""
    table = read_table(path)
    refuse_bsn(table)
    place = _id_place(table, id_column)
    refuse_bad_numbers(table, place)
    return tuple((number, row[place]) for number, row in zip(table.numbers, table.rows, strict=True))


def _id_place(table: Table, id_column: str) -> int:
    if id_column:
        return table.position(id_column)
    titles = [title.casefold() for title in table.header]
    found = [titles.index(name) for name in ID_NAMES if name in titles]
    if not found:
        raise InvalidInput("seating_no_id", file=table.name, header=", ".join(table.header))
    return found[0]


def _spread_place(table: Table, name: str, id_place: int) -> int:
    place = table.position(name)
    if place == id_place:
        raise InvalidInput("seating_spread_is_id", file=table.name, column=table.header[place])
    different = len({row[place] for row in table.rows})
    if different > MOST_VALUES:
        raise InvalidInput(
            "seating_spread_values",
            file=table.name,
            column=table.header[place],
            count=different,
            most=MOST_VALUES,
        )
    return place
