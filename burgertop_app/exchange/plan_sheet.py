"""A table plan as a CSV file: one line per person and round, tables and rounds counted from 1."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import MOST_PEOPLE, MOST_ROUNDS
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from burgertop_app.domain.seating import SeatingPlan

HEADER = ("person_id", "round", "table")
LONGEST = 9
"""The most digits of a number that is looked at."""


@contextmanager
def plan_file(path: Path) -> Iterator[PlanFile]:
    """A plan file in the making; it stands at `path` when the block ends well, and else nothing changes.

    Opening it before a long search tells at once that `path` will not do.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as handle:
        yield PlanFile(handle)


def read_plan(path: Path) -> dict[tuple[str, int], int]:
    """The table of each person per round in a plan file, rounds and tables from 1 as they are written.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a column is missing, a number is none, or somebody sits twice in a round; the error
            names file, row and column.
    """
    table = read_table(path)
    places = [table.position(name) for name in HEADER]
    found: dict[tuple[str, int], int] = {}
    for at, row in zip(table.numbers, table.rows, strict=True):
        person = row[places[0]]
        number = _whole(table.name, at, HEADER[1], row[places[1]], MOST_ROUNDS)
        if not person:
            raise InvalidInput("row_number_blank", file=table.name, row=at, column=HEADER[0])
        if (person, number) in found:
            raise InvalidInput("plan_seat_twice", file=table.name, row=at, person=person, round=number)
        found[person, number] = _whole(table.name, at, HEADER[2], row[places[2]], MOST_PEOPLE)
    return found


def _whole(file: str, row: int, column: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST and 1 <= int(text) <= most):
        raise InvalidInput("plan_number", file=file, row=row, column=column, value=text[:20], most=most)
    return int(text)


def read_meetings(path: Path) -> Mapping[tuple[str, str], int]:
    """How often each two people share a table in a plan file; errors as `read_plan`."""
    tables: dict[tuple[int, int], list[str]] = defaultdict(list)
    for (person, number), table in read_plan(path).items():
        tables[number, table].append(person)
    return Counter(pair for people in tables.values() for pair in combinations(sorted(people), 2))


class PlanFile:
    """Takes the plan: comma between, UTF-8, rounds in order; who is absent has no line."""

    def __init__(self, handle: TextIO) -> None:
        self._writer = csv.writer(handle, lineterminator="\n")

    def write(self, people: Sequence[str], plan: SeatingPlan) -> None:
        """Write every round; numbers of people stand exactly as they were read, to match them again."""
        self._writer.writerow(HEADER)
        for number, row in enumerate(plan.tables, start=1):
            self._writer.writerows(
                (person, number, table + 1) for person, table in zip(people, row, strict=True) if table >= 0
            )

    def write_leaders(self, leaders: Sequence[str], plan: SeatingPlan) -> None:
        """Write which facilitator leads which table, in the same form."""
        self.write(leaders, replace(plan, tables=plan.leaders))
