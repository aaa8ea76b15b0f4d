"""Erased people stay erased: what the other side says of them goes the same way before anybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from burgertop_app.domain.name_marks import NameMark
from burgertop_app.domain.people import Person
from burgertop_app.storage import erased_names, erasure
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.name_marks import Read
    from burgertop_app.storage.store import Store

FEW = 900


class Leaving:
    """The people who were erased on one side and not on the other; to be made before the rows come in."""

    def __init__(self, ground: Ground, gone: Mapping[tuple[str, UUID], datetime]) -> None:
        self._ground = ground
        people = ground.handover.rows.get("person", {})
        here = {row["id"]: dict(row) for row in ground.connection.execute(select(table("person"))).mappings()}
        named = {
            side: {cells["person_id"]: cells for cells in contacts if cells["name"]}
            for side, contacts in (
                ("here", list(map(dict, ground.connection.execute(select(table("contact"))).mappings()))),
                ("there", list(ground.handover.rows.get("contact", {}).values())),
            )
        }
        self._since: dict[UUID, datetime | None] = {}
        self._people: dict[UUID, Cells] = {}
        self._contacts: dict[UUID, Cells] = {}
        for person_id in sorted({*here, *people, *named["there"]}, key=lambda each: each.int):
            mine, theirs = here.get(person_id), people.get(person_id)
            moments = [side["erased_at"] for side in (mine, theirs) if side and side["erased_at"]]
            self._since[person_id] = min(
                [*moments, *filter(None, [gone.get(("person", person_id))])], default=None
            )
            removed = ("person", person_id) in gone
            erased_here = removed if mine is None else mine["erased_at"] is not None
            erased_there = removed or (theirs is not None and theirs["erased_at"] is not None)
            if erased_here and person_id in named["there"]:
                self._people[person_id] = theirs or mine or {}
                self._contacts[person_id] = named["there"][person_id]
            elif erased_there and mine is not None and mine["erased_at"] is None:
                self._people[person_id] = mine
                if person_id in named["here"]:
                    self._contacts[person_id] = named["here"][person_id]

    def erase(self, store: Store, read: Read) -> int:
        """Erase them in what there is now; how many people that were."""
        there = self._there()
        if not there:
            return 0
        self._put_contacts(store, there)
        people = tuple(self._person(person_id) for person_id in there)
        if not self._needed(store, people):
            self._blank(store, there)
            return 0
        before = store.find(NameMark)
        marked = {(mark.kind, mark.target_id) for mark in before}
        erasure.erase(store, *people, read=read)
        for mark in set(store.find(NameMark)) - set(before):
            if (mark.kind, mark.target_id) in marked:
                store.remove(mark)
        self._put_moments(store, there)
        store.journal.flush()
        return len(people)

    def _put_contacts(self, store: Store, people: list[UUID]) -> None:
        """Their names as the other side still has them, for as long as it takes to find them everywhere."""
        of = table("contact")
        for cells in (self._contacts[each] for each in people if each in self._contacts):
            mine = of.c.id == cells["id"]
            if store.connection.execute(select(of.c.id).where(mine)).first() is None:
                store.connection.execute(insert(of).values(cells))
            else:
                said = {name: cells[name] for name in erasure.blanks(of)}
                store.connection.execute(update(of).where(mine).values(said))

    def _put_moments(self, store: Store, people: list[UUID]) -> None:
        """Somebody is erased since the first time, wherever that was."""
        of = table("person")
        for person_id in people:
            if since := self._since[person_id]:
                store.connection.execute(update(of).where(of.c.id == person_id).values(erased_at=since))

    def _there(self) -> list[UUID]:
        of = table("person")
        ids = list(self._people)
        found: set[UUID] = set()
        for start in range(0, len(ids), FEW):
            some = select(of.c.id).where(of.c.id.in_(ids[start : start + FEW]))
            found.update(self._ground.connection.execute(some).scalars())
        return [each for each in ids if each in found]

    def _person(self, person_id: UUID) -> Person:
        cells = self._people[person_id]
        how = translation(Person)
        return how.value([cells[name] for name in how.names])

    def _needed(self, store: Store, people: tuple[Person, ...]) -> bool:
        """Whether anything here still tells who they are; their own contact apart."""
        ground = self._ground
        ids = {person.id for person in people}
        of = table("person")
        whole = select(of.c.id).where(
            of.c.id.in_(sorted(ids, key=lambda each: each.int)), of.c.erased_at.is_(None)
        )
        if ground.connection.execute(whole.limit(1)).first() is not None:
            return True
        if any(person.id in ground.touched.get("person", ()) for person in people):
            return True
        reach = erasure.reach_of(store, people)
        for name, rows in reach.rows.items():
            if ground.touched.get(name, set()) & set(rows) and name not in ("person", "contact"):
                return True
        traces = erased_names.traces_of(store, people)
        named = erased_names.rows_with(store, traces)
        return bool(named or erased_names.log_with(store, traces) or self._told(reach))

    def _told(self, reach: erasure.Reach) -> bool:
        """Whether new entries of the log hold something about them."""
        ids = {each for rows in reach.rows.values() for each in rows}
        asked = (
            select(LogEntryRow.site_id, LogEntryRow.seq, LogEntryRow.row_id)
            .join(LogPayloadRow, same_entry())
            .where(LogPayloadRow.content.is_not(None), LogEntryRow.row_id.is_not(None))
        )
        return any(
            row_id in ids and self._ground.news((site, seq))
            for site, seq, row_id in self._ground.connection.execute(asked)
        )

    def _blank(self, store: Store, people: list[UUID]) -> None:
        of = table("contact")
        blank = erasure.blanks(of)
        for start in range(0, len(people), FEW):
            some = of.c.person_id.in_(people[start : start + FEW])
            store.connection.execute(update(of).where(some).values(blank))
