"""Reading values through their parents, such as every wording of the cards of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from burgertop_app.domain.entities import Entity
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

E = TypeVar("E", bound=Entity)


def under(
    store: Store, kind: type[E], parent: type[Entity], reference: str, process_id: UUID, *, order: str = ""
) -> tuple[E, ...]:
    """Values of `kind` whose field `reference` names a `parent` of the process, oldest first.

    Args:
        store: where to read.
        kind: the values wanted.
        parent: what they hang on; it has a field `process_id`.
        reference: the field of `kind` with the id of the parent.
        process_id: the process.
        order: a field to sort by first.
    """
    wanted, above = translation(kind), translation(parent)
    statement = (
        select(*wanted.columns)
        .join(above.table, wanted.table.c[reference] == above.table.c.id)
        .where(above.table.c.process_id == process_id)
    )
    if order:
        statement = statement.order_by(wanted.table.c[order])
    statement = statement.order_by(wanted.table.c.created_at, wanted.table.c.seq)
    return tuple(wanted.value(cells) for cells in store.session.execute(statement))
