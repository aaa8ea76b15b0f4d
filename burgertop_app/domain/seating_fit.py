"""Whether who is there in each round fits at its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Presence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from burgertop_app.domain.events import Round
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


def full_rounds(room: Room, person: UUID, attendance: Mapping[UUID, Presence]) -> tuple[int, ...]:
    """The rounds, by number, in which somebody is there without a seat and no seat is free.

    The seat of who is absent, or not there in that round, is free.
    """

    def taken(one: UUID, no: int) -> bool:
        return attendance.get(one) is not Presence.ABSENT and room.there(one, no)

    def full(turn: Round) -> bool:
        return all(
            sum(taken(one, turn.no) for one in seated.ids) >= seated.seats[1]
            for seated in room.seated.get(turn.id, ())
        )

    return tuple(
        turn.no
        for turn in room.rounds
        if room.there(person, turn.no) and room.table_of(person, turn.id) is None and full(turn)
    )


def _fit(no: int, people: int, seats: list[tuple[int, int]]) -> RoundFit:
    return RoundFit(no, people, sum(low for low, _high in seats), sum(high for _low, high in seats))
