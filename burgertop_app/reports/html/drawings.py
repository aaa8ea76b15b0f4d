"""Pictures in HTML: bars, dots and dials as SVG that bends with the screen, words beside it as text.

Widths are percentages and the SVG has no fixed size, so that letters stay readable on a phone.
"""

from __future__ import annotations

import math
from functools import singledispatch
from typing import TYPE_CHECKING

from burgertop_app.reports.html.text import text
from burgertop_app.reports.pdf.scanning import dark_squares
from burgertop_app.reports.pictures import Bars, Dots, Fill, RoomMap, Scan, Segments, Slide

if TYPE_CHECKING:
    from burgertop_app.reports.pictures import Picture, RoundTable

_BAR = 14
_HIGH, _LEFT, _TOP, _BOTTOM = 190, 12.0, 8.0, 14.0
_QUIET = 4
_CELL, _TOP_R, _RING, _SEAT = 120, 24, 42, 11


@singledispatch
def drawing(picture: Picture) -> str:
    """The picture; its words and meaning stand beside it for who does not see it."""
    raise TypeError(picture)


def patterns() -> str:
    """The patterns that fills are made of, once for a page."""
    diagonal = '<path d="M-2 2 2 -2M0 6 6 0M4 8 8 4"/>'
    upright = '<path d="M2 0V6"/>'
    made = "".join(
        f'<pattern id="p-{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect class="ground" width="6" height="6"/><g class="stroke-{name}">{lines}</g></pattern>'
        for name, lines in ((Fill.DIAGONAL, diagonal), (Fill.UPRIGHT, upright))
    )
    return f'<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>{made}</defs></svg>'


@drawing.register
def _(picture: Segments) -> str:
    total = sum(max(part.amount, 0) for part in picture.parts) or 1
    x, parts = 0.0, []
    for part in picture.parts:
        wide = max(part.amount, 0) / total * 100
        if wide:
            parts.append(_rect(part.fill, x, wide, _BAR))
        x += wide
    legend = "".join(f"<li>{_swatch(part.fill)} {text(part.words)}</li>" for part in picture.parts)
    return f'{_strip(_BAR + 2, "".join(parts))}<ul class="legend">{legend}</ul>'


@drawing.register
def _(picture: Bars) -> str:
    legend = "".join(f"<li>{_swatch(series.fill)} {text(series.name)}</li>" for series in picture.series)
    rows = "".join(_bar_row(picture, name, shares, said) for name, shares, said in picture.rows)
    return f'<ul class="legend">{legend}</ul><div class="bars">{rows}</div>'


def _bar_row(picture: Bars, name: str, shares: tuple[float | None, ...], said: tuple[str, ...]) -> str:
    longest = picture.longest or 1
    bars = "".join(
        f'<span class="bar">{_strip(12, _rect(series.fill, 0, _percent(share, longest), 10))}'
        f"<span>{text(words)}</span></span>"
        for series, share, words in zip(picture.series, shares, said, strict=True)
    )
    return f'<div class="bar-row"><span class="bar-name">{text(name)}</span><div>{bars}</div></div>'


def _percent(share: float | None, longest: float) -> float:
    return min(max((share or 0) / longest, 0), 1) * 100


@drawing.register
def _(picture: Dots) -> str:
    highest = max([*picture.values, *(value for value, _words in picture.ticks)], default=1) or 1
    step = (98 - _LEFT) / max(len(picture.values), 1)
    size = 1.4 if len(picture.values) > 150 else 2.4
    ticks = "".join(
        f'<line class="tick" x1="{_LEFT}%" x2="98%" y1="{_y(value, highest)}" y2="{_y(value, highest)}"/>'
        f'<text x="{_LEFT - 1}%" y="{_y(value, highest) + 4}" text-anchor="end">{text(words)}</text>'
        for value, words in picture.ticks
    )
    dots = "".join(
        f'<circle class="f-accent" cx="{_LEFT + step * (place + 0.5):.2f}%" '
        f'cy="{_y(value, highest)}" r="{size}"/>'
        for place, value in enumerate(sorted(picture.values))
    )
    line = "" if picture.line is None else _goal(picture, highest)
    ends = (
        f'<p class="ends"><span>{text(picture.low_words)}</span><span>{text(picture.high_words)}</span></p>'
    )
    return f"{_strip(_HIGH, ticks + line + dots)}{ends}"


def _goal(picture: Dots, highest: float) -> str:
    y = _y(picture.line or 0, highest)
    return (
        f'<line class="goal" x1="{_LEFT}%" x2="98%" y1="{y}" y2="{y}"/>'
        f'<text x="98%" y="{y - 4}" text-anchor="end">{text(picture.line_words)}</text>'
    )


@drawing.register
def _(picture: Slide) -> str:
    places = "".join(
        f'<circle class="{"f-accent" if place == picture.position else "place"}" '
        f'cx="{5 + (place - 1) * 22.5}%" cy="9" r="{7 if place == picture.position else 4}"/>'
        for place in range(1, 6)
    )
    dial = _strip(18, f'<line class="axis" x1="5%" x2="95%" y1="9" y2="9"/>{places}')
    return (
        f'<div class="slide"><strong>{text(picture.name)}</strong><span>{text(picture.left)}</span>'
        f"{dial}<span>{text(picture.right)}</span></div>"
    )


@drawing.register
def _(picture: Scan) -> str:
    size, squares = dark_squares(picture.content)
    dark = "".join(f"M{column + _QUIET} {row + _QUIET}h1v1h-1z" for row, column in squares)
    whole = size + 2 * _QUIET
    side = round(picture.side * 1.6)
    return (
        f'<svg class="scan" width="{side}" height="{side}" viewBox="0 0 {whole} {whole}" aria-hidden="true">'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/><path fill="#000" d="{dark}"/></svg>'
    )


@drawing.register
def _(picture: RoomMap) -> str:
    tops = "".join(
        _table_top(table, (place % picture.across + 0.5) * _CELL, (place // picture.across + 0.5) * _CELL)
        for place, table in enumerate(picture.tables)
    )
    return (
        f'<svg class="room" width="100%" viewBox="0 0 {picture.across * _CELL} {picture.rows * _CELL}" '
        f'aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor">{tops}</g></svg>'
    )


def _table_top(table: RoundTable, x: float, y: float) -> str:
    ring = max(_RING, len(table.seats) * 2.3 * _SEAT / (2 * math.pi))
    parts = [f'<circle cx="{x:g}" cy="{y:g}" r="{ring - _RING + _TOP_R:g}"/>', _letters(table.name, x, y, 14)]
    for seat, said in enumerate(table.seats):
        angle = 2 * math.pi * seat / len(table.seats) - math.pi / 2
        left, top = round(x + ring * math.cos(angle), 1), round(y + ring * math.sin(angle), 1)
        parts += [f'<circle cx="{left:g}" cy="{top:g}" r="{_SEAT}"/>', _letters(said, left, top, 9)]
    return "".join(parts)


def _letters(said: str, x: float, y: float, size: int) -> str:
    place = f'x="{x:g}" y="{y + size / 3:g}" font-size="{size}" text-anchor="middle"'
    return f'<text {place} fill="currentColor" stroke="none">{text(said)}</text>'


def _y(value: float, highest: float) -> float:
    return round(_HIGH - _BOTTOM - (_HIGH - _TOP - _BOTTOM) * value / highest, 1)


def _strip(high: int, inner: str) -> str:
    return (
        f'<svg class="strip" width="100%" height="{high}" aria-hidden="true" focusable="false">{inner}</svg>'
    )


def _rect(fill: Fill, x: float, wide: float, high: float) -> str:
    return f'<rect class="f-{fill}" x="{x:.2f}%" y="1" width="{wide:.2f}%" height="{high}"/>'


def _swatch(fill: Fill) -> str:
    return (
        '<svg class="swatch" width="16" height="12" aria-hidden="true" focusable="false">'
        f'<rect class="f-{fill}" x="1" y="1" width="14" height="10"/></svg>'
    )
