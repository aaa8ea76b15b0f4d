"""The figures of a finished plan, in persons: what does not fit, who meets again, which rule breaks."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import BrokenKind, BrokenRule, Misfit, Repeat, SeatingFigures
from burgertop_app.engines.seating.model import Model
from burgertop_app.engines.seating.state import meetings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Ints, Small


def figures(problem: SeatingProblem, plan: SeatingPlan) -> SeatingFigures:
    """How good the plan is, with every misfit by round and table, every repeat by pair, every broken rule.

    Raises:
        InvalidInput: the plan is not one for this problem.
    """
    model = Model(problem, plan)
    tables = checked(model, plan)
    met, before = meetings(model, tables), model.met_before
    people, everyone = model.people, problem.everyone
    again = repeats(np.triu(met[:people, :people]), np.triu(before[:people, :people]))
    led = repeats(met[:people, people:everyone], before[:people, people:everyone], start=people)
    misfits = tuple(misfit for number, row in enumerate(tables) for misfit in _misfits(model, row, number))
    return SeatingFigures(
        excess=sum(misfit.excess for misfit in misfits),
        repeats=sum(_again(repeat, before) for repeat in again),
        coincidences=sum(
            math.comb(repeat.times, 2) - math.comb(int(before[repeat.first, repeat.second]), 2)
            for repeat in again
        ),
        misfits=misfits,
        meetings=again,
        leader_repeats=sum(_again(repeat, before) for repeat in led),
        leader_meetings=led,
        broken=tuple(broken_rules(model, tables)),
        moved=_moved(problem, tables),
        ranks=_ranks(problem, tables),
    )


def checked(model: Model, plan: SeatingPlan) -> list[Ints]:
    """The table per round of everyone, if everybody who is there sits and every size is right.

    Facilitators of a plan that says nothing about them lead no table.

    Raises:
        InvalidInput: the plan has another number of rounds or people, or a table another size.
    """
    problem = model.problem
    if len(plan.tables) != len(problem.sizes):
        raise InvalidInput("seating_plan_rounds", rounds=len(plan.tables), expected=len(problem.sizes))
    found = []
    for number, (row, sizes) in enumerate(zip(plan.tables, problem.sizes, strict=True)):
        at = Counter(row)
        wanted = {table: size for table, size in enumerate(sizes) if size}
        absent = len(problem.people) - sum(sizes)
        if absent:
            wanted[-1] = absent
        if len(row) != len(problem.people) or at != wanted:
            raise InvalidInput("seating_plan_sizes", round=number + 1)
        led = plan.leaders[number] if plan.leaders else (-1,) * len(problem.rules.leaders)
        found.append(_row(model, number, row, led))
    return found


def counts(model: Model, row: Ints, number: int) -> Ints:
    """Persons per table and trait in round `number`, for the table of everyone."""
    here = np.flatnonzero((row >= 0) & (row < model.rounds[number].spare))
    return model.counts(here, row[here], number)


def repeats(met: Small, before: Small, *, start: int = 0) -> tuple[Repeat, ...]:
    """Each row and column who meet here and not for the first time; `start` is what columns count from.

    Those who met before and not here are left out: no plan changes that.
    """
    first, second = np.nonzero((met > 1) & (met > before))
    return tuple(
        Repeat(one, other + start, times)
        for one, other, times in zip(
            first.tolist(), second.tolist(), met[first, second].tolist(), strict=True
        )
    )


def _again(repeat: Repeat, before: Small) -> int:
    """How many of the meetings here are not their first."""
    return repeat.times - max(int(before[repeat.first, repeat.second]), 1)


def broken_rules(model: Model, tables: Sequence[Ints]) -> Iterator[BrokenRule]:
    """Every hard rule that these tables do not keep, by kind and round."""
    problem = model.problem
    for number, row in enumerate(tables):
        for first, second, together in model.pairs[number].tolist():
            if (row[first] == row[second]) != bool(together):
                kind = BrokenKind.TOGETHER if together else BrokenKind.APART
                yield BrokenRule(number, kind, first, second)
    for rule in sorted(problem.rules.allowed):
        at = int(tables[rule.round][rule.person])
        if 0 <= at < model.rounds[rule.round].spare and at not in rule.tables:
            yield BrokenRule(rule.round, BrokenKind.TABLE, rule.person, table=at, need=rule.need)
    for lock in sorted(problem.locks):
        at = int(tables[lock.round][lock.person])
        if at != lock.table:
            yield BrokenRule(lock.round, BrokenKind.LOCK, lock.person, table=at)


def _row(model: Model, number: int, row: Sequence[int], led: Sequence[int]) -> Ints:
    """Everyone's table; whoever leads none waits at the spare one, and nobodies lead what is left."""
    spare = model.rounds[number].spare
    absent = {person for person, at in model.problem.rules.absent if at == number}
    everyone = np.full(model.total, spare, dtype=np.int64)
    everyone[: model.people] = row
    for leader, table in enumerate(led, start=model.people):
        everyone[leader] = -1 if leader in absent else table if table >= 0 else spare
    return everyone


def _misfits(model: Model, row: Ints, number: int) -> Iterator[Misfit]:
    shape = model.rounds[number]
    found = counts(model, row, number)
    if not found.size:
        return
    tables, traits = np.indices(found.shape)
    outside = shape.outside[tables, traits, np.minimum(found, shape.outside.shape[2] - 1)]
    for table, trait in np.argwhere(outside > 0).tolist():
        count = int(found[table, trait])
        low, high = _fair(shape.outside[table, trait], count)
        yield Misfit(
            number,
            table,
            *model.names[trait],
            count=count,
            low=low,
            high=high,
        )


def _fair(outside: Ints, count: int) -> tuple[int, int]:
    """The run of fair counts that is nearest to `count`."""
    fair = np.flatnonzero(outside == 0)
    runs = np.split(fair, np.flatnonzero(np.diff(fair) > 1) + 1)
    best = min(runs, key=lambda run: (int(np.abs(run - count).min()), -int(run[0])))
    return int(best[0]), int(best[-1])


def _moved(problem: SeatingProblem, tables: Sequence[Ints]) -> int:
    printed = problem.rules.printed
    if printed is None:
        return 0
    return sum(
        was >= 0 and now >= 0 and was != now
        for row, before in zip(tables, printed.tables, strict=True)
        for was, now in zip(before, row[: len(before)].tolist(), strict=True)
    )


def _ranks(problem: SeatingProblem, tables: Sequence[Ints]) -> tuple[int, ...]:
    wishes = problem.rules.wishes
    got = Counter(wish.rank for wish in wishes if tables[wish.round][wish.person] == wish.table)
    return tuple(got[rank] for rank in range(max(got, default=-1) + 1))
