"""Names of erased people in free text: who wrote "Fatma Demir belde" did not point at a row.

Only whole names go; what else a note or a card says stays, and so do states, days and counts. A name of one
word goes only as it is written, since "Bakker" is also what somebody does. What a published version of an
advice holds is left alone: its hash would not fit any more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    "card_text": ("text", "reason"),
    "commitment": ("text", "owner", "contact", "progress", "outcome", "withdrawn_reason"),
    "commitment_note": ("text", "by"),
    "disposition": ("reason", "owner", "budget", "policy"),
    "due_change": ("reason", "by"),
    "evidence": ("description", "link", "withdrawn_reason"),
    "monitor_meeting": ("note", "decisions", "moved_reason"),
    "pledge": ("text", "note"),
    "planned_advice": ("topic", "asked"),
    "postponement": ("reason", "by", "proof", "withdrawn_reason"),
    "progress_report": ("withdrawn_reason",),
    "receipt": ("proof", "by", "withdrawn_reason"),
    "reminder": ("text",),
    "response": ("letter",),
    "sign_off": ("remarks", "minority"),
    "step_change": ("note", "by"),
}
"""The columns in which somebody may be named."""

GONE: Final = "…"
SHORTEST = 4
"""A shorter name is too often a part of ordinary words."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Names:
    """What finds whole names, and the words with which they begin, so that most texts need no search."""

    pattern: re.Pattern[str]
    begins: frozenset[str]

    def without(self, text: str) -> str:
        """The text with `GONE` where a name stood."""
        words = {word.casefold() for word in _WORD.findall(text)}
        return text if self.begins.isdisjoint(words) else self.pattern.sub(GONE, text)


def names_of(store: Store, people: Sequence[Person]) -> Names | None:
    """What finds the whole names of these people; None when they have none."""
    found = store.find(Contact, person_id=[person.id for person in people])
    names = {one.name.strip() for one in found if len(one.name.strip()) >= SHORTEST}
    names = {name for name in names if _WORD.search(name)}
    if not names:
        return None
    either = "|".join(_however(name) for name in sorted(names, key=len, reverse=True))
    begins = frozenset(_WORD.findall(name)[0].casefold() for name in names)
    return Names(re.compile(rf"(?<!\w)(?:{either})(?!\w)"), begins)


def rows_with(store: Store, names: Names | None) -> dict[str, dict[UUID, dict[str, str]]]:
    """Per table the rows in which a name stands, with their texts without it."""
    found: dict[str, dict[UUID, dict[str, str]]] = {}
    if names is None:
        return found
    for name, texts in TEXTS.items():
        table = Row.metadata.tables[name]
        wanted = select(table.c.id, *(table.c[text] for text in texts))
        for row_id, *cells in store.connection.execute(wanted):
            said = {
                text: left
                for text, cell in zip(texts, cells, strict=True)
                if cell and (left := names.without(cell)) != cell
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


def _however(name: str) -> str:
    """A whole name however it is written; a name of one word only as it is."""
    words = [re.escape(word) for word in name.split()]
    together = r"\s+".join(words)
    return f"(?i:{together})" if len(words) > 1 else together
