"""The panels that were opened to everyone, with their counts, and what they tell beside each other.

Who sits in a drawn panel is public by number, and so are its counts. When a draw was withdrawn and a later
panel differs from it by one person, the two counts together tell that person's groups.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.draw_records import DrawEntry, DrawFile
from burgertop_app.engines.representativity.disclosure import Crowd, Reader, Told
from burgertop_app.exchange import draw_folder
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.domain.merging import Heaps
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class OpenedPanel:
    """Who sat in a panel that was opened, and per feature how many of each group of values, as published."""

    members: frozenset[UUID]
    counts: Mapping[str, Mapping[tuple[str, ...], int]]

    def told(self, feature: str, heaps: Heaps) -> Told | None:
        """What it tells of these groups; None when it tells nothing that fits in them."""
        known = self.counts.get(feature, {})
        within = [[people for values, people in known.items() if set(values) <= set(heap)] for heap in heaps]
        if not known or sum(map(len, within)) != len(known):
            return None
        return Told((0, 0), tuple((sum(parts), sum(parts)) for parts in within))

    def told_now(self, feature: str, heaps: Heaps, values: Mapping[UUID, str]) -> Told | None:
        """As `told`, with room for what was put right since: `values` are those of the feature now.

        Who has none of the values now, for example because they were erased, is counted as not told.
        """
        told = self.told(feature, heaps)
        if told is None:
            return None
        found = [sum(values.get(who, "") in heap for who in self.members) for heap in heaps]
        spans = [span or (people, people) for span, people in zip(told.spans, found, strict=True)]
        wide = ((min(low, now), max(high, now)) for (low, high), now in zip(spans, found, strict=True))
        return Told((0, len(self.members) - sum(found)), tuple(wide))


def opened(store: Store, process_id: UUID) -> tuple[OpenedPanel, ...]:
    """Every panel of the process that was opened for real, withdrawn since or not, the first one first."""
    found = []
    for record in draw_store.draws(store, process_id):
        kept = store.first(DrawFile, draw_id=record.id, name=draw_folder.OPENING)
        if record.rehearsal or kept is None:
            continue
        published = draw_folder.json_object({kept.name: kept.content}, draw_folder.OPENING)
        members = _members(store, record, published["panel"])
        found.append(OpenedPanel(members, _counts(listed_lines(published["quotas"]))))
    return tuple(found)


def telling(
    store: Store, record: DrawRecord, lines: Sequence[dict[str, Any]], panel: Sequence[str]
) -> frozenset[str]:
    """The features of which the counts of this panel, beside those opened before, would tell on somebody.

    A feature of which earlier groups do not fit in the present ones is among them.
    """
    before = [] if record.rehearsal else list(opened(store, record.process_id))
    if not before:
        return frozenset()
    now = OpenedPanel(_members(store, record, panel), _counts(lines))
    return frozenset(
        feature for feature, counts in now.counts.items() if _tells([*before, now], feature, tuple(counts))
    )


def crowds(stages: Sequence[frozenset[UUID]]) -> tuple[Crowd, ...]:
    """The people of some stages, those at exactly the same ones together."""
    everyone = set(chain.from_iterable(stages))
    found = Counter(tuple(who in stage for stage in stages) for who in everyone)
    return tuple(Crowd(people, at) for at, people in sorted(found.items()))


def listed_lines(found: object) -> list[dict[str, Any]]:
    """The lines on quotas in an opening."""
    return [line for line in found if isinstance(line, dict)] if isinstance(found, list) else []


def _tells(panels: Sequence[OpenedPanel], feature: str, heaps: Heaps) -> bool:
    known = [panel for panel in panels if feature in panel.counts]
    told = [panel.told(feature, heaps) for panel in known]
    fitting = [one for one in told if one is not None]
    if len(fitting) < len(told):
        return True
    return Reader(crowds([panel.members for panel in known]), fitting, len(heaps)).finds_somebody()


def _members(store: Store, record: DrawRecord, numbers: Iterable[str]) -> frozenset[UUID]:
    wanted = set(numbers)
    entries = store.find(DrawEntry, draw_id=record.id)
    return frozenset(entry.participation_id for entry in entries if entry.number in wanted)


def _counts(lines: Iterable[Mapping[str, Any]]) -> dict[str, dict[tuple[str, ...], int]]:
    """Per feature the counts of its groups; those of the first format are of one value each."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for line in lines:
        if line["count"] is not None:
            values = tuple(line["values"]) if "values" in line else (line["value"],)
            found.setdefault(line["feature"], {})[values] = line["count"]
    return found
