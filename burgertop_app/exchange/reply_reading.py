"""Reads a reply workbook that came back, whatever was done to it: XLSX, ODS, XLS or CSV."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from burgertop_app.domain.answer_sheet import ANSWERED, FORMAT, AnswerField, CameBack, SheetRow, Stamp
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.sheets import Remark, letter
from burgertop_app.exchange import text_cells, workbook_cells
from burgertop_app.exchange.reply_workbook import MARK, STAMP
from burgertop_app.exchange.workbook_cells import Grid
from burgertop_app.i18n import LANGUAGES, said_in
from burgertop_app.messages.reply_workbook import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADERS = {
    AnswerField.NUMBER: "nr no nummer number aanbevelingnr",
    AnswerField.TEXT: "aanbeveling tekst recommendation text",
    AnswerField.DISPOSAL: "antwoord besluit reactie keuze answer decision disposal watdoethetcollege",
    AnswerField.REASON: "reden motivering waarom toelichting reason motivation why",
    AnswerField.OWNER: "wie afdeling eigenaar verantwoordelijke owner department",
    AnswerField.BUDGET: "kosten bedrag geld amount cost",
    AnswerField.DUE: "klaarop gereedop datum planning date planned planneddate geplandedatum",
    AnswerField.COUNCIL: "raad raadnodig council councilneeded",
    AnswerField.POLICY: "beleid policy",
    AnswerField.KEY: "kenmerk code key",
}
SEARCHED = 60
"""The headings stand in one of so many rows at the top."""
FEWEST = 3
"""So many known headings make a row the row of headings."""
_BEGINS = 6
_BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    zipfile.BadZipFile,
    SyntaxError,
)
"""What the library raises over a workbook that another program wrote in its own way."""


def read_reply_workbook(raw: bytes, name: str) -> CameBack:
    """What stands in the file `name` with the bytes `raw`.

    Raises:
        InvalidInput: it is no table, unsafe to open, or has no row of headings that is known.
    """
    grids = _grids(raw, name)
    found = _best(grids)
    if found is None:
        raise InvalidInput("reply_no_headings", file=name)
    grid, top, columns = found
    formulas = _formulas(raw, grid)
    rows = tuple(_rows(grid, top, columns, formulas))
    remarks = [
        Remark("reply_column_missing", (("column", use.value),)) for use in ANSWERED if use not in columns
    ]
    return CameBack(
        name=name,
        columns=frozenset(columns),
        rows=rows,
        stamp=next((stamp for one in grids if (stamp := _stamp(one)) is not None), None),
        remarks=tuple(remarks),
    )


def _grids(raw: bytes, name: str) -> tuple[Grid, ...]:
    if raw.startswith((workbook_cells.ZIP, workbook_cells.OLE)):
        return workbook_cells.grids(raw, name)
    text, _encoding = text_cells.decoded(raw, name)
    text = text.removeprefix("\ufeff")
    found = []
    for mark in text_cells.DELIMITERS:
        with suppress(InvalidInput):
            found.append(Grid(text_cells.cells(text, name, mark)[0], 1, 1, name))
    return tuple(found)


def _best(grids: Sequence[Grid]) -> tuple[Grid, int, dict[AnswerField, int]] | None:
    """The sheet with most known headings, the place of that row, and which column holds what."""
    best: tuple[Grid, int, dict[AnswerField, int]] | None = None
    for grid in grids:
        if grid.name == STAMP:
            continue
        for place, row in enumerate(grid.rows[:SEARCHED]):
            columns = _columns(row)
            useful = AnswerField.DISPOSAL in columns or AnswerField.REASON in columns
            if useful and len(columns) >= FEWEST and (best is None or len(columns) > len(best[2])):
                best = grid, place, columns
    return best


def _columns(row: Sequence[str]) -> dict[AnswerField, int]:
    """The first column for each thing; whole headings go before those that only begin like one."""
    found: dict[AnswerField, int] = {}
    titles = [flat(cell) if len(cell) <= 60 else "" for cell in row]
    for place, title in enumerate(titles):
        use = _headers().get(title)
        if use is not None:
            found.setdefault(use, place)
    for place, title in enumerate(titles):
        use = next((use for known, use in _headers().items() if _begins(title, known)), None)
        if use is not None and place not in found.values():
            found.setdefault(use, place)
    return found


def _begins(title: str, known: str) -> bool:
    return len(known) >= _BEGINS and title.startswith(known)


@cache
def _headers() -> dict[str, AnswerField]:
    known = {word: use for use, words in HEADERS.items() for word in words.split()}
    for code in LANGUAGES:
        known |= {flat(said_in(code, said)): use for use, said in HEADINGS.items()}
    return known


def _rows(
    grid: Grid, top: int, columns: dict[AnswerField, int], formulas: frozenset[tuple[int, int]]
) -> Iterator[SheetRow]:
    header = grid.rows[top]
    used = set(columns.values())
    for place, row in enumerate(grid.rows[top + 1 :], top + 1):
        number = grid.top + place
        cells = {use: row[at] if at < len(row) else "" for use, at in columns.items()}
        held = frozenset(use for use, at in columns.items() if (number, grid.left + at) in formulas)
        beside = tuple(
            (header[at] if at < len(header) and header[at] else letter(grid.left + at - 1), cell)
            for at, cell in enumerate(row)
            if cell and at not in used
        )
        if any(cells.values()) or beside or held:
            yield SheetRow(number, cells, held, beside)


def _formulas(raw: bytes, grid: Grid) -> frozenset[tuple[int, int]]:
    """Row and column of every formula or error on the sheet; only XLSX tells so plainly."""
    if not raw.startswith(workbook_cells.ZIP):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return frozenset()
        book = load_workbook(io.BytesIO(raw), read_only=True)
        try:
            return frozenset(
                (down, across)
                for down, row in enumerate(book[grid.name].iter_rows(), 1)
                for across, cell in enumerate(row, 1)
                if cell.data_type in ("f", "e")
            )
        finally:
            book.close()
    except _BROKEN:
        return frozenset()


def _stamp(grid: Grid) -> Stamp | None:
    """What the hidden sheet says; None when this is another sheet, or one that was damaged."""
    told = [[*row, "", "", ""] for row in grid.rows]
    if not told or told[0][0] != MARK or told[0][1] != str(FORMAT):
        return None
    named = {row[0]: row[1] for row in told if row[0] in ("advice", "title", "version", "sha256")}
    rows = [row for row in told if row[0] == "row"]
    if len(named) < len(("advice", "title", "version", "sha256")) or not named["version"].isdecimal():
        return None
    if any(times > 1 for times in Counter(row[1] for row in rows).values()):
        return None
    return Stamp(
        format=FORMAT,
        advice_id=named["advice"],
        advice_title=named["title"],
        version=int(named["version"]),
        sha256=named["sha256"],
        texts={row[1]: row[2] for row in rows},
    )
