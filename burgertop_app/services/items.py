"""Boards that a recipe names: items with fields and stages, under the rules of the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain import boards
from burgertop_app.domain.boards import Board, BoardLine
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Event
from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.domain.form_rules import MeetsEvery
from burgertop_app.domain.items import Item, ItemNote
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import recipes
from burgertop_app.services.board_rules import desired, put, seen, still_open
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Items:
    """What an organiser does with the boards of a form."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def board(self, process_id: UUID) -> Board:
        """Every item with its notes, who can be named in a field, and when the group meets."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            recipe = recipes.from_snapshot(process.recipe)
            items = store.find(Item, order_by="position", process_id=process_id)
            notes: dict[UUID, list[ItemNote]] = {item.id: [] for item in items}
            for note in store.find(ItemNote, order_by="on", item_id=list(notes)):
                notes[note.item_id].append(note)
            events = store.find(Event, order_by="on", process_id=process_id)
            people = _people(store, process_id, recipe)
        meetings = tuple(event for event in events if event.on is not None)
        rule = recipe.rule(MeetsEvery)
        days = [event.on for event in meetings if event.on is not None]
        return Board(
            recipe=recipe,
            language=process.language,
            lines=tuple(BoardLine(item, tuple(notes[item.id])) for item in items),
            people=people,
            meetings=meetings,
            rhythm=boards.rhythm(rule, days, self._today()) if rule else None,
        )

    def all(self, process_id: UUID, kind: str) -> tuple[Item, ...]:
        """Every item of one kind, in order."""
        with self._work.reading() as store:
            return store.find(Item, order_by="position", process_id=process_id, kind=kind)

    def add(self, process_id: UUID, kind: str, title: str) -> Change:
        """Put an item on the board, in the first stage of its kind.

        Raises:
            InvalidInput: it has no title, or the form has no such kind.
        """
        with self._work.writing("item.add") as store:
            recipe = recipes.from_snapshot(store.get(Process, process_id).recipe)
            last = store.first(Item, order_by="-position", process_id=process_id, kind=kind)
            item = Item(
                id=store.new_id(),
                process_id=process_id,
                kind=kind,
                title=_titled(title),
                stage=boards.kind_of(recipe, kind).stages[0].code,
                position=last.position + 1 if last else 0,
            )
            store.add(item)
        return changed(Topic.ITEMS, row=item.id)

    def rename(self, item_id: UUID, title: str) -> Change:
        """Change what an item is about.

        Raises:
            InvalidInput: the title is empty.
            NotPossible: the item is frozen.
        """
        with self._work.writing("item.edit") as store:
            store.change(still_open(store, item_id).item, title=_titled(title))
        return changed(Topic.ITEMS, row=item_id)

    def fill(self, item_id: UUID, field: str, value: str) -> Change:
        """Fill in one field of an item; "" empties it.

        Raises:
            InvalidInput: the value does not fit the field, or the field is required where the item stands.
            NotPossible: the item is frozen.
        """
        with self._work.writing("item.edit") as store:
            known = still_open(store, item_id)
            item, kind = known.item, known.kind
            form = next((one for one in kind.fields if one.code == field), None)
            if form is None:
                raise InvalidInput("item_field_unknown", field=field)
            kept = boards.check_field(form, value)
            if kept and form.kind is FieldKind.PERSON_ROLE:
                known.check_person(kept)
            fields = {code: said for code, said in item.fields.items() if code != field}
            later = replace(item, fields=fields | ({field: kept} if kept else {}))
            if form.required and (item.chosen or item.stage != kind.stages[0].code):
                replace(known, item=later).check_complete()
            store.change(item, fields=later.fields)
        return changed(Topic.ITEMS, row=item_id)

    def move(self, item_id: UUID, stage: str, at: int | None = None) -> Change:
        """Put an item in a stage, at a place in that column (from 0; None: last).

        Raises:
            InvalidInput: a required field is empty.
            NotPossible: the item is frozen, or as many as may be are chosen already.
        """
        with self._work.writing("item.move") as store:
            put(store, seen(store, item_id).check_move(stage), at)
        return changed(Topic.ITEMS, row=item_id)

    def reopen(self, item_id: UUID, reason: str) -> Change:
        """Put a frozen item back in the last stage in which it may change; the reason stays as a note.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: the item is not frozen, or as many as may be are chosen already.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("item.reopen") as store:
            known = seen(store, item_id)
            if not known.frozen:
                raise NotPossible("item_not_frozen", title=known.item.title)
            free = boards.free_stages(known.recipe, known.kind)
            if not free:
                known.refuse_frozen()
            later = replace(known, item=replace(known.item, stage=free[-1].code))
            later.check_room()
            put(store, later.item, None)
            store.add(ItemNote(id=store.new_id(), item_id=item_id, on=self._today(), text=reason.strip()))
        return changed(Topic.ITEMS, row=item_id)

    def choose(self, item_id: UUID, *, chosen: bool = True) -> Change:
        """Take an item up among the chosen few, or let it go.

        Raises:
            InvalidInput: a required field is empty.
            NotPossible: as many as may be are chosen already, or the item is done or frozen.
        """
        with self._work.writing("item.choose") as store:
            known = still_open(store, item_id)
            if chosen and not known.item.chosen:
                known.check_choice()
            store.change(known.item, chosen=chosen)
        return changed(Topic.ITEMS, row=item_id)

    def remove(self, item_id: UUID) -> Change:
        """Take an item with its notes off the board; the log keeps it.

        Raises:
            NotPossible: the item is frozen.
        """
        with self._work.writing("item.remove") as store:
            item = still_open(store, item_id).item
            for note in store.find(ItemNote, item_id=item_id):
                store.remove(note)
            store.remove(item)
        return changed(Topic.ITEMS, row=item_id)

    def bring_back(self, line: BoardLine) -> Change:
        """Put an item that was taken off back as it was, with its notes.

        Raises:
            NotPossible: as many as may be are chosen by now.
        """
        with self._work.writing("item.restore") as store:
            desired(store, line.item).check_room()
            store.add(line.item)
            for note in line.notes:
                store.add(note)
        return changed(Topic.ITEMS, row=line.item.id)

    def note(self, item_id: UUID, on: date, text: str) -> Change:
        """Write down what a meeting said of an item; also of a frozen one.

        Raises:
            InvalidInput: the note is empty.
        """
        if not text.strip():
            raise InvalidInput("item_note_empty")
        with self._work.writing("item.note") as store:
            kept = store.add(ItemNote(id=store.new_id(), item_id=item_id, on=on, text=text.strip()))
        return changed(Topic.ITEMS, row=kept.id)

    def reword_note(self, note_id: UUID, on: date, text: str) -> Change:
        """Change the day or the words of a note.

        Raises:
            InvalidInput: the note is empty.
        """
        if not text.strip():
            raise InvalidInput("item_note_empty")
        with self._work.writing("item.note") as store:
            store.change(store.get(ItemNote, note_id), on=on, text=text.strip())
        return changed(Topic.ITEMS, row=note_id)

    def drop_note(self, note_id: UUID) -> Change:
        """Take a note away; the log keeps it."""
        with self._work.writing("item.note_drop") as store:
            store.remove(store.get(ItemNote, note_id))
        return changed(Topic.ITEMS)

    def keep_note(self, note: ItemNote) -> Change:
        """Put a note back that was taken away."""
        with self._work.writing("item.note") as store:
            store.add(note)
        return changed(Topic.ITEMS, row=note.id)


def _titled(title: str) -> str:
    if not title.strip():
        raise InvalidInput("item_title_empty")
    return title.strip()


def _people(store: Store, process_id: UUID, recipe: Recipe) -> tuple[PersonLine, ...]:
    wanted = {field.role for kind in recipe.items for field in kind.fields if field.role is not None}
    if not wanted:
        return ()
    return tuple(line for line in people_store.lines(store, process_id) if line.role in wanted)
