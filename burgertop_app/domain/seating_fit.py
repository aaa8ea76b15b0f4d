"""Whether who is there in each round fits at its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from burgertop_app.domain.seating_views import Room


@dataclass(frozen=True)
class RoundFit:
    """So many `people` in a round with seats for `least` to `most`."""

    no: int
    people: int
    least: int
    most: int

    @property
    def fits(self) -> bool:
        """Whether everybody can sit, and no table stays too empty."""
        return self.least <= self.people <= self.most


def fit(room: Room, coming: Collection[UUID]) -> tuple[RoundFit, ...]:
    """Per round who of these people is there, and the seats at the tables in use; alike without rounds."""
    if not room.rounds:
        seats = [(table.own_low or table.low, table.own_high or table.high) for table in room.tables]
        return (_fit(0, len(coming), seats),)
    return tuple(
        _fit(
            turn.no,
            sum(one not in room.stays or room.stays[one].includes(turn.no) for one in coming),
            [seated.seats for seated in room.seated.get(turn.id, ())],
        )
        for turn in room.rounds
    )


def _fit(no: int, people: int, seats: list[tuple[int, int]]) -> RoundFit:
    return RoundFit(no, people, sum(low for low, _high in seats), sum(high for _low, high in seats))
