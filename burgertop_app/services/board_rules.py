"""What the rules of a form refuse on its boards, and the order of items in a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from burgertop_app.domain import boards
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.items import Item
from burgertop_app.domain.people import Participation
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import recipes

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.form_parts import ItemKind, Text
    from burgertop_app.domain.forms import Recipe
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Desired:
    """An item as somebody wants it, beside the form that says whether it may be."""

    store: Store
    recipe: Recipe
    kind: ItemKind
    language: str
    item: Item

    @property
    def frozen(self) -> bool:
        """Whether the item no longer changes where it stands."""
        return boards.is_frozen(self.recipe, self.kind, self.item.stage)

    def refuse_frozen(self) -> NoReturn:
        """Say that the item no longer changes.

        Raises:
            NotPossible: item_frozen, always.
        """
        stage = boards.stage_of(self.kind, self.item.stage)
        raise NotPossible("item_frozen", title=self.item.title, stage=self._say(stage.name))

    def check_move(self, stage: str) -> Item:
        """The item in another stage.

        Raises:
            InvalidInput: a required field is empty, or there is no such stage.
            NotPossible: it would go back out of a frozen stage, or no place is free among the chosen.
        """
        boards.stage_of(self.kind, stage)
        codes = [known.code for known in self.kind.stages]
        if codes.index(stage) < codes.index(self.item.stage) and self.frozen:
            self.refuse_frozen()
        later = replace(self, item=replace(self.item, stage=stage))
        if stage not in (codes[0], self.item.stage):
            later.check_complete()
        later.check_room()
        return later.item

    def check_choice(self) -> None:
        """Check that the item may be one of the chosen few.

        Raises:
            InvalidInput: a required field is empty.
            NotPossible: the form does not choose here, the item is done, or no place is free.
        """
        if boards.most_chosen(self.recipe, self.kind) is None:
            raise NotPossible("item_not_chosen_here", kinds=self._say(self.kind.plural))
        stage = boards.stage_of(self.kind, self.item.stage)
        if stage.final:
            raise NotPossible("item_chosen_done", title=self.item.title, stage=self._say(stage.name))
        self.check_complete()
        replace(self, item=replace(self.item, chosen=True)).check_room()

    def check_room(self) -> None:
        """Check that a chosen item has a place among the chosen few.

        Raises:
            NotPossible: item_chosen_full.
        """
        item, kind, most = self.item, self.kind, boards.most_chosen(self.recipe, self.kind)
        if most is None or not boards.is_chosen(kind, item):
            return
        others = self.store.find(Item, process_id=item.process_id, kind=kind.code, chosen=True)
        taken = sum(boards.is_chosen(kind, other) for other in others if other.id != item.id)
        if taken >= most:
            raise NotPossible("item_chosen_full", most=most, kinds=self._say(kind.plural), title=item.title)

    def check_complete(self) -> None:
        """Check that every required field is filled in.

        Raises:
            InvalidInput: item_field_required.
        """
        empty = boards.missing(self.kind, self.item)
        if empty:
            name = self._say(empty[0].name)
            raise InvalidInput("item_field_required", field=name, title=self.item.title)

    def check_person(self, kept: str) -> None:
        """Check that a field names somebody in the process.

        Raises:
            InvalidInput: item_person_unknown.
        """
        known = self.store.find(Participation, process_id=self.item.process_id)
        if kept not in {str(part.id) for part in known}:
            raise InvalidInput("item_person_unknown")

    def _say(self, text: Text) -> str:
        return text.say(self.language)


def desired(store: Store, item: Item) -> Desired:
    """`item` beside the form of its process."""
    process = store.get(Process, item.process_id)
    recipe = recipes.from_snapshot(process.recipe)
    return Desired(store, recipe, boards.kind_of(recipe, item.kind), process.language, item)


def seen(store: Store, item_id: UUID) -> Desired:
    """A kept item beside its form."""
    return desired(store, store.get(Item, item_id))


def still_open(store: Store, item_id: UUID) -> Desired:
    """A kept item that may still change, beside its form.

    Raises:
        NotPossible: item_frozen.
    """
    found = seen(store, item_id)
    if found.frozen:
        found.refuse_frozen()
    return found


def put(store: Store, item: Item, at: int | None) -> None:
    """Keep the stage of `item` and number its kind anew, with it at place `at` of its column (None: last)."""
    every = store.find(Item, order_by="position", process_id=item.process_id, kind=item.kind)
    others = [other for other in every if other.id != item.id]
    column = [other for other in others if other.stage == item.stage]
    place = len(column) if at is None else max(0, min(at, len(column)))
    if place:
        index = others.index(column[place - 1]) + 1
    else:
        index = others.index(column[0]) if column else len(others)
    for number, other in enumerate([*others[:index], item, *others[index:]]):
        if other.id == item.id:
            store.change(item, stage=item.stage, position=number)
        elif other.position != number:
            store.change(other, position=number)
