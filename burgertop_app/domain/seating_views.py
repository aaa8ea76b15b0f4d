"""What is asked of a table plan in the workspace, and what a page shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.seating import even_sizes

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.events import Event, Lock, PlanVersion, Round, Table, TableRound
    from burgertop_app.domain.seating import SeatingBounds, SeatingFigures, SeatingPlan, SeatingProblem
    from burgertop_app.domain.views import PersonLine


@dataclass(frozen=True, kw_only=True)
class SeatingRequest:
    """Make a plan for a meeting, mixing people by the features in `spread`."""

    event_id: UUID
    spread: tuple[str, ...]
    seed: int
    steps: int | None = None


@dataclass(frozen=True)
class SeatingInput:
    """What the calculation gets: participations and values, never names.

    `places` has for each round and table of the problem the id of the table in that round.
    """

    request: SeatingRequest
    problem: SeatingProblem
    participations: tuple[UUID, ...]
    places: tuple[tuple[UUID, ...], ...]


@dataclass(frozen=True)
class SeatingResult:
    """A plan with its figures and what no plan can go below."""

    plan: SeatingPlan
    figures: SeatingFigures
    bounds: SeatingBounds


@dataclass(frozen=True)
class RoomProposal:
    """So many tables of `low` to `high` people."""

    tables: int
    low: int
    high: int

    @classmethod
    def of(cls, people: int, table_size: int) -> RoomProposal:
        """As few tables of at most `table_size` as seat everybody, with one seat to spare where all are full.

        Raises:
            InvalidInput: tables of fewer than two.
        """
        sizes = even_sizes(max(people, 2), table_size)
        low = min(sizes) if min(sizes) < max(sizes) else max(min(sizes) - 1, 1)
        return cls(len(sizes), low, max(sizes))


@dataclass(frozen=True)
class SeatedTable:
    """One table in one round with who sits there and who leads it; `locked` are those who must."""

    place: TableRound
    table: Table
    people: tuple[PersonLine, ...]
    facilitator: PersonLine | None
    locked: frozenset[UUID]

    @property
    def free(self) -> int:
        """Seats that nobody sits on."""
        return max(self.table.high - len(self.people), 0)


@dataclass(frozen=True)
class Room:
    """A meeting as the page shows it: per round its tables.

    `planned` are the rounds in which everybody who has a seat sits; `given` and `result` are about those,
    with the rounds and tables of `misfits` by their real number (from 0). They are missing without a plan,
    and when rounds or tables changed so much that the plan no longer seats anybody in full.
    `broken` are the locks that the plan does not keep.
    """

    event: Event
    rounds: tuple[Round, ...]
    tables: tuple[Table, ...]
    seated: dict[UUID, tuple[SeatedTable, ...]]
    unseated: tuple[PersonLine, ...]
    facilitators: tuple[PersonLine, ...]
    locks: tuple[Lock, ...]
    version: PlanVersion | None = None
    given: SeatingInput | None = None
    result: SeatingResult | None = None
    planned: tuple[UUID, ...] = ()
    broken: tuple[Lock, ...] = ()

    def round(self, round_no: int) -> Round | None:
        """The round with that number."""
        return next((turn for turn in self.rounds if turn.no == round_no), None)

    def table_of(self, participation_id: UUID, round_id: UUID) -> SeatedTable | None:
        """Where somebody sits in a round."""
        for seated in self.seated.get(round_id, ()):
            if any(line.participation_id == participation_id for line in seated.people):
                return seated
        return None
