"""The sections of a `.pb` file: a title, a row of column names, then rows with semicolons between fields."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.opening import contents

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LONGEST = 10_000_000
"""So many characters are read as one field at most: a ballot may name a thousand projects."""


@dataclass(frozen=True)
class Line:
    """A row of a section, by column, with its line in the file."""

    number: int
    fields: Mapping[str, str]


def sections(path: Path, needed: Mapping[str, Sequence[str]]) -> dict[str, list[Line]]:
    """The rows of each section.

    Args:
        path: the file.
        needed: the title of each section, with the columns it must have.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is no text, or a section or column is missing; the error names file and line.
    """
    try:
        text = contents(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("pb_not_text", file=path.name) from error
    filling = _Filling(path.name, needed)
    before = csv.field_size_limit(LONGEST)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        for row in rows:
            filling.take(row, rows.line_num)
    except csv.Error as error:
        raise fault("pb_quotes", path.name, rows.line_num) from error
    finally:
        csv.field_size_limit(before)
    return filling.whole()


def fault(code: str, file: str, line: int, **params: str | int) -> InvalidInput:
    """An error that says where in the file something is wrong."""
    return InvalidInput(code, file=file, line=line, **params)


class _Filling:
    """The sections while the rows come in."""

    def __init__(self, name: str, needed: Mapping[str, Sequence[str]]) -> None:
        self._name, self._needed = name, needed
        self._found: dict[str, list[Line]] = {}
        self._section = ""
        self._header: list[str] = []

    def take(self, row: Sequence[str], number: int) -> None:
        """The next row: a title, a row of column names, or what the section holds."""
        if not any(cell.strip() for cell in row):
            return
        title = row[0].strip().upper()
        if title in self._needed and not any(row[1:]):
            self._begin(title, number)
        elif not self._section:
            raise fault("pb_before_sections", self._name, number)
        elif not self._header:
            self._name_columns(row, number)
        else:
            self._found[self._section].append(self._line(row, number))

    def whole(self) -> dict[str, list[Line]]:
        """Every section.

        Raises:
            InvalidInput: one is missing.
        """
        for title in self._needed:
            if title not in self._found:
                raise InvalidInput("pb_section_missing", file=self._name, section=title)
        return self._found

    def _begin(self, title: str, number: int) -> None:
        if title in self._found:
            raise fault("pb_section_twice", self._name, number, section=title)
        self._section, self._header, self._found[title] = title, [], []

    def _name_columns(self, row: Sequence[str], number: int) -> None:
        self._header = [cell.strip().casefold() for cell in row]
        needed = self._needed[self._section]
        if not set(needed) <= set(self._header) or len(set(self._header)) != len(self._header):
            raise fault("pb_header", self._name, number, section=self._section, needed=";".join(needed))

    def _line(self, row: Sequence[str], number: int) -> Line:
        if len(row) > len(self._header):
            raise fault("pb_fields", self._name, number, found=len(row), expected=len(self._header))
        return Line(number, dict.fromkeys(self._header, "") | dict(zip(self._header, row, strict=False)))
