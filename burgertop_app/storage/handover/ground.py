"""What both sides hold for as long as the merging lasts, and which rows live on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.storage.handover import writes

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.births import Births
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.gathering import Handover
    from burgertop_app.storage.handover.order import Key, Order, Vector
    from burgertop_app.storage.handover.twins import Twins
    from burgertop_app.storage.handover.writes import Write, Writes

Keys = frozenset[tuple[str, "UUID"]]
"""Rows: their table and id."""


@dataclass
class Ground:
    """What both sides hold, for as long as the merging lasts.

    `known` is the last entry per site that this workspace had; `ours` and `theirs` are the writes by row that
    only one side has. `spare` are rows of the other side that nobody here needs so far.
    """

    connection: Connection
    handover: Handover
    known: Vector
    order: Order
    twins: Twins
    births: Births
    ours: Writes
    theirs: Writes
    file: str
    spare: dict[str, dict[UUID, Cells]] = field(default_factory=dict)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    double: Counter[str] = field(default_factory=Counter)
    touched: dict[str, set[UUID]] = field(default_factory=dict)
    said: list[tuple[str, UUID, Key, Cells]] = field(default_factory=list)
    """What twins said of which the log holds no words: table, id, birth, cells."""
    renamed: set[tuple[str, UUID, str]] = field(default_factory=set)
    lanes: dict[UUID, int] = field(default_factory=dict)
    labels: dict[str, dict[tuple[UUID, str], set[UUID]]] = field(default_factory=dict)
    """Rows by process and label, for the tables in which a process has a label once."""
    wordings: dict[UUID, str] = field(default_factory=dict)
    """The first words of each card of the other side."""
    there: set[UUID] = field(default_factory=set)
    """Rows that are known to be there."""

    def news(self, key: Key) -> bool:
        """Whether an entry was not known here."""
        return key[1] > self.known.get(key[0], 0)

    def own(self, key: Key) -> bool:
        """Whether the other side did not know an entry."""
        return key[1] > self.handover.seen.get(key[0], 0)

    def log_of(self, row_id: UUID) -> list[Write]:
        """Every write in a row, under each of its ids."""
        found = writes.about(self.connection, self.twins.group(row_id))
        return [write for some in found.values() for write in some]

    def touch(self, name: str, row_id: UUID) -> None:
        """Remember that a row came in or was changed."""
        self.touched.setdefault(name, set()).add(row_id)


class Living:
    """Whether a row lives on, seen from the writes alone: one that came after, or beside, every removal."""

    def __init__(self, ground: Ground, erased: Keys, stoned: Keys) -> None:
        self._ground = ground
        self._erased = erased
        self._stoned = stoned

    def __call__(self, name: str, row_id: UUID) -> bool:
        """Whether it lives; who was erased does not."""
        ground, ids = self._ground, self._ground.twins.group(row_id)
        if any((name, each) in self._erased for each in ids):
            return False
        if not any((name, each) in self._stoned for each in ids):
            return True
        found = writes.about(ground.connection, ids)
        every = [write for each in ids for write in found[each]]
        removals = [write.key for write in every if write.removes]
        made = [write.key for write in every if not write.removes]
        made += [ground.twins.born[each] for each in ids if each in ground.twins.born]
        return any(not any(ground.order.saw(gone, key) for gone in removals) for key in made)
