"""Names of erased people in free text of the follow-up: who wrote "Fatma belde" did not point at a row.

Only whole names go; what else a note says stays, and so do states, days and counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

from burgertop_app.domain.people import Contact
from burgertop_app.storage.base import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.people import Person
    from burgertop_app.storage.store import Store

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "commitment": ("text", "owner", "contact", "progress", "outcome", "withdrawn_reason"),
    "commitment_note": ("text", "by"),
    "due_change": ("reason", "by"),
    "evidence": ("description", "link", "withdrawn_reason"),
    "monitor_meeting": ("note", "decisions", "moved_reason"),
    "pledge": ("text", "note"),
    "progress_report": ("withdrawn_reason",),
    "step_change": ("note", "by"),
}
"""The columns in which somebody may be named."""

GONE: Final = "…"
SHORTEST = 4
"""A shorter name is too often a part of ordinary words."""


def pattern_of(store: Store, people: Sequence[Person]) -> re.Pattern[str] | None:
    """What finds the whole names of these people; None when they have none."""
    found = store.find(Contact, person_id=[person.id for person in people])
    names = sorted({one.name.strip() for one in found if len(one.name.strip()) >= SHORTEST}, key=len)
    if not names:
        return None
    either = "|".join(re.escape(name) for name in reversed(names))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def rows_with(store: Store, names: re.Pattern[str] | None) -> dict[str, dict[UUID, dict[str, str]]]:
    """Per table the rows in which a name stands, with their texts without it."""
    found: dict[str, dict[UUID, dict[str, str]]] = {}
    if names is None:
        return found
    for name, texts in TEXTS.items():
        table = Row.metadata.tables[name]
        wanted = select(table.c.id, *(table.c[text] for text in texts))
        for row_id, *cells in store.connection.execute(wanted):
            said = {
                text: names.sub(GONE, cell)
                for text, cell in zip(texts, cells, strict=True)
                if cell and names.search(cell)
            }
            if said:
                found.setdefault(name, {})[row_id] = said
    return found


def strike(store: Store, rows: Mapping[str, Mapping[UUID, Mapping[str, str]]], seq: int) -> None:
    """Write the texts without the names; `seq` is the entry of the log that attests the erasure."""
    for name, changed in rows.items():
        table = Row.metadata.tables[name]
        stamp = store.stamp(seq, new=False) | {"revision": table.c.revision + 1}
        for row_id, said in changed.items():
            store.connection.execute(update(table).where(table.c.id == row_id).values(**said, **stamp))
