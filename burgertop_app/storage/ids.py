"""Ids that sort in the order in which they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

COUNTER_BITS = 30
CHANCE_BITS = 44


class Ids:
    """Makes version 7 UUIDs: milliseconds, a counter within the millisecond, and chance.

    Source: RFC 9562 (2024), sections 5.7 and 6.2, method 1.
    """

    def __init__(self, clock: Callable[[], datetime], entropy: Callable[[int], bytes]) -> None:
        self._clock = clock
        self._entropy = entropy
        self._moment = -1
        self._counter = 0

    def new(self) -> UUID:
        """An id larger than every id made before, also when the clock stands still or goes back."""
        moment = int(self._clock().timestamp() * 1000)
        if moment > self._moment:
            self._moment, self._counter = moment, 0
        else:
            self._counter += 1
        if self._counter >> COUNTER_BITS:
            self._moment, self._counter = self._moment + 1, 0
        chance = int.from_bytes(self._entropy(6)) >> (48 - CHANCE_BITS)
        tail = self._counter << CHANCE_BITS | chance
        return UUID(int=self._moment << 80 | 7 << 76 | (tail >> 62) << 64 | 2 << 62 | tail & (1 << 62) - 1)
