"""Tables laid out cell by cell: which column each cell begins in, what it covers, which rows name a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.reports.pieces import Cell, plain

if TYPE_CHECKING:
    from burgertop_app.reports.pieces import Grid, Words


@dataclass(frozen=True)
class Slot:
    """A cell that begins in `column` (from 0) and covers `wide` columns and `tall` rows."""

    words: Words
    column: int
    wide: int = 1
    tall: int = 1

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not plain(self.words).strip()


@dataclass(frozen=True)
class Line:
    """A row; `group` when its one cell is a heading over the whole width."""

    slots: tuple[Slot, ...]
    group: bool = False


@dataclass(frozen=True)
class Laid:
    """A table of `wide` columns: its header row and the others, each cell of each row accounted for."""

    wide: int
    head: Line
    lines: tuple[Line, ...]


def laid(grid: Grid) -> Laid:
    """The table with every cell in its place: none sticks out, and what lacks is an empty cell."""
    wide = max(sum(_wide(cell) for cell in grid.header), 1)
    head = _line(grid.header, wide, [0] * wide, 1)
    covered = [0] * wide
    lines: list[Line] = []
    for place, row in enumerate(grid.rows):
        if len(row) == 1 and wide > 1 and not any(covered) and _wide(row[0]) == 1:
            lines.append(Line((Slot(_words(row[0]), 0, wide),), group=True))
        else:
            lines.append(_line(row, wide, covered, _reach(grid, place, wide)))
    return Laid(wide, head, tuple(lines))


def _reach(grid: Grid, place: int, wide: int) -> int:
    """How many rows a cell of row `place` can cover: up to the next group row."""
    below = grid.rows[place:]
    ends = (at for at, row in enumerate(below) if at and len(row) == 1 and wide > 1 and _alone(row[0]))
    return next(ends, len(below))


def _alone(cell: Words | Cell) -> bool:
    return not isinstance(cell, Cell)


def _line(row: tuple[Words | Cell, ...], wide: int, covered: list[int], reach: int) -> Line:
    """The cells of one row; `covered` counts per column how many rows are still covered from above."""
    slots: list[Slot] = []
    waiting = list(row)
    free = [left == 0 for left in covered]
    covered[:] = [max(left - 1, 0) for left in covered]
    column = 0
    while column < wide:
        if not free[column]:
            column += 1
            continue
        cell = waiting.pop(0) if waiting else ""
        room = next((at for at in range(column, wide) if not free[at]), wide) - column
        across = min(_wide(cell), room)
        tall = min(cell.tall, reach) if isinstance(cell, Cell) else 1
        slots.append(Slot(_words(cell), column, across, max(tall, 1)))
        for at in range(column, column + across):
            covered[at] = max(covered[at], tall - 1)
        column += across
    return Line(tuple(slots))


def _words(cell: Words | Cell) -> Words:
    return cell.words if isinstance(cell, Cell) else cell


def _wide(cell: Words | Cell) -> int:
    return max(cell.wide, 1) if isinstance(cell, Cell) else 1
