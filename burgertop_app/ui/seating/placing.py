"""Where tables and seats stand on the floor, in pixels at 100 %."""

from __future__ import annotations

import math
from dataclasses import dataclass

SEAT = 17.0
"""Radius of a seat with its ring: a target of 34 pixels."""
SEAT_GAP = 40.0
RING = 68.0
"""Distance from the middle of a table to its seats, for tables of up to ten."""
EDGE = 19.0
"""From the table top to the middle of a seat."""
MARGIN = 3.0
SMALLEST, LARGEST = 0.84, 1.3


@dataclass(frozen=True)
class Layout:
    """Middles of the tables, the distance of seats to them, the scale, and how high the floor is."""

    middles: tuple[tuple[float, float], ...]
    ring: float
    scale: float
    height: float


def ring_for(seats: int) -> float:
    """How far seats stand from the middle so that they do not touch."""
    return max(RING, seats * SEAT_GAP / (2 * math.pi))


def seat_offsets(seats: int, ring: float) -> list[tuple[float, float]]:
    """Where each seat stands from the middle of its table, clockwise from just right of the top."""
    step = 2 * math.pi / max(seats, 1)
    angles = [-math.pi / 2 + step * (place + 0.5) for place in range(seats)]
    return [(ring * math.cos(angle), ring * math.sin(angle)) for angle in angles]


def lay_out(tables: int, seats: int, width: float, height: float, *, whole: bool = False) -> Layout:
    """Tables of at most `seats` in rows, as large as the floor allows.

    Rather than become too small to read it scrolls down, unless the `whole` room must be in view.
    """
    ring = ring_for(seats)
    cell = 2 * (ring + SEAT + MARGIN)
    columns = max(range(1, max(tables, 1) + 1), key=lambda count: _scale(count, tables, cell, width, height))
    scale = _scale(columns, tables, cell, width, height)
    if scale < SMALLEST and not whole:
        scale = min(1.0, width / cell)
        columns = max(1, int(width / (cell * scale)))
    scale = min(scale, LARGEST)
    rows = -(-tables // columns) if tables else 1
    across, down = width / scale / columns, max(height / scale / rows, cell)
    middles = [_middle(place, columns, tables, across, down) for place in range(tables)]
    return Layout(tuple(middles), ring, scale, down * rows)


def _scale(columns: int, tables: int, cell: float, width: float, height: float) -> float:
    rows = -(-tables // columns) if tables else 1
    return min(width / (columns * cell), height / (rows * cell))


def _middle(place: int, columns: int, tables: int, across: float, down: float) -> tuple[float, float]:
    row, column = divmod(place, columns)
    in_row = min(columns, tables - row * columns)
    shift = (columns - in_row) / 2
    return (column + shift + 0.5) * across, (row + 0.5) * down
