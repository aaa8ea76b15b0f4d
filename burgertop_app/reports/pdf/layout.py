"""From pieces to what reportlab flows over pages: one small function per kind of piece."""

from __future__ import annotations

import io
from functools import singledispatch
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Image as Picture
from reportlab.platypus import KeepTogether, Spacer, Table

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pdf.marks import FieldsDrawn, FigureDrawn, WritingDrawn
from burgertop_app.reports.pdf.paragraphs import heading, paragraph
from burgertop_app.reports.pdf.run import Run
from burgertop_app.reports.pdf.style import (
    BULLET,
    LINE,
    NUMBERED,
    ROLES,
    SMALL_BULLET,
    SUNKEN,
    TONES,
    aligned,
    deeper,
)
from burgertop_app.reports.pieces import Cell, Role, Span, Words, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.reports.pieces import Piece

Drawn = Any
Cells: TypeAlias = tuple[Words | Cell, ...]
_HIGHEST = 560.0
_FONT = ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9)
_TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
_SMALLEST_PART = 42
_GRID: list[tuple[Any, ...]] = [
    _FONT,
    _TOP,
    ("BACKGROUND", (0, 0), (-1, 0), SUNKEN),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
]


@singledispatch
def flow(piece: Piece, _run: Run, _room: float) -> list[Drawn]:
    """What is drawn for a piece in `room` points of width; page breaks are not decided here."""
    raise TypeError(piece)


def flows(parts: Iterable[Piece], run: Run, room: float) -> list[Drawn]:
    """What is drawn for pieces one after another."""
    return [drawn for part in parts for drawn in flow(part, run, room)]


@flow.register
def _(piece: pieces.Heading, run: Run, _room: float) -> list[Drawn]:
    return [heading(piece, run)]


@flow.register
def _(piece: pieces.Paragraph, _run: Run, _room: float) -> list[Drawn]:
    return [paragraph(piece.words, ROLES[piece.role])]


@flow.register
def _(piece: pieces.Bullets, _run: Run, _room: float) -> list[Drawn]:
    return [*_items(piece, 0), Spacer(0, 4)]


@flow.register
def _(piece: pieces.Grid, _run: Run, room: float) -> list[Drawn]:
    letters = piece.align.ljust(len(piece.widths), "l")
    head, *body = (
        _row(row, letters, headed=not place) for place, row in enumerate((piece.header, *piece.rows))
    )
    table = Table(
        [head, *body],
        colWidths=[room * part / sum(piece.widths) for part in piece.widths],
        hAlign="LEFT",
        repeatRows=1,
        splitInRow=_SMALLEST_PART,
        spaceBefore=4,
        spaceAfter=12,
        style=[
            *_GRID,
            *_paddings(piece),
            *_kept(piece.rows),
            *_group_styles(piece.rows),
            *_spans((piece.header, *piece.rows)),
        ],
    )
    caption = [paragraph(piece.caption, ROLES[Role.CELL_STRONG])] if piece.caption else []
    return [*caption, table]


@flow.register
def _(piece: pieces.Image, _run: Run, room: float) -> list[Drawn]:
    wide, high = ImageReader(io.BytesIO(piece.content)).getSize()
    scale = min(room * piece.share / wide, _HIGHEST / high, 1.0)
    drawn = Picture(io.BytesIO(piece.content), wide * scale, high * scale, hAlign="LEFT")
    caption = [paragraph(piece.caption, ROLES[Role.SMALL])] if plain(piece.caption) else []
    return [KeepTogether([drawn, Spacer(0, 4), *caption, Spacer(0, 6)])]


@flow.register
def _(piece: pieces.Facts, _run: Run, room: float) -> list[Drawn]:
    rows = [[_cell(label, "l", Role.SMALL), _cell(words, "l", Role.CELL)] for label, words in piece.rows]
    label = room * piece.label_share
    style = [
        _FONT,
        _TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    widths = [label, room - label]
    return [
        Table(rows, colWidths=widths, style=style, splitInRow=_SMALLEST_PART, spaceBefore=2, spaceAfter=12)
    ]


@flow.register
def _(piece: pieces.Figure, _run: Run, _room: float) -> list[Drawn]:
    return [FigureDrawn(piece)]


@flow.register
def _(piece: pieces.Box, run: Run, room: float) -> list[Drawn]:
    inner = flows(piece.pieces, run, room - 30)
    ground, edge = TONES[piece.tone]
    air = 6 if piece.tight else 11
    style: list[tuple[Any, ...]] = [
        _FONT,
        _TOP,
        ("BACKGROUND", (0, 0), (-1, -1), ground),
        ("LINEBEFORE", (0, 0), (0, -1), 3, edge),
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("RIGHTPADDING", (0, 0), (-1, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, 0), air),
        *(
            ("BOTTOMPADDING", (0, place), (-1, place), drawn.getSpaceAfter())
            for place, drawn in enumerate(inner)
        ),
        ("BOTTOMPADDING", (0, -1), (-1, -1), air),
    ]
    rows = [[[drawn]] for drawn in inner]
    before, after = (1, 3) if piece.tight else (6, 12)
    return [
        Table(
            rows,
            colWidths=[room],
            style=style,
            splitInRow=_SMALLEST_PART,
            spaceBefore=before,
            spaceAfter=after,
        )
    ]


@flow.register
def _(piece: pieces.Columns, run: Run, room: float) -> list[Drawn]:
    parts = piece.widths or (1.0,) * len(piece.columns)
    widths = [room * part / sum(parts) for part in parts]
    cells = [flows(column, run, wide - 14) for column, wide in zip(piece.columns, widths, strict=True)]
    style: list[tuple[Any, ...]] = [
        _FONT,
        _TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return [
        Table([cells], colWidths=widths, style=style, splitInRow=_SMALLEST_PART, spaceBefore=2, spaceAfter=8)
    ]


@flow.register
def _(piece: pieces.Together, run: Run, room: float) -> list[Drawn]:
    return flows(piece.pieces, run, room)


@flow.register
def _(piece: pieces.Space, _run: Run, _room: float) -> list[Drawn]:
    return [Spacer(0, piece.points)]


@flow.register
def _(piece: pieces.Writing, _run: Run, _room: float) -> list[Drawn]:
    return [WritingDrawn(piece)]


@flow.register
def _(piece: pieces.Fields, _run: Run, _room: float) -> list[Drawn]:
    return [FieldsDrawn(piece)]


def _bold(words: Words) -> Words:
    return (Span(words, bold=True),) if isinstance(words, str) else words


def _cell(words: Words, letter: str, role: Role) -> list[Drawn]:
    style = aligned(ROLES[role], letter)
    drawn = paragraph(words, style)
    drawn.spaceAfter = 0
    return [drawn]


def _items(piece: pieces.Bullets, depth: int) -> list[Drawn]:
    dots = SMALL_BULLET if piece.small else BULLET
    style = deeper(NUMBERED if piece.numbered else dots, depth)
    drawn: list[Drawn] = []
    for place, item in enumerate(piece.items, 1):
        words = item.words if isinstance(item, pieces.Item) else item
        drawn.append(paragraph(words, style, f"{place}." if piece.numbered else "•"))
        if isinstance(item, pieces.Item):
            drawn += [each for inner in item.inside for each in _items(inner, depth + 1)]
    return drawn


def _row(row: Cells, letters: str, *, headed: bool) -> list[list[Drawn] | str]:
    if len(row) == 1 and not headed:
        return [_cell(_said(row[0]), "l", Role.CELL_STRONG), *([""] * (len(letters) - 1))]
    made: list[list[Drawn] | str] = []
    for cell in row:
        words = _bold(_said(cell)) if headed else _said(cell)
        made.append(_cell(words, letters[len(made)], Role.SMALL if headed else Role.CELL))
        made += [""] * ((cell.wide if isinstance(cell, Cell) else 1) - 1)
    return made


def _said(cell: Words | Cell) -> Words:
    return cell.words if isinstance(cell, Cell) else cell


def _spans(rows: tuple[Cells, ...]) -> list[tuple[Any, ...]]:
    commands = []
    for line, row in enumerate(rows):
        place = 0
        for cell in row:
            wide = cell.wide if isinstance(cell, Cell) else 1
            if wide > 1:
                commands.append(("SPAN", (place, line), (place + wide - 1, line)))
            place += wide
    return commands


def _paddings(piece: pieces.Grid) -> list[tuple[Any, ...]]:
    side, above = (3.5, 3) if piece.compact else (7, 4.5)
    below = max(piece.row_height - ROLES[Role.CELL].leading - above, above + 0.5)
    return [
        ("TOPPADDING", (0, 0), (-1, -1), above),
        ("BOTTOMPADDING", (0, 0), (-1, 0), above + 0.5),
        ("BOTTOMPADDING", (0, 1), (-1, -1), below),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
    ]


def _kept(rows: tuple[Cells, ...]) -> list[tuple[Any, ...]]:
    last = len(rows)
    return [("NOSPLIT", (0, last - 1), (0, last))] if last >= 4 and _short(rows[-2:]) else []


def _group_styles(rows: tuple[Cells, ...]) -> list[tuple[Any, ...]]:
    commands: list[tuple[Any, ...]] = []
    for place, row in enumerate(rows, 1):
        if len(row) == 1:
            commands += [("SPAN", (0, place), (-1, place)), ("TOPPADDING", (0, place), (-1, place), 9)]
            if place < len(rows) and _short(rows[place - 1 : place + 1]):
                commands.append(("NOSPLIT", (0, place), (0, place + 1)))
    return commands


def _short(rows: tuple[Cells, ...]) -> bool:
    """Whether rows are low enough to be kept together; reportlab fails on tall ones."""
    return all(len(plain(_said(cell))) < 500 for row in rows for cell in row)
