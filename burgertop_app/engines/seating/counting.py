"""The figures of a finished plan, in persons: which table, which value, who meets again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import Misfit, Repeat, SeatingFigures
from burgertop_app.engines.seating.model import Model
from burgertop_app.engines.seating.state import meetings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Ints


def figures(problem: SeatingProblem, plan: SeatingPlan) -> SeatingFigures:
    """How good the plan is, with every misfit by round and table and every repeat by pair.

    Raises:
        InvalidInput: the plan is not one for this problem.
    """
    model = Model(problem)
    tables = checked(problem, plan)
    misfits = tuple(_misfits(model, tables))
    first, second = np.nonzero(np.triu(met := meetings(tables)) > 1)
    times = met[first, second].astype(np.int64)
    return SeatingFigures(
        excess=sum(misfit.excess for misfit in misfits),
        repeats=int((times - 1).sum()),
        coincidences=int((times * (times - 1)).sum()) // 2,
        misfits=misfits,
        meetings=tuple(
            Repeat(*pair) for pair in zip(first.tolist(), second.tolist(), times.tolist(), strict=True)
        ),
    )


def checked(problem: SeatingProblem, plan: SeatingPlan) -> Ints:
    """The table per round and person, shape (rounds, people), if everybody sits and every size is right.

    Raises:
        InvalidInput: the plan has another number of rounds or people, or a table another size.
    """
    if len(plan.tables) != len(problem.sizes):
        raise InvalidInput("seating_plan_rounds", rounds=len(plan.tables), expected=len(problem.sizes))
    for number, (row, sizes) in enumerate(zip(plan.tables, problem.sizes, strict=True), start=1):
        seated = [row.count(table) for table in range(len(sizes))]
        if len(row) != len(problem.people) or tuple(seated) != sizes:
            raise InvalidInput("seating_plan_sizes", round=number)
    return np.array(plan.tables, dtype=np.int64)


def counts(model: Model, row: Ints, number: int) -> Ints:
    """Persons per table and trait in round `number`, for the table of each person."""
    return model.counts(np.argsort(row, kind="stable"), number)


def _misfits(model: Model, tables: Ints) -> Iterator[Misfit]:
    for number, (row, shape) in enumerate(zip(tables, model.rounds, strict=True)):
        found = counts(model, row, number)
        outside = (found > shape.high) | (found < shape.low)
        for table, trait in np.argwhere(outside).tolist():
            yield Misfit(
                number,
                table,
                *model.names[trait],
                count=int(found[table, trait]),
                low=int(shape.low[table, trait]),
                high=int(shape.high[table, trait]),
            )
