"""How much of the allotted effort is used: counted in steps, or by a stopwatch."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.seating import Effort

FEWEST, MOST = 100_000, 250_000
_PERSON_STEPS = 12_000_000


class Pace:
    """Counts steps; `part` is the part of the effort that is used.

    With an effort in seconds the stopwatch starts when this is made. That is the only case in which the
    same seed may give another plan.
    """

    def __init__(self, effort: Effort, people: int) -> None:
        self.steps = 0
        self._seconds = effort.seconds
        self._most = effort.steps or standard_steps(people)
        self._start = monotonic() if self._seconds else 0.0

    @property
    def part(self) -> float:
        """The part that is used, 0..1; 1 when the effort is spent."""
        if self._seconds:
            return min(1.0, (monotonic() - self._start) / self._seconds)
        return min(1.0, self.steps / self._most)

    @property
    def spent(self) -> bool:
        """Whether there is nothing left."""
        return self.part >= 1.0


def standard_steps(people: int) -> int:
    """How many steps to search when nobody says; a step is cheaper in a small group, so it gets more."""
    return min(MOST, max(FEWEST, _PERSON_STEPS // people))
