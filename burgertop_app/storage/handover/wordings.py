"""Wordings that two laptops gave the same thing while neither knew the other's, and choosing between them.

Both stay in the history, numbered as `naming` does; the last of them stands until somebody chooses. Choosing
is a new wording with the chosen words, or, where those stand already, a line in the log that somebody chose.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from burgertop_app.domain.advice import RecommendationText
from burgertop_app.domain.card_history import CardSignOff
from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import CardText, Proposal, ProposalText
from burgertop_app.storage.handover import notes, writes
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.handover.naming import VERSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.births import Births
    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Key, Order
    from burgertop_app.storage.handover.twins import Twins
    from burgertop_app.storage.handover.writes import Writes
    from burgertop_app.storage.store import Store

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "card_text": ("text",),
    "proposal_text": ("title", "text", "why", "ourselves", "asked", "addressee", "minority", "fields"),
    "recommendation_text": ("title", "reason", "minority", "ourselves", "note", "costs", "roles"),
}
"""The columns of each table of wordings that hold words."""


@dataclass(frozen=True)
class Worded:
    """A wording that nobody who knew it put in other words: its row, its last entry, and its words."""

    row_id: UUID
    key: Key
    words: str


@dataclass(frozen=True)
class Clash:
    """Wordings of one row of `of` that stand beside each other; the one at `stands` is the last."""

    of: str
    row_id: UUID
    sides: tuple[Worded, ...]
    stands: int


class Wordings:
    """Looks for what was put in other words on two laptops."""

    def __init__(self, connection: Connection, order: Order, births: Births, twins: Twins) -> None:
        self._connection = connection
        self._order = order
        self._births = births
        self._twins = twins

    def all(self) -> Iterator[Clash]:
        """Every thing with wordings that stand beside each other."""
        for name in WORDS:
            scope = VERSIONS[name][0]
            for of_id, rows in self._several(name, scope).items():
                sides = self._sides(name, rows)
                if len(sides) > 1:
                    last = rows[-1]["id"]
                    at = next((place for place, side in enumerate(sides) if side.row_id == last), 0)
                    yield Clash(scope.removesuffix("_id"), of_id, sides, at)

    def _several(self, name: str, scope: str) -> dict[UUID, list[Cells]]:
        """The wordings, in order, of whatever has more than one."""
        of = table(name)
        often = select(of.c[scope]).group_by(of.c[scope]).having(func.count() > 1)
        asked = select(of).where(of.c[scope].in_(often)).order_by(of.c.version, of.c.id)
        found: dict[UUID, list[Cells]] = defaultdict(list)
        for row in map(dict, self._connection.execute(asked).mappings()):
            found[row[scope]].append(row)
        return found

    def _sides(self, name: str, rows: list[Cells]) -> tuple[Worded, ...]:
        held = writes.about(self._connection, [each for row in rows for each in self._twins.group(row["id"])])
        births = {row["id"]: self._born(name, row, held) for row in rows}
        if len({key[0] for keys in births.values() for key in keys}) < 2:
            return ()
        later = {row["id"]: self._reworded(name, row["id"], held) for row in rows}
        found: dict[str, Worded] = {}
        for row in reversed(rows):
            row_id, words = row["id"], _words(name, row)
            others = [
                key
                for other in rows
                if other["id"] != row_id
                for key in (*births[other["id"]], *later[other["id"]])
            ]
            if words and not any(self._knew(key, births[row_id], later[row_id]) for key in others):
                last = max((*births[row_id], *later[row_id]), key=self._order.stamp)
                found.setdefault(words.casefold(), Worded(row_id, last, words))
        return tuple(found.values())

    def _knew(self, key: Key, births: list[Key], later: list[Key]) -> bool:
        """Whether the writer of an entry knew a wording, in whichever of its twins, as it is now."""
        seen = self._order.saw
        return any(seen(key, each) for each in births) and all(seen(key, each) for each in later)

    def _born(self, name: str, row: Cells, held: Writes) -> list[Key]:
        ids = self._twins.group(row["id"])
        found = [self._twins.born[each] for each in ids if each in self._twins.born]
        found += [
            write.key for each in ids for write in held.get(each, ()) if write.operation == Operation.INSERT
        ]
        return found or [self._births.of(name, row)]

    def _reworded(self, name: str, row_id: UUID, held: Writes) -> list[Key]:
        """The entries that put a wording right where it stood, or chose it."""
        return [
            write.key
            for each in self._twins.group(row_id)
            for write in held.get(each, ())
            if write.operation == Operation.UPDATE and any(write.wrote(column) for column in WORDS[name])
        ]


def settle(store: Store, of: str, row_id: UUID, chosen: UUID) -> None:
    """Let a wording stand.

    Raises:
        NotFound: `difference_gone`, the wording is there no more.
    """
    name = f"{of}_text"
    scope, column = VERSIONS[name]
    texts = table(name)
    found = store.connection.execute(
        select(texts).where(texts.c[scope] == row_id).order_by(texts.c[column], texts.c.id)
    )
    rows = [dict(row) for row in found.mappings()]
    if chosen not in {row["id"] for row in rows}:
        raise NotFound("difference_gone")
    last = rows[-1]
    if chosen == last["id"]:
        notes.say_again(store, name, chosen, {each: last[each] for each in WORDS[name]})
    else:
        _again(store, name, chosen, last[column] + 1)


def _again(store: Store, name: str, chosen: UUID, version: int) -> None:
    """The chosen words once more, as the last; the table that agreed with them agreed with these."""
    again: dict[str, Any] = {"id": store.new_id(), "version": version, "revision": 0}
    if name == "card_text":
        text = store.add(replace(store.get(CardText, chosen), by=store.actor, **again))
        for mark in store.find(CardSignOff, text_id=chosen, until=None):
            store.add(replace(mark, id=store.new_id(), text_id=text.id, revision=0))
    elif name == "proposal_text":
        words = store.get(ProposalText, chosen)
        now = store.get(Proposal, words.proposal_id)
        store.add(replace(words, kind=now.kind, cost=now.cost, area=now.area, **again))
    else:
        store.add(replace(store.get(RecommendationText, chosen), **again))


def _words(name: str, row: Cells) -> str:
    parts: list[str] = []
    for column in WORDS[name]:
        cell = row[column]
        parts += map(str, cell.values()) if isinstance(cell, dict) else [cell]
    return "\n".join(_filled(parts))


def _filled(parts: Iterable[str]) -> Iterator[str]:
    return (part.strip() for part in parts if part and part.strip())
