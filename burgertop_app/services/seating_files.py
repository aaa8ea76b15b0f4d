"""A table plan from files to a file, without a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import MOST_ROUNDS, Effort, SeatingProblem, even_sizes
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.exchange.plan_sheet import plan_file
from burgertop_app.exchange.seating_people import read_spread_people
from burgertop_app.exchange.seating_rules import read_locks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating import SeatingBounds, SeatingFigures, SeatingPlan


@dataclass(frozen=True)
class SeatRequest:
    """Seat everybody in `people` at tables of at most `table_size`, and write the plan to `out`.

    `spread` are the columns to spread by; `id_column` may be empty. `rules` is a TOML file with locks.
    """

    people: Path
    spread: tuple[str, ...]
    table_size: int
    rounds: int
    out: Path
    id_column: str = ""
    rules: Path | None = None
    seed: int = 1
    effort: Effort = Effort()  # noqa: RUF009  (frozen)

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise InvalidInput("seating_seed", seed=self.seed)
        if not 1 <= self.rounds <= MOST_ROUNDS:
            raise InvalidInput("seating_rounds", rounds=self.rounds, most=MOST_ROUNDS)
        for given in (self.people, self.rules):
            if given is not None and self.out.resolve() == given.resolve():
                raise InvalidInput("seating_out_is_input", file=str(self.out))


@dataclass(frozen=True)
class SeatResult:
    """The plan that was written, what it solves, how good it is and what no plan can go below."""

    problem: SeatingProblem
    plan: SeatingPlan
    figures: SeatingFigures
    bounds: SeatingBounds


def seat_from_files(
    request: SeatRequest, progress: Progress, stopwatch: Callable[[], float] | None = None
) -> SeatResult:
    """Read people and rules, seat everybody and write the plan; nothing is written when it fails.

    `stopwatch` tells seconds that only rise, for an effort in seconds.

    Raises:
        NotFound: a file is not there.
        InvalidInput: a file, a rule, a size or the place to write to cannot be used.
        Cancelled: the organiser stopped it.
    """
    problem = _problem(request)
    with plan_file(request.out) as file:
        plan = arrange(problem, request.seed, request.effort, progress, stopwatch)
        file.write(problem.people, plan)
    return SeatResult(problem, plan, figures(problem, plan), bounds(problem))


def _problem(request: SeatRequest) -> SeatingProblem:
    found = read_spread_people(request.people, request.spread, request.id_column)
    sizes = even_sizes(len(found.people), request.table_size)
    locks = read_locks(request.rules, found.people, request.rounds, len(sizes)) if request.rules else ()
    return SeatingProblem(found.people, found.spread, found.values, (sizes,) * request.rounds, locks)
