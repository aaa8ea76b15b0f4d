"""Some tables of one round, taken apart: every swap between them scored at once, some carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.model import HARD, LEADER

if TYPE_CHECKING:
    from burgertop_app.engines.seating.model import Flags, Floats, Ints, Prices, Small
    from burgertop_app.engines.seating.state import State

NEVER = np.float32(1e9)


class Block:
    """The seats of a few tables in one round, while the other rounds stand still.

    Because meetings in other rounds do not change here, the change by a swap is a sum of terms per person
    and per pair, and swaps between different tables do not touch each other.
    """

    def __init__(self, state: State, number: int, tables: Ints, prices: Prices) -> None:
        model = state.model
        shape = model.rounds[number]
        self._state, self._number, self._tables = state, number, tables
        place = np.full(shape.spare + 1, -1)
        place[tables] = np.arange(len(tables))
        self._seats = np.flatnonzero(place[shape.table_of_seat] >= 0)
        self.table = place[shape.table_of_seat[self._seats]]
        self._real = tables < shape.spare
        self._everyone = np.arange(len(self._seats))
        self._at = np.zeros((len(tables), len(self._seats)), dtype=np.float32)
        self._at[self.table, self._everyone] = 1
        self._at_t = np.ascontiguousarray(self._at.T)
        self._people = state.seated[number][self._seats]
        self._traits = model.traits[self._people]
        self._kinds = shape.kind_of_seat[self._seats]
        self._same = (self.table[:, None] == self.table[None, :]) & self._real[self.table][:, None]
        self._order = self._everyone.copy()
        here = np.ix_(self._people, self._people)
        met = state.met[here]
        self._leads = self._kinds == LEADER
        self._before = coincidences(met, self._leads)
        self._elsewhere = met - (self._same & model.counts_as_met[here].astype(bool))
        self._strange = self._elsewhere * model.again[here]
        self._order_pairs()
        self._bar = self._barred(state.held[number][self._seats])
        self._price(prices)
        unary = model.unary[number]
        self._unary = None if unary is None else unary[self._people][:, tables]

    @property
    def people(self) -> Ints:
        """Who is in each seat now."""
        found: Ints = self._people[self._order]
        return found

    def changes(self) -> Floats:
        """What each swap of two seats would cost, shape (seats, seats); `NEVER` where none is possible."""
        where = self._offsets + (self._at @ self._traits).astype(np.int32)
        up, down = self._up.take(where), self._down.take(where)
        arriving = self._strange @ self._at_t
        if self._unary is not None:
            arriving += self._unary
        leaving = np.einsum("pt,pt->p", self._traits, down.take(self.table, axis=0))
        leaving -= arriving[self._everyone, self.table]
        arriving += self._traits @ up.T
        arriving += leaving[:, None]
        up += down
        half = arriving.take(self.table, axis=1)
        half -= (self._traits * up.take(self.table, axis=0)) @ self._traits.T
        half -= self._strange
        half += self._bar
        total: Floats = half + half.T
        return total

    def swap(self, first: list[int], second: list[int]) -> None:
        """Change places, seat by seat; no table may occur in two of the swaps."""
        to, come = np.array(first + second), np.array(second + first)
        self._order[to] = self._order[come]
        self._traits[to] = self._traits[come]
        self._strange[to] = self._strange[come]
        self._strange[:, to] = self._strange[:, come]
        if self._unary is not None:
            self._unary[to] = self._unary[come]

    def close(self) -> None:
        """Put the people back into the state, with their meetings and figures."""
        state, number, model = self._state, self._number, self._state.model
        people = self.people
        here = np.ix_(people, people)
        met = self._elsewhere[np.ix_(self._order, self._order)]
        met += self._same & model.counts_as_met[here].astype(bool)
        state.met[here] = met
        again, led = coincidences(met, self._leads)
        state.coincidences += again - self._before[0]
        state.led_again += led - self._before[1]
        state.seated[number][self._seats] = people
        real = self._tables[self._real]
        counts = (self._at @ self._traits).astype(np.int64)[self._real]
        state.excess[number][real] = model.rounds[number].excess(counts, real)
        clash = ((met > 1) & self._same).any(axis=1).astype(np.float32)
        state.clashing[number][real] = (self._at @ clash)[self._real]
        state.settle(number)

    def _order_pairs(self) -> None:
        """Add what pairs cost that must sit apart or together."""
        pairs = self._state.model.pairs[self._number]
        if not len(pairs):
            return
        place = np.full(self._state.model.total, -1)
        place[self._people] = self._everyone
        first, second = place[pairs[:, 0]], place[pairs[:, 1]]
        both = (first >= 0) & (second >= 0)
        price = np.where(pairs[both, 2] == 1, -HARD, HARD).astype(np.float32)
        np.add.at(self._strange, (first[both], second[both]), price)
        np.add.at(self._strange, (second[both], first[both]), price)

    def _barred(self, held: Flags) -> Floats:
        """`NEVER` for two at one table, of two kinds, or locked; and for the spare table what is not met."""
        no = (self.table[:, None] == self.table[None, :]) | held[:, None]
        no |= self._kinds[:, None] != self._kinds[None, :]
        return np.where(no, NEVER, np.float32(0))

    def _price(self, prices: Prices) -> None:
        rows = np.where(self._real, self._tables, 0)
        self._up, self._down = prices.up[rows], prices.down[rows]
        self._offsets = np.arange(self._up[..., 0].size, dtype=np.int32).reshape(self._up.shape[:2])
        self._offsets *= self._up.shape[2]


def coincidences(met: Small, leads: Flags) -> tuple[int, int]:
    """The sum of C(times met, 2) over the pairs of a symmetric table: of people, and with facilitators."""
    led = _twice(met[:, leads]) if leads.any() else 0
    return (_twice(met) // 2 - led) // 2, led // 2


def _twice(met: Small) -> int:
    """The sum of times met * (times met - 1)."""
    times = np.bincount(met.ravel())
    return int((times * (np.arange(len(times)) * (np.arange(len(times)) - 1))).sum())
