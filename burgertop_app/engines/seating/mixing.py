"""How far a count at a table is from what is fair, for each way of mixing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.seating_rules import Mixing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Doubles = NDArray[np.float64]


def outside(
    counted: Ints, having: Ints, people: int, modes: Sequence[Mixing], attributes: Sequence[str]
) -> Ints:
    """Persons outside the fair range, shape (tables, traits, counts from 0 to the largest table).

    Spread: fewer than the fair share rounded down, or more than it rounded up. Never one: somebody who is
    the only one at the table, where the whole group has at least two. Together: what a group at a table is
    away from nobody, or else from as many as there are at each when as few tables as possible hold them all.
    The other values of that attribute then have room to be fewer where the group sits, and more elsewhere.

    Args:
        counted: people per table.
        having: people per trait.
        people: how many there are.
        modes: the way of mixing per trait.
        attributes: the attribute of each trait.
    """
    count = np.arange(int(counted.max(initial=0)) + 1)
    wanted = np.outer(counted, having)[..., None]
    low, high = wanted // max(people, 1), -(-wanted // max(people, 1))
    for trait, mode in enumerate(modes):
        held = _together(having, modes, attributes, attributes[trait])
        if mode is Mixing.SPREAD and held:
            rest = max(people - held, 1)
            low[:, trait, 0] = np.maximum(counted - held, 0) * having[trait] // rest
            high[:, trait, 0] = -(-counted * having[trait] // rest)
    found = np.maximum(np.maximum(count - high, low - count), 0)
    for trait, mode in enumerate(modes):
        if mode is Mixing.NEVER_ONE:
            found[:, trait] = (count == 1) & (having[trait] > 1)
        elif mode is Mixing.TOGETHER:
            least = _least_group(int(having[trait]), int(counted.max(initial=1)))
            found[:, trait] = np.where(count < least, np.minimum(count, least - count), 0)
    whole: Ints = found.astype(np.int64)
    return whole


def _together(having: Ints, modes: Sequence[Mixing], attributes: Sequence[str], attribute: str) -> int:
    """How many people have a value of this attribute that is kept together."""
    return sum(
        int(count)
        for count, mode, of in zip(having, modes, attributes, strict=True)
        if mode is Mixing.TOGETHER and of == attribute
    )


def strain(counted: Ints, share: Doubles, modes: Sequence[Mixing]) -> Doubles:
    """How far a count is from the exact share, squared; for a group together how much of it is elsewhere."""
    count = np.arange(int(counted.max(initial=0)) + 1)
    found = (count - share[..., None]) ** 2
    for trait, mode in enumerate(modes):
        if mode is Mixing.TOGETHER:
            found[:, trait] = -(count**2.0) / 2
        elif mode is Mixing.NEVER_ONE:
            found[:, trait] = found[:, trait] / 4
    return found


def _least_group(having: int, largest: int) -> int:
    tables = -(-having // max(largest, 1))
    return having // max(tables, 1)
