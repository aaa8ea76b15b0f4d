"""What people, and each group of them, say of each statement.

Over all groups at once a statement is agreed with when every group does: the product over the groups of
(agree + 1) / (seen + 2).

Source: Polis, math/src/polismath/math/conversation.clj (`group-aware-consensus`) and repness.clj
(`comment-stats`, `select-consensus-comments`), stats.clj (`prop-test`, `z-sig-90?`). The same product for
disagreeing, and the greatest difference between two groups, are ours.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from burgertop_app.domain.opinion_map import Said, StatementResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

SURE = 1.2816
"""A test above this is one-sided surer than nine in ten."""
MOST_TOLD = 5


def results(
    votes: NDArray[np.float64], numbers: Sequence[int], groups: NDArray[np.int64] | None
) -> tuple[StatementResult, ...]:
    """Per statement what everybody and each group says, in order of number.

    Args:
        votes: shape (people, statements).
        numbers: of the statements.
        groups: per person, counting from 0; None when there are none.
    """
    count = 0 if groups is None else int(groups.max()) + 1
    found = []
    for column, number in enumerate(numbers):
        everyone = _said(votes[:, column])
        parts = tuple(_said(votes[groups == one, column]) for one in range(count))
        over = parts or (everyone,)
        found.append(
            StatementResult(
                number,
                everyone,
                parts,
                agreed=math.prod(part.likely for part in over),
                rejected=math.prod(part.unlikely for part in over),
                apart=_apart(parts) if parts else _even(everyone),
            )
        )
    return tuple(found)


def agreed_by_all(found: Sequence[StatementResult], *, agree: bool) -> tuple[int, ...]:
    """At most five statements that surely more than half agrees (or disagrees) with, clearest first."""

    def part(one: StatementResult) -> float:
        return one.everyone.likely if agree else one.everyone.unlikely

    def test(one: StatementResult) -> float:
        succeeded = one.everyone.agree if agree else one.everyone.disagree
        return more_than_half(succeeded, one.everyone.seen)

    sure = [one for one in found if part(one) > 1 / 2 and test(one) > SURE]
    sure.sort(key=lambda one: (-part(one) * test(one), one.number))
    return tuple(one.number for one in sure[:MOST_TOLD])


def more_than_half(succeeded: int, seen: int) -> float:
    """How surely more than half of who was asked says this (z)."""
    tried = seen + 1
    return 2 * math.sqrt(tried) * ((succeeded + 1) / tried - 0.5)


def more_than_others(here: int, there: int, seen_here: int, seen_there: int) -> float:
    """How surely a greater part says this here than there (z)."""
    here, there, seen_here, seen_there = here + 1, there + 1, seen_here + 1, seen_there + 1
    together = (here + there) / (seen_here + seen_there)
    if together >= 1:
        return 0.0
    spread = together * (1 - together) * (1 / seen_here + 1 / seen_there)
    return (here / seen_here - there / seen_there) / math.sqrt(spread)


def _said(column: NDArray[np.float64]) -> Said:
    return Said(int((column > 0).sum()), int((column < 0).sum()), int((column == 0).sum()))


def _apart(parts: Sequence[Said]) -> float:
    likely = [part.likely for part in parts]
    return max(likely) - min(likely)


def _even(said: Said) -> float:
    both = said.agree + said.disagree
    return 1 - abs(said.agree - said.disagree) / both if both else 0.0
