"""The sheet on which residents rate the reasons: out with one or more columns for marks, and back in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.rating_sheet import RatedRows
from burgertop_app.exchange import text_cells, workbook_cells
from burgertop_app.exchange.exports import save_book, whole
from burgertop_app.i18n import LANGUAGES, _, mark, said_in, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from burgertop_app.domain.rating_sheet import ToRate

HEADS = (
    (mark("No."), 6),
    (mark("Recommendation"), 40),
    (mark("Answer"), 24),
    (mark("Reason of the college"), 56),
)
MARK, CODE = mark("Mark (1–5)"), mark("Code (leave as it is)")
TOP = 3
MARKS = 5
_LONGEST = 32_000
_OPEN = PatternFill("solid", fgColor="FFF8DC")


def write_rating_sheet(
    path: Path, title: str, rows: Sequence[ToRate], language: str, raters: int = 1
) -> None:
    """Write the sheet to `path`, with a column of marks for each of so many `raters`.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with speaking(language):
        book = Workbook()
        sheet = cast("Worksheet", book.active)
        sheet.title = _("Marks")
        book.properties.title, book.properties.language = _clean(title), language
        _put(sheet, 1, 1, title).font = Font(bold=True, size=16)
        _put(
            sheet, 2, 1, _("1 is “does not help me”, 5 is “clear and complete”. No opinion? Leave it empty.")
        )
        marks = [(f"{_(MARK)} {number}" if raters > 1 else _(MARK), 13) for number in range(1, raters + 1)]
        heads = [*((_(said), width) for said, width in HEADS), *marks, (_(CODE), 13)]
        for place, (said, width) in enumerate(heads, 1):
            _put(sheet, TOP, place, said).font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(place)].width = width
        for row, one in enumerate(rows, TOP + 1):
            _write_row(sheet, row, one, raters)
        _guide(sheet, raters, TOP + max(len(rows), 1))
    with whole(path) as temporary:
        save_book(book, temporary)


def read_rating_sheet(raw: bytes, name: str) -> RatedRows:
    """The marks in a sheet that came back, whatever the order of its rows and columns.

    Raises:
        InvalidInput: it is no table, unsafe to open, or has no columns with marks and codes.
    """
    for grid in _grids(raw, name):
        for place, row in enumerate(grid):
            titles = [flat(cell) for cell in row]
            codes = [at for at, title in enumerate(titles) if title in _known(CODE)]
            marks = [at for at, title in enumerate(titles) if title.startswith(_known(MARK))]
            if codes and marks:
                return _read(grid[place + 1 :], codes[0], marks)
    raise InvalidInput("rating_no_headings", file=name)


def _write_row(sheet: Worksheet, row: int, one: ToRate, raters: int) -> None:
    cells = (
        str(one.number),
        one.sentence,
        one.answer,
        one.reason,
        *("" for _rater in range(raters)),
        one.key,
    )
    for place, said in enumerate(cells, 1):
        cell = _put(sheet, row, place, said)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if len(HEADS) < place <= len(HEADS) + raters:
            cell.protection, cell.fill = Protection(locked=False), _OPEN


def _guide(sheet: Worksheet, raters: int, last: int) -> None:
    rule = DataValidation(type="list", formula1='"1,2,3,4,5"', allow_blank=True)
    rule.error, rule.showErrorMessage = _("Choose a mark from 1 to 5, or leave the cell empty."), True
    first, final = get_column_letter(len(HEADS) + 1), get_column_letter(len(HEADS) + raters)
    rule.add(f"{first}{TOP + 1}:{final}{last}")
    sheet.add_data_validation(rule)
    sheet.freeze_panes = f"B{TOP + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _grids(raw: bytes, name: str) -> Iterator[list[list[str]]]:
    if raw.startswith((workbook_cells.ZIP, workbook_cells.OLE)):
        yield from (grid.rows for grid in workbook_cells.grids(raw, name))
        return
    text, _encoding = text_cells.decoded(raw, name)
    for divider in text_cells.DELIMITERS:
        if divider in text:
            yield text_cells.cells(text.removeprefix("\ufeff"), name, divider)[0]


def _read(rows: Sequence[Sequence[str]], code: int, marks: Sequence[int]) -> RatedRows:
    found: dict[str, list[int]] = {}
    strange = 0
    for row in rows:
        key = row[code].casefold() if code < len(row) else ""
        counted = found.setdefault(key, [0] * MARKS) if key else [0] * MARKS
        for cell in (row[at] for at in marks if at < len(row) and row[at]):
            if key and cell in ("1", "2", "3", "4", "5"):
                counted[int(cell) - 1] += 1
            else:
                strange += 1
    return RatedRows({key: tuple(counted) for key, counted in found.items()}, strange)


def _known(said: str) -> tuple[str, ...]:
    return tuple(flat(said_in(code, said)) for code in LANGUAGES)


def _put(sheet: Worksheet, row: int, place: int, said: str) -> Cell:
    """A cell whose words stay words, whatever they begin with."""
    cell = cast("Cell", sheet.cell(row, place))
    if said:
        cell.value = _clean(said)
        cell.data_type = "s"
    return cell


def _clean(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
