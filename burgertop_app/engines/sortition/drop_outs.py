"""Trying out who might drop out: what a reserve would mend in each of a few hundred imagined cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from burgertop_app.domain.draw_chain import THOUSAND, thousandth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draws import Entry, Lottery, Pool

CASES = 200
_NO_BOUND = 10**6

Whole = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Scale:
    """The values of a pool as places in a row of counts, with the quotas of each place.

    Per feature there is a place more, for a value without a quota.
    """

    def __init__(self, lottery: Lottery, pool: Pool) -> None:
        bounds = {(quota.feature, quota.value): (quota.low, quota.high) for quota in lottery.quotas.items}
        places: dict[tuple[str, str], int] = {}
        low: list[int] = []
        high: list[int] = []
        for feature in pool.features:
            named = [value for own, value in bounds if own == feature]
            for value in [*named, ""]:
                places[feature, value] = len(low)
                floor, ceiling = bounds.get((feature, value), (0, _NO_BOUND))
                low.append(floor)
                high.append(ceiling)
        self._places, self._features = places, pool.features
        self.low, self.high = np.array(low, dtype=np.int64), np.array(high, dtype=np.int64)

    def places(self, entry: Entry) -> list[int]:
        """The place of each value of somebody."""
        spare = self._places
        return [
            spare.get((feature, value), spare[feature, ""])
            for feature, value in zip(self._features, entry.values, strict=True)
        ]

    def flags(self, entries: Sequence[Entry]) -> Whole:
        """One at the places of each person, shape (people, places)."""
        found = np.zeros((len(entries), len(self.low)), dtype=np.int64)
        for row, entry in enumerate(entries):
            found[row, self.places(entry)] = 1
        return found


class Cases:
    """Imagined drop-outs of a panel, filled up from the reserves listed so far, one exchange at a time.

    In each case every panel member drops out, and every reserve says no, with the chance that the lottery's
    rates give; both follow from `state`. The miss of a case is how many people its quotas lack or have too
    many, and each empty seat.
    """

    def __init__(self, lottery: Lottery, pool: Pool, panel: Sequence[Entry], state: str) -> None:
        self.scale = Scale(lottery, pool)
        self._lottery, self._pool, self._state = lottery, pool, state
        stays = np.array([self.says_yes(entry) for entry in panel]).reshape(len(panel), CASES).T
        self._counts = stays.astype(np.int64) @ self.scale.flags(panel)
        self._open = len(panel) - stays.sum(axis=1)
        self._used: list[list[Whole]] = [[] for _case in range(CASES)]

    def chance(self, entry: Entry) -> int:
        """How likely somebody is to drop out or say no, in thousandths."""
        return self._lottery.drop_out.chance(self._pool.declared(entry))

    def says_yes(self, entry: Entry) -> list[bool]:
        """In which of the cases this person takes part."""
        limit = self.chance(entry)
        return [thousandth(self._state, f"{case}\n{entry.number}") >= limit for case in range(CASES)]

    def misses(self) -> Whole:
        """The miss of each case."""
        short = np.maximum(self.scale.low - self._counts, 0) + np.maximum(self._counts - self.scale.high, 0)
        total: Whole = short.sum(axis=1) + self._open
        return total

    def gains(self, kinds: Whole) -> Whole:
        """How much all misses together would fall if one of each kind were on the list and said yes."""
        total, turned = np.zeros(len(kinds), dtype=np.int64), kinds.T.astype(float)
        for case in np.flatnonzero(self.misses()).tolist():
            total -= self._changes(case, turned).min(axis=0, initial=0)
        return total

    def take(self, entry: Entry) -> None:
        """Put somebody on the list, and to use wherever that helps."""
        kind = self.scale.flags([entry])[0]
        for case in np.flatnonzero(self.says_yes(entry)).tolist():
            changes = self._changes(case, kind.astype(float)[:, None])[:, 0]
            if changes.min(initial=0) < 0:
                self._use(case, int(changes.argmin()), kind)

    def _use(self, case: int, way: int, kind: Whole) -> None:
        used = self._used[case]
        if way < len(used):
            self._counts[case] -= used.pop(way)
        else:
            self._open[case] -= 1
        self._counts[case] += kind
        used.append(kind)

    def _changes(self, case: int, turned: Numbers) -> Whole:
        """What each kind does to the miss of a case: in the place of a reserve used, last in an empty seat.

        `turned` has the flags of the kinds in its columns. Shape (ways, kinds); below zero is better.
        """
        counts, low, high = self._counts[case], self.scale.low, self.scale.high
        more = (counts >= high).astype(np.int64) - (counts < low)
        less = (counts <= low).astype(np.int64) - (counts > high)
        rows, fixed = [], []
        for one in self._used[case]:
            rows.append(np.where(one == 1, -less, more))
            fixed.append(int((less * one).sum()))
        if self._open[case] > 0:
            rows.append(more)
            fixed.append(-1)
        if not rows:
            return np.zeros((0, turned.shape[1]), dtype=np.int64)
        ways = np.array(rows, dtype=float) @ turned
        found: Whole = np.rint(ways).astype(np.int64) + np.array(fixed, dtype=np.int64)[:, None]
        return found


def weighted(gain: Whole, chances: Whole) -> Whole:
    """The gains times the chance, in thousandths, that each person says yes."""
    return gain * (THOUSAND - chances)
