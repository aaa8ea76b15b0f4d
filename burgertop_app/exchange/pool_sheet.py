"""The pool from a sheet of people: numbers and features, nothing else, and the rows to give back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.draws import Entry, KeptOut, Pool
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.households import home_key, households
from burgertop_app.domain.keep_out import reason_class
from burgertop_app.exchange.row_numbers import refuse_bad_numbers
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.domain.sheets import Row, Table

ID_NAMES = ("id", "person_id", "nummer", "number", "nationbuilder_id", "registratienummer", "nr")
_REASONS = ("reason", "reden", "reason class")


@dataclass(frozen=True)
class PoolSheet:
    """A sheet of people as it was read, and the pool in it."""

    table: Table
    id_place: int
    pool: Pool

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The row of each number, as it stood."""
        return {row[self.id_place]: row for row in self.table.rows}

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the order of the sheet."""
        return tuple(row[self.id_place] for row in self.table.rows)


def read_pool(path: Path, quotas: Quotas, id_column: str = "", household: tuple[str, ...] = ()) -> PoolSheet:
    """The pool in a CSV file or workbook: who they are by number, with the features that `quotas` name.

    Columns are found whatever their capitals; values too, where only one quota can be meant.

    Raises:
        NotFound: there is no such file.
        InvalidInput: naming file, row and column of what cannot be used; a citizen service number too.
    """
    return pool_from(read_table(path), quotas, id_column, household)


def pool_from(
    table: Table, quotas: Quotas, id_column: str = "", household: tuple[str, ...] = ()
) -> PoolSheet:
    """The pool in a table that was read; see `read_pool`."""
    refuse_bsn(table)
    id_place = table.position(*((id_column,) if id_column else ID_NAMES))
    refuse_bad_numbers(table, id_place)
    homes = [table.position(column) for column in household]
    readers = [_Values(table, quotas, feature) for feature in quotas.features]
    numbered = zip(table.numbers, table.rows, strict=True)
    values = [tuple(reader.read(number, row) for reader in readers) for number, row in numbered]
    shared = households((row[id_place], home_key([row[place] for place in homes])) for row in table.rows)
    entries = (
        Entry(row[id_place], declared, shared[row[id_place]])
        for row, declared in zip(table.rows, values, strict=True)
    )
    return PoolSheet(table, id_place, Pool(quotas.features, tuple(entries)))


def read_numbers(path: Path, id_column: str, pool: Pool) -> tuple[KeptOut, ...]:
    """The numbers in a sheet, each with the class of its reason; what a sheet tells besides stays in it.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a number twice, or one that is not in the pool.
    """
    table = read_table(path)
    refuse_bsn(table)
    place = table.position(*((id_column,) if id_column else ID_NAMES))
    refuse_bad_numbers(table, place)
    titles = [title.casefold() for title in table.header]
    reason = next((titles.index(name) for name in _REASONS if name in titles), None)
    for number, row in zip(table.numbers, table.rows, strict=True):
        if row[place] not in pool.by_number:
            raise InvalidInput("pool_number_unknown", file=table.name, row=number, number=row[place])
    return tuple(
        KeptOut(row[place], reason_class(row[reason] if reason is not None else "")) for row in table.rows
    )


def id_place_of(table: Table, numbers: Collection[str]) -> int:
    """The column that holds exactly `numbers`.

    Raises:
        InvalidInput: there is no such column.
    """
    wanted = Counter(numbers)
    for place in range(len(table.header)):
        if Counter(row[place] for row in table.rows) == wanted:
            return place
    raise InvalidInput("pool_other_numbers", file=table.name)


class _Values:
    """Reads one feature: each cell becomes the value of a quota."""

    def __init__(self, table: Table, quotas: Quotas, feature: str) -> None:
        self._table = table
        self._place = table.position(feature)
        self._known = {quota.value: quota.value for quota in quotas.of(feature)}
        loose = Counter(_loose(value) for value in self._known)
        self._loose = {_loose(value): value for value in self._known if loose[_loose(value)] == 1}

    def read(self, number: int, row: Row) -> str:
        cell = row[self._place]
        found = self._known.get(cell) or self._loose.get(_loose(cell))
        if found is None:
            raise InvalidInput(
                "pool_cell_unknown" if cell else "pool_cell_blank",
                file=self._table.name,
                row=number,
                column=self._table.header[self._place],
                value=cell,
                known=", ".join(self._known),
            )
        return found


def _loose(text: str) -> str:
    return " ".join(text.casefold().split())
