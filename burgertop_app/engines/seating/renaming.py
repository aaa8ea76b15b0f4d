"""People who are alike change places in every round at once: wishes can be met without any other change.

Who is mixed the same and has no rules of their own can take over the whole way of another one along the
tables. Whom each table holds by group, and who meets whom how often, stays the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from burgertop_app.engines.seating.model import PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from burgertop_app.engines.seating.model import Ints, Model

    Doubles = NDArray[np.float64]


def renamed(model: Model, tables: Sequence[Ints]) -> list[Ints]:
    """The same plan with people who are alike in each other's place, for as far as that lowers what it costs.

    Args:
        model: with wishes and the tables where people may sit in what it costs to sit somewhere.
        tables: per round the table of everybody; they are left as they are.
    """
    after = [row.copy() for row in tables]
    for alike in _alike(model):
        people = np.array(alike)
        _people, ways = linear_sum_assignment(_costs(model, tables, people))
        for row, old in zip(after, tables, strict=True):
            row[people] = old[people[ways]]
    return after


def _alike(model: Model) -> list[list[int]]:
    """Groups of people with equal features who are there in the same rounds, without rules of their own."""
    rules = model.problem.rules
    bound = {one for order in rules.pairs for one in (order.first, order.second)}
    bound |= {lock.person for lock in model.problem.locks} | set(np.flatnonzero(model.met_before.any(axis=1)))
    groups: dict[object, list[int]] = defaultdict(list)
    for person in range(model.people):
        if model.kind[person] == PERSON and person not in bound:
            there = tuple(person in here for here in map(set, model.present))
            groups[model.traits[person].tobytes(), there].append(person)
    return [group for group in groups.values() if len(group) > 1]


def _costs(model: Model, tables: Sequence[Ints], people: Ints) -> Doubles:
    """What each of these people would cost on the way of each of them, shape (people, ways)."""
    found = np.zeros((len(people), len(people)))
    for row, unary in zip(tables, model.unary, strict=True):
        if unary is not None:
            at = row[people]
            found += np.where(at[None, :] >= 0, unary[people][:, np.maximum(at, 0)], 0.0)
    return found
