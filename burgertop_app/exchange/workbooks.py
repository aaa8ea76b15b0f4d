"""Reading a table from whatever file an organiser has: CSV, XLSX, XLSM, ODS or XLS."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.sheets import Remark, Table, remarked, table
from burgertop_app.exchange import text_cells, workbook_cells
from burgertop_app.exchange.opening import contents

if TYPE_CHECKING:
    from pathlib import Path

ENCODINGS = text_cells.ENCODINGS
DELIMITERS = text_cells.DELIMITERS


def read_table(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, delimiter: str | None = None
) -> Table:
    """The table in `path`; its content decides what kind of file it is, not its name.

    Args:
        path: the file.
        sheet: which sheet of a workbook; without it the first visible one with cells.
        encoding: one of `ENCODINGS`, to overrule the guess for a text file.
        delimiter: one of `DELIMITERS`, to overrule the guess for a text file.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it cannot be read as a table; the error names the file and, where known, the
            row and the column.
    """
    raw = contents(path)
    if raw.startswith((workbook_cells.ZIP, workbook_cells.OLE)):
        found = workbook_cells.sheet(raw, path.name, sheet)
        made = table(path.name, found.rows, found.first)
        return replace(made, sheet=found.name, sheets=found.names, merged=found.merged)
    text, used = text_cells.decoded(raw, path.name, encoding)
    made = replace(table_from_text(text, path.name, delimiter), encoding=used)
    if used == "cp1252" and encoding is None:
        return remarked(made, Remark("sheet_encoding_guessed"))
    return made


def table_from_text(text: str, name: str, delimiter: str | None = None) -> Table:
    """The table in pasted `text`; from a spreadsheet program that is divided by tabs.

    Raises:
        InvalidInput: it is not a table; the error names `name` and, where known, the row.
    """
    rows, used = text_cells.cells(text.removeprefix("\ufeff"), name, delimiter)
    return replace(table(name, rows), delimiter=used)
