"""Features: their known values, and the quotas on them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.draw_records import QuotaLine, QuotaSet
from burgertop_app.domain.people import Declared, Participation
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def features(store: Store, process_id: UUID) -> dict[str, tuple[str, ...]]:
    """Every declared feature with its values: in the order of the quotas, else of the alphabet."""
    return _ordered(quota_lines(store, process_id), _declared(store, process_id))


def features_of(people: Iterable[PersonLine], quotas: Iterable[QuotaLine]) -> dict[str, tuple[str, ...]]:
    """As `features`, of people who were read already."""
    declared: set[tuple[str, str]] = set()
    for line in people:
        declared.update(line.features.items())
    return _ordered(quotas, sorted(pair for pair in declared if pair[1]))


def _declared(store: Store, process_id: UUID) -> Iterable[tuple[str, str]]:
    declared, part = translation(Declared).table, translation(Participation).table
    statement = (
        select(declared.c.feature, declared.c.value)
        .join(part, declared.c.participation_id == part.c.id)
        .where(part.c.process_id == process_id, declared.c.value != "")
        .distinct()
        .order_by(declared.c.feature, declared.c.value)
    )
    return [(feature, value) for feature, value in store.session.execute(statement)]


def _ordered(quotas: Iterable[QuotaLine], declared: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in quotas:
        found[line.feature].append(line.value)
    for feature, value in declared:
        if value not in found[feature]:
            found[feature].append(value)
    return {feature: tuple(values) for feature, values in found.items()}


def quota_lines(store: Store, process_id: UUID) -> tuple[QuotaLine, ...]:
    """The lines of the latest quotas, in order; none before there are any."""
    sets = store.find(QuotaSet, order_by="version", process_id=process_id)
    return store.find(QuotaLine, order_by="position", quota_set_id=sets[-1].id) if sets else ()


def quota_source(store: Store, process_id: UUID) -> str:
    """Where the population figures of the latest quotas come from."""
    sets = store.find(QuotaSet, order_by="version", process_id=process_id)
    return sets[-1].source if sets else ""
