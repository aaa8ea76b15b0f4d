"""What two laptops said differently of the same thing, read out of the log.

Two writes differ when neither writer knew the other. A later choice knows both, so that the difference is
over, here and, after a hand-over, everywhere. What an erasure emptied is no difference any more.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import func, select

from burgertop_app.domain.handovers import REMOVED, SAME, WENT_ON, WORDING, Difference, Saying
from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover import frozen, intentions, joinings, pairs, subjects, successions, writes
from burgertop_app.storage.handover.births import Births
from burgertop_app.storage.handover.cells import logged, table
from burgertop_app.storage.handover.gathering import references
from burgertop_app.storage.handover.order import Order
from burgertop_app.storage.handover.twins import Twins
from burgertop_app.storage.handover.wordings import Wordings
from burgertop_app.storage.handover.writes import Write
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow, SiteRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Key
    from burgertop_app.storage.sites import Site

TELLING: Final = (Operation.INSERT, Operation.UPDATE, Operation.DELETE, Operation.TWIN)
MADE: Final = frozenset({"card", "intention", "invitation", "participation"})
"""Tables of which the label is not something to choose."""


class Differences:
    """Looks for what was said differently; `own` is this copy of the workspace."""

    def __init__(self, connection: Connection, own: Site) -> None:
        self._connection = connection
        self._own = own
        self._order = Order(connection)
        self._twins = Twins(connection, ())
        self._births = Births(connection, self._order)
        self._known: writes.Writes = {}
        self._both = {row["id"] for pair in pairs.both(connection) for row in (pair.same, pair.apart)}
        self._joined = tuple(joinings.forks(connection, self._births, self._order))
        self._both |= {each for fork in self._joined for way in fork.ways for each in way.ties}
        self._between = {each for fork in self._joined for way in fork.ways for each in way.later}
        self._names = dict(connection.execute(select(SiteRow.id, SiteRow.name)).all())

    def all(self) -> tuple[Difference, ...]:
        """Everything over which nobody has chosen yet, in order of table and row."""
        shared = self._shared()
        self._known = writes.about(
            self._connection, [each for row_id in shared for each in self._twins.group(row_id)]
        )
        found = [each for row_id in shared for each in self._of_row(row_id)]
        found += self._ties()
        found += self._wordings()
        found += self._pairs()
        found += self._forks()
        found += self._joins()
        found += self._intentions()
        return tuple(sorted(found, key=lambda each: (each.table, each.row_id.int, each.column)))

    def _shared(self) -> list[UUID]:
        """The rows in which more than one laptop wrote."""
        entry = LogEntryRow
        asked = (
            select(entry.row_id)
            .where(entry.row_id.is_not(None), entry.operation.in_([each.value for each in TELLING]))
            .group_by(entry.row_id)
            .having(func.count(entry.site_id.distinct()) > 1)
        )
        ids = {self._twins.keeper(each) for each in self._connection.execute(asked).scalars()}
        ids |= {self._twins.keeper(each) for each in self._twins.born}
        return sorted(ids, key=lambda each: each.int)

    def _of_row(self, row_id: UUID) -> Iterator[Difference]:
        every = list(self._writes(self._twins.group(row_id)))
        if len({write.key[0] for write in every}) < 2:
            return
        name = every[0].table
        cells = subjects.row(self._connection, name, row_id)
        if cells is None:
            return
        if row_id not in self._both:
            yield from self._removed(name, cells, every)
        for column in cells:
            if column in writes.HOUSEKEEPING or column in frozen.QUIET or _made(name, column):
                continue
            if column != "standing" or row_id not in self._between:
                yield from self._of_column(name, cells, column, every)

    def _of_column(self, name: str, cells: Cells, column: str, every: list[Write]) -> Iterator[Difference]:
        last = self._last([write for write in every if write.wrote(column)])
        said: dict[str, Write] = {}
        for write in sorted(last, key=lambda each: self._order.stamp(each.key), reverse=True):
            said.setdefault(repr(self._kept((write.after or {})[column])), write)
        if len(said) > 1:
            sayings = tuple(self._saying(write, (write.after or {})[column]) for write in said.values())
            at = list(said).index(repr(cells[column])) if repr(cells[column]) in said else 0
            yield self._difference(name, cells, column, sayings, at)

    def _kept(self, cell: object) -> object:
        """A cell, where it refers to a twin as that goes on."""
        return self._twins.keeper(cell) if isinstance(cell, UUID) else cell

    def _removed(self, name: str, cells: Cells, every: list[Write]) -> Iterator[Difference]:
        kept = [write for write in every if not write.removes]
        gone = [
            write
            for write in every
            if write.removes and not any(self._order.saw(other.key, write.key) for other in kept)
        ]
        beside = [write for write in kept if not any(self._order.saw(each.key, write.key) for each in gone)]
        if gone and beside:
            last = max(beside, key=lambda each: self._order.stamp(each.key))
            removal = max(gone, key=lambda each: self._order.stamp(each.key))
            sayings = (self._saying(last, None), replace(self._saying(removal, None), removed=True))
            yield self._difference(name, cells, REMOVED, sayings, 0)

    def _ties(self) -> Iterator[Difference]:
        """Cards that were laid in another theme on each laptop."""
        of = table("card_theme")
        cut = self._connection.execute(
            select(of).where(of.c.until == of.c.since).order_by(of.c.id)
        ).mappings()
        groups: dict[UUID, list[Cells]] = {}
        for row in map(dict, cut):
            groups.setdefault(row["card_id"], []).append(row)
        for card_id, rows in groups.items():
            holds = self._connection.execute(select(of).where(of.c.card_id == card_id, of.c.until.is_(None)))
            held = holds.mappings().first()
            if held is None:
                continue
            cells = dict(held)
            known = [write.key for write in self._writes((cells["id"],))] or [self._born(cells)]
            others = {
                row["theme_id"]: row
                for row in rows
                if row["theme_id"] != cells["theme_id"]
                and not any(self._order.saw(key, self._born(row)) for key in known)
            }
            if others:
                sayings = tuple(
                    self._said(self._born(row), row["theme_id"]) for row in (cells, *others.values())
                )
                yield self._difference("card_theme", cells, "theme_id", sayings, 0)

    def _wordings(self) -> Iterator[Difference]:
        """What was put in other words on each laptop; a saying is the row of its words."""
        for clash in Wordings(self._connection, self._order, self._births, self._twins).all():
            cells = subjects.row(self._connection, clash.of, clash.row_id)
            if cells is not None:
                sayings = tuple(
                    replace(self._said(side.key, side.row_id), called=side.words) for side in clash.sides
                )
                yield self._difference(clash.of, cells, WORDING, sayings, clash.stands)

    def _pairs(self) -> Iterator[Difference]:
        """Cards that say the same on one laptop and not on the other."""
        for pair in pairs.both(self._connection):
            said = (("duplicate", pair.same, True), ("apart", pair.apart, False))
            sayings = tuple(self._said(self._births.of(name, row), value) for name, row, value in said)
            yield Difference("apart", pair.apart["id"], SAME, ", ".join(pair.labels), sayings, 1)

    def _forks(self) -> Iterator[Difference]:
        """Cards that went on in another one on each laptop; a saying is one of the later cards."""
        name = successions.NAME
        for fork in successions.forks(self._connection, self._births):
            known = [write.key for row in fork.held for write in self._writes((row["id"],))]
            known += [self._births.of(name, row) for row in fork.held]
            beside = [
                rows
                for rows in fork.others
                if not any(self._order.saw(key, self._births.of(name, rows[0])) for key in known)
            ]
            others = {frozenset(row["later_id"] for row in rows): rows for rows in beside}.values()
            cells = subjects.row(self._connection, "card", fork.earlier_id)
            if others and cells is not None:
                sayings = tuple(
                    replace(
                        self._said(self._births.of(name, rows[0]), rows[0]["later_id"]),
                        called=", ".join(self._called("card", row["later_id"]) for row in rows),
                    )
                    for rows in (fork.held, *others)
                )
                yield self._difference("card", cells, WENT_ON, sayings, 0)

    def _joins(self) -> Iterator[Difference]:
        """Proposals that went on in another one on each laptop; a saying is one of the later proposals."""
        for fork in self._joined:
            cells = subjects.row(self._connection, "proposal", fork.earlier_id)
            if cells is not None:
                sayings = tuple(
                    replace(
                        self._said(way.key, way.later[0]), called=joinings.words(self._connection, way.later)
                    )
                    for way in fork.ways
                )
                yield self._difference("proposal", cells, WENT_ON, sayings, 0)

    def _intentions(self) -> Iterator[Difference]:
        """What was said differently of an intention; a saying of its words is their row."""
        for parting in intentions.partings(self._connection, self._births, self._order, self._twins):
            sayings = tuple(
                replace(self._said(side.key, side.value), called=side.words) for side in parting.sides
            )
            yield self._difference(intentions.NAME, parting.last, parting.column, sayings, parting.stands)

    def _born(self, cells: Cells) -> Key:
        return self._births.of("card_theme", cells)

    def _writes(self, ids: Iterable[UUID]) -> Iterator[Write]:
        """The writes in these rows, with what twins said of which the log holds no words of their own."""
        rows = tuple(ids)
        found = writes.about(self._connection, [each for each in rows if each not in self._known])
        for row_id in rows:
            held = self._known.get(row_id, found.get(row_id, []))
            yield from (write for write in held if write.after is not None or write.removes)
        if len(rows) > 1:
            yield from _twin_notes(self._connection, rows)

    def _last(self, some: list[Write]) -> list[Write]:
        keys = self._order.maximal([write.key for write in some])
        return [write for write in some if write.key in keys]

    def _saying(self, write: Write, value: object) -> Saying:
        return self._said(write.key, value)

    def _said(self, key: Key, value: object) -> Saying:
        entry = LogEntryRow
        asked = select(entry.who, entry.at).where(entry.site_id == key[0], entry.seq == key[1])
        who, at = self._connection.execute(asked).one()
        laptop = self._names[key[0]]
        return Saying(value=value, removed=False, who=who, at=at, laptop=laptop, here=key[0] == self._own.id)

    def _difference(
        self, name: str, cells: Cells, column: str, sayings: tuple[Saying, ...], stands: int
    ) -> Difference:
        subject = subjects.subject(self._connection, name, cells)
        target = next((of.name for at, of in references(table(name)) if at.name == column), "")
        if target in subjects.SUBJECTS:
            sayings = tuple(replace(said, called=self._called(target, said.value)) for said in sayings)
        return Difference(name, cells["id"], column, subject, sayings, stands)

    def _called(self, name: str, row_id: object) -> str:
        return subjects.called(self._connection, name, row_id)


def _twin_notes(connection: Connection, rows: tuple[UUID, ...]) -> Iterator[Write]:
    asked = (
        select(LogEntryRow.table_name, LogEntryRow.row_id, LogPayloadRow.content)
        .join(LogPayloadRow, same_entry())
        .where(LogEntryRow.operation == Operation.TWIN.value, LogEntryRow.row_id.in_(rows))
        .order_by(LogEntryRow.site_id, LogEntryRow.seq)
    )
    seen = set()
    for name, row_id, content in connection.execute(asked):
        if content and row_id is not None and row_id not in seen:
            seen.add(row_id)
            said: dict[str, Any] = json.loads(content)
            of = table(name)
            site, seq = said["before"]["of"]["site"], said["before"]["of"]["seq"]
            key = (logged(of, {"site_id": site})["site_id"], seq)
            yield Write(key, Operation.INSERT, name, row_id, logged(of, said["after"]))


def _made(name: str, column: str) -> bool:
    """Whether a column is what the merging makes of it, or is looked at elsewhere."""
    over_all = name == intentions.NAME and column in intentions.OVER_ALL
    return over_all or (name in MADE and column in ("label", "code", "number")) or column == "version"
