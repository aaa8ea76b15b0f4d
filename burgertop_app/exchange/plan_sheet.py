"""A table plan as a CSV file: one line per person and round, tables and rounds counted from 1."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from typing import TYPE_CHECKING

from burgertop_app.exchange.exports import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from burgertop_app.domain.seating import SeatingPlan

HEADER = ("person_id", "round", "table")


@contextmanager
def plan_file(path: Path) -> Iterator[PlanFile]:
    """A plan file in the making; it stands at `path` when the block ends well, and else nothing changes.

    Opening it before a long search tells at once that `path` will not do.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as handle:
        yield PlanFile(handle)


class PlanFile:
    """Takes the plan: comma between, UTF-8, rounds in order."""

    def __init__(self, handle: TextIO) -> None:
        self._writer = csv.writer(handle, lineterminator="\n")

    def write(self, people: Sequence[str], plan: SeatingPlan) -> None:
        """Write every round; numbers of people stand exactly as they were read, to match them again."""
        self._writer.writerow(HEADER)
        for number, row in enumerate(plan.tables, start=1):
            self._writer.writerows(
                (person, number, table + 1) for person, table in zip(people, row, strict=True)
            )
