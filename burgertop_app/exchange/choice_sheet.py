"""Who wants to talk about which topic, from a CSV file or workbook: a row per person, first choice first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.sheets import Table

NUMBERS = frozenset({"nummer", "number", "nr", "id", "person_id"})
NAMES = frozenset({"naam", "name"})
BEGINNINGS = ("keuze", "choice", "thema", "topic", "voorkeur")


@dataclass(frozen=True)
class ChoiceRow:
    """One row: where it stands, the number or else the name, and the topics, the first choice first."""

    row: int
    number: str
    name: str
    topics: tuple[str, ...]


def read_choices(path: Path) -> tuple[str, tuple[ChoiceRow, ...]]:
    """The name of the file and its rows; a row without choices has no topics.

    Who it is stands in a column “nummer” or “naam”, the choices in columns that begin with “keuze” or
    “thema”, in order.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is no sheet, a column is missing, a row names nobody, or it holds citizen service
            numbers; the error names file and row.
    """
    table = read_table(path)
    refuse_bsn(table)
    titles = [title.strip().casefold() for title in table.header]
    number = next((place for place, title in enumerate(titles) if title in NUMBERS), None)
    name = next((place for place, title in enumerate(titles) if title in NAMES), None)
    places = [place for place, title in enumerate(titles) if title.startswith(BEGINNINGS)]
    if (number is None and name is None) or not places:
        # Without titles the first row may be of a person, so that the error does not say what it holds.
        raise InvalidInput("choices_columns", file=table.name)
    return table.name, tuple(_rows(table, number, name, places))


def _rows(table: Table, number: int | None, name: int | None, places: list[int]) -> list[ChoiceRow]:
    found = []
    for at, row in zip(table.numbers, table.rows, strict=True):
        who = row[number].strip() if number is not None else ""
        called = row[name].strip() if name is not None else ""
        if not who and not called:
            raise InvalidInput("choices_nobody", file=table.name, row=at)
        topics = tuple(row[place].strip() for place in places if row[place].strip())
        found.append(ChoiceRow(at, who, called, topics))
    return found
