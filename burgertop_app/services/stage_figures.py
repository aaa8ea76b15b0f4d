"""Who was at which stage, counted per published group and protected: all that a statement rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Event, Presence
from burgertop_app.domain.merging import JOIN, LEAST_IN_PANEL, LEAST_IN_POOL, merged
from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.domain.people import Role
from burgertop_app.domain.representing import PublishedFigure, StatementNotes
from burgertop_app.domain.stages import LEFT, by_state
from burgertop_app.engines.representativity.disclosure import FEW
from burgertop_app.engines.representativity.protecting import Counted, Shown, protected
from burgertop_app.services import comparing, opened_panels
from burgertop_app.storage import erased_counts, feature_store, meeting_store, people_store, stage_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.draw_records import QuotaLine
    from burgertop_app.domain.merging import Merging
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.engines.representativity.disclosure import Told
    from burgertop_app.services.opened_panels import OpenedPanel
    from burgertop_app.storage.unit_of_work import Store

Pair = tuple[str, str]


@dataclass(frozen=True)
class Group:
    """The people at one stage and how many of each value; `key` names it, `on` and `title` a meeting."""

    key: str
    kind: StageKind
    members: frozenset[UUID]
    counts: Counter[Pair]
    on: date | None = None
    title: str = ""


@dataclass(frozen=True)
class FeatureFigures:
    """One feature: its groups, their part of the population (0..1), and per stage what may be shown."""

    feature: str
    values: tuple[str, ...]
    heaps: tuple[tuple[str, ...], ...]
    population: tuple[float | None, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class StageFigures:
    """Everything of one process: the stages that have people, the features, and how values are merged."""

    groups: tuple[Group, ...]
    features: tuple[FeatureFigures, ...]
    merging: Merging

    def published(self) -> tuple[PublishedFigure, ...]:
        """What leaves with a statement."""
        return tuple(
            PublishedFigure(one.feature, group.key, len(group.members), one.values, shown.shares, shown.step)
            for one in self.features
            for group, shown in zip(self.groups, one.shown, strict=True)
        )


def notes_of(store: Store, process_id: UUID) -> StatementNotes:
    """What goes with the statement of a process; empty, and not kept, before anything was filled in."""
    kept = store.first(StatementNotes, process_id=process_id)
    return kept or StatementNotes(id=store.new_id(), process_id=process_id)


def figures(store: Store, process_id: UUID, notes: StatementNotes) -> StageFigures:
    """Count every stage per feature; features that may not be shown are left out."""
    quotas = feature_store.quota_lines(store, process_id)
    shares = comparing.shares(store, process_id)
    merging = merged(shares, comparing.fixed_merging(store, process_id))
    people = people_store.lines(store, process_id, Role.RESIDENT)
    groups = _groups(store, process_id, people)
    panels = opened_panels.opened(store, process_id)
    shown = tuple(
        _feature(feature, heaps, quotas, groups, _public(feature, heaps, panels, people), notes)
        for feature, heaps in merging.items()
        if len(heaps) > 1 and notes.may_show(feature)
    )
    return StageFigures(groups, shown, merging)


def _public(
    feature: str,
    heaps: tuple[tuple[str, ...], ...],
    panels: Sequence[OpenedPanel],
    people: Iterable[PersonLine],
) -> tuple[tuple[frozenset[UUID], Told], ...]:
    """The panels that everyone can look up by number, with what was published of this feature."""
    values = {line.participation_id: line.features.get(feature, "") for line in people}
    found = ((panel.members, panel.told_now(feature, heaps, values)) for panel in panels)
    return tuple((members, told) for members, told in found if told is not None)


def _groups(store: Store, process_id: UUID, people: Sequence[PersonLine]) -> tuple[Group, ...]:
    """Registered, drawn, and present at each meeting by day; those with nobody left out."""
    gone, lost = stage_store.left(store, process_id), comparing.lost_of(store, process_id)
    reached = [
        (line, gone[line.participation_id] if line.state in LEFT else by_state(line.state)) for line in people
    ]
    found = [
        _group(
            "registered", StageKind.REGISTERED, [line for line, how in reached if how.registered], lost.pool
        ),
        _group("drawn", StageKind.DRAWN, [line for line, how in reached if how.drawn], lost.panel),
    ]
    events = store.find(Event, process_id=process_id)
    for event in sorted(events, key=lambda event: (event.on is None, event.on, event.title)):
        marks = meeting_store.attendance(store, event.id)
        came = [line for line in people if marks.get(line.participation_id) is Presence.PRESENT]
        more = erased_counts.came(store, process_id, event.id)
        key = f"{StageKind.PRESENT} {event.id}"
        found.append(_group(key, StageKind.PRESENT, came, more, event.on, event.title))
    return tuple(group for group in found if group.members)


def _group(
    key: str,
    kind: StageKind,
    people: Iterable[PersonLine],
    more: Counter[Pair],
    on: date | None = None,
    title: str = "",
) -> Group:
    held = tuple(people)
    counts = Counter(chain.from_iterable(line.features.items() for line in held)) + more
    return Group(key, kind, frozenset(line.participation_id for line in held), counts, on, title)


def _feature(
    feature: str,
    heaps: tuple[tuple[str, ...], ...],
    quotas: Sequence[QuotaLine],
    groups: Sequence[Group],
    public: Sequence[tuple[frozenset[UUID], Told]],
    notes: StatementNotes,
) -> FeatureFigures:
    """The figures of a feature; `public` are people of whom everyone knows already what is told."""
    values = tuple(JOIN.join(heap) for heap in heaps)
    part = {line.value: line.share for line in quotas if line.feature == feature}
    counted = tuple(_counted(group, feature, heaps, values, notes) for group in groups)
    stages = [*(members for members, _told in public), *(group.members for group in groups)]
    return FeatureFigures(
        feature,
        values,
        heaps,
        tuple(summed(part, heap) for heap in heaps),
        protected(opened_panels.crowds(stages), counted, tuple(told for _members, told in public)),
    )


def summed(known: Mapping[str, float | None], heap: Iterable[str]) -> float | None:
    """The parts of the values of a heap together; None when one of them is not known."""
    parts = [known.get(value) for value in heap]
    told = [part for part in parts if part is not None]
    return sum(told) if len(told) == len(parts) else None


def _counted(
    group: Group,
    feature: str,
    heaps: tuple[tuple[str, ...], ...],
    values: tuple[str, ...],
    notes: StatementNotes,
) -> Counted:
    people = tuple(sum(group.counts[feature, value] for value in heap) for heap in heaps)
    earlier = notes.earlier(feature, group.key)
    same = earlier is not None and earlier.values == values
    near = earlier is not None and abs(earlier.people - len(group.members)) < FEW
    return Counted(
        people,
        max(0, len(group.members) - sum(people)),
        LEAST_IN_POOL if group.kind is StageKind.REGISTERED else LEAST_IN_PANEL,
        Shown(earlier.shares, earlier.step) if earlier is not None and same and near else None,
    )
