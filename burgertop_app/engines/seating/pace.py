"""How much of the allotted effort is used: counted in steps, or by a stopwatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.seating import Effort

    Stopwatch = Callable[[], float]

FEWEST, MOST = 40_000, 180_000
_PERSON_STEPS = 12_000_000


class Pace:
    """Counts steps; `part` is the part of the effort that is used.

    With an effort in seconds the time runs from when this is made, on `stopwatch` (seconds that only rise).
    That is the only case in which the same seed may give another plan.

    Raises:
        TypeError: an effort in seconds without a stopwatch.
    """

    def __init__(self, effort: Effort, people: int, stopwatch: Stopwatch | None = None) -> None:
        self.steps = 0
        self._most = effort.steps or standard_steps(people)
        self._seconds = effort.seconds
        if effort.seconds is not None and stopwatch is None:
            raise TypeError("an effort in seconds needs a stopwatch")
        self._stopwatch = stopwatch or _standing
        self._start = self._stopwatch()

    @property
    def part(self) -> float:
        """The part that is used, 0..1; 1 when the effort is spent."""
        if self._seconds:
            return min(1.0, (self._stopwatch() - self._start) / self._seconds)
        return min(1.0, self.steps / self._most)

    @property
    def spent(self) -> bool:
        """Whether there is nothing left."""
        return self.part >= 1.0


def standard_steps(people: int) -> int:
    """How many steps to search when nobody says; a step is cheaper in a small group, so it gets more."""
    return min(MOST, max(FEWEST, _PERSON_STEPS // people))


def _standing() -> float:
    return 0.0
