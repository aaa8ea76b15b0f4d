"""Mixing panels: the weights with which given panels come closest to wanted chances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best

if TYPE_CHECKING:
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Whole
    from burgertop_app.engines.sortition.types import Types

_DEAR = 1000.0


@dataclass(frozen=True)
class Mix:
    """A weight per panel; `short` is what lacks for the lowest chance, `off` the distance to what is wanted.

    Both are sums over types of seats per person.
    """

    weights: Numbers
    short: float
    off: float


@dataclass(frozen=True)
class Lowest:
    """The highest lowest chance these panels can give, and the price of each type's chance there."""

    chance: float
    prices: Numbers


def closest(panels: Whole, types: Types, seats: Numbers, lowest: float) -> Mix:
    """The weights that keep every chance above `lowest` and else come nearest to `seats` (sum of distances).

    Types that `seats` leaves out have no part in it.
    """
    wanted = np.where(seats > 0, np.maximum(seats, lowest * types.counts), 0.0)
    room = np.where(seats > 0, wanted - lowest * types.counts, 0.0)
    number, size = panels.shape
    unit = np.diag(np.ones(size))
    rows = np.hstack([panels.T.astype(float), unit, unit, -unit])
    one = np.append(np.ones(number), np.zeros(3 * size))
    price = 1 / types.counts
    right = np.append(wanted, 1.0)
    program = Program(
        gain=np.concatenate([np.zeros(number), -price, -_DEAR * price, -price]),
        matrix=np.vstack([rows, one]),
        row_low=right,
        row_high=right,
        low=np.zeros(len(one)),
        high=np.concatenate([np.full(number, UNLIMITED), room, np.full(2 * size, UNLIMITED)]),
    )
    found = best(program)
    if found is None:
        return Mix(np.full(number, 1 / number), np.inf, np.inf)
    under, short, over = found.values[number:].reshape(3, size) * price
    return Mix(
        np.maximum(found.values[:number], 0.0), float(short.sum()), float((under + short + over).sum())
    )


def highest_lowest(panels: Whole, types: Types, drawable: Flags) -> Lowest:
    """The maximin chance over the drawable types with these panels alone."""
    number = len(panels)
    chances = (panels / types.counts)[:, drawable].T
    rows = np.hstack([chances, np.full((len(chances), 1), -1.0)])
    one = np.append(np.ones(number), 0.0)
    program = Program(
        gain=np.append(np.zeros(number), 1.0),
        matrix=np.vstack([rows, one]),
        row_low=np.append(np.zeros(len(chances)), 1.0),
        row_high=np.append(np.full(len(chances), np.inf), 1.0),
        low=np.zeros(number + 1),
        high=np.append(np.full(number, UNLIMITED), 1.0),
    )
    found = best(program)
    prices = np.zeros(len(types))
    if found is None:
        return Lowest(0.0, prices)
    prices[drawable] = np.abs(found.row_duals[:-1]) / types.counts[drawable]
    return Lowest(found.gain, prices)


def in_trillionths(weights: Numbers) -> Whole:
    """The weights as whole trillionths that add up to one; the largest takes up the rounding."""
    units: Whole = np.round(weights / weights.sum() * WHOLE).astype(np.int64)
    units[np.argmax(units)] += WHOLE - units.sum()
    return units
