"""An organiser's own text as pieces: its headings, paragraphs, lists, tables, pictures and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain import rich_text
from burgertop_app.i18n import _
from burgertop_app.reports.pieces import Bullets, Cell, Grid, Heading, Image, Item, Paragraph, Role, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.rich_text import Block, Listing, Runs, Sheet, Slot
    from burgertop_app.reports.pieces import Piece, Words


def body(text: str, role: Role = Role.BODY, images: Mapping[int, bytes] | None = None) -> tuple[Piece, ...]:
    """The pieces of a text (`domain.rich_text`); a picture that is not in `images` is named in words."""
    return tuple(_piece(block, role, images or {}) for block in rich_text.blocks(text.strip("\n")))


def inline(text: str) -> Words:
    """Words with **bold** and [links](https://…) marked."""
    return _words(rich_text.runs(text))


def _piece(block: Block, role: Role, images: Mapping[int, bytes]) -> Piece:
    match block:
        case rich_text.Title(level=level, runs=runs):
            made: Piece = Heading(level, rich_text.plain(runs), listed=False)
        case rich_text.Listing():
            made = _bullets(block)
        case rich_text.Sheet():
            made = _grid(block)
        case rich_text.Shown(number=number, alt=alt, caption=caption):
            made = _image(images.get(number), number, alt, _words(caption))
        case _:
            made = Paragraph(_words(block.runs), role)
    return made


def _words(runs: Runs) -> Words:
    """One plain run is its text alone."""
    if not any(run.bold or run.url or run.note for run in runs):
        return rich_text.plain(runs)
    return tuple(Span(run.text, bold=run.bold, url=run.url, note=run.note) for run in runs)


def _bullets(listing: Listing) -> Bullets:
    items = (
        Item(_words(entry.runs), tuple(map(_bullets, entry.inside))) if entry.inside else _words(entry.runs)
        for entry in listing.entries
    )
    return Bullets(tuple(items), numbered=listing.numbered)


def _grid(sheet: Sheet) -> Grid:
    wide = sum(slot.wide for slot in sheet.head)
    return Grid(
        header=tuple(map(_cell, sheet.head)),
        rows=tuple(tuple(map(_cell, row)) for row in sheet.rows),
        widths=_widths(sheet, wide),
        row_headers=sheet.headed,
    )


def _cell(slot: Slot) -> Words | Cell:
    return Cell(_words(slot.runs), slot.wide) if slot.wide > 1 else _words(slot.runs)


def _widths(sheet: Sheet, wide: int) -> tuple[float, ...]:
    """Parts of the width after the longest text of each column, none less than a third of an even part."""
    longest = [1.0] * wide
    for row in (sheet.head, *sheet.rows):
        place = 0
        for slot in row:
            if slot.wide == 1:
                longest[place] = max(longest[place], len(rich_text.plain(slot.runs)) ** 0.7)
            place += slot.wide
    least = sum(longest) / wide / 3
    return tuple(max(length, least) for length in longest)


def _image(content: bytes | None, number: int, alt: str, caption: Words) -> Piece:
    if content is None:
        said = _("Picture {number} is not there: {words}").format(number=number, words=alt or "–")
        return Paragraph(said, Role.SMALL)
    return Image(content, alt, caption)
