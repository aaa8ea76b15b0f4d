"""How good table plans are, and what they cost: python tests/bench/bench_seating.py [CASE...] [--seeds N].

The cases are those of `table_cases`. Per seed it prints CPU seconds and the figures, and per case their
lowest, middle and highest: excess persons, repeats, coincidences and pairs that meet three times. `--rules`
adds the case `hard` with rules broken and facilitators met again; `--repair` seats c314 after 25 no-shows
and 9 walk-ins, at tables of 5 to 8, per calm with the printed seats that moved; `--swaps` times scoring
every swap of one person. Everything is counted twice: by the program, and one by one in this file.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort, SeatingProblem
from burgertop_app.domain.seating_rules import Printed
from burgertop_app.domain.seating_sizes import near
from burgertop_app.engines.seating.annealing import arrange
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.engines.seating.repairing import repaired
from burgertop_app.engines.seating.swapping import swap_effects
from tests.bench.table_cases import CASES, drop_outs, made

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.seating import SeatingPlan

CALMS = (2000, 100, 40, 15)
LEAST, MOST = 5, 8


@dataclass(frozen=True)
class Measured:
    """One plan: what it cost and how good it is."""

    cpu: float
    excess: int
    repeats: int
    coincidences: int
    thrice: int
    broken: int = 0
    leaders: int = 0
    moved: int = 0


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Table plans: quality and cost.")
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--repair", action="store_true")
    parser.add_argument("--swaps", action="store_true")
    asked = parser.parse_args()
    apart = asked.rules or asked.repair or asked.swaps
    for case in [*(asked.cases or ([] if apart else CASES)), *(["hard"] if asked.rules else [])]:
        problem = made(case)
        least = bounds(problem)
        told(f"{case}: at least {least.repeats} repeats, {least.coincidences} coincidences")
        measure(asked.seeds, partial(seated, problem))
    if asked.repair:
        for calm in CALMS:
            told(f"repair, calm {calm}")
            measure(asked.seeds, partial(mended, calm))
    if asked.swaps:
        told(f"all swaps of one person: {swapping():.0f} ms at most, c314 with all rules")


def measure(seeds: int, make: Callable[[int], Measured]) -> None:
    """A line per seed and the lowest, middle and highest of each figure."""
    names = list(Measured.__dataclass_fields__)
    told("  seed " + " ".join(f"{name:>12}" for name in names))
    found = []
    for seed in range(1, seeds + 1):
        found.append(make(seed))
        told(f"  {seed:4} " + " ".join(f"{getattr(found[-1], name):12.4g}" for name in names))
    for word, choose in (("min", min), ("med", median), ("max", max)):
        told(
            f"  {word:>4} "
            + " ".join(f"{choose([getattr(one, name) for one in found]):12.4g}" for name in names)
        )


def seated(problem: SeatingProblem, seed: int) -> Measured:
    """A plan with the standard effort, feasibility looked at first."""
    start = time.process_time()
    refuse_impossible(problem)
    plan = arrange(problem, seed, Effort(), UNHEARD)
    return checked(problem, plan, time.process_time() - start)


def mended(calm: int, seed: int) -> Measured:
    """The plan of a day on which 25 stay away and 9 walk in."""
    whole = made("c314")
    plan = arrange(whole, seed, Effort(), UNHEARD)
    problem, printed = drop_outs(whole, plan, seed)
    seats = ((((LEAST, MOST),) * len(whole.sizes[0])),) * len(whole.sizes)
    sizes = tuple(
        near([row.count(table) for table in range(len(seats[0]))], seats[0], len(problem.people))
        for row in printed
    )
    rules = replace(problem.rules, printed=Printed(printed, calm))
    start = time.process_time()
    problem, plan = repaired(replace(problem, sizes=sizes, rules=rules), seats, seed, UNHEARD)
    return checked(problem, plan, time.process_time() - start)


def swapping() -> float:
    """The most milliseconds that scoring all swaps of one person takes, of twenty people."""
    problem = made("hard")
    plan = arrange(problem, 1, Effort(steps=50), UNHEARD)
    spent = []
    for person in range(0, 300, 15):
        start = time.process_time()
        swap_effects(problem, plan, person, person % len(problem.sizes))
        spent.append(time.process_time() - start)
    return 1000 * max(spent)


def checked(problem: SeatingProblem, plan: SeatingPlan, cpu: float) -> Measured:
    """What the program counts, if counting one by one gives the same."""
    found = figures(problem, plan)
    counted = Measured(
        cpu,
        found.excess,
        found.repeats,
        found.coincidences,
        sum(repeat.times > 2 for repeat in found.meetings),
        len(found.broken),
        found.leader_repeats,
        found.moved,
    )
    if counted != one_by_one(problem, plan, cpu):
        raise SystemExit(f"{counted} is not {one_by_one(problem, plan, cpu)}")
    return counted


def one_by_one(problem: SeatingProblem, plan: SeatingPlan, cpu: float) -> Measured:
    """The figures of a plan, counted without anything of the program."""
    together = {
        frozenset((order.first, order.second))
        for order in problem.rules.pairs
        if order.kind is PairKind.TOGETHER
    }
    times: Counter[frozenset[int]] = Counter()
    led: Counter[tuple[int, int]] = Counter()
    excess = 0
    for number, row in enumerate(plan.tables):
        at = defaultdict(list)
        for person, table in enumerate(row):
            at[table].append(person)
        if sorted(map(len, at.values())) != sorted(problem.sizes[number]):
            raise SystemExit(f"round {number + 1}: not everybody sits")
        for people in at.values():
            times.update(pair for pair in map(frozenset, combinations(people, 2)) if pair not in together)
            excess += outside(problem.values, people)
        for leader, table in enumerate(plan.leaders[number] if plan.leaders else ()):
            led.update((leader, person) for person in at.get(table, ()))
    again = [count for count in times.values() if count > 1]
    printed = problem.rules.printed.tables if problem.rules.printed else ()
    return Measured(
        cpu,
        excess,
        sum(again) - len(again),
        sum(count * (count - 1) // 2 for count in again),
        sum(count > 2 for count in again),
        broken(problem, plan),
        sum(count - 1 for count in led.values()),
        sum(
            was not in {-1, now}
            for before, after in zip(printed, plan.tables, strict=False)
            for was, now in zip(before, after, strict=True)
        ),
    )


def outside(values: Sequence[Sequence[str]], people: Sequence[int]) -> int:
    """Persons of a table outside floor and ceil of its fair share, over all values."""
    count = 0
    for column in zip(*values, strict=True):
        here = Counter(column[person] for person in people)
        for value, having in Counter(column).items():
            wanted = len(people) * having
            low, high = wanted // len(column), -(-wanted // len(column))
            count += max(0, here[value] - high, low - here[value])
    return count


def broken(problem: SeatingProblem, plan: SeatingPlan) -> int:
    """How many hard rules a plan breaks."""
    rows = [
        (*row, *led) for row, led in zip(plan.tables, plan.leaders or ((),) * len(plan.tables), strict=True)
    ]
    count = sum(
        (row[order.first] == row[order.second]) != (order.kind is PairKind.TOGETHER)
        for row in rows
        for order in problem.rules.pairs
    )
    count += sum(rows[rule.round][rule.person] not in rule.tables for rule in problem.rules.allowed)
    count += sum(rows[lock.round][lock.person] != lock.table for lock in problem.locks)
    if problem.rules.leaders:
        tables = [sorted(table for table in led if table >= 0) for led in plan.leaders]
        count += sum(
            found != list(range(len(sizes))) for found, sizes in zip(tables, problem.sizes, strict=True)
        )
    return count


def told(line: str) -> None:
    """Print at once."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
