"""Rows of another laptop that are the same thing as a row here: looked for by what makes them one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from burgertop_app.storage.handover import naming, twins
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Table

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground


def twin(ground: Ground, of: Table, there: Cells, index: dict[Any, UUID]) -> UUID | None:
    """The row here that a row of the other side is one with."""
    if of.name in twins.BORN and not ground.news(ground.births.of(of.name, there)):
        return None
    wanted = key(ground, of, there)
    found = None if wanted is None else index.get(wanted)
    return found or naming.same_card(ground, of.name, there)


def key(ground: Ground, of: Table, cells: Cells) -> Any:  # noqa: ANN401  (whatever its table says)
    """By what a row is recognised; None when it is only itself."""
    born = ground.births.first(of.name, cells["id"])
    return twins.key_of(of.name, cells, born, lambda at: _round(ground, at))


def index_of(ground: Ground, of: Table) -> dict[Any, UUID]:
    """The rows here by what they are recognised by; of some only those that the other side did not know."""
    if of.name not in twins.KEYS and of.name not in twins.BORN:
        return {}
    found: dict[Any, UUID] = {}
    for cells in map(dict, ground.connection.execute(select(of).order_by(of.c.id)).mappings()):
        if of.name in twins.BORN and not ground.own(ground.births.of(of.name, cells)):
            continue
        wanted = key(ground, of, cells)
        if wanted is not None:
            found.setdefault(wanted, cells["id"])
    return found


def _round(ground: Ground, at: UUID) -> UUID | None:
    rounds = table("table_round")
    return ground.connection.execute(select(rounds.c.round_id).where(rounds.c.id == at)).scalar_one_or_none()
