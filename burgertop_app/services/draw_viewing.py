"""A kept draw as the window shows it: everyone's chance, and after the number its panel and reserves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import marks_sha256
from burgertop_app.domain.draw_records import DrawState, Outcome
from burgertop_app.domain.draw_views import DrawView
from burgertop_app.domain.drawing import DrawRequest
from burgertop_app.domain.draws import pool_sha256
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.processes import Process
from burgertop_app.services import draw_keeping as keeping
from burgertop_app.services import draw_public
from burgertop_app.services.draw_choices import chosen
from burgertop_app.services.taking_part import taking_part
from burgertop_app.storage import draw_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, QuotaLine
    from burgertop_app.storage.unit_of_work import Store


def viewed(store: Store, record: DrawRecord, *, names: bool) -> DrawView:
    """The draw as it stands; panels are not read before there is a number."""
    entries = draw_store.entries(store, record.id)
    known = draw_public.counts(store, record, entries)
    found = _chances(record, draw_store.quota_lines(store, record.quota_set_id), entries)
    found = replace(found, supply=known.supply, erased=len(draw_public.erased(entries)))
    found = replace(found, commitment_sha256=draw_public.seal(store, record))
    if record.drawn_number is None:
        prepared = record.state is DrawState.PREPARED
        return replace(found, outdated=prepared and outdated(store, record))
    panel = keeping.kept_lottery(store, record.id).panels[record.drawn_number]
    reserves = keeping.reserve_numbers(store, record.id)
    return replace(
        found,
        panel=tuple(sorted(panel, key=natural)),
        reserves=reserves,
        counts=known.panel,
        names=draw_store.entry_names(store, record.id, (*panel, *reserves)) if names else {},
    )


def outdated(store: Store, record: DrawRecord) -> bool:
    """Whether people, marks, quotas, seats, method or rules are no longer those of a prepared lottery."""
    kept, lines = draw_store.latest_quotas(store, record.process_id)
    process = store.get(Process, record.process_id)
    choices = chosen(store, record.process_id)
    rest = choices.cool_down.months if choices.cool_down.bars else 0
    used = (record.quota_set_id, record.seats, record.household_rule, record.cool_down, record.method)
    if (kept.id, process.seats, choices.households, rest, choices.method) != used:
        return True
    request = DrawRequest(
        process_id=record.process_id,
        seats=record.seats,
        households=record.household_rule,
        panel=record.panel,
        cool_down=choices.cool_down,
    )
    try:
        found, rules = taking_part(store, request, lines)
    except BurgertopError:
        return True
    same_people = pool_sha256(found.pool) == record.pool_sha256
    return not same_people or marks_sha256(rules) != record.marks_sha256


def _chances(record: DrawRecord, lines: Sequence[QuotaLine], entries: Sequence[DrawEntry]) -> DrawView:
    """The chances of everyone who could be drawn, and of each group."""
    drawable = [entry for entry in entries if entry.outcome is not Outcome.KEPT_OUT]
    ordered = sorted(drawable, key=lambda entry: (entry.exact, entry.published))
    groups: dict[tuple[str, str], list[float]] = {}
    for entry in drawable:
        for pair in entry.features.items():
            groups.setdefault(pair, []).append(float(entry.published))
    return DrawView(
        record,
        tuple(lines),
        exact=tuple(float(entry.exact) for entry in ordered),
        published=tuple(float(entry.published) for entry in ordered),
        numbers=tuple(entry.number for entry in ordered),
        chances={pair: sum(found) / len(found) for pair, found in groups.items()},
    )
