"""Two cards that say the same on one laptop and not on the other: told, and decided anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.outcomes import Apart, Duplicate
from burgertop_app.storage.handover import notes
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.store import Store


@dataclass(frozen=True)
class Pair:
    """Both decisions about two cards, with their labels; they stay apart until somebody decides."""

    same: Cells
    apart: Cells
    labels: tuple[str, str]


def both(connection: Connection) -> Iterator[Pair]:
    """Every pair over which both was decided."""
    same = {_pair(row): row for row in _rows(connection, "duplicate")}
    apart = [row for row in _rows(connection, "apart") if _pair(row) in same]
    cards = table("card")
    ids = {row[end] for row in apart for end in ("card_id", "of_id")}
    asked = select(cards.c.id, cards.c.label).where(cards.c.id.in_(sorted(ids, key=lambda each: each.int)))
    labels = dict(connection.execute(asked).all()) if ids else {}
    for row in apart:
        one, other = sorted((labels[row["card_id"]], labels[row["of_id"]]))
        yield Pair(same[_pair(row)], row, (one, other))


def settle(store: Store, apart_id: UUID, *, same: bool) -> None:
    """Let one of the two decisions stand: the other goes, and the log says that somebody chose this one.

    Where the other laptop chose otherwise meanwhile, both come back to be chosen between.

    Raises:
        NotFound: `difference_gone`, somebody decided meanwhile.
    """
    found = store.first(Apart, id=apart_id)
    if found is None:
        raise NotFound("difference_gone")
    ends = [found.card_id, found.of_id]
    going, staying = (Apart, Duplicate) if same else (Duplicate, Apart)
    for one in store.find(going, card_id=ends, of_id=ends):
        store.remove(one)
    confirm(store, store.find(staying, card_id=ends, of_id=ends))


def confirm(store: Store, chosen: Iterable[Duplicate | Apart]) -> None:
    """Tell in the log that somebody chose a decision that stood already, beside another one."""
    for one in chosen:
        name = "duplicate" if isinstance(one, Duplicate) else "apart"
        notes.say_again(store, name, one.id, {"card_id": one.card_id, "of_id": one.of_id})


def _rows(connection: Connection, name: str) -> list[Cells]:
    of = table(name)
    return [dict(row) for row in connection.execute(select(of).order_by(of.c.id)).mappings()]


def _pair(row: Cells) -> frozenset[UUID]:
    return frozenset((row["card_id"], row["of_id"]))
