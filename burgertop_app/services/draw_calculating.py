"""Calculations of a draw that may run in another process: the lottery, and the thorough pre-flight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.preflight import examine
from burgertop_app.services.lotteries import refuse_obstacles

if TYPE_CHECKING:
    from burgertop_app.domain.drawing import DrawInput
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.preflight import Preflight
    from burgertop_app.domain.progress import Progress


def calculate(given: DrawInput, progress: Progress) -> Lottery:
    """The lottery for `given`; pure, so that it can run in another process.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    refuse_obstacles(given.pool, given.quotas, given.rules)
    made = compute(given.pool, given.quotas, given.rules, progress)
    return replace(made, attempt=given.attempt, earlier_attempts=given.earlier_attempts)


def inspect(given: DrawInput, progress: Progress) -> Preflight:
    """The thorough pre-flight; pure."""
    return examine(given.pool, given.quotas, given.rules, progress)
