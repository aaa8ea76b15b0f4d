"""Cells from a workbook (XLSX, XLSM, ODS, XLS), after checking that it is safe to open."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.text_cells import cleaned

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_BYTES = 400_000_000
MOST_ENTRIES = 5_000
MOST_RATIO = 150
RATIO_FROM = 20_000_000
MOST_CELLS = 10_000_000
_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_OVERLAP = 64
BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What the standard library raises over an archive with wrong figures in it."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Sheet(NamedTuple):
    """Stripped text cells of one sheet.

    `first` is the number of its first row, `merged` are the numbers of rows with joined cells.
    """

    rows: list[list[str]]
    first: int
    name: str
    names: tuple[str, ...]
    merged: frozenset[int] = frozenset()


class Grid(NamedTuple):
    """Stripped text cells of one sheet; `top` and `left` are the numbers of its first row and column."""

    rows: list[list[str]]
    top: int
    left: int
    name: str


def sheet(raw: bytes, name: str, wanted: str | None = None) -> Sheet:
    """The cells of the sheet `wanted`, or of the first visible sheet that has any.

    Numbers come without ".0", dates as ISO text, text as typed (leading zeros stay).

    Raises:
        InvalidInput: a password, damage, no workbook, a zip bomb, too many cells, or no such sheet.
    """
    refuse_unsafe(raw, name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            names = _visible(book)
            if wanted is not None and wanted not in names:
                raise InvalidInput("sheet_not_there", file=name, sheet=wanted, sheets=", ".join(names))
            for title in [wanted] if wanted is not None else names:
                found = book.get_sheet_by_name(title)
                if found.start is not None:
                    _refuse_vast(found.height, found.width, name)
                    return Sheet(_rows(found), found.start[0] + 1, title, names, _merged(found))
    except PasswordError as error:
        raise InvalidInput("sheet_password", file=name) from error
    except CalamineError as error:
        raise InvalidInput("sheet_damaged", file=name) from error
    raise InvalidInput("sheet_empty", file=name)


def _merged(found: CalamineSheet) -> frozenset[int]:
    """The numbers of the rows in which cells were joined: all but the first of those look empty."""
    return frozenset(
        row + 1
        for (top, _left), (bottom, _right) in found.merged_cell_ranges or ()
        for row in range(top, bottom + 1)
    )


def grids(raw: bytes, name: str) -> tuple[Grid, ...]:
    """The cells of every sheet of a workbook that has any, hidden ones too.

    Raises:
        InvalidInput: as `sheet`.
    """
    refuse_unsafe(raw, name)
    found = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            for known in book.sheets_metadata:
                one = book.get_sheet_by_name(known.name) if known.typ == SheetTypeEnum.WorkSheet else None
                if one is not None and one.start is not None:
                    _refuse_vast(one.height, one.width, name)
                    found.append(Grid(_rows(one), one.start[0] + 1, one.start[1] + 1, known.name))
    except PasswordError as error:
        raise InvalidInput("sheet_password", file=name) from error
    except CalamineError as error:
        raise InvalidInput("sheet_damaged", file=name) from error
    if not found:
        raise InvalidInput("sheet_empty", file=name)
    return tuple(found)


def refuse_unsafe(raw: bytes, name: str) -> None:
    """Stop before a workbook is opened that has a password, is none, or would fill the memory.

    What the archive says about its sizes is not believed: its parts are unpacked in pieces and counted.

    Raises:
        InvalidInput: what is wrong with it.
    """
    if raw.startswith(OLE):
        if _ENCRYPTED in raw:
            raise InvalidInput("sheet_password", file=name)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _refuse_bomb(archive, len(raw), name)
    except BROKEN_ARCHIVE as error:
        raise InvalidInput("sheet_damaged", file=name) from error


def _refuse_bomb(archive: zipfile.ZipFile, packed: int, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise InvalidInput("sheet_bomb", file=name)
    titles = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in titles and "content.xml" not in titles:
        raise InvalidInput("sheet_not_a_table", file=name)
    if "xl/workbook.xml" not in titles and not _is_ods(archive, titles):
        raise InvalidInput("sheet_not_a_table", file=name)
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES or (total > RATIO_FROM and total > MOST_RATIO * packed):
        raise InvalidInput("sheet_bomb", file=name)
    left = MOST_BYTES
    for entry in entries:
        left -= _unpack(archive, entry, left, name)


def _is_ods(archive: zipfile.ZipFile, titles: set[str]) -> bool:
    return "mimetype" in titles and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, name: str) -> int:
    """How many bytes `entry` really has; a workbook part is searched for cells far away on the way."""
    size, tail, far = 0, b"", (0, 0)
    entry.file_size = limit + 1
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            if size > limit or (size > RATIO_FROM and size > MOST_RATIO * max(entry.compress_size, 1)):
                raise InvalidInput("sheet_bomb", file=name)
            if entry.filename.endswith(".xml"):
                far = _farthest(tail + piece, far)
                tail = piece[-_OVERLAP:]
                _refuse_vast(*far, name)
    return size


def _farthest(xml: bytes, before: tuple[int, int]) -> tuple[int, int]:
    """The highest row and column that cells in `xml` claim; one stray cell makes a vast sheet."""
    found = _REFERENCE.findall(xml)
    rows = max((int(row) for _, row in found), default=0)
    columns = max((_place(column) for column in {column for column, _ in found}), default=0)
    return max(rows, before[0]), max(columns, before[1])


def _refuse_vast(rows: int, columns: int, name: str) -> None:
    if rows * max(columns, 1) > MOST_CELLS:
        raise InvalidInput("sheet_too_many_cells", file=name, rows=rows, columns=columns)


def _place(column: bytes) -> int:
    place = 0
    for mark in column:
        place = place * 26 + mark - 64
    return place


def _visible(book: CalamineWorkbook) -> tuple[str, ...]:
    return tuple(
        known.name
        for known in book.sheets_metadata
        if known.visible == SheetVisibleEnum.Visible and known.typ == SheetTypeEnum.WorkSheet
    )


def _rows(found: CalamineSheet) -> list[list[str]]:
    return [[_text(cell) for cell in row] for row in found.to_python()]


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cleaned(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g")
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
    return str(cell).lower()
