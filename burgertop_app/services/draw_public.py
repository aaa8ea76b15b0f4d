"""What a kept draw made public, kept byte for byte: the commitment, the opening, and counts per group.

Kept when they come to be, because an erasure later takes away what they were made from.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draw_protocol import SEAL, Announcement, Salts, commitment, opening, sealed
from burgertop_app.domain.draw_records import DrawState, Outcome
from burgertop_app.domain.replacing import steps_from_json
from burgertop_app.exchange import draw_folder
from burgertop_app.services import draw_keeping, opened_panels
from burgertop_app.services.opened_panels import listed_lines
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.domain.draw_records import DrawEntry, DrawRecord
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.merging import Merging
    from burgertop_app.domain.replacing import Step
    from burgertop_app.storage.unit_of_work import Store

COUNTS = "counts.json"
MERGING = "merging.json"
Pair = tuple[str, str]


@dataclass(frozen=True)
class GroupCounts:
    """People per group: in the pool of the draw, and in the panel once there is one."""

    supply: Mapping[Pair, int]
    panel: Mapping[Pair, int]


def erased(entries: Iterable[DrawEntry]) -> tuple[str, ...]:
    """The numbers of those in a draw who were erased since."""
    return tuple(entry.number for entry in entries if not entry.features)


def made_at(record: DrawRecord) -> datetime | None:
    """When the draw was fixed: committed, or for a rehearsal drawn; None before."""
    return record.committed_at or record.drawn_at


def announcement(record: DrawRecord) -> Announcement:
    """What was told beforehand."""
    at = made_at(record)
    return Announcement(
        draw_id=str(record.id),
        made_at=at.isoformat(timespec="seconds") if at else "",
        moment=record.moment,
        place=record.published_where,
        witnesses=tuple(filter(None, (part.strip() for part in record.witnesses.split(";")))),
    )


def salts(record: DrawRecord, entries: Iterable[DrawEntry]) -> Salts:
    """What hides the people and panels of the draw in public."""
    return Salts({entry.number: entry.salt for entry in entries}, record.secret)


def counting(store: Store, process_id: UUID) -> tuple[DrawRecord, ...]:
    """The real draws whose counts were or will be published, also one that was withdrawn after its number."""
    return tuple(
        record
        for record in draw_store.draws(store, process_id)
        if not record.rehearsal
        and (record.state in (DrawState.COMMITTED, DrawState.DRAWN) or record.drawn_number is not None)
    )


def keep_commitment(
    store: Store, record: DrawRecord, lottery: Lottery, entries: Sequence[DrawEntry], shown: Merging
) -> None:
    """Keep `toezegging.json`, with the quotas of the groups in `shown`.

    The leaves are those noted when the lottery was made.
    """
    made = commitment(
        lottery,
        draw_keeping.pool_of(entries, lottery),
        salts(record, entries),
        announcement(record),
        rehearsal=record.rehearsal,
        shown=shown,
    )
    noted = sealed(made | {"leaves": [*sorted(entry.leaf for entry in entries)]})
    content = draw_folder.readable_json_bytes(noted)
    draw_keeping.keep_file(store, record.id, draw_folder.COMMITMENT, content)


def keep_opening(
    store: Store, record: DrawRecord, lottery: Lottery, entries: Sequence[DrawEntry], drawn: DrawnNumber
) -> None:
    """Keep `opening.json` and the panel's counts.

    Without counts when somebody in the panel was erased; without those of a feature that, beside the panels
    opened before, would tell something of somebody.
    """
    made = opening(
        lottery,
        draw_keeping.pool_of(entries, lottery),
        salts(record, entries),
        draw_folder.json_object(draw_store.files(store, record.id), draw_folder.COMMITMENT),
        drawn,
    )
    panel = lottery.panels[drawn.number]
    lines = listed_lines(made["quotas"])
    closed = opened_panels.telling(store, record, lines, panel)
    if set(panel) & set(erased(entries)):
        closed = frozenset(line["feature"] for line in lines)
    made["quotas"] = [line | {"count": None} if line["feature"] in closed else line for line in lines]
    content = draw_folder.readable_json_bytes(made)
    draw_keeping.keep_file(store, record.id, draw_folder.OPENING, content)
    supply = counts(store, record, entries).supply
    chosen = [entry for entry in entries if entry.number in set(panel)]
    keep_counts(store, record, GroupCounts(supply, _counted(chosen)))


def keep_counts(store: Store, record: DrawRecord, told: GroupCounts) -> None:
    """Keep counts per group."""
    content = canonical({"supply": _rows(told.supply), "panel": _rows(told.panel)})
    draw_keeping.keep_file(store, record.id, COUNTS, content)


def counts(store: Store, record: DrawRecord, entries: Sequence[DrawEntry]) -> GroupCounts:
    """The kept counts of a draw; before any were kept those of its people."""
    kept = draw_store.files(store, record.id).get(COUNTS)
    if kept is None:
        return GroupCounts(_counted(_drawable(entries)), {})
    found = json.loads(kept)
    return GroupCounts(_pairs(found["supply"]), _pairs(found["panel"]))


def lost(
    store: Store, record: DrawRecord, entries: Sequence[DrawEntry]
) -> tuple[Counter[Pair], Counter[Pair]]:
    """People per group who were in the pool and in the panel when counted, and were erased since."""
    known = counts(store, record, entries)
    panel = _counted(entry for entry in entries if entry.outcome is Outcome.PANEL)
    return Counter(known.supply) - _counted(_drawable(entries)), Counter(known.panel) - panel


def keep_merging(store: Store, record: DrawRecord, content: bytes) -> None:
    """Keep which values are published together."""
    draw_keeping.keep_file(store, record.id, MERGING, content)


def seal(store: Store, record: DrawRecord) -> str:
    """The hash of the kept commitment; empty when nothing was committed to yet."""
    kept = draw_store.files(store, record.id)
    if draw_folder.COMMITMENT not in kept:
        return ""
    return str(draw_folder.json_object(kept, draw_folder.COMMITMENT).get(SEAL, ""))


def public_files(store: Store, record: DrawRecord) -> draw_folder.Files:
    """What may be published, as it was kept, by path in the full folder."""
    kept = draw_store.files(store, record.id)
    names = (draw_folder.COMMITMENT, draw_folder.OPENING, draw_folder.PUBLIC_REPLACEMENTS)
    return {name: kept[name] for name in names if name in kept}


def replacement_files(store: Store, record: DrawRecord) -> draw_folder.Files:
    """The replacements by number, as they were kept; nothing when nobody was replaced."""
    kept = draw_store.files(store, record.id)
    return {name: kept[name] for name in (draw_folder.REPLACEMENTS,) if name in kept}


def replacement_steps(store: Store, record: DrawRecord) -> tuple[Step, ...]:
    """The replacements in order."""
    files = replacement_files(store, record)
    return steps_from_json(draw_folder.json_object(files, draw_folder.REPLACEMENTS)) if files else ()


def _drawable(entries: Iterable[DrawEntry]) -> Iterable[DrawEntry]:
    return (entry for entry in entries if entry.outcome is not Outcome.KEPT_OUT)


def _counted(entries: Iterable[DrawEntry]) -> Counter[Pair]:
    return Counter(
        pair for entry in entries for pair in entry.features.items() if pair[0] != draw_keeping.HOUSEHOLD
    )


def _rows(found: Mapping[Pair, int]) -> list[Any]:
    return [[feature, value, found[feature, value]] for feature, value in sorted(found)]


def _pairs(rows: Iterable[Any]) -> dict[Pair, int]:
    return {(feature, value): people for feature, value, people in rows}
