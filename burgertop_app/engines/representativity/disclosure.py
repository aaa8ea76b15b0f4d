"""The strongest reader: knows who was at which stage and every figure shown, and solves for the rest.

People who were at the same stages cannot be told apart; they are one crowd. What such a reader can find out
is a whole-number program over how many of each crowd are in each group. The figures give something away when

- everyone in a crowd must be in one group, or somebody in a crowd of a few must be;
- of a figure that was left out it is certain whether it is of a few people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 5
"""In a crowd of fewer people nobody's group may be certain, not even without knowing whose it is."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Crowd:
    """So many people who were at exactly the same stages; `at` tells for each stage whether they were."""

    people: int
    at: tuple[bool, ...]


@dataclass(frozen=True)
class Told:
    """What is known of one stage: from how many to how many did not tell, and the same of each group.

    A group whose figure is left out has None.
    """

    untold: tuple[int, int]
    spans: tuple[tuple[int, int] | None, ...]


@dataclass
class Reader:
    """Somebody who solves for what is not shown; `told` are the first stages, in their order.

    `tried` are solutions that earlier readers of the same crowds came up with; new ones are added.
    """

    crowds: Sequence[Crowd]
    told: Sequence[Told]
    groups: int
    tried: list[Numbers] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = len(self.crowds) * self._wide
        rows: list[Numbers] = []
        lows: list[int] = []
        highs: list[int] = []
        for place, crowd in enumerate(self.crowds):
            row = np.zeros(size)
            row[place * self._wide : (place + 1) * self._wide] = 1
            rows.append(row)
            lows.append(crowd.people)
            highs.append(crowd.people)
        for stage, known in enumerate(self.told):
            spans = (*known.spans, known.untold)
            for group, span in enumerate(spans):
                if span is not None:
                    rows.append(self._sum(stage, group))
                    lows.append(span[0])
                    highs.append(span[1])
        matrix, low, high = np.array(rows), np.array(lows), np.array(highs)
        self._within = LinearConstraint(matrix, low, high)
        sums = [(known, matrix @ known) for known in self.tried]
        self._found = [known for known, at in sums if np.all(low <= at) and np.all(at <= high)]
        self._most = np.repeat([float(crowd.people) for crowd in self.crowds], self._wide)

    @property
    def _wide(self) -> int:
        return self.groups + 1

    def finds_somebody(self) -> bool:
        """Whether the group of somebody is certain."""
        return any(
            not self._possible(
                self._cell(place, group), 0, 0 if 0 < crowd.people < FEW else max(crowd.people - 1, 0)
            )
            for place, crowd in enumerate(self.crowds)
            if crowd.people
            for group in range(self.groups)
        )

    def finds_figure(self, stage: int, group: int, least: int) -> bool:
        """Whether it is certain if a figure that was left out is of fewer than `least` people."""
        row = self._sum(stage, group)
        most = int(sum(crowd.people for crowd in self.crowds if crowd.at[stage]))
        return not (self._possible(row, 0, least - 1) and self._possible(row, least, most))

    def _cell(self, place: int, group: int) -> Numbers:
        row = np.zeros(len(self.crowds) * self._wide)
        row[place * self._wide + group] = 1
        return row

    def _sum(self, stage: int, group: int) -> Numbers:
        row = np.zeros(len(self.crowds) * self._wide)
        for place, crowd in enumerate(self.crowds):
            if crowd.at[stage]:
                row[place * self._wide + group] = 1
        return row

    def _possible(self, row: Numbers, low: int, high: int) -> bool:
        """Whether something that fits all that is known gives `row` a sum from `low` to `high`."""
        if any(low <= row @ known <= high for known in self._found):
            return True
        size = len(row)
        answer = milp(
            np.zeros(size),
            constraints=[self._within, LinearConstraint(row[None, :], low, high)],
            bounds=Bounds(np.zeros(size), self._most),
            integrality=np.ones(size),
        )
        if answer.x is None:
            return False
        self._found.append(np.round(answer.x))
        self.tried.append(self._found[-1])
        return True
