"""Drawing replacements: who joins a panel so that its quotas hold, in an order nobody chose."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.draw_chain import rank
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.solver import UNLIMITED, Program, best_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draws import Entry, Pool
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.domain.replacing import Vacancy
    from burgertop_app.engines.sortition.solver import Numbers, Whole

_HALF = 0.5


def replacements(
    pool: Pool, quotas: Quotas, vacancy: Vacancy, state: str, progress: Progress = UNHEARD
) -> tuple[str, ...]:
    """The numbers of those who join, as many as there are open seats or people to ask.

    The rule: as many seats as possible are filled, jointly, and so that the quotas miss as few people in all
    as possible; when it can be done without a miss, there is none. Of all choices that reach this, the
    people are taken who come first: the reserves in the order of their list, then the others in the order of
    SHA-256 of state and number. First the earliest who is in any such choice, then the earliest who can be
    added to them, and so on. At most one person of each household is in the panel.

    Raises:
        Cancelled: asked for through `progress`.
    """
    order = _in_order(pool, vacancy, state)
    groups = _Groups(order)
    seats = min(vacancy.seats, groups.most)
    if not seats:
        return ()
    search = _Search(pool, quotas, vacancy, groups, seats)
    chosen = np.zeros(len(groups), dtype=np.int64)
    for place in range(seats):
        progress.checkpoint("replacing", place / seats)
        chosen[search.next_group(chosen)] += 1
    return groups.numbers(chosen)


def _in_order(pool: Pool, vacancy: Vacancy, state: str) -> list[Entry]:
    """Everyone who can be asked, the first to be asked first."""
    closed = {pool.by_number[number].household for number in vacancy.staying} - {""}
    away = vacancy.barred | set(vacancy.staying)
    free = [entry for entry in pool.entries if entry.number not in away and entry.household not in closed]
    listed = {number: place for place, number in enumerate(vacancy.reserves)}
    return sorted(free, key=lambda entry: (listed.get(entry.number, len(listed)), rank(state, entry.number)))


class _Groups:
    """People who are equal to the quotas and share no home, each group in the order given."""

    def __init__(self, order: Sequence[Entry]) -> None:
        self._place = {entry.number: place for place, entry in enumerate(order)}
        found: dict[tuple[tuple[str, ...], str], list[Entry]] = defaultdict(list)
        for entry in order:
            found[entry.values, entry.household].append(entry)
        self.groups = tuple(found.values())
        self.counts = np.array([len(group) for group in self.groups], dtype=float)
        homes: dict[str, list[int]] = defaultdict(list)
        for place, group in enumerate(self.groups):
            if group[0].household:
                homes[group[0].household].append(place)
        self.homes = tuple(homes.values())
        self.most = len(self.homes) + sum(not entry.household for entry in order)

    def __len__(self) -> int:
        return len(self.groups)

    def following(self, chosen: Whole) -> list[int]:
        """The groups with somebody left after the first `chosen` of each, by who of them comes first."""
        left = [place for place, group in enumerate(self.groups) if chosen[place] < len(group)]
        return sorted(left, key=lambda place: self._place[self.groups[place][chosen[place]].number])

    def numbers(self, chosen: Whole) -> tuple[str, ...]:
        """The first `chosen` of each group, in order."""
        found = [
            entry.number for group, size in zip(self.groups, chosen, strict=True) for entry in group[:size]
        ]
        return tuple(sorted(found, key=self._place.__getitem__))


@dataclass(frozen=True)
class _Frame:
    """The quotas as rows over the groups, with what those who stay leave of them."""

    matrix: Numbers
    low: Numbers
    high: Numbers


class _Search:
    """Finds choices of people per group with the fewest misses; misses are unknowns of their own."""

    def __init__(self, pool: Pool, quotas: Quotas, vacancy: Vacancy, groups: _Groups, seats: int) -> None:
        self._groups, self._seats = groups, seats
        self._frame = _frame(pool, quotas, vacancy, groups)
        self._least = 0.0
        found = self._solve(np.zeros(len(groups)), ())
        self._least = found if found is not None else 0.0

    def next_group(self, chosen: Whole) -> int:
        """The group whose first person left comes earliest, of those who can be added to the `chosen`."""
        order = self._groups.following(chosen)
        low, high = 0, len(order) - 1
        while low < high:
            middle = (low + high) // 2
            if self._reaches(chosen, order[: middle + 1]):
                high = middle
            else:
                low = middle + 1
        return order[low]

    def _reaches(self, chosen: Whole, some: Sequence[int]) -> bool:
        """Whether the fewest misses can be reached with one more from `some` of the groups."""
        found = self._solve(chosen.astype(float), some)
        return found is not None and found < self._least + _HALF

    def _solve(self, floor: Numbers, some: Sequence[int]) -> float | None:
        found = best_whole(self._program(floor, some))
        return None if found is None else -found.gain

    def _program(self, floor: Numbers, some: Sequence[int]) -> Program:
        frame, size = self._frame, len(self._groups)
        quotas = len(frame.low)
        more = np.zeros(size)
        more[list(some)] = 1.0
        homes = np.array([[float(place in home) for place in range(size)] for home in self._groups.homes])
        people = np.vstack([frame.matrix, homes.reshape(len(self._groups.homes), size), np.ones(size), more])
        slack = np.zeros((len(people), 2 * quotas))
        slack[:quotas] = np.hstack([np.eye(quotas), -np.eye(quotas)])
        ones = np.ones(len(self._groups.homes))
        wanted = (floor * more).sum() + 1.0 if len(some) else 0.0
        return Program(
            gain=np.concatenate([np.zeros(size), -np.ones(2 * quotas)]),
            matrix=np.hstack([people, slack]),
            row_low=np.concatenate([frame.low, 0 * ones, [self._seats, wanted]]),
            row_high=np.concatenate([frame.high, ones, [self._seats, UNLIMITED]]),
            low=np.concatenate([floor, np.zeros(2 * quotas)]),
            high=np.concatenate([self._groups.counts, np.full(2 * quotas, UNLIMITED)]),
        )


def _frame(pool: Pool, quotas: Quotas, vacancy: Vacancy, groups: _Groups) -> _Frame:
    places = {feature: place for place, feature in enumerate(pool.features)}
    staying = [pool.by_number[number].values for number in vacancy.staying]
    rows, low, high = [], [], []
    for quota in quotas.items:
        place = places[quota.feature]
        there = sum(values[place] == quota.value for values in staying)
        rows.append([float(group[0].values[place] == quota.value) for group in groups.groups])
        low.append(quota.low - there)
        high.append(quota.high - there)
    matrix = np.array(rows).reshape(len(rows), len(groups))
    return _Frame(matrix, np.array(low, dtype=float), np.array(high, dtype=float))
