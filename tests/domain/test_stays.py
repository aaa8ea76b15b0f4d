"""A stay follows its rounds: taken away, moved, and added."""

from __future__ import annotations

from uuid import UUID

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Stay

A, B, C, D, E = (UUID(int=no) for no in range(1, 6))


def stay(first, last=0):
    return Stay(id=UUID(int=9), event_id=UUID(int=8), participation_id=UUID(int=7), first=first, last=last)


@pytest.mark.parametrize(
    ("kept", "after", "follows"),
    [
        ((1, 0), (C, A, B), (1, 0)),
        ((2, 0), (B, C, D), (1, 0)),
        ((2, 0), (A, C, D), (2, 0)),
        ((2, 0), (A, B, C, D, E), (2, 0)),
        ((2, 0), (B, C, D, A), (1, 3)),
        ((1, 2), (A, B, D, C), (1, 2)),
        ((1, 2), (B,), (1, 1)),
        ((1, 2), (C, A, B, D), (2, 3)),
        ((3, 3), (A, C, B, D), (2, 2)),
        ((3, 3), (A, B, D), (0, 0)),
        ((0, 0), (A, B), (0, 0)),
        ((2, 3), (A, B, D, C), (2, 3)),
        ((4, 0), (D,), (1, 0)),
    ],
)
def test_a_stay_follows_its_rounds(kept, after, follows):
    moved = stay(*kept).following((A, B, C, D), after)

    assert (moved.first, moved.last) == follows


def test_who_is_in_no_round_any_more_is_there_in_none():
    assert not any(stay(0, 0).includes(no) for no in range(4))


@pytest.mark.parametrize(("first", "last"), [(0, 2), (-1, 0), (3, 2), (2, -1)])
def test_a_stay_that_cannot_be_is_refused(first, last):
    with pytest.raises(InvalidInput, match="stay_rounds"):
        stay(first, last)
