"""Cells from a text file: which encoding, which delimiter, and what stands where."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from typing import NamedTuple

from burgertop_app.domain.errors import InvalidInput

DELIMITERS = (";", ",", "\t", "|")
ENCODINGS = ("utf-8", "cp1252", "utf-16")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(r"\s*<(!doctype\s+html|html|table|\?xml|meta)\b", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\x7f"), None)
_LONGEST_CELL = 131_072


class Cells(NamedTuple):
    """Stripped text cells, row by row, and how they were read."""

    rows: list[list[str]]
    encoding: str
    delimiter: str


def decoded(raw: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `raw` and the encoding it was read with ("utf-8", "cp1252" or "utf-16").

    Without a choice: a byte order mark decides, then strict UTF-8, then Windows-1252.

    Raises:
        InvalidInput: the chosen encoding does not fit, or this is no text at all.
    """
    chosen = encoding or next((code for mark, code in _MARKS if raw.startswith(mark)), None)
    if chosen is not None:
        return _strictly(raw, name, chosen), chosen
    for code in ("utf-8", "cp1252"):
        try:
            return _checked(raw.decode(code), name), code
        except UnicodeDecodeError:
            continue
    raise InvalidInput("sheet_not_a_table", file=name)


def cells(
    text: str, name: str, delimiter: str | None = None, *, bare: bool = False
) -> tuple[list[list[str]], str]:
    """The cells of delimited `text` and the delimiter used; a quoted cell may hold line ends.

    With `bare` they are as they stand, else `cleaned`.

    Raises:
        InvalidInput: quotes that do not close, or a cell beyond all reason; the error names the row.
    """
    line = _SEPARATOR_LINE.match(text)
    if line is not None:
        text, delimiter = text[line.end() :], delimiter or line[1]
    used = delimiter or _delimiter(text)
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=used, strict=True)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows.extend(row if bare else [cleaned(cell) for cell in row] for row in reader)
    except csv.Error as error:
        raise InvalidInput("sheet_quotes", file=name, row=len(rows) + 1) from error
    return rows, used


def cleaned(cell: str) -> str:
    """`cell` without surrounding space or invisible marks, composed (NFC), each line end one newline."""
    if cell.isascii():
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    text = unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).replace("\xa0", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _strictly(raw: bytes, name: str, encoding: str) -> str:
    if encoding not in ENCODINGS:
        raise InvalidInput("sheet_encoding_unknown", file=name, encoding=encoding)
    try:
        return _checked(raw.decode("utf-8-sig" if encoding == "utf-8" else encoding), name)
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise InvalidInput("sheet_encoding_wrong", file=name, encoding=encoding, row=row) from error


def _checked(text: str, name: str) -> str:
    if _WEB_PAGE.match(text):
        raise InvalidInput("sheet_is_web_page", file=name)
    if _BINARY.search(text) or text.startswith("%PDF"):
        raise InvalidInput("sheet_not_a_table", file=name)
    return text


def _delimiter(text: str) -> str:
    """What the header is divided by, counted outside quotes; a semicolon if it has one column."""
    start = next((line for line in text.splitlines() if line.strip(" \t;,|\"'")), "")
    bare = re.sub(r'"[^"]*"', "", start)
    return max(DELIMITERS, key=bare.count)
