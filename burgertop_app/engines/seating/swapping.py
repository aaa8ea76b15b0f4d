"""Moves by hand: what changing seats with each other person would do, before anybody moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import CountChange, SeatingPlan, SwapEffect, SwapStory
from burgertop_app.engines.seating.counting import checked, counts
from burgertop_app.engines.seating.model import Model
from burgertop_app.engines.seating.state import meetings

if TYPE_CHECKING:
    from burgertop_app.domain.seating import SeatingProblem
    from burgertop_app.engines.seating.model import Flags, Ints


def swap_effects(
    problem: SeatingProblem, plan: SeatingPlan, person: int, number: int
) -> tuple[SwapEffect, ...]:
    """What each swap of `person` in round `number` (both from 0) does, the best swap first.

    Partners are the people at other tables; nobody when the person is locked in that round, and never a
    locked person.

    Raises:
        InvalidInput: the plan is not one for this problem, or there is no such person or round.
    """
    model, tables = _opened(problem, plan, person, number)
    partners = _partners(problem, tables[number], person, number)
    excess = _excess_changes(model, tables[number], person, number)
    again = _met_elsewhere(tables, number)
    repeats = _repeat_changes(again, tables[number], person)
    effects = [
        SwapEffect(partner, int(tables[number, partner]), int(excess[partner]), int(repeats[partner]))
        for partner in partners
    ]
    return tuple(sorted(effects, key=lambda effect: (effect.excess, effect.repeats, effect.partner)))


def swap_story(
    problem: SeatingProblem, plan: SeatingPlan, person: int, partner: int, number: int
) -> SwapStory:
    """One swap in full: every count that changes, and whom each of the two would meet again at the new table.

    Raises:
        InvalidInput: as `swap_effects`, or the two cannot change seats.
    """
    found = [effect for effect in swap_effects(problem, plan, person, number) if effect.partner == partner]
    if not found:
        raise InvalidInput("seating_no_swap", round=number + 1)
    model, before = _opened(problem, plan, person, number)
    after = np.array(swapped(plan, person, partner, number).tables)
    again = _met_elsewhere(before, number)
    return SwapStory(
        found[0],
        changes=_count_changes(model, before[number], after[number], number),
        person_meets_again=_known_at_table(again, after[number], person),
        partner_meets_again=_known_at_table(again, after[number], partner),
    )


def swapped(plan: SeatingPlan, person: int, partner: int, number: int) -> SeatingPlan:
    """The plan in which these two have changed seats in round `number`."""
    row = list(plan.tables[number])
    row[person], row[partner] = row[partner], row[person]
    tables = (*plan.tables[:number], tuple(row), *plan.tables[number + 1 :])
    return SeatingPlan(tables, plan.seed, plan.steps)


def _opened(problem: SeatingProblem, plan: SeatingPlan, person: int, number: int) -> tuple[Model, Ints]:
    if not (0 <= person < len(problem.people) and 0 <= number < len(problem.sizes)):
        raise InvalidInput("seating_lock_unknown", person=person + 1, round=number + 1)
    return Model(problem), checked(problem, plan)


def _partners(problem: SeatingProblem, row: Ints, person: int, number: int) -> list[int]:
    locked = {lock.person for lock in problem.locks if lock.round == number}
    if person in locked:
        return []
    return [other for other in np.flatnonzero(row != row[person]).tolist() if other not in locked]


def _excess_changes(model: Model, row: Ints, person: int, number: int) -> Ints:
    """Change in persons outside the fair range by a swap with each person."""
    shape = model.rounds[number]
    now = counts(model, row, number)
    gained = model.traits[person].astype(np.int64) - model.traits.astype(np.int64)
    low, high = shape.low, shape.high

    def outside(at: Ints, found: Ints) -> Ints:
        total: Ints = np.maximum(np.maximum(found - high[at], low[at] - found), 0).sum(axis=1)
        return total

    here = np.full(len(row), row[person])
    changed = outside(row, now[row] + gained) - outside(row, now[row])
    changed += outside(here, now[here] - gained) - outside(here, now[here])
    return changed


def _repeat_changes(again: Flags, row: Ints, person: int) -> Ints:
    """Change in repeats by a swap with each person; `again` is who met in another round."""
    met = again.astype(np.int64)
    same = row[:, None] == row[None, :]
    at_own = (met * same).sum(axis=1)
    at_mine = met[:, row == row[person]].sum(axis=1)
    at_theirs = np.bincount(row, weights=met[person], minlength=int(row.max()) + 1).astype(np.int64)[row]
    changed: Ints = at_theirs + at_mine - at_own - at_own[person] - 2 * met[person]
    return changed


def _met_elsewhere(tables: Ints, number: int) -> Flags:
    return meetings(np.delete(tables, number, axis=0)) > 0


def _known_at_table(again: Flags, row: Ints, person: int) -> tuple[int, ...]:
    return tuple(np.flatnonzero(again[person] & (row == row[person])).tolist())


def _count_changes(model: Model, before: Ints, after: Ints, number: int) -> tuple[CountChange, ...]:
    old, new = counts(model, before, number), counts(model, after, number)
    shape = model.rounds[number]
    return tuple(
        CountChange(
            table,
            *model.names[trait],
            before=int(old[table, trait]),
            after=int(new[table, trait]),
            low=int(shape.low[table, trait]),
            high=int(shape.high[table, trait]),
        )
        for table, trait in np.argwhere(old != new).tolist()
    )
