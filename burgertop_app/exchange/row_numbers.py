"""The numbers by which a sheet knows its rows: everybody has one, of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from burgertop_app.domain.sheets import Table


def refuse_bad_numbers(table: Table, place: int) -> None:
    """Let a sheet pass in which every row has a number of its own in column `place`.

    Raises:
        InvalidInput: `row_number_blank` or `row_number_twice`, naming file, row and column.
    """
    seen: dict[str, int] = {}
    column = table.header[place]
    for number, row in zip(table.numbers, table.rows, strict=True):
        text = row[place]
        if not text:
            raise InvalidInput("row_number_blank", file=table.name, row=number, column=column)
        if text in seen:
            first = seen[text]
            raise InvalidInput(
                "row_number_twice", file=table.name, row=number, first=first, column=column, number=text
            )
        seen[text] = number
