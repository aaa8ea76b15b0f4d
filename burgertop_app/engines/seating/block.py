"""Some tables of one round, taken apart: every swap between them scored at once, some carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.model import REPEAT

if TYPE_CHECKING:
    from burgertop_app.engines.seating.model import Floats, Ints, Prices
    from burgertop_app.engines.seating.state import State

NEVER = np.float32(1e9)


class Block:
    """The seats of a few tables in one round, while the other rounds stand still.

    Because meetings in other rounds do not change here, the change by a swap is a sum of terms per person
    and per pair, and swaps between different tables do not touch each other.
    """

    def __init__(self, state: State, number: int, tables: Ints, prices: Prices) -> None:
        shape = state.model.rounds[number]
        self._state, self._number, self._tables = state, number, tables
        sizes = shape.sizes[tables]
        self._seats = np.flatnonzero(np.isin(shape.table_of_seat, tables))
        self._starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self.table = np.repeat(np.arange(len(tables)), sizes)
        self._everyone = np.arange(len(self._seats))
        self._people = state.seated[number, self._seats]
        self._traits = state.model.traits[self._people]
        together = self.table[:, None] == self.table[None, :]
        held = state.held[number, self._seats]
        self._bar = np.where(together | held[:, None], NEVER, np.float32(0))
        np.fill_diagonal(together, val=False)
        self._here = together.astype(np.uint8)
        met = state.met[np.ix_(self._people, self._people)]
        self._before = _coincidences(met)
        self._elsewhere = (met - self._here).astype(np.float32)
        self._up = prices.up[tables]
        self._down = prices.down[tables]
        self._offsets = np.arange(self._up[..., 0].size).reshape(self._up.shape[:2]) * self._up.shape[2]

    def changes(self) -> Floats:
        """What each swap of two seats would cost, shape (seats, seats); `NEVER` within a table."""
        where = self._offsets + self._counts()
        up, down = self._up.ravel()[where], self._down.ravel()[where]
        known = np.add.reduceat(self._elsewhere, self._starts, axis=1) * np.float32(REPEAT)
        leaving = np.einsum("pt,pt->p", self._traits, down[self.table])
        leaving -= known[self._everyone, self.table]
        arriving = self._traits @ up.T + known + leaving[:, None]
        shared = (self._traits * (up + down)[self.table]) @ self._traits.T
        half = np.take(arriving, self.table, axis=1)
        half -= shared
        half -= np.float32(REPEAT) * self._elsewhere
        half += self._bar
        total: Floats = half + half.T
        return total

    def swap(self, first: list[int], second: list[int]) -> None:
        """Change places, seat by seat; no table may occur in two of the swaps."""
        to, come = np.array(first + second), np.array(second + first)
        self._people[to] = self._people[come]
        self._traits[to] = self._traits[come]
        self._elsewhere[to] = self._elsewhere[come]
        self._elsewhere[:, to] = self._elsewhere[:, come]

    def close(self) -> None:
        """Put the people back into the state, with their meetings and figures."""
        state, number = self._state, self._number
        met = self._elsewhere.astype(np.uint8) + self._here
        state.met[np.ix_(self._people, self._people)] = met
        state.coincidences += _coincidences(met) - self._before
        state.seated[number, self._seats] = self._people
        shape = state.model.rounds[number]
        outside = np.maximum(
            np.maximum(self._counts() - shape.high[self._tables], shape.low[self._tables] - self._counts()), 0
        )
        state.excess[number][self._tables] = outside.sum(axis=1)

    def _counts(self) -> Ints:
        counts: Ints = np.add.reduceat(self._traits, self._starts, axis=0).astype(np.int64)
        return counts


def _coincidences(met: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> int:
    """The sum of C(times met, 2) over the pairs of a symmetric table of meetings."""
    times = np.bincount(met.ravel())
    return int((times * (np.arange(len(times)) * (np.arange(len(times)) - 1))).sum()) // 4
