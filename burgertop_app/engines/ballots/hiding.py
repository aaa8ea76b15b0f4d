"""Which groups to leave out of a result, so that nobody's vote follows from what is shown.

For one option the groups of one question, with those who left it empty, are together everybody; so what is
left out follows from the total as a sum. A reader who knows the size of every group, and knows by which rule
groups are left out, must not be certain

- how a left-out group of few people voted, not even as a sum, nor several of them that are few together,
- that everybody in a left-out group marked alike.

Groups of fewer than ten papers are left out, and in a secret vote groups that are of one mind; then the
smallest of the others, one by one, until the reader is no longer certain of anything; else all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import LEAST_IN_GROUP

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Cell:
    """One group for one option: papers, the sum of what they gave, the most that one could give.

    `alike` says that all papers gave the same.
    """

    papers: int
    given: int
    most: int
    alike: bool

    @property
    def limit(self) -> int:
        """What the group would have given if everybody gave the most."""
        return self.papers * self.most


def hidden(
    cells: Sequence[Cell], *, secret: bool, also: frozenset[int] = frozenset(), least: int = LEAST_IN_GROUP
) -> frozenset[int]:
    """The places of the groups to leave out; `also` are left out for another reason."""
    out = {place for place, cell in enumerate(cells) if _must_go(cell, secret=secret, least=least)} | also
    out -= {place for place, cell in enumerate(cells) if not cell.papers}
    if not out:
        return frozenset()
    others = sorted(set(range(len(cells))) - out, key=lambda place: (cells[place].papers, place))
    for more in range(len(others) + 1):
        tried = sorted(out | set(others[:more]))
        if _safe([cells[place] for place in tried if cells[place].papers], secret=secret, least=least):
            return frozenset(tried)
    return frozenset(range(len(cells)))


def _must_go(cell: Cell, *, secret: bool, least: int) -> bool:
    return 0 < cell.papers < least or (secret and cell.papers > 0 and cell.alike)


def _safe(cells: Sequence[Cell], *, secret: bool, least: int) -> bool:
    """Whether these cells, known by their sizes and their sum alone, give nothing away."""
    total = sum(cell.given for cell in cells)
    room = sum(cell.limit for cell in cells)
    if sum(cell.papers for cell in cells) < least:
        return False
    for place, cell in enumerate(cells):
        low, high = max(0, total - (room - cell.limit)), min(cell.limit, total)
        if low == high and (cell.papers < least or secret):
            return False
        if secret and not _may_differ(cells, place, total, least):
            return False
    return True


def _may_differ(cells: Sequence[Cell], place: int, total: int, least: int) -> bool:
    """Whether a group may be of several minds, in a case in which another one explains the leaving out."""
    own = cells[place]
    others = [cell for at, cell in enumerate(cells) if at != place]
    if own.papers == 1:
        return any(cell.papers > 1 for cell in others)
    if own.papers < least:
        return _fits(total, own, others)
    return any(
        _explains(cell, own, [*others[:at], *others[at + 1 :]], total, least)
        for at, cell in enumerate(others)
    )


def _explains(cell: Cell, own: Cell, rest: Sequence[Cell], total: int, least: int) -> bool:
    """Whether `own` may be of several minds while `cell` is of few papers or of one mind."""
    if cell.papers < least:
        return _fits(total, own, [cell, *rest])
    return any(_fits(total - cell.papers * mark, own, rest) for mark in range(cell.most + 1))


def _fits(total: int, own: Cell, others: Sequence[Cell]) -> bool:
    """Whether a sum can be reached with more than nothing and less than everything from `own`."""
    room = sum(cell.limit for cell in others)
    return max(1, total - room) <= min(own.limit - 1, total)
