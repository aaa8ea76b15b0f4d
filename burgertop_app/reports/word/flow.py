"""From pieces to paragraphs, lists, tables and pictures in Word."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from PIL import Image as Photo

from burgertop_app.domain.inks import HOUSE_INKS, Inks
from burgertop_app.reports import pieces
from burgertop_app.reports.pieces import Role, plain
from burgertop_app.reports.told_pictures import told
from burgertop_app.reports.typed import cleaned, one_line
from burgertop_app.reports.word import tables
from burgertop_app.reports.word.lists import put
from burgertop_app.reports.word.styles import style_of, styled, toned
from burgertop_app.reports.word.text import write
from burgertop_app.reports.word.xml import field_begins, field_ends, made, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burgertop_app.reports.outline import Placed
    from burgertop_app.reports.pieces import Bullets, Piece, Words
    from burgertop_app.reports.word.lists import Lists
    from burgertop_app.reports.word.notes import Notes

ROOM = 448.0
"""Points between the margins."""
_EMU = 12700
_LINE = "_" * 60
_TICK, _TICK_SIZE = "☐", 20


@dataclass
class Run:
    """A document in the making; `holder` is the document, or the cell that is being filled."""

    holder: Any
    headings: Iterator[Placed]
    listed: tuple[Placed, ...]
    lists: Lists
    notes: Notes
    room: float = ROOM
    inks: Inks = HOUSE_INKS

    def inside(self, cell: Any, room: float) -> Run:  # noqa: ANN401  (python-docx is untyped)
        """The same, filling a cell `room` points wide."""
        return Run(cell, self.headings, self.listed, self.lists, self.notes, room, self.inks)

    def paragraph(self, words: Words, style: str = "Normal") -> Any:  # noqa: ANN401
        """A new paragraph."""
        return write(styled(self.holder.add_paragraph(), style), words, self.notes)


def flows(parts: Iterable[Piece], run: Run) -> None:
    """Put pieces one after the other."""
    for piece in parts:
        flow(piece, run)


@singledispatch
def flow(piece: Piece, _run: Run) -> None:
    """Put one piece; nothing for what only paper has."""
    raise TypeError(piece)


@flow.register
def _heading(piece: pieces.Heading, run: Run) -> None:
    placed = next(run.headings)
    paragraph = run.paragraph(one_line(piece.text), f"Heading {placed.rank - 1}")
    paragraph.paragraph_format.page_break_before = True if piece.new_page else None
    number = placed.key.removeprefix("h-")
    paragraph._p.append(made("w:bookmarkStart", id=number, name=placed.key))  # noqa: SLF001
    paragraph._p.append(made("w:bookmarkEnd", id=number))  # noqa: SLF001


@flow.register
def _paragraph(piece: pieces.Paragraph, run: Run) -> None:
    run.paragraph(piece.words, style_of(piece.role))


@flow.register
def _bullets(piece: pieces.Bullets, run: Run) -> None:
    _items(piece, run, run.lists.begin((piece.numbered,)), 0)


@flow.register
def _grid(piece: pieces.Grid, run: Run) -> None:
    if piece.caption:
        run.paragraph(piece.caption, "Caption").paragraph_format.keep_with_next = True
    tables.table(run.holder, piece, run.notes, run.room)
    _after(run)


@flow.register
def _facts(piece: pieces.Facts, run: Run) -> None:
    for label, words in piece.rows:
        paragraph = run.holder.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        write(paragraph, f"{label}: ", run.notes, bold=True)
        write(paragraph, words, run.notes)


@flow.register
def _figure(piece: pieces.Figure, run: Run) -> None:
    run.paragraph(piece.alt, style_of(Role.SMALL)).paragraph_format.keep_with_next = True
    flow(told(piece.picture), run)


@flow.register
def _image(piece: pieces.Image, run: Run) -> None:
    paragraph = picture(piece.content, piece.alt, (run.room * piece.share, math.inf), run)
    if paragraph is None:
        run.paragraph(piece.alt, style_of(Role.SMALL))
        return
    paragraph.paragraph_format.keep_with_next = bool(plain(piece.caption))
    if plain(piece.caption):
        run.paragraph(piece.caption, "Caption")


def picture(content: bytes, alt: str, most: tuple[float, float], run: Run) -> Any:  # noqa: ANN401
    """A paragraph with a picture, at most so wide and high in points; None when it cannot be read."""
    try:
        with Photo.open(io.BytesIO(content)) as photo:
            wide, high = photo.size
        scale = min(most[0] / wide, most[1] / high, 0.75)
        paragraph = run.holder.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(content), width=Emu(round(wide * scale * _EMU)))
    except (OSError, ValueError, ZeroDivisionError, Photo.DecompressionBombError):
        return None
    for named in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001
        named.set("descr", cleaned(alt))
    return paragraph


@flow.register
def _box(piece: pieces.Box, run: Run) -> None:
    ground, edge = toned(piece.tone, run.inks)
    drawn = run.holder.add_table(1, 1)
    tables.frame(drawn, left=edge)
    cell = drawn.rows[0].cells[0]
    tables.shade(cell, ground)
    _fill(cell, piece.pieces, run.inside(cell, run.room - 24))
    _after(run)


@flow.register
def _columns(piece: pieces.Columns, run: Run) -> None:
    drawn = run.holder.add_table(1, len(piece.columns))
    parts = piece.widths or (1.0,) * len(piece.columns)
    for cell, column, part in zip(drawn.rows[0].cells, piece.columns, parts, strict=True):
        wide = run.room * part / sum(parts)
        cell.width = Pt(wide)
        _fill(cell, column, run.inside(cell, wide - 12))
    _after(run)


@flow.register(pieces.Together)
@flow.register(pieces.OnePage)
def _inside(piece: pieces.Together | pieces.OnePage, run: Run) -> None:
    flows(piece.pieces, run)


@flow.register
def _space(piece: pieces.Space, run: Run) -> None:
    run.paragraph("").paragraph_format.space_after = Pt(min(piece.points, 100))


@flow.register
def _new_page(_piece: pieces.NewPage, run: Run) -> None:
    run.holder.add_paragraph().paragraph_format.page_break_before = True


@flow.register
def _sheet(piece: pieces.Sheet, run: Run) -> None:
    run.paragraph(piece.running, style_of(Role.LABEL)).paragraph_format.page_break_before = True


@flow.register
def _contents(piece: pieces.Contents, run: Run) -> None:
    run.paragraph(piece.title, style_of("kicker"))
    lines = [_listed(placed, run) for placed in run.listed]
    if lines:
        for part in field_begins('TOC \\o "1-2" \\h \\z \\u'):
            lines[0]._p.insert_element_before(part, "w:hyperlink")  # noqa: SLF001
        lines[-1]._p.append(field_ends())  # noqa: SLF001


def _listed(placed: Placed, run: Run) -> Any:  # noqa: ANN401
    """A line of the contents, a link to its heading."""
    paragraph = run.paragraph("")
    paragraph.paragraph_format.left_indent = Pt(14 * (placed.rank - 2))
    paragraph.paragraph_format.space_after = Pt(2)
    words = made("w:r", said("w:t", one_line(placed.words)))
    paragraph._p.append(made("w:hyperlink", words, anchor=placed.key, history=1))  # noqa: SLF001
    return paragraph


@flow.register
def _writing(piece: pieces.Writing, run: Run) -> None:
    if piece.label:
        run.paragraph(piece.label, style_of(Role.LABEL))
    for _line in range(piece.lines):
        run.paragraph(_LINE[: max(int(run.room // 8), 4)])


@flow.register
def _fields(piece: pieces.Fields, run: Run) -> None:
    for label in piece.labels:
        run.paragraph(f"{label}: {_LINE[:30]}")


@flow.register
def _ticks(piece: pieces.Ticks, run: Run) -> None:
    for label in piece.labels:
        paragraph = styled(run.holder.add_paragraph(), "Normal")
        paragraph.add_run(_TICK).font.size = Pt(_TICK_SIZE)
        write(paragraph, f"  {label}", run.notes)


@flow.register
def _cover(piece: pieces.Cover, run: Run) -> None:
    run.paragraph(" · ".join(filter(None, (piece.organisation, piece.kicker))), style_of("kicker"))
    run.paragraph(one_line(piece.title), "Title")
    if piece.subtitle:
        run.paragraph(piece.subtitle, "Subtitle")
    if piece.mark:
        run.paragraph(piece.mark, style_of(Role.STRONG))
    flow(pieces.Facts(piece.facts), run)


@flow.register
def _cut_cards(piece: pieces.CutCards, run: Run) -> None:
    for card in piece.cards:
        flow(pieces.Box(card), run)


@flow.register
def _tents(piece: pieces.Tents, run: Run) -> None:
    for side in piece.sides:
        flow(pieces.Box(side), run)


@flow.register
def _large(piece: pieces.Large, run: Run) -> None:
    flow(pieces.Paragraph(piece.text, Role.BIG), run)


def _items(piece: Bullets, run: Run, number: int, depth: int) -> None:
    for item in piece.items:
        words = item.words if isinstance(item, pieces.Item) else item
        paragraph = run.paragraph(words)
        put(paragraph, number, depth)
        paragraph.paragraph_format.space_after = Pt(2 if piece.small else 3.5)
        for inner in _lists(item):
            _items(inner, run, run.lists.begin((inner.numbered,) * (depth + 2)), depth + 1)


def _lists(item: Words | pieces.Item) -> tuple[Bullets, ...]:
    return item.inside if isinstance(item, pieces.Item) else ()


def _fill(cell: Any, parts: tuple[Piece, ...], run: Run) -> None:  # noqa: ANN401
    """Fill a cell, which begins with an empty paragraph and must end with one."""
    flows(parts, run)
    first = cell.paragraphs[0]
    if len(cell._tc) > 2 and not first.text and first._p.getnext() is not None:  # noqa: SLF001
        follows = first._p.getnext()  # noqa: SLF001
        if follows.tag == qn("w:p"):
            cell._tc.remove(first._p)  # noqa: SLF001


def _after(run: Run) -> None:
    """Room below a table."""
    last = run.holder.add_paragraph()
    last.paragraph_format.space_after = Pt(2)
    last.paragraph_format.line_spacing = Pt(8)
    last._p.get_or_add_pPr().append(made("w:rPr", made("w:sz", val=8)))  # noqa: SLF001
