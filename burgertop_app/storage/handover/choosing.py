"""Choosing between what two laptops said: an ordinary change, after which it is a difference no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select, update

from burgertop_app.domain.errors import Conflict, NotFound
from burgertop_app.domain.handovers import SAME, WENT_ON, WORDING
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import CardTheme
from burgertop_app.storage.faults import refused
from burgertop_app.storage.handover import (
    intentions,
    joinings,
    pairs,
    subjects,
    successions,
    wordings,
    writes,
)
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.conflicts import Differences
from burgertop_app.storage.handover.parts import PARTS

if TYPE_CHECKING:
    from burgertop_app.domain.handovers import Choices, Difference, Saying
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.sites import Site
    from burgertop_app.storage.store import Store


def settle(store: Store, own: Site, choices: Choices) -> int:
    """Let the chosen sayings count; how many differences that ended.

    Raises:
        NotFound: `difference_gone`, somebody chose meanwhile.
        Conflict: `row_in_use`, what should go is used by something else.
    """
    there = {each.key: each for each in Differences(store.connection, own).all()}
    for key, at in choices.items():
        found = there.get(key)
        if found is None or not 0 <= at < len(found.sayings):
            raise NotFound("difference_gone")
        _settle(store, found, found.sayings[at])
    store.journal.flush()
    return len(choices)


def _settle(store: Store, found: Difference, chosen: Saying) -> None:
    cells = subjects.row(store.connection, found.table, found.row_id)
    if cells is None:
        raise Conflict("changed_elsewhere")
    if chosen.removed:
        _remove(store, found, cells)
    elif found.table == intentions.NAME and found.column:
        intentions.settle(store, found.row_id, found.column, chosen.value)
    elif found.column == WORDING:
        wordings.settle(store, found.table, found.row_id, UUID(str(chosen.value)))
    elif found.column == WENT_ON:
        settled = joinings.settle if found.table == "proposal" else successions.settle
        settled(store, found.row_id, UUID(str(chosen.value)))
    elif found.column == SAME:
        pairs.settle(store, found.row_id, same=bool(chosen.value))
    elif found.table == "card_theme" and found.column == "theme_id":
        tie = store.get(CardTheme, found.row_id)
        store.change(tie, until=store.now())
        again = replace(
            tie, id=store.new_id(), theme_id=UUID(str(chosen.value)), since=store.now(), by=store.actor
        )
        store.add(replace(again, until=None))
    else:
        columns = [found.column] if found.column else [c for c in cells if c not in writes.HOUSEKEEPING]
        after = {column: chosen.value if found.column else cells[column] for column in columns}
        _write(store, found, {column: cells[column] for column in columns}, after)


def _write(store: Store, found: Difference, before: Cells, after: Cells) -> None:
    """Also when nothing changes: that somebody chose is what ends the difference."""
    of = table(found.table)
    said = {column: cell for column, cell in after.items() if not isinstance(cell, bytes)}
    was = {column: before[column] for column in said}
    seq = store.journal.note(Operation.UPDATE, of.name, found.row_id, before=was, after=said)
    stamp = store.stamp(seq, new=False) | {"revision": of.c.revision + 1}
    with refused(of.name):
        store.connection.execute(update(of).where(of.c.id == found.row_id).values(**after, **stamp))


def _remove(store: Store, found: Difference, cells: Cells) -> None:
    for name in (name for name, whole in PARTS.items() if whole == found.table):
        words = table(name)
        asked = select(words).where(words.c[f"{found.table}_id"] == found.row_id).order_by(words.c.id)
        for row in store.connection.execute(asked).mappings().all():
            _take_away(store, name, dict(row))
    _take_away(store, found.table, cells)


def _take_away(store: Store, name: str, cells: Cells) -> None:
    of, row_id = table(name), cells["id"]
    with refused(name):
        store.connection.execute(delete(of).where(of.c.id == row_id))
    before = {column: cell for column, cell in cells.items() if column not in writes.HOUSEKEEPING}
    seq = store.journal.note(Operation.DELETE, name, row_id, before=before, after={})
    store.bury(name, [row_id], seq)
