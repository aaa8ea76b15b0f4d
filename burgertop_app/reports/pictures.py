"""What pictures show: values with labels; how they are drawn stands in `drawing`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Fill(StrEnum):
    """How an area is filled; colour never tells it alone, each has a pattern of its own."""

    SOLID = "solid"
    ACCENT = "accent"
    DIAGONAL = "diagonal"
    UPRIGHT = "upright"
    DARK = "dark"
    EMPTY = "empty"
    OUTLINE = "outline"


@dataclass(frozen=True)
class Segment:
    """A part of a whole with its words."""

    words: str
    amount: float
    fill: Fill


@dataclass(frozen=True)
class Segments:
    """One bar of parts, with the words of each part below it."""

    parts: tuple[Segment, ...]


@dataclass(frozen=True)
class Series:
    """One kind of bar in a group and its name in the legend."""

    name: str
    fill: Fill


@dataclass(frozen=True)
class Bars:
    """Shares (0..1) per label, one bar for each series with its words behind it; `longest` sets the scale."""

    series: tuple[Series, ...]
    rows: tuple[tuple[str, tuple[float | None, ...], tuple[str, ...]], ...]
    longest: float
    legend: bool = True


@dataclass(frozen=True)
class Dots:
    """Numbers sorted from low to high as dots, the axis from zero; `ticks` are values with their words."""

    values: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    low_words: str
    high_words: str
    line: float | None = None
    line_words: str = ""


@dataclass(frozen=True)
class Slide:
    """A dial of five positions between two words."""

    name: str
    left: str
    right: str
    position: int


@dataclass(frozen=True)
class Scan:
    """A square that a telephone or scanner reads (QR), `side` points wide."""

    content: str
    side: float = 92.0


@dataclass(frozen=True)
class RoundTable:
    """A table seen from above, with a few letters for who sits on each seat."""

    name: str
    seats: tuple[str, ...]


@dataclass(frozen=True)
class RoomMap:
    """Tables in rows of `across`, in order; who sits where is told in words elsewhere."""

    tables: tuple[RoundTable, ...]
    across: int = 4

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-len(self.tables) // self.across)


@dataclass(frozen=True)
class Heap:
    """Dots that belong together: a letter in the picture, words for the legend, and where each dot is."""

    letter: str
    words: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Cloud:
    """Dots without names in a field without axes; each heap has a shape of its own, distances are true."""

    heaps: tuple[Heap, ...]

    def fitted(self, wide: float, high: float) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Where the dots of each heap stand in a field of this size, from its lower left corner."""
        points = [point for heap in self.heaps for point in heap.points]
        across, up = [x for x, _y in points], [y for _x, y in points]
        scale = min(
            wide / max(max(across, default=0) - min(across, default=0), 1e-6),
            high / max(max(up, default=0) - min(up, default=0), 1e-6),
        )
        middle = [(max(side, default=0) + min(side, default=0)) / 2 for side in (across, up)]
        return tuple(
            tuple(
                (wide / 2 + (x - middle[0]) * scale, high / 2 + (y - middle[1]) * scale)
                for x, y in heap.points
            )
            for heap in self.heaps
        )


Picture: TypeAlias = Segments | Bars | Dots | Slide | Scan | RoomMap | Cloud
