"""What earlier processes in the workspace teach about drop-out; too little of it teaches nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.call_views import ANSWERED
from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, DrawState, Outcome
from burgertop_app.domain.drop_out import DropOut, ValueRate
from burgertop_app.domain.people import Participation, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.storage.unit_of_work import Store

PROCESSES, PEOPLE, OF_A_VALUE = 2, 60, 20
"""Fewer processes or answers than this teach nothing; nor do fewer answers of people with one value."""
WEIGHT = 20
"""A value's own rate counts as if there were so many more answers at the overall rate."""
_NO = (State.DECLINED, State.WITHDRAWN)


def learnt(store: Store, process_id: UUID, quotas: Quotas) -> DropOut:
    """The rates that people drawn in other processes showed, in whole per cents; an assumption without.

    Everyone drawn for real who answered counts; nobody is counted whose data were erased.
    """
    asked: Counter[tuple[str, str] | None] = Counter()
    gone: Counter[tuple[str, str] | None] = Counter()
    processes: set[UUID] = set()
    for of_process, features, no in _answers(store, process_id):
        processes.add(of_process)
        for pair in (None, *features.items()):
            asked[pair] += 1
            gone[pair] += no
    if len(processes) < PROCESSES or asked[None] < PEOPLE:
        return DropOut()
    overall = gone[None] / asked[None]
    pairs = ((quota.feature, quota.value) for quota in quotas.items)
    rates = tuple(
        ValueRate(*pair, _rounded((gone[pair] + WEIGHT * overall) / (asked[pair] + WEIGHT)))
        for pair in pairs
        if asked[pair] >= OF_A_VALUE
    )
    return DropOut(_rounded(overall), rates, len(processes), asked[None])


def _answers(store: Store, process_id: UUID) -> Iterator[tuple[UUID, dict[str, str], bool]]:
    """Per person drawn elsewhere who answered: the process, the features as used, and whether it was no."""
    for record in store.find(DrawRecord, state=DrawState.DRAWN, rehearsal=False):
        if record.process_id == process_id:
            continue
        entries = store.find(DrawEntry, draw_id=record.id, outcome=Outcome.PANEL)
        parts = store.find(Participation, process_id=record.process_id)
        states = {part.id: part.state for part in parts}
        for entry in entries:
            state = states[entry.participation_id]
            if entry.features and state in (*_NO, *ANSWERED):
                yield record.process_id, entry.features, state in _NO


def _rounded(rate: float) -> int:
    return round(rate * 100) * 10
