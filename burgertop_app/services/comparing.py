"""How the groups compare from population to those present, whoever left or was erased since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import DrawState
from burgertop_app.domain.merging import Merging, large, merged
from burgertop_app.domain.people import Participation, Role, State
from burgertop_app.domain.representing import StatementNotes, looks_special
from burgertop_app.services import draw_public
from burgertop_app.storage import draw_store, erased_counts, feature_store, people_store, stage_store
from burgertop_app.storage.stage_store import NOBODY

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawRecord, QuotaLine
    from burgertop_app.domain.merging import Group
    from burgertop_app.domain.views import GroupShare, PersonLine
    from burgertop_app.services.draw_public import Pair
    from burgertop_app.storage.unit_of_work import Store


def shares(store: Store, process_id: UUID) -> tuple[GroupShare, ...]:
    """Per group of the quotas its part of the population, the pool, the panel and those present."""
    people = people_store.lines(store, process_id, Role.RESIDENT)
    return shares_of(store, process_id, people, feature_store.quota_lines(store, process_id))


def shares_of(
    store: Store, process_id: UUID, people: Sequence[PersonLine], quotas: Sequence[QuotaLine]
) -> tuple[GroupShare, ...]:
    """As `shares`, of people and quotas that were read already."""
    gone = stage_store.left(store, process_id)
    return stage_store.shares_of(people, quotas, gone, lost_of(store, process_id))


def lost_of(store: Store, process_id: UUID) -> stage_store.Lost:
    """What pool, panel and those present lost to erasures, per group."""
    if not store.count(Participation, process_id=process_id, state=State.ERASED):
        return stage_store.NOTHING
    pool, panel = _lost(store, _drawn(store, process_id))
    return stage_store.Lost(pool, panel, erased_counts.came(store, process_id))


def fixed_merging(store: Store, process_id: UUID) -> Merging | None:
    """Which values are published together from now on; None while nothing was published or drawn.

    What a statement published counts first, then what was kept at the first draw that was committed to and
    not withdrawn before its number: its counts were or will be published.
    """
    notes = store.first(StatementNotes, process_id=process_id)
    if notes is not None and notes.merging:
        return notes.merging
    found = (kept_merging(store, draw.id) for draw in draw_public.counting(store, process_id))
    return next((merging for merging in found if merging is not None), None)


def keep_merging(store: Store, record: DrawRecord) -> None:
    """Keep with a draw which values are published together, so that it stays so whoever is erased."""
    merging = _merging(store, record)
    draw_public.keep_merging(store, record, json.dumps(merging, ensure_ascii=False).encode())


def shown(store: Store, record: DrawRecord, groups: Sequence[Group]) -> Merging:
    """Of which features a draw may show quotas and counts, and of which values together.

    `groups` have the people of its own pool: with several panels that is a part of all who registered.
    """
    notes = store.first(StatementNotes, process_id=record.process_id)
    merging = {
        feature: heaps
        for feature, heaps in _merging(store, record).items()
        if (notes.may_show(feature) if notes else not looks_special(feature))
    }
    return large(groups, merging)


def _merging(store: Store, record: DrawRecord) -> Merging:
    process_id = record.process_id
    return merged(shares(store, process_id), fixed_merging(store, process_id))


def kept_merging(store: Store, draw_id: UUID) -> Merging | None:
    """Which values were published together when this draw was made; None when that was not kept."""
    content = draw_store.files(store, draw_id).get(draw_public.MERGING)
    if content is None:
        return None
    return {feature: tuple(tuple(heap) for heap in heaps) for feature, heaps in json.loads(content).items()}


def _drawn(store: Store, process_id: UUID) -> tuple[DrawRecord, ...]:
    """The real draws that stand and have a panel: one for each panel, the first one drawn first."""
    return tuple(
        draw
        for draw in draw_store.draws(store, process_id)
        if draw.state is DrawState.DRAWN and not draw.rehearsal
    )


def _lost(store: Store, drawn: Sequence[DrawRecord]) -> tuple[Counter[Pair], Counter[Pair]]:
    """People per group in the pool and in the panels of these draws, who were erased since.

    Whoever sits in a panel is not in the pool of a later draw; everyone else in it was in the earlier pool
    too, or registered since.
    """
    pool, panel = NOBODY, NOBODY
    for draw in reversed(drawn):
        gone, chosen = draw_public.lost(store, draw, draw_store.entries(store, draw.id))
        pool, panel = gone | (chosen + pool), chosen + panel
    return pool, panel
