"""A sheet as it was read: a header, rows of text, and where each row stands in the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.errors import Parameter

Row = tuple[str, ...]


@dataclass(frozen=True)
class Remark:
    """Something worth telling about a file that could be read; `messages.importing` has the words."""

    code: str
    params: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True)
class Table:
    """A header and its rows, every cell stripped text and as many cells a row as the header has.

    Rows without anything in them are left out; `numbers` keeps for each row its number as a
    spreadsheet program shows it (the first line of the file is 1). `encoding` and `delimiter` are
    empty for a workbook, `sheet` and `sheets` for a text file. `merged` are the numbers of rows with joined
    cells, of which only the first has what was typed.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    warnings: tuple[Remark, ...] = field(default=())
    merged: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if len(self.rows) != len(self.numbers):
            raise InvalidInput("sheet_damaged", file=self.name)

    @property
    def first_row(self) -> int:
        """The number of the first row with data, as a spreadsheet program shows it; 2 if there is none."""
        return self.numbers[0] if self.numbers else 2

    def column(self, name: str) -> tuple[str, ...]:
        """The cells under the header `name`.

        Raises:
            InvalidInput: there is no such column.
        """
        index = self.position(name)
        return tuple(row[index] for row in self.rows)

    def position(self, *names: str) -> int:
        """The index of the first header that is one of `names`, whatever the capitals.

        Raises:
            InvalidInput: there is no such column; the error names the file and the header.
        """
        wanted = {name.casefold() for name in names}
        for index, title in enumerate(self.header):
            if title.casefold() in wanted:
                return index
        raise InvalidInput(
            "sheet_column_missing", file=self.name, column=names[0], header=", ".join(self.header)
        )


def table(name: str, grid: Sequence[Sequence[str]], first: int = 1) -> Table:
    """A table from stripped text cells; row `first` is the number of the first row of `grid`.

    The first row with anything in it is the header. Empty columns at the right are dropped; a
    column with cells but no header gets its letter as a name, and a remark.

    Raises:
        InvalidInput: nothing in it, no header, no rows, a header twice, or a row longer than the header.
    """
    filled = [(first + place, row) for place, row in enumerate(grid) if any(row)]
    if not filled:
        raise InvalidInput("sheet_empty", file=name)
    (top, titles), *body = filled
    if not any(any(mark.isalpha() for mark in title) for title in titles):
        raise InvalidInput("sheet_no_header", file=name, row=top)
    if not body:
        raise InvalidInput("sheet_no_rows", file=name)
    header, remarks = _header(name, titles, body)
    width, short = len(header), 0
    rows = []
    for number, cells in body:
        if any(cells[width:]):
            raise InvalidInput("sheet_row_too_long", file=name, row=number, cells=len(cells), columns=width)
        short = short or (number if len(cells) < width else 0)
        rows.append((*cells[:width], *[""] * (width - len(cells))))
    if short:
        remarks.append(Remark("sheet_row_short", (("row", short), ("columns", width))))
    return Table(
        name, tuple(header), tuple(rows), tuple(number for number, _ in body), warnings=tuple(remarks)
    )


def remarked(found: Table, *remarks: Remark) -> Table:
    """`found` with more remarks."""
    return replace(found, warnings=(*found.warnings, *remarks))


def letter(index: int) -> str:
    """The letter of a column as a spreadsheet program shows it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _header(
    name: str, titles: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]
) -> tuple[list[str], list[Remark]]:
    width = max(place + 1 for place, title in enumerate(titles) if title)
    width = max(width, _used(titles, body))
    header, remarks = [], []
    seen: dict[str, int] = {}
    for place in range(width):
        title = " ".join(titles[place].split())
        if not title:
            title = letter(place)
            remarks.append(Remark("sheet_header_blank", (("column", title),)))
        if title.casefold() in seen:
            raise InvalidInput(
                "sheet_header_twice",
                file=name,
                column=title,
                first=letter(seen[title.casefold()]),
                second=letter(place),
            )
        seen[title.casefold()] = place
        header.append(title)
    return header, remarks


def _used(titles: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]) -> int:
    """How many of the header's cells, blank ones too, have something in them or below them."""
    for place in range(len(titles), 0, -1):
        if titles[place - 1] or any(len(row) >= place and row[place - 1] for _, row in body):
            return place
    return 0
