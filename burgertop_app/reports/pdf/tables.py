"""Tables: their cells in the structure with headers that name rows and columns, their look on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.platypus import Table
from typing_extensions import override

from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.paragraphs import paragraph
from burgertop_app.reports.pdf.style import FRAME_HEIGHTS, LINE, ROLES, SUNKEN, aligned
from burgertop_app.reports.pieces import Cell, Role, Span, Words, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pdf.structure import Element
    from burgertop_app.reports.pieces import Facts, Grid

Drawn = Any
Command = tuple[Any, ...]
Cells: TypeAlias = tuple[Words | Cell, ...]
SMALLEST_PART = 42
FONT: Command = ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9)
ON_TOP: Command = ("VALIGN", (0, 0), (-1, -1), "TOP")
_SHORT = 500
_SLACK = 4.0
_LESS = (0.0, 16.0, 32.0, 64.0)
_HIGHEST_HEADER = 150.0


class SheetTable(Table):  # type: ignore[misc]  # reportlab is untyped
    """A table whose ground and lines are decoration; also used to set things side by side."""

    @override
    def split(self, room: float, height: float) -> list[Any]:
        """The part for this page and the rest; on a page of its own, whatever was to be kept together."""
        parts: list[Any] = super().split(room, height)
        if parts or not any(abs(full - height) <= _SLACK for full in FRAME_HEIGHTS):
            return parts
        self._nosplitCmds.clear()
        self.splitInRow = 1
        tries = (super(SheetTable, self).split(room, height - less) for less in _LESS)
        return next(filter(None, tries), [])

    @override
    def _drawBkgrnd(self) -> None:
        with self.canv.decoration():
            super()._drawBkgrnd()

    @override
    def _drawLines(self) -> None:
        with self.canv.decoration():
            super()._drawLines()


@dataclass(frozen=True)
class Place:
    """A cell where it stands; the header is line 0."""

    line: int
    column: int
    words: Words
    wide: int
    tall: int
    group: bool = False


def grid(piece: Grid, run: Run, room: float) -> list[Drawn]:
    """A table with a caption above it."""
    columns = len(piece.widths)
    table = run.tree.current.add("Table")
    caption = []
    if piece.caption:
        element = table.add("Caption")
        caption = [paragraph(piece.caption, ROLES[Role.CELL_STRONG], run, element)]
    lines = (piece.header, *piece.rows)
    places = list(_places(lines, columns))
    values = _values(piece, places, table, run)
    widths = [room * part / sum(piece.widths) for part in piece.widths]
    drawn = SheetTable(
        values,
        colWidths=widths,
        hAlign="LEFT",
        repeatRows=1 if _high(values[0], widths) <= _HIGHEST_HEADER else 0,
        splitInRow=SMALLEST_PART,
        spaceBefore=4,
        spaceAfter=12,
        style=[
            FONT,
            ON_TOP,
            ("BACKGROUND", (0, 0), (-1, 0), SUNKEN),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
            *_paddings(piece),
            *_kept(piece.rows),
            *_groups(places, piece.rows),
            *_spans(places),
        ],
    )
    return [*caption, drawn]


def facts(piece: Facts, run: Run, room: float) -> list[Drawn]:
    """A table of labels, which name their rows, with their values."""
    body = run.tree.current.add("Table").add("TBody")
    rows = []
    for label, words in piece.rows:
        row = body.add("TR")
        named = row.add("TH", attributes={"Scope": "Row"})
        rows.append(
            [_cell(label, "l", Role.SMALL, run, named), _cell(words, "l", Role.CELL, run, row.add("TD"))]
        )
    style = [
        FONT,
        ON_TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    label_wide = room * piece.label_share
    widths = [label_wide, room - label_wide]
    return [
        SheetTable(
            rows, colWidths=widths, style=style, splitInRow=SMALLEST_PART, spaceBefore=2, spaceAfter=12
        )
    ]


def _places(lines: tuple[Cells, ...], columns: int) -> Iterator[Place]:
    """Every cell in its place; what taller cells above cover is left out, what a line lacks is filled."""
    covered: set[tuple[int, int]] = set()
    for line, row in enumerate(lines):
        free = [column for column in range(columns) if (line, column) not in covered]
        if line and len(row) == 1 and len(free) == columns > 1 and not isinstance(row[0], Cell):
            yield Place(line, 0, row[0], columns, 1, group=True)
            continue
        for cell in row:
            free = [column for column in range(columns) if (line, column) not in covered]
            if not free:
                break
            wide, tall = (cell.wide, cell.tall) if isinstance(cell, Cell) else (1, 1)
            place = Place(
                line,
                free[0],
                cell.words if isinstance(cell, Cell) else cell,
                min(wide, columns - free[0]),
                min(tall, len(lines) - line if line else 1),
            )
            covered.update(_ground(place))
            yield place
        for column in range(columns):
            if (line, column) not in covered:
                yield Place(line, column, "", 1, 1)


def _ground(place: Place) -> Iterator[tuple[int, int]]:
    for line in range(place.line, place.line + place.tall):
        for column in range(place.column, place.column + place.wide):
            yield line, column


def _values(piece: Grid, places: list[Place], table: Element, run: Run) -> list[list[Any]]:
    """What stands in each cell, its elements made row by row; a group of rows is a body of its own."""
    columns = len(piece.widths)
    letters = piece.align.ljust(columns, "l")
    values: list[list[Any]] = [[""] * columns for _line in (piece.header, *piece.rows)]
    part = row = table
    at = -1
    for place in places:
        if place.line == 0 and at < 0:
            part = table.add("THead")
        elif (at == 0 and place.line) or place.group:
            part = table.add("TBody")
        if place.line != at:
            row, at = part.add("TR"), place.line
        element = row.add(*_kind(piece, place), attributes=_attributes(piece, place))
        role = Role.SMALL if place.line == 0 else Role.CELL_STRONG if place.group else Role.CELL
        words = _bold(place.words) if place.line == 0 else place.words
        letter = "l" if place.group else letters[place.column]
        values[place.line][place.column] = _cell(words, letter, role, run, element)
    return values


def _kind(piece: Grid, place: Place) -> tuple[str]:
    """Whether a cell names others."""
    names = place.line == 0 or place.group or (piece.row_headers and place.column == 0)
    return ("TH",) if names and plain(place.words).strip() else ("TD",)


def _attributes(piece: Grid, place: Place) -> dict[str, Any]:
    named: dict[str, Any] = {}
    if _kind(piece, place) == ("TH",):
        named["Scope"] = "Row" if place.line else "Column"
    if place.wide > 1:
        named["ColSpan"] = place.wide
    if place.tall > 1:
        named["RowSpan"] = place.tall
    return named


def _bold(words: Words) -> Words:
    return (Span(words, bold=True),) if isinstance(words, str) else words


def _cell(words: Words, letter: str, role: Role, run: Run, element: Element) -> list[Drawn]:
    drawn = paragraph(words, aligned(ROLES[role], letter), run, element)
    drawn.spaceAfter = 0
    return [drawn]


def _high(row: list[Any], widths: list[float]) -> float:
    """About how high a row becomes, each cell in its own column."""
    cells = [(value[0], wide) for value, wide in zip(row, widths, strict=True) if value]
    return max((float(drawn.wrap(max(wide - 14, 10.0), 1e6)[1]) for drawn, wide in cells), default=0.0)


def _spans(places: list[Place]) -> list[Command]:
    commands: list[Command] = []
    for place in places:
        if place.wide > 1 or place.tall > 1:
            last = (place.column + place.wide - 1, place.line + place.tall - 1)
            commands.append(("SPAN", (place.column, place.line), last))
        if 1 < place.tall <= 6 and len(plain(place.words)) < _SHORT:
            commands.append(("NOSPLIT", (0, place.line), (0, place.line + place.tall - 1)))
    return commands


def _paddings(piece: Grid) -> list[Command]:
    side, above = (3.5, 3) if piece.compact else (7, 4.5)
    below = max(piece.row_height - ROLES[Role.CELL].leading - above, above + 0.5)
    return [
        ("TOPPADDING", (0, 0), (-1, -1), above),
        ("BOTTOMPADDING", (0, 0), (-1, 0), above + 0.5),
        ("BOTTOMPADDING", (0, 1), (-1, -1), below),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
    ]


def _kept(rows: tuple[Cells, ...]) -> list[Command]:
    last = len(rows)
    return [("NOSPLIT", (0, last - 1), (0, last))] if last >= 4 and _short(rows[-2:]) else []


def _groups(places: list[Place], rows: tuple[Cells, ...]) -> list[Command]:
    commands: list[Command] = []
    for place in places:
        if place.group:
            commands.append(("TOPPADDING", (0, place.line), (-1, place.line), 9))
            if place.line < len(rows) and _short(rows[place.line - 1 : place.line + 1]):
                commands.append(("NOSPLIT", (0, place.line), (0, place.line + 1)))
    return commands


def _short(rows: tuple[Cells, ...]) -> bool:
    """Whether rows are low enough to be kept together; reportlab fails on tall ones."""
    return all(len(plain(_said(cell))) < _SHORT for row in rows for cell in row)


def _said(cell: Words | Cell) -> Words:
    return cell.words if isinstance(cell, Cell) else cell
