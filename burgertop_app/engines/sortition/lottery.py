"""The lottery: from a pool, quotas and rules to chances and a thousand numbered panels."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import (
    PANELS,
    Certificate,
    Lottery,
    Panel,
    pool_sha256,
    quotas_sha256,
    refuse_rough,
    stream_seed,
)
from burgertop_app.domain.errors import NotPossible
from burgertop_app.engines.sortition import goldilocks, leximin, maximin, nash, quick
from burgertop_app.engines.sortition.numbering import thousand
from burgertop_app.engines.sortition.sharing import shared
from burgertop_app.engines.sortition.types import collapse

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.draws import DrawRules, Pool
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.engines.sortition.portfolio import Portfolio
    from burgertop_app.engines.sortition.types import Types

    Method = Callable[[Types, np.random.Generator, Progress], Portfolio]

_METHODS: dict[str, Method] = {
    "leximin": leximin.portfolio,
    "maximin": maximin.portfolio,
    "nash": nash.portfolio,
    "goldilocks": goldilocks.portfolio,
    "quick": quick.portfolio,
}


def compute(pool: Pool, quotas: Quotas, rules: DrawRules, progress: Progress) -> Lottery:
    """The fairest lottery for this input; the same input gives the same lottery.

    Raises:
        NotPossible: no panel satisfies every quota, or a thousand panels cannot follow the chances.
        Cancelled: asked for through `progress`.
    """
    rng = np.random.Generator(np.random.PCG64(stream_seed(pool, quotas, rules)))
    types = collapse(pool, quotas, rules)
    found = _METHODS[rules.method](types, rng, progress)
    numbered = thousand(found, types, rng, progress)
    if not (types.fits(found.panels) and types.fits(numbered)):
        raise NotPossible("draw_engine_wrong")
    progress.checkpoint("draw_sharing")
    portions = shared(found.panels, found.weights, types, rng)
    panels = shared(numbered, np.ones(PANELS, dtype=np.int64), types, rng)
    exact = _chances(pool, portions)
    lowest = min(chance for _number, chance in exact if chance)
    made = Lottery(
        rules=rules,
        quotas=quotas,
        engine=engine(),
        pool_sha256=pool_sha256(pool),
        quotas_sha256=quotas_sha256(quotas),
        certificate=Certificate(lowest, max(lowest, round(found.bound * WHOLE))),
        exact=exact,
        portfolio=tuple(portions),
        panels=tuple(panel for times, panel in panels for _time in range(times)),
    )
    refuse_rough(made)
    return made


def chances(pool: Pool, quotas: Quotas, rules: DrawRules, progress: Progress) -> tuple[float, ...]:
    """The chance of each person who is not kept out, in no particular order; no panel is told.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    rng = np.random.Generator(np.random.PCG64(stream_seed(pool, quotas, rules)))
    types = collapse(pool, quotas, rules)
    found = _METHODS[rules.method](types, rng, progress)
    if not types.fits(found.panels):
        raise NotPossible("draw_engine_wrong")
    seats = (found.panels * found.weights[:, None]).sum(axis=0) / WHOLE
    each = np.repeat(seats / types.counts, types.counts.astype(np.int64))
    return tuple(each.tolist())


def engine() -> str:
    """What computes the lottery: versions and platform, because elsewhere digits may differ."""
    parts = [f"{name} {version(name)}" for name in ("burgertop", "highspy", "numpy")]
    return "; ".join(
        [*parts, f"python {platform.python_version()}", f"{platform.system()} {platform.machine()}"]
    )


def _chances(pool: Pool, portions: list[tuple[int, Panel]]) -> tuple[tuple[str, int], ...]:
    chance = {entry.number: 0 for entry in pool.entries}
    for weight, panel in portions:
        for member in panel:
            chance[member] += weight
    return tuple(chance.items())
