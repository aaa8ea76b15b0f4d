"""Rules of a meeting: who sits apart or together, and which tables serve which need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import PairKind, PairRule, Table
from burgertop_app.domain.seating_building import TABLE_NEEDS
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from burgertop_app.domain.people import NeedKind
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class TableRules:
    """What an organiser fixes before a plan is made."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def pairs(self, event_id: UUID) -> tuple[PairRule, ...]:
        """The rules about two people."""
        with self._work.reading() as store:
            return store.find(PairRule, event_id=event_id)

    def pair(self, event_id: UUID, kind: PairKind, one_id: UUID, other_id: UUID, reason: str = "") -> Change:
        """Let two people, or a resident and a facilitator, sit apart or together in every next plan.

        A rule about the same two is replaced.

        Raises:
            InvalidInput: it names one person twice.
        """
        if one_id == other_id:
            raise InvalidInput("pair_same")
        with self._work.writing("event.pair") as store:
            for kept in store.find(PairRule, event_id=event_id):
                if {kept.a_id, kept.b_id} == {one_id, other_id}:
                    store.remove(kept)
            new = store.add(
                PairRule(
                    id=store.new_id(),
                    event_id=event_id,
                    kind=kind,
                    a_id=one_id,
                    b_id=other_id,
                    reason=reason.strip(),
                )
            )
        return changed(Topic.TABLES, row=new.id)

    def unpair(self, rule: PairRule) -> Change:
        """Take a rule about two people away."""
        with self._work.writing("event.unpair") as store:
            for kept in store.find(PairRule, event_id=rule.event_id):
                if {kept.a_id, kept.b_id} == {rule.a_id, rule.b_id}:
                    store.remove(kept)
        return changed(Topic.TABLES, row=rule.event_id)

    def serve(self, event_id: UUID, need: NeedKind, tables: Collection[int]) -> Change:
        """Let exactly the tables with these numbers serve a need; none at all lets every table do.

        Raises:
            InvalidInput: it is no need that a table serves, or there is no such table.
        """
        if need not in TABLE_NEEDS:
            raise InvalidInput("need_of_no_table")
        with self._work.writing("event.serve") as store:
            kept = meeting_store.tables(store, event_id)
            beyond = set(tables) - {table.no for table in kept}
            if beyond:
                raise InvalidInput("table_number_unknown", number=min(beyond), most=len(kept))
            for table in kept:
                _serve(store, table, need, serves=table.no in tables)
        return changed(Topic.TABLES, row=event_id)


def _serve(store: Store, table: Table, need: NeedKind, *, serves: bool) -> None:
    others = tuple(one for one in table.properties if one != need.value)
    after = (*others, need.value) if serves else others
    if after != tuple(table.properties):
        store.change(table, properties=after)
