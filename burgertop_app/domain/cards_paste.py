"""A list that somebody pastes, taken apart into rows and cells: bullets, numbers, quotes and line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LINES = 5000
MOST_LETTERS = 2_000_000

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2029]")
_SOFT_ENDS = re.compile(r"[\v\u2028]")
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')
_BULLET = re.compile(r"\s*(?:[•◦▪▫■□●○‣\u2043∙·➢➤►✓✔\u2013—*§\uf0b7\uf0a7\uf0d8\uf0fc-]|o(?=\t))(?:\s+|$)")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)](?:\s+|$)")
_SIGNS = (_BULLET, _NUMBER)


@dataclass(frozen=True)
class PastedRows:
    """What was pasted, row by row; `tables` says whether there are columns."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def tables(self) -> bool:
        """Whether some row has more than one cell."""
        return any(len(row) > 1 for row in self.rows)


def refuse_too_much(text: str) -> None:
    """Refuse what is no list of cards, before anything is done with it.

    Raises:
        InvalidInput: nothing but space, or more lines or letters than a paste may hold.
    """
    if not text.strip():
        raise InvalidInput("paste_empty")
    lines = text.count("\n") + 1
    if lines > MOST_LINES or len(text) > MOST_LETTERS:
        raise InvalidInput("paste_long", lines=lines, most=MOST_LINES)


def rows_of(text: str, *, paragraphs: bool = False) -> PastedRows:
    """The rows of what was pasted from a text or a spreadsheet, without bullets, numbers and empty rows.

    A cell between quotes may have line ends and tabs in it, as spreadsheets write them; other quotes are
    words. In a list with bullets, lines without one go on from the line before.

    Args:
        text: what was pasted.
        paragraphs: lines belong together until an empty line comes.

    Raises:
        InvalidInput: it is empty or far too long.
    """
    refuse_too_much(text)
    plain = _SOFT_ENDS.sub(" ", _LINE_ENDS.sub("\n", text)).replace("\x00", "")
    found = _joined(_bare(_cells(plain)), paragraphs=paragraphs)
    kept = tuple(tuple(cell.strip() for cell in row) for row in found if any(map(str.strip, row)))
    if not kept:
        raise InvalidInput("paste_empty")
    return PastedRows(kept)


def _cells(text: str) -> list[list[str]]:
    """Rows and cells as they stand; an empty row is a row with one empty cell."""
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        found = _CELL.match(text, at)
        if found is None:
            break
        quoted = found[1]
        whole = quoted is not None and ("\n" in quoted or "\t" in quoted or '""' in quoted)
        rows[-1].append(quoted.replace('""', '"') if whole and quoted is not None else found[0])
        at = found.end()
        if at < len(text) and text[at] == "\n":
            rows.append([])
        at += 1
    return rows


def _bare(rows: list[list[str]]) -> list[tuple[str, list[str]]]:
    """The rows with the sign that each began with: "-" for a bullet, a number, or none.

    Numbers go only where at least two rows have one and they count on or begin anew.
    """
    numbers = [int(found[1]) for row in rows if row and (found := _NUMBER.match(row[0]))]
    steps = pairwise(numbers)
    numbered = len(numbers) > 1 and all(after in {before + 1, 1} for before, after in steps)
    made: list[tuple[str, list[str]]] = []
    for row in rows:
        sign, cells = "", row
        for kind in _SIGNS if numbered else (_BULLET,):
            found = _BULLET.match(row[0] + "\t") if kind is _BULLET else _NUMBER.match(row[0])
            if row and found is not None and (row[0].strip() or len(row) > 1):
                left = row[0][found.end() :]
                cells = [left, *row[1:]] if left.strip() or len(row) == 1 else row[1:]
                sign = "-"
                break
        made.append((sign, cells))
    return made


def _joined(rows: Sequence[tuple[str, list[str]]], *, paragraphs: bool) -> list[list[str]]:
    """The rows with lines that go on put behind the line that they belong to."""
    filled = [row for row in rows if any(map(str.strip, row[1]))]
    signed = sum(bool(sign) for sign, _cells in filled)
    listed = bool(filled) and bool(filled[0][0]) and signed > 1 and 2 * signed >= len(filled)
    made: list[list[str]] = []
    apart = True
    for sign, cells in rows:
        empty = not any(map(str.strip, cells))
        goes_on = bool(made) and not sign and not apart and len(cells) == 1 and len(made[-1]) == 1
        if empty:
            apart = True
        elif goes_on and (listed or paragraphs):
            made[-1] = [f"{made[-1][0].rstrip()} {cells[0].strip()}"]
        else:
            made.append(cells)
            apart = False
    return made
