"""Dots without names on a page: a field without axes, a shape for each group, and a legend below it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from burgertop_app.reports.html.drawings import drawing
from burgertop_app.reports.html.text import text
from burgertop_app.reports.pictures import Cloud

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE, HIGH, ROOM, LEGEND = 600.0, 380.0, 18.0, 30.0
SIZE = 4.0


@drawing.register(Cloud)
def _(picture: Cloud) -> str:
    fitted = picture.fitted(WIDE - 2 * ROOM, HIGH - 2 * ROOM)
    dots = "".join(
        _mark(place, x + ROOM, HIGH - ROOM - y) for place, points in enumerate(fitted) for x, y in points
    )
    letters = "".join(
        _letter(heap.letter, points) for heap, points in zip(picture.heaps, fitted, strict=True)
    )
    step = WIDE / max(len(picture.heaps), 1)
    legend = "".join(
        f"{_mark(place, 12 + place * step, HIGH + LEGEND / 2)}{_words(heap.words, 24 + place * step)}"
        for place, heap in enumerate(picture.heaps)
    )
    return (
        f'<svg class="room" width="100%" viewBox="0 0 {WIDE:g} {HIGH + LEGEND:g}" aria-hidden="true" '
        f'focusable="false"><g fill="none" stroke="currentColor"><rect x="1" y="1" width="{WIDE - 2:g}" '
        f'height="{HIGH - 2:g}"/>{dots}{letters}{legend}</g></svg>'
    )


def _mark(place: int, x: float, y: float) -> str:
    if place % 5 == 0:
        return f'<circle fill="currentColor" cx="{x:.1f}" cy="{y:.1f}" r="{SIZE:g}"/>'
    if place % 5 == 1:
        return f'<rect x="{x - SIZE:.1f}" y="{y - SIZE:.1f}" width="{2 * SIZE:g}" height="{2 * SIZE:g}"/>'
    if place % 5 == 4:
        return f'<path d="M{x - SIZE:.1f} {y:.1f}h{2 * SIZE:g}M{x:.1f} {y - SIZE:.1f}v{2 * SIZE:g}"/>'
    corners = 3 if place % 5 == 2 else 4
    spots = " ".join(
        f"{x + (SIZE + 1) * math.sin(2 * math.pi * one / corners):.1f},"
        f"{y - (SIZE + 1) * math.cos(2 * math.pi * one / corners):.1f}"
        for one in range(corners)
    )
    return f'<polygon points="{spots}"/>'


def _letter(letter: str, points: Sequence[tuple[float, float]]) -> str:
    if not points or not letter:
        return ""
    x = sum(x for x, _y in points) / len(points) + ROOM
    y = HIGH - ROOM - sum(y for _x, y in points) / len(points)
    place = f'x="{x:.1f}" y="{y + 5:.1f}" font-size="16" font-weight="bold" text-anchor="middle"'
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="13" fill="var(--surface, #fff)"/>'
    return f'{ring}<text {place} fill="currentColor" stroke="none">{text(letter)}</text>'


def _words(said: str, x: float) -> str:
    place = f'x="{x:.1f}" y="{HIGH + LEGEND / 2 + 5:.1f}" font-size="14"'
    return f'<text {place} fill="currentColor" stroke="none">{text(said)}</text>'
