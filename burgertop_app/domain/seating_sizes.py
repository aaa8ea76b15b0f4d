"""How many people sit at each table, within the fewest and most seats it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from collections.abc import Sequence


def even_within(seats: Sequence[tuple[int, int]], people: int, number: int = 1) -> tuple[int, ...]:
    """Persons per table, as even as fewest and most seats (`low`, `high` per table) allow.

    Raises:
        NotPossible: the seats do not fit so many people in round `number` (from 1).
    """
    _refuse_misfit(seats, people, number)
    sizes = [low for low, _ in seats]
    for _person in range(people - sum(sizes)):
        sizes[_emptiest(sizes, seats)] += 1
    return tuple(sizes)


def near(
    now: Sequence[int], seats: Sequence[tuple[int, int]], people: int, number: int = 1
) -> tuple[int, ...]:
    """Persons per table with few of the `now` persons per table moved; newcomers at the emptiest tables.

    Raises:
        NotPossible: the seats do not fit so many people in round `number` (from 1).
    """
    _refuse_misfit(seats, people, number)
    sizes = [min(max(count, low), high) for count, (low, high) in zip(now, seats, strict=True)]
    while sum(sizes) < people:
        sizes[_emptiest(sizes, seats)] += 1
    while sum(sizes) > people:
        over = [table for table, (low, _) in enumerate(seats) if sizes[table] > low]
        sizes[max(over, key=lambda table: (sizes[table], -table))] -= 1
    return tuple(sizes)


def _emptiest(sizes: Sequence[int], seats: Sequence[tuple[int, int]]) -> int:
    free = [table for table, (_, high) in enumerate(seats) if sizes[table] < high]
    return min(free, key=lambda table: (sizes[table], table))


def _refuse_misfit(seats: Sequence[tuple[int, int]], people: int, number: int) -> None:
    least, most = sum(low for low, _ in seats), sum(high for _, high in seats)
    if not least <= people <= most:
        raise NotPossible("seating_seats_do_not_fit", people=people, least=least, most=most, round=number)
