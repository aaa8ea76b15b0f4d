"""A line in the log that somebody said once more what stands already: that ends a difference too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.store import Store


def say_again(store: Store, name: str, row_id: UUID, said: Cells) -> None:
    """Note that these cells of a row were chosen, though nothing in it changes."""
    of = table(name)
    seq = store.journal.note(Operation.UPDATE, name, row_id, before=said, after=said)
    stamp = store.stamp(seq, new=False) | {"revision": of.c.revision + 1}
    store.connection.execute(update(of).where(of.c.id == row_id).values(**stamp))
