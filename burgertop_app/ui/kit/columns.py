"""What a column of a table shows, and how it is sorted, searched and copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from burgertop_app.i18n import day, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from burgertop_app.ui.kit.chips import Chip

T = TypeVar("T")

EMPTY = 2


class Align(Enum):
    """Side at which a cell stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a table of `T`.

    Attributes:
        key: a short name that never changes, for remembering and for the export.
        title: the heading, translated.
        value: the value of a row: str, number, date, None or something that `text` puts in words.
        text: words for a row; without it `in_words` of the value.
        second: a muted second line below the words; needs rows of 44 or higher.
        width: pixels at 100 %; the column with `stretch` takes the rest, at least this much.
        sort: a key to sort by instead of the value; None values always come last.
        chip: a chip instead of words; its words are searched and copied.
        icons: pairs (icon, words) instead of words.
        tooltip: more than the cell shows; elided words get a tooltip by themselves.
        paint: draws inside the cell, for a bar or a strip; `text` still gives the words to read out.
        hidden: not shown until chosen in the header's menu.
        edit: called with the row and the typed text; the cell then looks and works like a field.
        choices: with `edit`, the words one may choose from.
        gives_way: above 0, the column is left out while the table is too narrow, the lowest number first.
        wrap: long words go on on the next line, and the row grows with them; for tables of some hundreds.
    """

    key: str
    title: str
    value: Callable[[T], object]
    text: Callable[[T], str] | None = None
    second: Callable[[T], str] | None = None
    width: int = 120
    stretch: bool = False
    align: Align = Align.LEFT
    sort: Callable[[T], object] | None = None
    chip: Callable[[T], Chip | None] | None = None
    icons: Callable[[T], Sequence[tuple[str, str]]] | None = None
    tooltip: Callable[[T], str] | None = None
    paint: Callable[[QPainter, QRect, T], None] | None = None
    bold: bool = False
    muted: bool = False
    mono: bool = False
    hidden: bool = False
    edit: Callable[[T, str], object] | None = None
    choices: Callable[[T], Sequence[str]] | None = None
    gives_way: int = 0
    wrap: bool = False

    def words(self, row: T) -> str:
        """What the cell says, for the screen, a screen reader, the clipboard and the search."""
        if self.text is not None:
            return self.text(row)
        if self.chip is not None:
            found = self.chip(row)
            return found.words if found else ""
        if self.icons is not None:
            return ", ".join(said for _icon, said in self.icons(row))
        return in_words(self.value(row))

    def editable(self, row: T) -> bool:
        """Whether something can be typed or chosen in the cell; a field with nothing to choose is none."""
        return self.edit is not None and (self.choices is None or bool(self.choices(row)))

    def order(self, row: T) -> tuple[int, object]:
        """A sort key; empty comes last, words sort without regard to case."""
        found = self.sort(row) if self.sort is not None else self.value(row)
        if found is None or found == "":
            return EMPTY, ""
        if isinstance(found, str):
            return 1, found.casefold()
        if isinstance(found, (list, tuple, frozenset, set)):
            return 1, tuple(map(str, found))
        return 0, found


def in_words(value: object) -> str:
    """A value as people read it: numbers and dates in the language, None as nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, date):
        return day(value, "medium")
    return str(value)
