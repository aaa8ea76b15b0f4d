"""Who is not there all day, seen beside what changes: rounds that move, and seats that were fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from burgertop_app.domain.events import Lock, Round, Stay


def affected(stays: Iterable[Stay], before: Sequence[UUID], after: Sequence[UUID]) -> tuple[Stay, ...]:
    """The stays as they are after rounds changed, of those who come at other rounds or other numbers now."""
    found = []
    for stay in stays:
        moved = stay.following(before, after)
        if moved != stay or _rounds(stay, before) & set(after) != _rounds(moved, after) & set(before):
            found.append(moved)
    return tuple(found)


def locks_missed(locks: Iterable[Lock], rounds: Iterable[Round], stay: Stay) -> tuple[Lock, ...]:
    """The fixed seats of somebody in rounds in which they are not there."""
    numbers = {turn.id: turn.no for turn in rounds}
    return tuple(
        lock
        for lock in locks
        if lock.participation_id == stay.participation_id
        and lock.round_id in numbers
        and not stay.includes(numbers[lock.round_id])
    )


def _rounds(stay: Stay, rounds: Sequence[UUID]) -> set[UUID]:
    return {one for no, one in enumerate(rounds, 1) if stay.includes(no)}
