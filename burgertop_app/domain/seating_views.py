"""What is asked of a table plan in the workspace, and what a page shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.people import Role
from burgertop_app.domain.seating import even_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.events import (
        Event,
        Facilitator,
        Lock,
        PairRule,
        PlanVersion,
        Round,
        Stay,
        Table,
        TableRound,
    )
    from burgertop_app.domain.seating import SeatingBounds, SeatingFigures, SeatingPlan, SeatingProblem
    from burgertop_app.domain.seating_building import Company
    from burgertop_app.domain.views import PersonLine


@dataclass(frozen=True, kw_only=True)
class SeatingRequest:
    """Make a plan for a meeting, mixing people by the features in `spread`.

    With `calm` it is a repair of the plan that was handed out: see `Printed`.
    """

    event_id: UUID
    spread: tuple[str, ...]
    seed: int
    steps: int | None = None
    calm: int | None = None


@dataclass(frozen=True)
class SeatingInput:
    """What the calculation gets: participations and values, never names.

    `places` has for each round and table of the problem the id of the table in that round, `seats` the
    fewest and most people there. `leaders` are the facilitators, in the order of the problem.
    """

    request: SeatingRequest
    problem: SeatingProblem
    participations: tuple[UUID, ...]
    places: tuple[tuple[UUID, ...], ...]
    leaders: tuple[UUID, ...] = ()
    seats: tuple[tuple[tuple[int, int], ...], ...] = ()


@dataclass(frozen=True)
class SeatingResult:
    """A plan with its figures and what no plan can go below."""

    plan: SeatingPlan
    figures: SeatingFigures
    bounds: SeatingBounds


@dataclass(frozen=True)
class SeatMove:
    """Somebody whose table in a round differs between two plans; None is no table."""

    person: PersonLine
    round_no: int
    before: int | None
    after: int | None


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
        low = min(sizes) if min(sizes) < max(sizes) else max(min(sizes) - 1, 2)
        return cls(len(sizes), low, max(sizes))


@dataclass(frozen=True)
class SeatedTable:
    """One table in one round with who sits there and who leads it; `locked` are those who must.

    `seats` is the fewest and most people there in this round.
    """

    place: TableRound
    table: Table
    people: tuple[PersonLine, ...]
    facilitator: PersonLine | None
    locked: frozenset[UUID]
    seats: tuple[int, int] = (0, 0)

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The participations of who sits there."""
        return tuple(line.participation_id for line in self.people)

    @property
    def free(self) -> int:
        """Seats that nobody sits on."""
        return max((self.seats[1] or self.table.high) - len(self.people), 0)


@dataclass(frozen=True)
class Room:
    """A meeting as the page shows it: per round its tables.

    `planned` are the rounds in which somebody sits; `given` and `result` are about those,
    with the rounds and tables of `misfits` by their real number (from 0). They are missing without a plan,
    and when rounds or tables changed so much that the plan no longer seats anybody in full.
    `broken` are the locks that the plan does not keep; `pairs` the rules about two people and `earlier` who
    sat together at earlier meetings. `stays` tells who is not there all day or only watches, and `choices`
    which topics people want, `languages` which languages somebody needs at their table and `brings` what
    facilitators speak and can, all by participation.
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
    pairs: tuple[PairRule, ...] = ()
    earlier: tuple[Company, ...] = ()
    stays: Mapping[UUID, Stay] = field(default_factory=dict)
    choices: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    languages: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    brings: Mapping[UUID, Facilitator] = field(default_factory=dict)

    def round(self, round_no: int) -> Round | None:
        """The round with that number."""
        return next((turn for turn in self.rounds if turn.no == round_no), None)

    def there(self, participation_id: UUID, no: int) -> bool:
        """Whether somebody who comes is there in round `no`."""
        stay = self.stays.get(participation_id)
        return stay is None or stay.includes(no)

    def watches(self, line: PersonLine) -> bool:
        """Whether somebody sits at a table and takes no part."""
        stay = self.stays.get(line.participation_id)
        return line.role is Role.OBSERVER or (stay is not None and stay.observes)

    def table_of(self, participation_id: UUID, round_id: UUID) -> SeatedTable | None:
        """Where somebody sits in a round."""
        for seated in self.seated.get(round_id, ()):
            if any(line.participation_id == participation_id for line in seated.people):
                return seated
        return None
