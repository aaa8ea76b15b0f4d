"""Rules of a meeting: who sits apart or together, who is there when, which tables serve whom, and the mix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, PairKind, PairRule, Table
from burgertop_app.domain.people import Need, NeedKind
from burgertop_app.domain.seating_building import TABLE_NEEDS
from burgertop_app.domain.table_asks import LANGUAGE, SKILL
from burgertop_app.services import staying
from burgertop_app.storage import meeting_store

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.seating_rules import ValueMixing
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

FEWEST = 2
LEAST_WEIGHT, MOST_WEIGHT = 0.25, 4.0


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
            _known(kept, tables)
            for table in kept:
                _serve(store, table, need, serves=table.no in tables)
        return changed(Topic.TABLES, row=event_id)

    def ask(self, event_id: UUID, asked: Mapping[str, Collection[int]]) -> Change:
        """Let exactly these tables ask a language ("language:Turks") or a skill ("skill:techniek").

        Raises:
            InvalidInput: it is neither, or there is no such table.
        """
        if any(not name.startswith((LANGUAGE, SKILL)) or name in {LANGUAGE, SKILL} for name in asked):
            raise InvalidInput("asked_of_no_table")
        with self._work.writing("event.asked") as store:
            kept = meeting_store.tables(store, event_id)
            for numbers in asked.values():
                _known(kept, numbers)
            for table in kept:
                others = tuple(one for one in table.properties if not one.startswith((LANGUAGE, SKILL)))
                after = (*others, *sorted(name for name, numbers in asked.items() if table.no in numbers))
                if after != tuple(table.properties):
                    store.change(table, properties=after)
        return changed(Topic.TABLES, row=event_id)

    def speak(self, participation_id: UUID, languages: Sequence[str]) -> Change:
        """Say at which languages somebody needs a table; without any every table does."""
        return self.note_language(participation_id, ", ".join(languages) or None)

    def language_note(self, participation_id: UUID) -> str | None:
        """What was written of the language that somebody needs; None when they need none."""
        with self._work.reading() as store:
            kept = store.first(Need, participation_id=participation_id, kind=NeedKind.LANGUAGE)
        return kept.note if kept is not None else None

    def note_language(self, participation_id: UUID, note: str | None) -> Change:
        """Keep a `language_note` to the letter, as to undo `speak`."""
        with self._work.writing("person.language") as store:
            kept = store.first(Need, participation_id=participation_id, kind=NeedKind.LANGUAGE)
            if kept is None and note is not None:
                store.add(
                    Need(
                        id=store.new_id(),
                        participation_id=participation_id,
                        kind=NeedKind.LANGUAGE,
                        note=note,
                    )
                )
            elif kept is not None and note is None:
                store.remove(kept)
            elif kept is not None and note is not None and kept.note != note:
                store.change(kept, note=note)
        return changed(Topic.TABLES, Topic.PEOPLE, row=participation_id)

    def seat(self, event_id: UUID, tables: Collection[int], low: int, high: int) -> Change:
        """Give the tables with these numbers seats of their own, in every round; 0 and 0 is as the others.

        Raises:
            InvalidInput: somebody would sit alone, the numbers do not go together, or there is no such table.
        """
        if (low, high) != (0, 0) and low < FEWEST:
            raise InvalidInput("table_alone", low=low)
        with self._work.writing("event.own_seats") as store:
            for table in _known(meeting_store.tables(store, event_id), tables):
                if (table.own_low, table.own_high) != (low, high):
                    store.change(table, own_low=low, own_high=high)
        return changed(Topic.TABLES, row=event_id)

    def stay(self, event_id: UUID, participation_id: UUID, first: int = 1, last: int = 0) -> Change:
        """Let somebody be there from round `first` up to round `last`; 1 and 0 is all day.

        With 0 and 0 they are in no round, as when the round they came for was taken away.

        Raises:
            InvalidInput: the last round is before the first, or there is no such round.
        """
        with self._work.writing("event.stay") as store:
            staying.refuse_unknown(store, event_id, first, last)
            staying.keep(store, event_id, participation_id, first=first, last=last)
        return changed(Topic.TABLES, row=event_id)

    def watch(self, event_id: UUID, participation_id: UUID, *, observes: bool) -> Change:
        """Let somebody sit at a table and watch, or not any more."""
        with self._work.writing("event.watch") as store:
            staying.keep(store, event_id, participation_id, observes=observes)
        return changed(Topic.TABLES, row=event_id)

    def mix(self, event_id: UUID, weights: Mapping[str, float], mixing: Sequence[ValueMixing]) -> Change:
        """Say how heavy each feature counts, and which values are not spread like the others.

        Raises:
            InvalidInput: a weight cannot be.
        """
        for weight in weights.values():
            if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
                raise InvalidInput("mix_weight", weight=weight, least=LEAST_WEIGHT, most=MOST_WEIGHT)
        with self._work.writing("event.mix") as store:
            event = store.get(Event, event_id)
            heavy = {name: weight for name, weight in weights.items() if weight != 1}
            store.change(event, weights=heavy, mixing=tuple(mixing))
        return changed(Topic.TABLES, row=event_id)

    def stand_alone(self, event_id: UUID, *, alone: bool) -> Change:
        """Leave out, or count, whom people met at earlier meetings."""
        with self._work.writing("event.mix") as store:
            store.change(store.get(Event, event_id), alone=alone)
        return changed(Topic.TABLES, row=event_id)


def _serve(store: Store, table: Table, need: NeedKind, *, serves: bool) -> None:
    others = tuple(one for one in table.properties if one != need.value)
    after = (*others, need.value) if serves else others
    if after != tuple(table.properties):
        store.change(table, properties=after)


def _known(kept: Sequence[Table], numbers: Collection[int]) -> list[Table]:
    """The tables with these numbers.

    Raises:
        InvalidInput: there is no such table.
    """
    beyond = set(numbers) - {table.no for table in kept}
    if beyond:
        raise InvalidInput("table_number_unknown", number=min(beyond), most=len(kept))
    return [table for table in kept if table.no in numbers]
