"""The Schulze method: an option is better when its strongest path of wins is stronger than the way back.

A path from one option to another is a chain in which each beats the next; it is as strong as its weakest
win, and a win is as strong as the number of slips for it. Options without a rank come below all others and
are equal to each other.

Source: M. Schulze, "Schulze method examples", example 1 (45 voters), and the path heuristic as on
electowiki.org/wiki/Schulze_method, "Procedure".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.vote_results import Marks

Matrix = tuple[tuple[int, ...], ...]


def wins(papers: Sequence[Marks], options: int) -> Matrix:
    """On how many slips the row comes before the column."""
    found = [[0] * options for _option in range(options)]
    for paper in papers:
        ranks = [options + 1 if mark is None else mark for mark in paper]
        for one in range(options):
            for other in range(options):
                if ranks[one] < ranks[other]:
                    found[one][other] += 1
    return tuple(map(tuple, found))


def paths(won: Matrix) -> Matrix:
    """The strength of the strongest path from the row to the column; 0 where there is none."""
    options = range(len(won))
    found = [
        [won[one][other] if won[one][other] > won[other][one] else 0 for other in options] for one in options
    ]
    for middle in options:
        for one in options:
            for other in options:
                if other not in (one, middle) and one != middle:
                    through = min(found[one][middle], found[middle][other])
                    found[one][other] = max(found[one][other], through)
    return tuple(map(tuple, found))


def better_than(strongest: Matrix) -> tuple[int, ...]:
    """For each option how many options are better than it; 0 is a winner."""
    options = range(len(strongest))
    return tuple(
        sum(strongest[other][one] > strongest[one][other] for other in options if other != one)
        for one in options
    )
