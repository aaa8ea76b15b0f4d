"""The words of a card or proposal that was taken away here and stays for what was done there: they come back.

Words that were taken away together with the thing are alive as long as the thing; those that were taken away
by themselves are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from burgertop_app.storage.handover import rows
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from burgertop_app.storage.handover.ground import Ground, Living

PARTS: Final = {"card_text": "card", "proposal_text": "proposal", "recommendation_text": "recommendation"}
"""Tables of words, with the table of the things whose words they are."""


def whole(ground: Ground, name: str, row_id: UUID) -> UUID | None:
    """The thing together with which these words were taken away; None when that was done by itself."""
    column = f"{PARTS[name]}_id"
    found: UUID | None = None
    for removal in (write for write in ground.log_of(row_id) if write.removes):
        if not removal.before or column not in removal.before:
            return None
        found = ground.twins.keeper(removal.before[column])
        beside = [write.key for write in ground.log_of(found) if write.removes]
        if not any(ground.order.together(key, removal.key) for key in beside):
            return None
    return found


def bring_back(ground: Ground, stones: Iterable[tuple[str, UUID]], alive: Living) -> None:
    """Put back the words of things that stay."""
    for name, row_id in sorted(stones, key=lambda each: each[1].int):
        if name in PARTS:
            kept = ground.twins.keeper(row_id)
            of = whole(ground, name, kept)
            if of and rows.there(ground, PARTS[name], of) and not rows.there(ground, name, kept):
                words = rows.buried(ground, table(name), kept)
                if words is not None:
                    rows.put(ground, table(name), words | {"id": kept}, alive)
