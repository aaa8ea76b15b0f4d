"""Drawing the number of a kept lottery: everything that follows from it, before anything is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_protocol import DrawnNumber, drawn_from_seed
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.lottery_file import lottery_from_json
from burgertop_app.engines.sortition.reserves import reserve_list
from burgertop_app.services import draw_keeping as keeping
from burgertop_app.services import draw_public
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawEntry
    from burgertop_app.domain.draws import Lottery, Panel
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Waiting:
    """A draw that waits for its number, as it was read."""

    record: DrawRecord
    entries: tuple[DrawEntry, ...]
    lottery_text: bytes


@dataclass(frozen=True)
class Numbered:
    """A lottery with its number, and the panel and reserves that follow."""

    lottery: Lottery
    drawn: DrawnNumber
    panel: Panel
    reserves: tuple[str, ...]


def waiting(store: Store, draw_id: UUID) -> Waiting:
    """The draw, to calculate with once the transaction is closed.

    Raises:
        NotPossible: it does not wait for a number.
    """
    record = store.get(DrawRecord, draw_id)
    keeping.expect(record, DrawState.PREPARED, DrawState.COMMITTED)
    return Waiting(record, draw_store.entries(store, draw_id), draw_store.lottery_text(store, draw_id))


def numbered(found: Waiting, seed: str, number: int | None, reserves: int) -> Numbered:
    """The number from a seed or as drawn by hand, with panel and reserves; who was erased is no reserve.

    Raises:
        InvalidInput: there is no such number.
    """
    lottery = lottery_from_json(json.loads(found.lottery_text))
    rehearsal = found.record.state is DrawState.PREPARED
    if number is None:
        drawn = drawn_from_seed(lottery, seed, rehearsal=rehearsal)
    else:
        drawn = DrawnNumber(number, rehearsal=rehearsal)
    panel = lottery.panels[drawn.number]
    gone = set(draw_public.erased(found.entries)) - set(panel)
    there = [entry for entry in found.entries if entry.number not in gone]
    listed = reserve_list(lottery, keeping.pool_of(there, lottery), drawn, reserves)
    return Numbered(lottery, drawn, panel, listed)


def refuse_other(store: Store, found: Waiting) -> None:
    """Stop when the draw or somebody in it changed since it was read.

    Raises:
        NotPossible: its number was drawn, or it was withdrawn.
        Conflict: somebody was erased in the meantime.
    """
    now = waiting(store, found.record.id)
    if now != found:
        raise Conflict("draw_pool_changed")
