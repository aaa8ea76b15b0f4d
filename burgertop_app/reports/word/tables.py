"""Tables in Word: a header row that repeats on every page, cells over more columns or rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.shared import Pt

from burgertop_app.reports.grids import laid
from burgertop_app.reports.pieces import Role, plain
from burgertop_app.reports.word.styles import EDGE, LINE, SUNKEN, style_of, styled
from burgertop_app.reports.word.text import write
from burgertop_app.reports.word.xml import made

if TYPE_CHECKING:
    from burgertop_app.reports.grids import Laid, Line, Slot
    from burgertop_app.reports.pieces import Grid
    from burgertop_app.reports.word.notes import Notes

_LETTER = 7.2
"""Points of a bold letter in a cell; Verdana is wide."""
_AIR = 12
_SIDES = ("top", "left", "bottom", "right")


def table(holder: Any, grid: Grid, notes: Notes, room: float) -> None:  # noqa: ANN401  (python-docx is untyped)
    """Put a table into a document or cell, `room` points wide."""
    shape = laid(grid)
    drawn = holder.add_table(1 + len(shape.lines), shape.wide)
    frame(drawn, inside=LINE)
    for column, wide in zip(drawn.columns, _widths(grid, shape, room), strict=True):
        column.width = Pt(wide)
    letters = grid.align.ljust(shape.wide, "l")
    cells = [list(row.cells) for row in drawn.rows]
    for at, line in enumerate((shape.head, *shape.lines)):
        for slot in line.slots:
            _fill(cells, at, slot, letters, notes, bold=_bold(line, slot, at, headed=grid.row_headers))
    marks = drawn.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    marks.append(made("w:cantSplit"))
    marks.append(made("w:tblHeader"))
    for cell in drawn.rows[0].cells:
        shade(cell, SUNKEN)


def frame(drawn: Any, inside: str = "", left: str = "") -> None:  # noqa: ANN401
    """Give a table lines below its rows, or one thick line at its left, and room inside its cells."""
    marks = drawn._tbl.tblPr  # noqa: SLF001
    line = [made("w:left", val="single", sz=24, space=0, color=left)] if left else []
    rows = [made("w:bottom", val="single", sz=4, space=0, color=EDGE)] if inside else []
    between = [made("w:insideH", val="single", sz=4, space=0, color=inside)] if inside else []
    borders = made("w:tblBorders", *line, *rows, *between)
    marks.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    air = 100 if inside else 160
    sides = [made(f"w:{side}", w=air if side in ("left", "right") else 50, type="dxa") for side in _SIDES]
    marks.insert_element_before(made("w:tblCellMar", *sides), "w:tblLook")


def shade(cell: Any, colour: str) -> None:  # noqa: ANN401
    """Give a cell a ground."""
    ground = made("w:shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().insert_element_before(ground, "w:noWrap", "w:tcMar", "w:vAlign")  # noqa: SLF001


def _widths(grid: Grid, shape: Laid, room: float) -> list[float]:
    """Points for each column: its part, or more where a word would break; the widest give that room."""
    parts = grid.widths if len(grid.widths) == shape.wide else (1.0,) * shape.wide
    wide = [room * part / sum(parts) for part in parts]
    least = [min(_least(shape, column), room / shape.wide) for column in range(shape.wide)]
    short = sum(max(need - has, 0) for need, has in zip(least, wide, strict=True))
    spare = sum(max(has - need, 0) for need, has in zip(least, wide, strict=True))
    share = min(short / spare, 1) if spare else 0
    return [need if has < need else has - (has - need) * share for need, has in zip(least, wide, strict=True)]


def _least(shape: Laid, column: int) -> float:
    """Points that the longest word of a column takes, with the air of a cell."""
    slots = [slot for line in (shape.head, *shape.lines) for slot in line.slots]
    said = [plain(slot.words) for slot in slots if slot.column == column and slot.wide == 1]
    longest = max((len(word) for words in said for word in words.split()), default=0)
    return longest * _LETTER + _AIR


def _bold(line: Line, slot: Slot, at: int, *, headed: bool) -> bool:
    return at == 0 or line.group or (headed and slot.column == 0)


def _fill(
    cells: list[list[Any]],
    at: int,
    slot: Slot,
    letters: str,
    notes: Notes,
    *,
    bold: bool,
) -> None:
    cell = cells[at][slot.column]
    if slot.wide > 1 or slot.tall > 1:
        cell = cell.merge(cells[at + slot.tall - 1][slot.column + slot.wide - 1])
    paragraph = styled(cell.paragraphs[0], style_of(Role.CELL))
    paragraph.paragraph_format.space_after = Pt(0)
    if letters[slot.column] == "r" and slot.wide == 1:
        paragraph.alignment = 2
    write(paragraph, slot.words, notes, bold=bold)
