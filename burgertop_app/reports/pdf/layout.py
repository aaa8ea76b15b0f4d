"""From pieces to what reportlab flows over pages: one small function per kind of piece."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from reportlab.platypus import KeepTogether, Spacer

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf.large import LargeDrawn
from burgertop_app.reports.pdf.marks import TICK, FieldsDrawn, FigureDrawn, TickDrawn, WritingDrawn
from burgertop_app.reports.pdf.paragraphs import heading, paragraph
from burgertop_app.reports.pdf.photos import PhotoDrawn, described, not_shown, photo
from burgertop_app.reports.pdf.run import Run
from burgertop_app.reports.pdf.style import BULLET, ROLES, SMALL_BULLET, deeper, numbered, toned
from burgertop_app.reports.pdf.tables import FONT, ON_TOP, SMALLEST_PART, SheetTable, facts, grid
from burgertop_app.reports.pieces import Role, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.reports.pdf.structure import Element
    from burgertop_app.reports.pieces import Piece

Drawn = Any
_HIGHEST = 560.0
_BESIDE = 8.0


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
def _(piece: pieces.Paragraph, run: Run, _room: float) -> list[Drawn]:
    return [paragraph(piece.words, ROLES[piece.role], run)]


@flow.register
def _(piece: pieces.Large, run: Run, _room: float) -> list[Drawn]:
    return [LargeDrawn(piece, run.tree.current.add("P"))]


@flow.register
def _(piece: pieces.Bullets, run: Run, _room: float) -> list[Drawn]:
    return [*_items(piece, run, run.tree.current, 0), Spacer(0, 4)]


@flow.register
def _(piece: pieces.Grid, run: Run, room: float) -> list[Drawn]:
    return grid(piece, run, room)


@flow.register
def _(piece: pieces.Facts, run: Run, room: float) -> list[Drawn]:
    return facts(piece, run, room)


@flow.register
def _(piece: pieces.Image, run: Run, room: float) -> list[Drawn]:
    found = photo(piece.content, room * piece.share, _HIGHEST, run.photos)
    alt = described(piece.alt)
    if found is None:
        drawn = [paragraph(not_shown(alt), ROLES[Role.SMALL], run)]
        return [*drawn, *_caption(piece, run, run.tree.current)]
    shown, wide, high = found
    figure = run.tree.current.add("Figure", alt=alt)
    drawn = [PhotoDrawn(shown, (wide, high), figure), Spacer(0, 4)]
    return [KeepTogether([*drawn, *_caption(piece, run, figure), Spacer(0, 6)])]


@flow.register
def _(piece: pieces.Figure, run: Run, _room: float) -> list[Drawn]:
    return [FigureDrawn(piece, run.tree.current.add("Figure", alt=described(piece.alt)))]


@flow.register
def _(piece: pieces.Box, run: Run, room: float) -> list[Drawn]:
    with run.tree.within(run.tree.current.add("Sect")):
        inner = flows(piece.pieces, run, room - 30)
    ground, edge = toned(piece.tone, run.inks)
    air = 6 if piece.tight else 11
    style: list[tuple[Any, ...]] = [
        FONT,
        ON_TOP,
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
    before, after = (1, 3) if piece.tight else (6, 12)
    return [_side_by_side([[[drawn]] for drawn in inner], [room], style, (before, after))] if inner else []


@flow.register
def _(piece: pieces.Columns, run: Run, room: float) -> list[Drawn]:
    parts = piece.widths or (1.0,) * len(piece.columns)
    widths = [room * part / sum(parts) for part in parts]
    cells = [_column(column, run, wide - 14) for column, wide in zip(piece.columns, widths, strict=True)]
    style: list[tuple[Any, ...]] = [
        FONT,
        ON_TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return [_side_by_side([cells], widths, style, (2, 8))]


@flow.register
def _(piece: pieces.Together, run: Run, room: float) -> list[Drawn]:
    return flows(piece.pieces, run, room)


@flow.register
def _(piece: pieces.Space, _run: Run, _room: float) -> list[Drawn]:
    return [Spacer(0, piece.points)]


@flow.register
def _(piece: pieces.Writing, run: Run, _room: float) -> list[Drawn]:
    return [WritingDrawn(piece, run.tree.current.add("P"))]


@flow.register
def _(piece: pieces.Fields, run: Run, _room: float) -> list[Drawn]:
    return [FieldsDrawn(piece, tuple(run.tree.current.add("P") for _label in piece.labels))]


@flow.register
def _(piece: pieces.Ticks, run: Run, room: float) -> list[Drawn]:
    wide = room / piece.across
    drawn = [
        cell for label in piece.labels for cell in (TickDrawn(), paragraph(label, ROLES[Role.CELL], run))
    ]
    cells = 2 * piece.across
    drawn += [""] * (-len(drawn) % cells)
    rows = [drawn[at : at + cells] for at in range(0, len(drawn), cells)]
    style: list[tuple[Any, ...]] = [
        FONT,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    widths = [TICK + _BESIDE, wide - TICK - _BESIDE] * piece.across
    return [_side_by_side(rows, widths, style, (2, 8))] if rows else []


def _side_by_side(
    cells: list[list[Any]], widths: list[float], style: list[tuple[Any, ...]], space: tuple[float, float]
) -> Drawn:
    """Cells on a ground or next to each other: a table for the eye, none in the structure."""
    return SheetTable(
        cells,
        colWidths=widths,
        style=style,
        splitInRow=SMALLEST_PART,
        spaceBefore=space[0],
        spaceAfter=space[1],
    )


def _column(column: tuple[Piece, ...], run: Run, room: float) -> list[Drawn]:
    with run.tree.within(run.tree.current.add("Div")):
        return flows(column, run, room)


def _caption(piece: pieces.Image, run: Run, parent: Element) -> list[Drawn]:
    if not plain(piece.caption):
        return []
    element = parent.add("Caption" if parent.kind == "Figure" else "P")
    return [paragraph(piece.caption, ROLES[Role.SMALL], run, element)]


def _items(piece: pieces.Bullets, run: Run, parent: Element, depth: int) -> list[Drawn]:
    dots = SMALL_BULLET if piece.small else BULLET
    style = deeper(numbered(len(piece.items)) if piece.numbered else dots, depth)
    listing = parent.add("L", attributes={"ListNumbering": "Decimal" if piece.numbered else "Disc"})
    drawn: list[Drawn] = []
    for place, item in enumerate(piece.items, 1):
        words = item.words if isinstance(item, pieces.Item) else item
        entry = listing.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        told = body.add("P") if isinstance(item, pieces.Item) else body
        line = paragraph(words, style, run, told, f"{place}." if piece.numbered else "•")
        line.label = label
        drawn.append(line)
        if isinstance(item, pieces.Item):
            drawn += [each for inner in item.inside for each in _items(inner, run, body, depth + 1)]
    return drawn
