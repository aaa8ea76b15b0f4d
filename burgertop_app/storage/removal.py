"""Taking people out altogether, as when an import is undone: nothing of them stays, not even a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from burgertop_app.domain.errors import NotPossible
from burgertop_app.storage.base import Row
from burgertop_app.storage.erasure import IDENTITIES, emptied_log, reach_of, remove_rows

if TYPE_CHECKING:
    from burgertop_app.domain.people import Person
    from burgertop_app.storage.store import Store

OWN: Final = frozenset(
    {
        *IDENTITIES,
        "channel",
        "consent",
        "contact",
        "declared",
        "draw_mark",
        "facilitator",
        "household",
        "invitation",
        "need",
        "person_event",
    }
)
"""Tables whose rows come and go with the people that they are about; nothing public rests on them."""


def remove(store: Store, *people: Person) -> None:
    """Take `people` out altogether, as if they had never come; the log keeps its chain and loses their data.

    Raises:
        NotPossible: `people_in_use`, something else rests on them, such as a draw or a seat.
    """
    reach = reach_of(store, people)
    if used := sorted(table for table, ids in reach.rows.items() if ids and table not in OWN):
        raise NotPossible("people_in_use", tables=", ".join(used))
    seq = emptied_log(store, reach, None)
    for table in reversed(Row.metadata.sorted_tables):
        if ids := reach.rows.get(table.name, ()):
            remove_rows(store, table, ids, seq)
