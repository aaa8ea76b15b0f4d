"""Types: people a draw cannot tell apart are counted together, which makes every program small."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from burgertop_app.domain.draws import DrawRules, Entry, Pool
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.engines.sortition.solver import Numbers, Program, Whole

Key = tuple[tuple[str, ...], str, bool]


@dataclass(frozen=True)
class Types:
    """The people who can be drawn, by type, and what a panel must satisfy.

    A panel is a number of people per type, x. It fits when `floor` ≤ x ≤ `counts` and
    `row_low` ≤ `matrix` x ≤ `row_high`; the rows are the quotas (sorted), the shared households and, last,
    the seats. `members` holds the numbers of each type, sorted. Members of a shared household and those
    kept in are types of their own, so that equal treatment within a type never breaks a rule.
    """

    counts: Numbers
    floor: Numbers
    members: tuple[tuple[str, ...], ...]
    matrix: Numbers
    row_low: Numbers
    row_high: Numbers

    def __len__(self) -> int:
        return len(self.members)

    def program(self, gain: Numbers) -> Program:
        """Maximise `gain` over the panels, relaxed to fractions of people."""
        from burgertop_app.engines.sortition.solver import Program

        return Program(gain, self.matrix, self.row_low, self.row_high, self.floor, self.counts)

    def fits(self, panels: Whole) -> bool:
        """Whether every row of `panels`, shape (panels, types), satisfies all of it."""
        sums = panels @ self.matrix.astype(np.int64).T
        inside = (panels >= self.floor) & (panels <= self.counts)
        return bool(inside.all() and (sums >= self.row_low).all() and (sums <= self.row_high).all())


def collapse(pool: Pool, quotas: Quotas, rules: DrawRules) -> Types:
    """The types of `pool` under `quotas` and `rules`; those kept out are left aside."""
    drawable = [entry for entry in pool.entries if entry.number not in rules.barred]
    shared = Counter(entry.household for entry in drawable if entry.household)
    kept_in = frozenset(rules.keep_in)
    groups: dict[Key, list[str]] = defaultdict(list)
    for entry in drawable:
        groups[_key(entry, shared, kept_in)].append(entry.number)
    keys = sorted(groups)
    counts = np.array([len(groups[key]) for key in keys], dtype=float)
    positions = [pool.features.index(quota.feature) for quota in quotas.sorted]
    rows = [
        [float(values[position] == quota.value) for values, _household, _kept in keys]
        for position, quota in zip(positions, quotas.sorted, strict=True)
    ]
    households = sorted(household for household, people in shared.items() if people > 1)
    rows += [[float(key[1] == household) for key in keys] for household in households]
    rows.append([1.0] * len(keys))
    low = [quota.low for quota in quotas.sorted] + [0] * len(households) + [rules.seats]
    high = [quota.high for quota in quotas.sorted] + [1] * len(households) + [rules.seats]
    return Types(
        counts=counts,
        floor=np.array([len(groups[key]) if key[2] else 0 for key in keys], dtype=float),
        members=tuple(tuple(groups[key]) for key in keys),
        matrix=np.array(rows).reshape(len(rows), len(keys)),
        row_low=np.array(low, dtype=float),
        row_high=np.array(high, dtype=float),
    )


def _key(entry: Entry, shared: Counter[str], kept_in: frozenset[str]) -> Key:
    household = entry.household if shared[entry.household] > 1 else ""
    return entry.values, household, entry.number in kept_in
