"""The inventory of documents for a request under the Woo: a sheet with lists to choose from."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from burgertop_app.exchange.exports import save_book, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from burgertop_app.exchange.exports import Cell


def inventory_bytes(
    names: tuple[str, str],
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    lists: Mapping[int, Sequence[str]],
) -> bytes:
    """The inventory as XLSX.

    Args:
        names: the names of the sheet with documents and of the sheet with the lists.
        headings: of the columns of the inventory.
        rows: a row a document.
        lists: what one can choose in a column, by its place from 0.
    """
    longest = max(map(len, lists.values()))
    titles = [headings[place] for place in lists]
    choices = [
        tuple(values[no] if no < len(values) else None for values in lists.values()) for no in range(longest)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inventaris.xlsx"
        write_workbook(path, {names[0]: (headings, rows), names[1]: (titles, choices)})
        book = load_workbook(path)
        sheet = cast("Worksheet", book[names[0]])
        for at, (place, values) in enumerate(lists.items(), 1):
            column = get_column_letter(at)
            choice = DataValidation(
                type="list",
                formula1=f"'{names[1]}'!${column}$2:${column}${len(values) + 1}",
                allow_blank=True,
            )
            sheet.add_data_validation(choice)
            letter = get_column_letter(place + 1)
            choice.add(f"{letter}2:{letter}{max(len(rows), 1) + 1}")
            sheet.column_dimensions[letter].width = 34
        save_book(book, path)
        return path.read_bytes()
