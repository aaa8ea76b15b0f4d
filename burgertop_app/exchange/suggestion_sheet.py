"""Cards to sort from a sheet, and what is suggested for them to a CSV file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.suggesting import SHOWN, Heap, Words
from burgertop_app.exchange.exports import safe_text
from burgertop_app.exchange.row_numbers import refuse_bad_numbers
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.sheets import Table

HEADER = ("id", *(f"theme_{place}" for place in range(1, SHOWN + 1)), "duplicate_of")
MOST_THEMES = 300
"""Beyond this a column is no list of themes."""


def read_cards(path: Path) -> tuple[tuple[Words[str], ...], tuple[Heap[str], ...]]:
    """The cards with columns id, text and perhaps theme, and the themes in order of appearance.

    "Verkeer" and "verkeer" are one theme, spelled as it was first. Dutch names of columns will do.

    Raises:
        NotFound: there is no such file.
        InvalidInput: naming file, row and column of what cannot be used; a citizen service number too.
    """
    table = read_table(path)
    refuse_bsn(table)
    numbers = table.position("id", "nummer")
    texts = table.position("text", "tekst")
    refuse_bad_numbers(table, numbers)
    themes = _themes(table)
    spelled: dict[str, str] = {}
    cards = []
    for at, row, theme in zip(table.numbers, table.rows, themes, strict=True):
        if not row[texts]:
            raise InvalidInput("themes_no_text", file=table.name, row=at, column=table.header[texts])
        known = spelled.setdefault(theme.casefold(), theme) if theme else None
        cards.append(Words(row[numbers], row[texts], known))
    if len(spelled) > MOST_THEMES:
        raise InvalidInput("themes_too_many", file=table.name, count=len(spelled), most=MOST_THEMES)
    return tuple(cards), tuple(Heap(title, title) for title in spelled.values())


def write_suggestions(
    path: Path,
    cards: Sequence[Words[str]],
    themes: Mapping[str, Sequence[str]],
    doubles: Mapping[str, str],
) -> None:
    """Write a line per card, in the order of `cards`: comma between, UTF-8, blank where there is nothing.

    Args:
        path: a temporary file.
        cards: the cards.
        themes: the suggested themes of each card, the best first.
        doubles: the earlier card that a card repeats.
    """
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(HEADER)
        for card in cards:
            best = [*themes.get(card.key, ()), *[""] * SHOWN][:SHOWN]
            row = (card.key, *best, doubles.get(card.key, ""))
            writer.writerow([safe_text(cell) for cell in row])


def _themes(table: Table) -> tuple[str, ...]:
    titles = {title.casefold() for title in table.header}
    if not titles & {"theme", "thema"}:
        return ("",) * len(table.rows)
    return tuple(
        " ".join(cell.split())
        for cell in table.column(
            next(title for title in table.header if title.casefold() in {"theme", "thema"})
        )
    )
