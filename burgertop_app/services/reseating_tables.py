"""The tables of a printed plan on the day itself: which stay in use, and how many seats each of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.seating.closing import PrintedRound, tables_in_use
from burgertop_app.exchange.seating_rules import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from burgertop_app.exchange.seating_rules import FileRules

Seats = tuple[tuple[int, int], ...]


def seats_of_the_day(
    printed: Sequence[Sequence[int]], found: FileRules, here: Sequence[Sequence[int]]
) -> tuple[Seats, ...]:
    """Fewest and most people per round and table; (0, 0) where the table is closed.

    Args:
        printed: per round the table of each person, -1 for none.
        found: what the rules say of seats, locks and needs.
        here: per round who is there.

    Raises:
        NotPossible: too few people are left in a round.
    """
    before = [persons_per_table(row) for row in printed]
    taken = [
        persons_per_table([row[person] for person in present], len(sizes))
        for row, present, sizes in zip(printed, here, before, strict=True)
    ]
    seats = []
    for number, (sizes, present) in enumerate(zip(before, here, strict=True)):
        if len(present) < FEWEST:
            raise NotPossible("seating_round_empty", round=number + 1, people=len(present))
        usual = (FEWEST, max(FEWEST, *sizes) + 1)
        in_use = tables_in_use(
            PrintedRound(
                number=number,
                people=len(present),
                taken=taken[number],
                in_all=[sum(row[at] for row in taken if at < len(row)) for at in range(len(sizes))],
                seats=[found.seats.get(at, usual) for at in range(len(sizes))],
                used=frozenset(printed[number]) - {-1},
                may=_may(found, number, frozenset(present)),
            )
        )
        seats.append(_open_seats(sizes, found.seats, len(present), in_use))
    return tuple(seats)


def persons_per_table(row: Sequence[int], tables: int = 0) -> tuple[int, ...]:
    """How many sit at each table; there are as many tables as `row` names unless `tables` says."""
    width = tables or max(row, default=-1) + 1
    return tuple(sum(table == at for table in row) for at in range(width))


def _may(found: FileRules, number: int, people: frozenset[int]) -> dict[int, frozenset[int]]:
    """The tables of those who may not sit everywhere in a round, by their needs and their locks."""
    may: dict[int, frozenset[int]] = {}
    for person, tables in (
        *((rule.person, rule.tables) for rule in found.rules.allowed if rule.round == number),
        *((lock.person, (lock.table,)) for lock in found.locks if lock.round == number),
    ):
        if person in people:
            may[person] = may.get(person, frozenset(tables)) & frozenset(tables)
    return may


def _open_seats(
    printed: Sequence[int], given: Mapping[int, tuple[int, int]], people: int, in_use: Collection[int]
) -> Seats:
    """Fewest and most per table in use: as the rules say, else one around what was printed.

    When so many stay away that the fewest cannot be, tables without a rule may be emptier; nobody sits alone.
    """
    usual = [table for table in sorted(in_use) if table not in given]
    left = people - sum(given[table][0] for table in in_use if table in given)
    taken = [count for count in printed if count]
    low = max(FEWEST, min(min(taken) - 1, left // max(len(usual), 1)))
    high = max(FEWEST, *taken) + 1
    return tuple(
        given.get(table, (low, high)) if table in in_use else (0, 0) for table in range(len(printed))
    )
