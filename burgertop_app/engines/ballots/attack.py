"""Whether somebody's vote follows from what is shown of groups, for a reader who can calculate.

The reader knows of everybody which boxes they ticked, and the sum of everyone and of every group that is
shown. People with the same boxes, as far as those are shown, are a cell; a figure is a sum over cells. Then

- the sum of a union of cells follows just when its indicator is a linear combination of those of the figures,
- all votes of a cell are certain just when a combination of figures is as low or as high as it can be; it
  then counts only cells of one mind, those with the lowest marks on one side and the highest on the other.

Numbers are fractions with small whole numbers above and below, because a cell lies in at most one figure a
question: what is not a whole number differs from one by far more than floating point is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

NEAR = 1e-7


def few_follow(boxes: Whole, shown: Sequence[Sequence[int]], least: int) -> bool:
    """Whether the sum of some people, at least one and fewer than `least`, follows.

    Args:
        boxes: the box of each person, shape (questions, people).
        shown: per question the boxes of which the sum is shown; that of everyone is too.
        least: so many people may be known as a sum.
    """
    keys, _cell, sizes = _cells(boxes, shown)
    order = np.argsort(-sizes, kind="stable")
    sizes = sizes[order]
    rows, pivots = _reduced(_figures(keys, shown)[:, order])
    small = [no for no, at in enumerate(pivots) if sizes[at] < least]
    return _adds_up(rows[small], sizes[[pivots[no] for no in small]], sizes, least)


def certain(boxes: Whole, given: Whole, most: int, shown: Sequence[Sequence[int]]) -> bool:
    """Whether it may follow that everybody in a cell gave nothing, or everybody the most.

    Where two combinations of figures together could say so, the answer is yes without looking further.

    Args:
        boxes: as for `few_follow`.
        given: what each person gave, from 0 to `most`.
        most: the most that one person can give.
        shown: as for `few_follow`.
    """
    keys, cell, sizes = _cells(boxes, shown)
    sums = np.bincount(cell, weights=given, minlength=len(sizes))
    low, high = sums == 0, sums == sizes * most
    mixed = ~(low | high)
    order = np.argsort(~mixed, kind="stable")
    rows, pivots = _reduced(_figures(keys, shown)[:, order])
    left = [row for row, at in zip(rows, pivots, strict=True) if at >= mixed.sum()]
    if len(left) != 1:
        return bool(left)
    up, down = left[0] > NEAR, left[0] < -NEAR
    low, high = low[order], high[order]
    return not ((up & low) | (down & high)).any() or not ((up & high) | (down & low)).any()


def _cells(boxes: Whole, shown: Sequence[Sequence[int]]) -> tuple[Whole, Whole, Whole]:
    """Per cell its box for each question (-1: not shown), the cell of each person, and how many it has."""
    seen = np.array([np.where(np.isin(row, own), row, -1) for row, own in zip(boxes, shown, strict=True)])
    keys, cell, sizes = np.unique(seen, axis=1, return_inverse=True, return_counts=True)
    return keys, cell.ravel(), sizes


def _figures(keys: Whole, shown: Sequence[Sequence[int]]) -> Real:
    """The figures that are known, a row each with 1 for the cells in it."""
    rows = [np.ones(keys.shape[1])]
    rows += [(keys[at] == box).astype(float) for at, own in enumerate(shown) for box in own]
    return np.array(rows)


def _reduced(rows: Real) -> tuple[Real, list[int]]:
    """The rows in reduced echelon form, without empty ones, and the column in which each begins."""
    rows, pivots = rows.copy(), list[int]()
    for at in range(rows.shape[1]):
        here = len(pivots)
        if here == len(rows):
            break
        best = here + int(np.argmax(np.abs(rows[here:, at])))
        if abs(rows[best, at]) < NEAR:
            continue
        rows[[here, best]] = rows[[best, here]]
        rows[here] /= rows[here, at]
        others = np.arange(len(rows)) != here
        rows[others] -= np.outer(rows[others, at], rows[here])
        pivots.append(at)
    return rows[: len(pivots)], pivots


def _adds_up(rows: Real, own: Whole, sizes: Whole, least: int) -> bool:
    """Whether some of these rows together are a union of few people; `own` are the people in their pivots."""
    waiting = [(np.zeros(len(sizes)), 0, 0)]
    while waiting:
        before, begin, people = waiting.pop()
        for no in range(begin, len(rows)):
            if people + own[no] < least:
                found = before + rows[no]
                ones = np.abs(found - 1) < NEAR
                if (ones | (np.abs(found) < NEAR)).all() and sizes[ones].sum() < least:
                    return True
                waiting.append((found, no + 1, people + int(own[no])))
    return False
