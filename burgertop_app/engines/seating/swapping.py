"""Moves by hand: what changing seats with each other person would do, before anybody moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.seating import CountChange, SwapEffect, SwapStory
from burgertop_app.engines.seating.counting import broken_rules, checked, counts
from burgertop_app.engines.seating.model import Model
from burgertop_app.engines.seating.state import broken, meetings

if TYPE_CHECKING:
    from burgertop_app.domain.seating import SeatingPlan, SeatingProblem
    from burgertop_app.engines.seating.model import Flags, Ints


def swap_effects(
    problem: SeatingProblem, plan: SeatingPlan, person: int, number: int
) -> tuple[SwapEffect, ...]:
    """What each swap of `person` in round `number` (both from 0) does, the best swap first.

    Partners are the people at other tables; nobody when the person is locked in that round, and never a
    locked person. Observers change seats with observers.

    Raises:
        InvalidInput: the plan is not one for this problem, or there is no such person or round.
    """
    model, tables = _opened(problem, plan, person, number)
    row = tables[number]
    partners = _partners(model, row, person, number)
    if not partners:
        return ()
    excess = _excess_changes(model, row, person, number)
    again = _met_elsewhere(model, tables, number)
    repeats = _repeat_changes(again[: model.people, : model.people], row[: model.people], person)
    leaders = _leader_changes(again, row, person, model)
    rules = _rule_changes(model, row, person, number, partners)
    effects = [
        SwapEffect(
            partner,
            int(row[partner]),
            int(excess[partner]),
            int(repeats[partner]),
            broken=rules[partner],
            leaders=int(leaders[partner]),
        )
        for partner in partners
    ]
    return tuple(sorted(effects, key=_worth))


def swap_story(
    problem: SeatingProblem, plan: SeatingPlan, person: int, partner: int, number: int
) -> SwapStory:
    """One swap in full: what changes at both tables, whom the two meet again, which rules it breaks.

    Raises:
        InvalidInput: as `swap_effects`, or the two cannot change seats.
    """
    found = [effect for effect in swap_effects(problem, plan, person, number) if effect.partner == partner]
    if not found:
        raise InvalidInput("seating_no_swap", round=number + 1)
    model, before = _opened(problem, plan, person, number)
    after = checked(model, swapped(plan, person, partner, number))
    again = _met_elsewhere(model, before, number)
    kept = set(broken_rules(model, before))
    return SwapStory(
        found[0],
        changes=_count_changes(model, before[number], after[number], number),
        person_meets_again=_known_at_table(model, again, after[number], person),
        partner_meets_again=_known_at_table(model, again, after[number], partner),
        breaks=tuple(rule for rule in broken_rules(model, after) if rule not in kept),
    )


def swapped(plan: SeatingPlan, person: int, partner: int, number: int) -> SeatingPlan:
    """The plan in which these two have changed seats in round `number`."""
    row = list(plan.tables[number])
    row[person], row[partner] = row[partner], row[person]
    return replace(plan, tables=(*plan.tables[:number], tuple(row), *plan.tables[number + 1 :]))


def _worth(effect: SwapEffect) -> tuple[int, ...]:
    return effect.broken, effect.excess, effect.repeats, effect.leaders, effect.partner


def _opened(problem: SeatingProblem, plan: SeatingPlan, person: int, number: int) -> tuple[Model, list[Ints]]:
    if not (0 <= person < len(problem.people) and 0 <= number < len(problem.sizes)):
        raise InvalidInput("seating_lock_unknown", person=person + 1, round=number + 1)
    model = Model(problem, plan)
    return model, checked(model, plan)


def _partners(model: Model, row: Ints, person: int, number: int) -> list[int]:
    locked = {lock.person for lock in model.problem.locks if lock.round == number}
    if person in locked or row[person] < 0:
        return []
    people = np.arange(len(row)) < model.people
    right = people & (row >= 0) & (row != row[person]) & (model.kind == model.kind[person])
    return [other for other in np.flatnonzero(right).tolist() if other not in locked]


def _excess_changes(model: Model, row: Ints, person: int, number: int) -> Ints:
    """Change in persons outside the fair range by a swap with each person."""
    shape = model.rounds[number]
    now = counts(model, row, number)
    people = model.people
    gained = model.traits[person].astype(np.int64) - model.traits[:people].astype(np.int64)
    most = shape.outside.shape[2] - 1
    traits = np.arange(now.shape[1])

    def outside(at: Ints, found: Ints) -> Ints:
        total: Ints = shape.outside[at[:, None], traits, np.clip(found, 0, most)].sum(axis=1)
        return total

    there = np.where(row[:people] < 0, 0, row[:people])
    here = np.full(people, row[person])
    changed = outside(there, now[there] + gained) - outside(there, now[there])
    changed += outside(here, now[here] - gained) - outside(here, now[here])
    return changed


def _repeat_changes(again: Flags, row: Ints, person: int) -> Ints:
    """Change in repeats by a swap with each person; `again` is who met in another round."""
    met = again.astype(np.int64)
    same = (row[:, None] == row[None, :]) & (row >= 0)
    at_own = (met * same).sum(axis=1)
    at_mine = met[:, row == row[person]].sum(axis=1)
    where = np.where(row < 0, int(row.max()) + 1, row)
    at_theirs = np.bincount(where, weights=met[person]).astype(np.int64)[where]
    changed: Ints = at_theirs + at_mine - at_own - at_own[person] - 2 * met[person]
    return changed


def _leader_changes(again: Flags, row: Ints, person: int, model: Model) -> Ints:
    """Change in how often somebody has a facilitator again, by a swap with each person."""
    people = model.people
    led = np.zeros((people, int(row.max()) + 2), dtype=np.int64)
    for leader in range(people, model.problem.everyone):
        if row[leader] >= 0:
            led[:, row[leader]] += again[:people, leader]
    there = np.where(row[:people] < 0, led.shape[1] - 1, row[:people])
    everyone = np.arange(people)
    changed: Ints = led[person, there] + led[:, row[person]] - led[everyone, there] - led[person, row[person]]
    return changed


def _rule_changes(model: Model, row: Ints, person: int, number: int, partners: list[int]) -> dict[int, int]:
    """Change in broken rules per partner."""
    now = broken(model, row, number)
    found = {}
    for partner in partners:
        after = row.copy()
        after[person], after[partner] = row[partner], row[person]
        found[partner] = broken(model, after, number) - now
    return found


def _met_elsewhere(model: Model, tables: list[Ints], number: int) -> Flags:
    away = np.full(model.total, -1, dtype=np.int64)
    others = [away if at == number else row for at, row in enumerate(tables)]
    return meetings(model, others) > 0


def _known_at_table(model: Model, again: Flags, row: Ints, person: int) -> tuple[int, ...]:
    """The people at somebody's table whom they met before, without facilitators."""
    known = again[person] & (row == row[person])
    return tuple(np.flatnonzero(known[: model.people]).tolist())


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
