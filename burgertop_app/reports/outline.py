"""The headings of a document as one tree below its title, for forms where a level may not be skipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.reports import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burgertop_app.reports.document import Document
    from burgertop_app.reports.pieces import Heading, Piece

DEEPEST = 6
_LISTED_DEPTH = 2


@dataclass(frozen=True)
class Placed:
    """A heading with its rank (the title has 1, so others begin at 2) and a name to point at it."""

    heading: Heading
    rank: int
    key: str

    @property
    def listed(self) -> bool:
        """Whether it stands in the contents."""
        return self.heading.listed and self.heading.level <= _LISTED_DEPTH

    @property
    def words(self) -> str:
        """What stands in the contents."""
        return self.heading.contents or self.heading.text


@dataclass(frozen=True)
class Outline:
    """The title of a document, the pieces that follow it, and the headings among those in order."""

    title: str
    parts: tuple[Piece, ...]
    headings: tuple[Placed, ...]

    @property
    def listed(self) -> tuple[Placed, ...]:
        """The headings that stand in the contents."""
        return tuple(placed for placed in self.headings if placed.listed)


def outline(document: Document) -> Outline:
    """A first heading that is the title of the whole becomes the title; no rank below it is skipped."""
    parts = document.parts
    found = [piece for piece in walk(parts) if isinstance(piece, pieces.Heading)]
    covered = any(isinstance(piece, pieces.Cover) for piece in parts[:1])
    title = document.title
    if not covered and parts and _titles(parts[0], found, title):
        title, parts, found = found[0].text, parts[1:], found[1:]
    return Outline(title, parts, tuple(_placed(found)))


def walk(parts: Iterable[Piece]) -> Iterator[Piece]:
    """Every piece in the order in which it is read, those inside others too."""
    for piece in parts:
        yield piece
        for group in _inside(piece):
            yield from walk(group)


def _inside(piece: Piece) -> tuple[tuple[Piece, ...], ...]:
    """The groups of pieces that a piece holds."""
    match piece:
        case pieces.Box() | pieces.Together() | pieces.OnePage():
            return (piece.pieces,)
        case pieces.Columns(columns=inside) | pieces.CutCards(cards=inside) | pieces.Tents(sides=inside):
            return inside
        case _:
            return ()


def _titles(first: Piece, found: list[Heading], title: str) -> bool:
    if not isinstance(first, pieces.Heading) or first.level > 1:
        return False
    return first.text == title or sum(heading.level == 1 for heading in found) == 1


def _placed(found: list[Heading]) -> Iterator[Placed]:
    above: list[int] = [0]
    for place, heading in enumerate(found, 1):
        while above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        yield Placed(heading, min(len(above), DEEPEST), f"h-{place}")
