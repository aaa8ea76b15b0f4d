"""Which tables of a printed plan stay in use when too few people are left for all of them, or many come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.seating.fitting import left_over

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


@dataclass(frozen=True)
class PrintedRound:
    """One round of a printed plan on the day itself; people and tables count from 0.

    `taken` is the people who are there per table, by what was printed, and `in_all` the same over every
    round. `seats` has the fewest and most people per table, `used` the tables that somebody was printed at.
    `may` has the tables of those who may not sit everywhere.
    """

    number: int
    people: int
    taken: Sequence[int]
    in_all: Sequence[int]
    seats: Sequence[tuple[int, int]]
    used: Collection[int]
    may: Mapping[int, frozenset[int]]


def tables_in_use(round_: PrintedRound) -> frozenset[int]:
    """The tables for the people who came: those that were used, without the ones that close.

    The table where fewest printed people sit closes first, of such tables the one with fewest in all rounds.
    A table stays where somebody must sit. One that was not used opens for whoever must sit there, or when
    the others are full.

    Raises:
        NotPossible: too few people are left for the tables where somebody must sit.
    """
    room = _Room(round_)
    while (table := room.opens()) is not None:
        room.open.add(table)
    while room.too_many:
        room.open.discard(room.closes())
    return frozenset(room.open)


class _Room:
    """The tables of one round while they open and close."""

    def __init__(self, round_: PrintedRound) -> None:
        self._round = round_
        self.open = {table for table in range(len(round_.seats)) if table in round_.used}

    @property
    def too_many(self) -> bool:
        """Whether people would sit alone, or tables get fewer than they must have."""
        return sum(self._round.seats[table][0] for table in self.open) > self._round.people

    def opens(self) -> int | None:
        """The next table to open, if one has to."""
        left = [table for table in range(len(self._round.seats)) if table not in self.open]
        lacking = self._lacking(self.open)
        if lacking:
            wanted = frozenset.union(*(self._round.may[one] for one in lacking))
            return next((table for table in left if table in wanted), None)
        full = sum(self._round.seats[table][1] for table in self.open) < self._round.people
        return next(iter(left), None) if full else None

    def closes(self) -> int:
        """The table to close; everybody still finds a place at the others."""
        at, seats = self._round, self._round.seats
        lacking = len(self._lacking(self.open))
        able = [
            table
            for table in sorted(self.open)
            if sum(seats[other][1] for other in self.open if other != table) >= at.people
            and len(self._lacking(self.open - {table})) <= lacking
        ]
        if not able:
            raise NotPossible(
                "reseat_few_people", round=at.number + 1, people=at.people, tables=len(self.open)
            )
        return min(able, key=lambda table: (at.taken[table], at.in_all[table], -table))

    def _lacking(self, tables: Collection[int]) -> list[int]:
        """Who may not sit everywhere and finds no seat at these tables."""
        may = {one: self._round.may[one] & frozenset(tables) for one in sorted(self._round.may)}
        return left_over(sorted(may), may, [high for _, high in self._round.seats])
