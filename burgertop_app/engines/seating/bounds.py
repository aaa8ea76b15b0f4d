"""What no table plan can go below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.seating import SeatingBounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.seating import SeatingProblem


def bounds(problem: SeatingProblem) -> SeatingBounds:
    """Proven lower bounds on repeats and coincidences, rules left out.

    Two arguments: there are only so many pairs to meet, and the people of one table must spread over the
    tables of any other round, where some share a table again when the tables are too few. Whoever misses a
    round, watches, or must sit with somebody else is left out of the second argument; then it holds for the
    others.
    """
    loose = _loose(problem)
    rounds = [_least_sizes(sizes, loose[number]) for number, sizes in enumerate(problem.sizes)]
    people = len(problem.people) - len(problem.rules.observers)
    meetings = sum(_pairs(size) for sizes in rounds for size in sizes)
    pairs = _pairs(people)
    again = [[_forced(earlier, later) for earlier in rounds[:number]] for number, later in enumerate(rounds)]
    return SeatingBounds(
        repeats=max(meetings - pairs, sum(max(forced, default=0) for forced in again), 0),
        coincidences=max(_spread(meetings, pairs), sum(sum(forced) for forced in again)),
    )


def with_leaders(problem: SeatingProblem) -> int:
    """What the coincidences of people and those with facilitators together cannot go below.

    A facilitator counts as one more person at the table, where every table has one.
    """
    if any(len(problem.rules.leaders) < len(problem.in_use(at)) for at in range(len(problem.sizes))):
        return 0
    if any(person >= len(problem.people) for person, _ in problem.rules.absent):
        return 0
    loose = _loose(problem)
    rounds = [
        tuple(size + 1 for size in _least_sizes(sizes, loose[number]))
        for number, sizes in enumerate(problem.sizes)
    ]
    return sum(_forced(earlier, later) for number, later in enumerate(rounds) for earlier in rounds[:number])


def _loose(problem: SeatingProblem) -> tuple[int, ...]:
    """Per round how many of those at the tables the second argument does not hold for."""
    rules = problem.rules
    tied = {order.second for order in rules.pairs if order.second < len(problem.people)}
    tied |= {order.first for order in rules.pairs if order.first < len(problem.people)}
    tied |= rules.observers
    tied |= {person for person, _ in rules.absent if person < len(problem.people)}
    return tuple(
        sum((person, number) not in rules.absent for person in tied) for number in range(len(problem.sizes))
    )


def _least_sizes(sizes: Sequence[int], loose: int) -> tuple[int, ...]:
    """The table sizes that are left when so many people leave, in the way that leaves fewest pairs."""
    left = sorted(sizes, reverse=True)
    for _one in range(loose):
        left[0] -= 1
        left.sort(reverse=True)
    return tuple(size for size in left if size > 0)


def _forced(one: Sequence[int], other: Sequence[int]) -> int:
    """Pairs that share a table in both rounds, at least."""
    return max(
        sum(_spread(size, len(other)) for size in one),
        sum(_spread(size, len(one)) for size in other),
    )


def _spread(things: int, boxes: int) -> int:
    """The least sum of C(count, 2) when `things` go into `boxes`."""
    if not boxes:
        return 0
    each, more = divmod(things, boxes)
    return (boxes - more) * _pairs(each) + more * _pairs(each + 1)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
