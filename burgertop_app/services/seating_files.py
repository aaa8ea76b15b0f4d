"""A table plan from files to a file, without a workspace."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.seating import MOST_ROUNDS, Effort, SeatingProblem
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.plan_sheet import plan_file
from burgertop_app.exchange.seating_people import read_spread_people
from burgertop_app.exchange.seating_rules import TEMPLATE, Setting, read_rules
from burgertop_app.messages.seating import broken_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating import SeatingBounds, SeatingFigures, SeatingPlan


@dataclass(frozen=True)
class SeatRequest:
    """Seat everybody in `people` at tables of at most `table_size`, and write the plan to `out`.

    `spread` are the columns to spread by; `id_column` may be empty. `rules` is a TOML file of which
    `resources/sample/seating-rules.toml` shows every kind. `leaders` is where to write who leads what.
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
    leaders: Path | None = None

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise InvalidInput("seating_seed", seed=self.seed)
        if not 1 <= self.rounds <= MOST_ROUNDS:
            raise InvalidInput("seating_rounds", rounds=self.rounds, most=MOST_ROUNDS)
        refuse_same(self.out, self.people, self.rules, self.leaders)
        if self.leaders is not None:
            refuse_same(self.leaders, self.people, self.rules)


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
        NotPossible: the rules cannot all be kept.
        Cancelled: the organiser stopped it.
    """
    problem = _problem(request)
    refuse_impossible(problem)
    with ExitStack() as files:
        file = files.enter_context(plan_file(request.out))
        led = files.enter_context(plan_file(request.leaders)) if request.leaders else None
        plan = arrange(problem, request.seed, request.effort, progress, stopwatch)
        result = kept(problem, plan)
        file.write(problem.people, plan)
        if led is not None:
            led.write_leaders(problem.rules.leaders, plan)
    return result


def kept(problem: SeatingProblem, plan: SeatingPlan) -> SeatResult:
    """The plan with its figures.

    Raises:
        NotPossible: it breaks a rule.
    """
    found = figures(problem, plan)
    if found.broken:
        first = broken_words(problem, found.broken[0])
        raise NotPossible("seating_rules_broken", count=len(found.broken), first=first)
    return SeatResult(problem, plan, found, bounds(problem))


def write_rules_template(path: Path) -> None:
    """Write an example of every kind of rule, with what each is for.

    Raises:
        InvalidInput: it cannot be written there, or something is there already.
    """
    if path.exists():
        raise InvalidInput("seating_template_there", file=str(path))
    with whole(path) as temporary:
        temporary.write_bytes(TEMPLATE.read_bytes())


def refuse_same(out: Path, *given: Path | None) -> None:
    """Refuse to write over a file that is read.

    Raises:
        InvalidInput: `out` is one of `given`.
    """
    if any(path is not None and out.resolve() == path.resolve() for path in given):
        raise InvalidInput("seating_out_is_input", file=str(out))


def _problem(request: SeatRequest) -> SeatingProblem:
    people = read_spread_people(request.people, request.spread, request.id_column)
    found = read_rules(request.rules, Setting(people, request.rounds, request.table_size))
    for out in filter(None, (request.out, request.leaders)):
        refuse_same(out, *found.plans)
    return SeatingProblem(people.people, people.spread, people.values, found.sizes, found.locks, found.rules)
