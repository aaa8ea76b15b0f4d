"""From pieces to HTML."""

from __future__ import annotations

import io
from functools import singledispatch
from typing import TYPE_CHECKING

from PIL import Image as Photo

from burgertop_app.i18n import _
from burgertop_app.reports import pieces
from burgertop_app.reports.html import clouds as _clouds  # noqa: F401  (draws its picture)
from burgertop_app.reports.html.drawings import drawing
from burgertop_app.reports.html.run import Run
from burgertop_app.reports.html.tables import table
from burgertop_app.reports.html.text import direction, inline, lines, text
from burgertop_app.reports.pictures import Scan, Slide
from burgertop_app.reports.pieces import Role, plain
from burgertop_app.reports.told_pictures import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.reports.pieces import Piece, Words

_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg"}


def flows(parts: Iterable[Piece], run: Run) -> str:
    """Pieces one after the other."""
    return "\n".join(filter(None, (flow(piece, run) for piece in parts)))


@singledispatch
def flow(piece: Piece, _run: Run) -> str:
    """One piece as HTML; nothing for what only paper has."""
    raise TypeError(piece)


@flow.register
def _heading(piece: pieces.Heading, run: Run) -> str:
    placed = run.next_heading()
    look = ' class="large"' if piece.large else ""
    tag = f"h{placed.rank}"
    return f'<{tag} id="{placed.key}"{look}{direction(piece.text)}>{lines(piece.text)}</{tag}>'


@flow.register
def _paragraph(piece: pieces.Paragraph, run: Run) -> str:
    if not plain(piece.words).strip() and isinstance(piece.words, str):
        return ""
    inner = inline(piece.words, run)
    look = "" if piece.role is Role.BODY else f' class="{piece.role}"'
    said = f"<code>{inner}</code>" if piece.role is Role.HASH else inner
    return f"<p{look}{direction(piece.words)}>{said}</p>"


@flow.register
def _large(piece: pieces.Large, run: Run) -> str:
    return flow(pieces.Paragraph(piece.text, Role.BIG), run)


@flow.register
def _bullets(piece: pieces.Bullets, run: Run) -> str:
    if not piece.items:
        return ""
    tag, look = "ol" if piece.numbered else "ul", ' class="small"' if piece.small else ""
    return f"<{tag}{look}>{''.join(_item(item, run) for item in piece.items)}</{tag}>"


@flow.register
def _grid(piece: pieces.Grid, run: Run) -> str:
    return table(piece, run)


@flow.register
def _facts(piece: pieces.Facts, run: Run) -> str:
    return facts(piece.rows, run)


@flow.register
def _figure(piece: pieces.Figure, run: Run) -> str:
    seen = f'<div class="picture" role="img" aria-label="{text(piece.alt)}">{drawing(piece.picture)}</div>'
    if isinstance(piece.picture, Slide | Scan):
        return f'<figure>{seen}<figcaption class="small">{_said(piece, run)}</figcaption></figure>'
    summary = text(_("The same in a table"))
    whole = f"<details><summary>{summary}</summary>{flow(told(piece.picture), run)}</details>"
    return f"<figure>{seen}{whole}</figure>"


@flow.register
def _image(piece: pieces.Image, run: Run) -> str:
    try:
        with Photo.open(io.BytesIO(piece.content)) as photo:
            wide, high = photo.size
            media_type = _FORMATS[photo.format or ""]
    except (OSError, KeyError, ValueError, Photo.DecompressionBombError):
        return f'<p class="small">{lines(piece.alt)}</p>'
    source = run.source(piece.content, media_type)
    seen = f'<img src="{source}" alt="{text(piece.alt)}" width="{wide}" height="{high}">'
    caption = f"<figcaption>{inline(piece.caption, run)}</figcaption>" if plain(piece.caption) else ""
    return f"<figure>{seen}{caption}</figure>"


@flow.register
def _box(piece: pieces.Box, run: Run) -> str:
    return f'<div class="box {piece.tone}">{flows(piece.pieces, run)}</div>'


@flow.register
def _columns(piece: pieces.Columns, run: Run) -> str:
    columns = "".join(f"<div>{flows(column, run)}</div>" for column in piece.columns)
    return f'<div class="columns">{columns}</div>'


@flow.register
def _together(piece: pieces.Together, run: Run) -> str:
    return f'<div class="together">{flows(piece.pieces, run)}</div>'


@flow.register
def _one_page(piece: pieces.OnePage, run: Run) -> str:
    return flows(piece.pieces, run)


@flow.register(pieces.Space)
@flow.register(pieces.NewPage)
def _nothing(_piece: Piece, _run: Run) -> str:
    return ""


@flow.register
def _sheet(piece: pieces.Sheet, _run: Run) -> str:
    return f'<hr class="sheet"><p class="running">{text(piece.running)}</p>'


@flow.register
def _contents(piece: pieces.Contents, run: Run) -> str:
    listed = run.outline.listed
    if not listed:
        return ""
    items = "".join(
        f'<li class="depth-{min(placed.rank, 3)}"><a href="#{placed.key}">{text(placed.words)}</a></li>'
        for placed in listed
    )
    title = text(piece.title)
    return f'<nav class="contents" aria-label="{title}"><p class="label">{title}</p><ol>{items}</ol></nav>'


@flow.register
def _writing(piece: pieces.Writing, _run: Run) -> str:
    label = f'<p class="label">{text(piece.label)}</p>' if piece.label else ""
    return label + '<p class="line" aria-hidden="true"></p>' * piece.lines


@flow.register
def _fields(piece: pieces.Fields, _run: Run) -> str:
    made = "".join(
        f'<div><p class="label">{text(label)}</p><p class="line" aria-hidden="true"></p></div>'
        for label in piece.labels
    )
    return f'<div class="columns">{made}</div>'


@flow.register
def _ticks(piece: pieces.Ticks, _run: Run) -> str:
    made = "".join(
        f'<li><span class="tick" aria-hidden="true"></span>{text(label)}</li>' for label in piece.labels
    )
    return f'<ul class="ticks">{made}</ul>' if made else ""


@flow.register
def _cover(piece: pieces.Cover, run: Run) -> str:
    mark = f'<p class="mark">{lines(piece.mark)}</p>' if piece.mark else ""
    subtitle = f'<p class="subtitle">{lines(piece.subtitle)}</p>' if piece.subtitle else ""
    over = " · ".join(filter(None, (piece.organisation, piece.kicker)))
    title = f"<h1{direction(piece.title)}>{lines(piece.title)}</h1>"
    return (
        f'<div class="cover"><p class="kicker">{text(over)}</p>{title}'
        f"{subtitle}{mark}{facts(piece.facts, run)}</div>"
    )


@flow.register
def _cut_cards(piece: pieces.CutCards, run: Run) -> str:
    return f'<ul class="cards">{"".join(f"<li>{flows(card, run)}</li>" for card in piece.cards)}</ul>'


@flow.register
def _tents(piece: pieces.Tents, run: Run) -> str:
    return f'<ul class="cards">{"".join(f"<li>{flows(side, run)}</li>" for side in piece.sides)}</ul>'


def facts(rows: tuple[tuple[str, Words], ...], run: Run) -> str:
    """Labels with their values."""
    if not rows:
        return ""
    made = "".join(
        f"<div><dt>{text(label)}</dt><dd{direction(words)}>{inline(words, run)}</dd></div>"
        for label, words in rows
    )
    return f'<dl class="facts">{made}</dl>'


def _item(item: Words | pieces.Item, run: Run) -> str:
    if isinstance(item, pieces.Item):
        return f"<li{direction(item.words)}>{inline(item.words, run)}{flows(item.inside, run)}</li>"
    return f"<li{direction(item)}>{inline(item, run)}</li>"


def _said(piece: pieces.Figure, run: Run) -> str:
    said = told(piece.picture)
    return inline(said.words, run) if isinstance(said, pieces.Paragraph) else text(piece.alt)
