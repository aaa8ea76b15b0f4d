"""The look before a draw: quickly while somebody types, or thoroughly with reasons and ways out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.preflight import Hopeless, Preflight, obstacles, supplies
from burgertop_app.engines.sortition.clashes import Clashes
from burgertop_app.engines.sortition.easing import relaxations
from burgertop_app.engines.sortition.panels import covering
from burgertop_app.engines.sortition.relaxation import reachable
from burgertop_app.engines.sortition.types import collapse

if TYPE_CHECKING:
    from burgertop_app.domain.draws import DrawRules, Pool
    from burgertop_app.domain.preflight import Clash
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.engines.sortition.types import Types


def look(pool: Pool, quotas: Quotas, rules: DrawRules) -> Preflight:
    """Supply, sums, and whether fractions of people could make a panel: fast enough to follow typing."""
    found = obstacles(pool, quotas, rules)
    fractions = Clashes(collapse(pool, quotas, rules), quotas).possible(whole=False)
    return Preflight(
        seats=rules.seats,
        people=len(pool) - len(rules.barred),
        supplies=supplies(pool, quotas, rules),
        obstacles=found,
        possible=None if fractions and not found else False,
    )


def examine(pool: Pool, quotas: Quotas, rules: DrawRules, progress: Progress) -> Preflight:
    """All of `look`, and the clash with ways out, or the people without a chance with the reason.

    Raises:
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("draw_look")
    seen = look(pool, quotas, rules)
    types = collapse(pool, quotas, rules)
    clashes = Clashes(types, quotas)
    if seen.possible is not False and clashes.possible(whole=True):
        hopeless = _hopeless(pool, types, clashes, progress)
        return replace(seen, possible=True, hopeless=hopeless)
    whole = clashes.possible(whole=False)
    return replace(
        seen,
        possible=False,
        clash=clashes.smallest(progress, whole=whole),
        relaxations=relaxations(types, quotas, rules.seats, progress),
    )


def _hopeless(pool: Pool, types: Types, clashes: Clashes, progress: Progress) -> tuple[Hopeless, ...]:
    """Everyone whom no panel can hold, equal people together, each with the demands that see to it."""
    drawable = reachable(types)
    if drawable is None:
        return ()
    barred, _panels = covering(types, drawable, drawable, progress)
    known: list[Clash] = []
    found: list[Hopeless] = []
    for place in np.flatnonzero(~drawable | barred).tolist():
        whole = bool(drawable[place])
        clash = next((each for each in known if clashes.excludes(each, place, whole=whole)), None)
        if clash is None:
            clash = clashes.smallest(progress, place, whole=whole)
            known.append(clash)
        numbers = types.members[place]
        declared = tuple(pool.declared(pool.by_number[numbers[0]]).items())
        found.append(Hopeless(numbers, declared, clash))
    return tuple(found)
