"""The reserve list: who comes next when a panel member cannot come, in an order nobody chose."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draw_chain import chained, rank
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.engines.sortition.drop_outs import Cases, weighted

if TYPE_CHECKING:
    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.domain.draws import Lottery, Panel, Pool
    from burgertop_app.engines.sortition.drop_outs import Whole

PURPOSE = "reserve"


def reserve_list(lottery: Lottery, pool: Pool, drawn: DrawnNumber, size: int) -> tuple[str, ...]:
    """At most `size` numbers, in the order in which they are to be asked.

    The rule: the rates in the lottery say how likely each panel member is to drop out and each reserve to
    say no. Two hundred cases of that are made from the state numbered 0. Each place of the list goes to
    whoever, after those before, lowers the quotas missed over all cases the most, counted with the chance of
    saying yes. Among equals it goes to the one with whom the list's shares of all values come nearest to
    those of the panel (sum of squares); among equals there the lowest SHA-256 of state and number wins. The
    states are those of `chained` with "reserve"; the first one before is the hash of the panel. Nobody of a
    household that is in the panel or on the list, and nobody kept out, can be on it.

    Source: the aim, alternates that minimise expected misrepresentation under drop-out chances learnt from
    the past, is that of Assos, Baharav, Flanigan, Procaccia, Alternates, Assemble! Selecting Optimal
    Alternates for Citizens' Assemblies, EC 2025 (abstract); choosing place by place is our own.
    """
    panel = lottery.panels[drawn.number]
    digest, state = lottery_sha256(lottery), hashlib.sha256(canonical([*panel])).hexdigest()
    state = chained(digest, drawn.source, PURPOSE, 0, state)
    waiting = _Waiting(lottery, pool, panel, state)
    while len(waiting.chosen) < size and waiting.any():
        state = chained(digest, drawn.source, PURPOSE, len(waiting.chosen) + 1, state)
        waiting.take(state)
    return tuple(waiting.chosen)


class _Waiting:
    """Those who can still come on the list; people with the same values are weighed together."""

    def __init__(self, lottery: Lottery, pool: Pool, panel: Panel, state: str) -> None:
        members = [pool.by_number[number] for number in panel]
        closed = {member.household for member in members} - {""}
        barred = lottery.rules.barred | set(panel)
        self._people = [
            entry for entry in pool.entries if entry.number not in barred and entry.household not in closed
        ]
        self._cases = Cases(lottery, pool, members, state)
        by_values = {entry.values: entry for entry in self._people}
        kinds = {values: place for place, values in enumerate(sorted(by_values))}
        self._kind = np.array([kinds[entry.values] for entry in self._people], dtype=np.int64)
        examples = [by_values[values] for values in sorted(by_values)]
        self._flags = self._cases.scale.flags(examples)
        self._chances = np.array([self._cases.chance(entry) for entry in examples], dtype=np.int64)
        self._free = np.ones(len(self._people), dtype=bool)
        self._homes = np.array([entry.household for entry in self._people])
        self._seats = self._cases.scale.flags(members).sum(axis=0)
        self._size = len(panel)
        self._so_far = np.zeros_like(self._seats)
        self.chosen: list[str] = []

    def any(self) -> bool:
        """Whether there is anybody left."""
        return bool(self._free.any())

    def take(self, state: str) -> None:
        """Give the next place of the list."""
        gain = weighted(self._cases.gains(self._flags), self._chances)[self._kind]
        best = self._free & (gain == gain[self._free].max())
        away = self._away()[self._kind]
        best &= away == away[best].min()
        place = min(np.flatnonzero(best).tolist(), key=lambda each: rank(state, self._people[each].number))
        chosen = self._people[place]
        self._cases.take(chosen)
        self._so_far += self._flags[self._kind[place]]
        self.chosen.append(chosen.number)
        self._free[place] = False
        if chosen.household:
            self._free &= self._homes != chosen.household

    def _away(self) -> Whole:
        """What adding one of each kind does to the distance between list and panel.

        The distance is the sum over values of (number on the list · seats - seats of the value · length)².
        """
        gaps = self._so_far * self._size - self._seats * (len(self.chosen) + 1)
        found: Whole = self._flags @ ((gaps + self._size) ** 2 - gaps**2)
        return found
