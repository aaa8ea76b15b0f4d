"""How many people ever came how far, and how the groups of the quotas compare at each stage."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.people import EventKind, Participation, PersonEvent, Role, State
from burgertop_app.domain.stages import LEFT, Reached, StageCounts, by_state, by_story
from burgertop_app.domain.views import GroupShare
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.draw_records import QuotaLine
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store

Pair = tuple[str, str]
NOBODY: Counter[Pair] = Counter()


@dataclass(frozen=True)
class Lost:
    """What pool, panel and those present lost to erasures, per group, as far as it was kept."""

    pool: Counter[Pair] = field(default_factory=Counter)
    panel: Counter[Pair] = field(default_factory=Counter)
    present: Counter[Pair] = field(default_factory=Counter)


NOTHING = Lost()


def states(store: Store, process_id: UUID) -> Counter[State]:
    """How many residents have each state."""
    return states_of(store, [process_id])[process_id]


def states_of(store: Store, process_ids: Collection[UUID]) -> dict[UUID, Counter[State]]:
    """The same for each of these processes, in one question to the file."""
    part = translation(Participation).table
    statement = (
        select(part.c.process_id, part.c.state, func.count())
        .where(part.c.process_id.in_(process_ids), part.c.role == Role.RESIDENT.value)
        .group_by(part.c.process_id, part.c.state)
    )
    found: dict[UUID, Counter[State]] = {process_id: Counter() for process_id in process_ids}
    for process_id, state, count in store.session.execute(statement):
        found[process_id][State(state)] = count
    return found


def left(store: Store, process_id: UUID) -> dict[UUID, Reached]:
    """How far the residents came who declined, withdrew or were erased."""
    part, told = translation(Participation).table, translation(PersonEvent).table
    statement = (
        select(part.c.id, told.c.kind, told.c.at)
        .outerjoin(told, told.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id, part.c.role == Role.RESIDENT.value)
        .where(part.c.state.in_([state.value for state in LEFT]))
    )
    stories: dict[UUID, list[tuple[EventKind, datetime]]] = defaultdict(list)
    for id_, kind, at in store.session.execute(statement):
        stories[id_] += [(EventKind(kind), at)] if kind else []
    undone = _undone(store, process_id) if stories else None
    return {id_: by_story(story, undone) for id_, story in stories.items()}


def counts(store: Store, process_id: UUID, held: Counter[State] | None = None) -> StageCounts:
    """How many residents ever came how far; `held` are their states when those are known already."""
    held = states(store, process_id) if held is None else held
    steps = [(by_state(state), people) for state, people in held.items() if state not in LEFT]
    if any(held[state] for state in LEFT):
        steps += [(reached, 1) for reached in left(store, process_id).values()]
    return StageCounts(
        invited=sum(held.values()),
        registered=sum(people for reached, people in steps if reached.registered),
        drawn=sum(people for reached, people in steps if reached.drawn),
        present=sum(people for reached, people in steps if reached.present),
    )


def shares_of(
    people: Iterable[PersonLine],
    quotas: Iterable[QuotaLine],
    gone: Mapping[UUID, Reached],
    lost: Lost = NOTHING,
) -> tuple[GroupShare, ...]:
    """Per group of `quotas` its part of the population, and of the pool, the panel and those present.

    Args:
        people: of every role; only residents count.
        quotas: the groups.
        gone: how far those came who left, see `left`.
        lost: what they lost to erasures.
    """
    stages = [
        (line.features, gone[line.participation_id] if line.state in LEFT else by_state(line.state))
        for line in people
        if line.role is Role.RESIDENT
    ]
    pool = _Crowd((features for features, reached in stages if reached.registered), lost.pool)
    panel = _Crowd((features for features, reached in stages if reached.drawn), lost.panel)
    present = _Crowd((features for features, reached in stages if reached.present), lost.present)
    return tuple(
        GroupShare(
            feature=quota.feature,
            value=quota.value,
            population=quota.share,
            pool=pool.part(quota) or 0.0,
            panel=panel.part(quota),
            present=present.part(quota),
            pool_count=pool.count(quota),
            panel_count=panel.count(quota),
            present_count=present.count(quota),
            low=quota.low,
        )
        for quota in quotas
    )


class _Crowd:
    """Some people, counted once per value of a feature; a part is one of those who told the feature."""

    def __init__(self, people: Iterable[Mapping[str, str]], more: Counter[Pair] = NOBODY) -> None:
        self._counts = Counter(chain.from_iterable(features.items() for features in people)) + more
        self._told: Counter[str] = Counter()
        for (feature, value), count in self._counts.items():
            self._told[feature] += count if value else 0

    def count(self, quota: QuotaLine) -> int:
        return self._counts[quota.feature, quota.value]

    def part(self, quota: QuotaLine) -> float | None:
        told = self._told[quota.feature]
        return self.count(quota) / told if told else None


def _undone(store: Store, process_id: UUID) -> datetime | None:
    """When the last draw was withdrawn that had drawn people."""
    found = store.find(DrawRecord, process_id=process_id, state=DrawState.WITHDRAWN, rehearsal=False)
    moments = [draw.withdrawn_at for draw in found if draw.drawn_at and draw.withdrawn_at]
    return max(moments, default=None)
