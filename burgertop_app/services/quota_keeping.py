"""Keeping quotas: a next version when something really changed, unless somebody is still typing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import DrawRecord, QuotaLine, QuotaSet
from burgertop_app.domain.draw_views import as_entry
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
    from burgertop_app.storage.unit_of_work import Store

A_MOMENT = timedelta(minutes=15)
"""So long after a version was made its numbers may still be put right, while no draw used it."""


def checked(form: QuotaForm) -> Quotas:
    """The quotas of a form.

    Raises:
        InvalidInput: a quota is impossible in itself, a value stands there twice, or there is none.
    """
    return Quotas(
        tuple(Quota(e.feature, e.value, e.low, e.high, e.low_flex, e.high_flex) for e in form.lines)
    )


def keep(store: Store, process_id: UUID, form: QuotaForm) -> UUID | None:
    """Keep quotas; gives the version that now counts, None when nothing changed.

    A version that a draw used always stays as it is.
    """
    before = draw_store.latest_set(store, process_id)
    if before is None:
        return _next(store, process_id, form, 1)
    lines = draw_store.quota_lines(store, before.id)
    told = (before.source, before.source_date) == (form.source, form.source_date)
    if told and tuple(map(as_entry, lines)) == form.lines:
        return None
    same_groups = [_pair(line) for line in lines] == [_pair(entry) for entry in form.lines]
    fresh = store.now() - draw_store.set_made_at(store, before) < A_MOMENT
    if same_groups and fresh and not store.count(DrawRecord, quota_set_id=before.id):
        return _amend(store, before, lines, form)
    return _next(store, process_id, form, before.version + 1)


def _amend(store: Store, kept: QuotaSet, lines: tuple[QuotaLine, ...], form: QuotaForm) -> UUID:
    store.change(kept, source=form.source, source_date=form.source_date)
    for line, entry in zip(lines, form.lines, strict=True):
        store.change(
            line,
            low=entry.low,
            high=entry.high,
            low_flex=entry.low_flex,
            high_flex=entry.high_flex,
            share=entry.share,
        )
    return kept.id


def _next(store: Store, process_id: UUID, form: QuotaForm, version: int) -> UUID:
    kept = store.add(
        QuotaSet(
            id=store.new_id(),
            process_id=process_id,
            version=version,
            source=form.source,
            source_date=form.source_date,
        )
    )
    for position, entry in enumerate(form.lines):
        store.add(
            QuotaLine(
                id=store.new_id(),
                quota_set_id=kept.id,
                feature=entry.feature,
                value=entry.value,
                low=entry.low,
                high=entry.high,
                low_flex=entry.low_flex,
                high_flex=entry.high_flex,
                share=entry.share,
                position=position,
            )
        )
    return kept.id


def _pair(group: QuotaLine | QuotaEntry) -> tuple[str, str]:
    return group.feature, group.value
