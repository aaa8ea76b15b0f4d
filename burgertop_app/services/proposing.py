"""Proposing replacements: pure, so that it can run in another process."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.call_views import Effect, Proposal
from burgertop_app.domain.replacing import misses_of
from burgertop_app.engines.sortition.replacement import replacements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.domain.call_views import Situation
    from burgertop_app.domain.progress import Progress


def propose(given: Situation, progress: Progress) -> Proposal | None:
    """Who would join for the open seats, and what it does to the quotas; None when no seat is open.

    Raises:
        Cancelled: asked for through `progress`.
    """
    vacancy = given.chain.vacancy(given.left, given.barred, given.kept_out)
    if not vacancy.seats:
        return None
    joined = replacements(given.pool, given.quotas, vacancy, given.chain.next_state, progress)
    after = (*vacancy.staying, *joined)
    return Proposal(
        situation=given,
        seats=vacancy.seats,
        joined=joined,
        effects=_effects(given, vacancy.staying, after),
        misses=misses_of(given.pool, given.quotas, after),
    )


def _effects(given: Situation, now: Iterable[str], after: Iterable[str]) -> tuple[Effect, ...]:
    """The quotas that change or are missed, in the order of the quotas."""
    were, are, come = (_counts(given, some) for some in (given.chain.members, now, after))
    found = (
        Effect(
            quota.feature,
            quota.value,
            quota.low,
            quota.high,
            *(counts[quota.feature, quota.value] for counts in (were, are, come)),
        )
        for quota in given.quotas.items
    )
    return tuple(
        effect
        for effect in found
        if effect.before != effect.now
        or effect.now != effect.after
        or not effect.low <= effect.after <= effect.high
    )


def _counts(given: Situation, numbers: Iterable[str]) -> Counter[tuple[str, str]]:
    people = (given.pool.by_number[number] for number in numbers)
    return Counter(pair for entry in people for pair in given.pool.declared(entry).items())
