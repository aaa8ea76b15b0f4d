"""Writing any table to Excel or to a CSV that a Dutch Excel opens, whole or not at all."""

from __future__ import annotations

import csv
import datetime as dt
import glob
import io
import os
import re
import zipfile
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.opening import refuse_open
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | bool | dt.date | dt.datetime | None

NARROWEST, WIDEST = 8, 60
_SAMPLE = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LIVE = ("=", "@", "+", "-", "\t", "\r")
_NUMBER_OR_PHONE = re.compile(r"[+-]?[\d(][\d\s.,()/-]*%?")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_MOMENT = (1980, 1, 1, 0, 0, 0)
_DAYS = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], title: str = "") -> None:
    """Write a table to `path`, as CSV when its name ends so and as XLSX otherwise.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    if path.suffix.casefold() == ".csv":
        write_csv(path, header, rows)
    else:
        write_workbook(path, {title or path.stem: (header, rows)})


def write_workbook(path: Path, sheets: dict[str, tuple[Sequence[str], Iterable[Sequence[Cell]]]]) -> None:
    """Write an XLSX with one sheet per entry: bold header that stays in view, filter, fitting widths.

    Text is always text: nothing that somebody typed becomes a formula.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    book = Workbook(write_only=True)
    with whole(path) as temporary:
        for title, (header, rows) in sheets.items():
            sheet = book.create_sheet(_SHEET_NAME.sub(" ", title)[:_LONGEST_NAME])
            with closing(cast("WriteOnlyWorksheet", sheet)):
                _fill(cast("Worksheet", sheet), header, rows)
        save_book(book, temporary)


def save_book(book: Workbook, path: Path) -> None:
    """Write a workbook that does not tell the clock of the computer, which need not be that of the work.

    openpyxl puts that clock in the properties, whatever stood there; they may do without.
    What says when something was made stands in the sheets.
    """
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _DAYS.sub(b"", content)
            target.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a CSV as a Dutch Excel does: semicolons, CRLF, UTF-8 with a mark, decimal commas.

    A cell that Excel would take for a formula gets an apostrophe in front.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with (
        whole(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as handle,
    ):
        writer = csv.writer(handle, delimiter=";", lineterminator="\r\n")
        writer.writerow([safe_text(title) for title in header])
        writer.writerows([_csv_cell(cell) for cell in row] for row in rows)


def safe_text(text: str) -> str:
    """`text` without control characters, and with an apostrophe where it would be a formula."""
    bare = _CONTROL.sub("", text)
    return f"'{bare}" if bare.startswith(_LIVE) and not _NUMBER_OR_PHONE.fullmatch(bare) else bare


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary name beside `path`; it becomes `path` when the block ends well, else it is removed.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    temporary = path.absolute().with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _refuse_place(path)
        _clear(path)
        yield temporary
        temporary.replace(path)
    except PermissionError as error:
        raise InvalidInput("export_locked", file=path.name) from error
    except OSError as error:
        raise InvalidInput("export_failed", file=path.name, reason=error.strerror or str(error)) from error
    finally:
        _remove(temporary)


def _refuse_place(path: Path) -> None:
    refuse_open(path)
    if path.is_dir():
        raise InvalidInput("export_is_folder", file=str(path))
    if not path.parent.is_dir():
        raise InvalidInput("export_no_folder", folder=str(path.parent))
    if path.exists() and not path.is_file():
        raise InvalidInput("export_no_file", file=str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise InvalidInput("export_locked", file=path.name)


def _clear(path: Path) -> None:
    """Remove what killed programs left beside `path`."""
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        _remove(leftover)


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    waiting = iter(rows)
    first = list(islice(waiting, _SAMPLE))
    for place, title in enumerate(header):
        longest = max(len(str(row[place] or "")) for row in [header, *first] if len(row) > place)
        width = min(max(longest + 2, len(title) + 4, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, title) for title in header])
    count = 1
    for part in (first, waiting):
        for count, row in enumerate(part, count + 1):  # noqa: B007, B020  (goes on counting)
            sheet.append([_workbook_cell(sheet, cell) for cell in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(header), 1))}{count}"


def _bold(sheet: Worksheet, title: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, _CONTROL.sub("", title))
    cell.data_type = "s"
    cell.font = Font(bold=True)
    return cell


def _workbook_cell(sheet: Worksheet, value: Cell) -> object:
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    if not text.startswith(("=", "#")):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _csv_cell(value: Cell) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return format(value, ".15g").replace(".", ",")
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return "" if value is None else safe_text(str(value))


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return
