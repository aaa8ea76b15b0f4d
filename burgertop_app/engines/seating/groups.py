"""Who must sit together in a round: an interpreter with a participant, a couple, a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.engines.seating.model import Ints


def units(pairs: Ints) -> tuple[tuple[int, ...], ...]:
    """The groups who must sit together, in order of their first person.

    Args:
        pairs: rows of (first, second, 1 for together and 0 for apart).
    """
    chief: dict[int, int] = {}

    def find(one: int) -> int:
        while chief.setdefault(one, one) != one:
            one = chief[one]
        return one

    for first, second, together in pairs.tolist():
        if together:
            one, other = sorted((find(first), find(second)))
            chief[other] = one
    groups: dict[int, list[int]] = {}
    for one in sorted(chief):
        groups.setdefault(find(one), []).append(one)
    return tuple(tuple(group) for group in groups.values())
