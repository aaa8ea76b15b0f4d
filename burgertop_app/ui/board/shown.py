"""One kind of item of a board, with its names in the language of the process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from burgertop_app.domain import boards
from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.domain.forms import Word
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.boards import chosen_words, field_words
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.boards import Board, BoardLine
    from burgertop_app.domain.form_parts import ItemField, ItemKind, Stage, Text
    from burgertop_app.domain.items import Item


@dataclass(frozen=True)
class Shown:
    """What is on screen: the board and the kind of item that was chosen."""

    board: Board
    kind: ItemKind

    def say(self, text: Text) -> str:
        """Words of the recipe in the language of the process."""
        return text.say(self.board.language)

    @cached_property
    def lines(self) -> tuple[BoardLine, ...]:
        """Every item of this kind, in order."""
        return self.board.of(self.kind.code)

    @cached_property
    def people(self) -> dict[str, str]:
        """Name and number of everyone a field can name, by the id that the field keeps."""
        return {
            str(person.participation_id): f"{person.name} ({person.number})"
            for person in self.board.people
            if person.name
        }

    @property
    def named(self) -> bool:
        """Whether items of this kind name people."""
        return any(field.kind is FieldKind.PERSON_ROLE for field in self.kind.fields)

    @property
    def most(self) -> int | None:
        """How many items may be chosen; None when the form does not choose among them."""
        return boards.most_chosen(self.board.recipe, self.kind)

    @property
    def chosen(self) -> int:
        """How many places of the chosen few are taken."""
        return sum(boards.is_chosen(self.kind, line.item) for line in self.lines)

    def line(self, item_id: object) -> BoardLine | None:
        """The item with that id."""
        return next((line for line in self.lines if line.item.id == item_id), None)

    def column(self, stage: str) -> tuple[BoardLine, ...]:
        """The items in one stage."""
        return tuple(line for line in self.lines if line.item.stage == stage)

    def place(self, item_id: UUID) -> int:
        """The place of an item in its column, from 0."""
        found = self.line(item_id)
        if found is None:
            return 0
        return [line.item.id for line in self.column(found.item.stage)].index(item_id)

    def is_frozen(self, item: Item) -> bool:
        """Whether an item no longer changes."""
        return boards.is_frozen(self.board.recipe, self.kind, item.stage)

    def freezes(self, stage: str) -> bool:
        """Whether items no longer change from this stage on."""
        return boards.is_frozen(self.board.recipe, self.kind, stage)

    def stage(self, item: Item) -> Stage:
        """Where an item stands."""
        return boards.stage_of(self.kind, item.stage)

    def words(self, field: ItemField, item: Item) -> str:
        """What a field of an item says."""
        return field_words(field, item.fields.get(field.code, ""), self.board.language, self.people)

    def summary(self, item: Item) -> str:
        """What the fields say, in one line; yes and no get the name of their field."""
        told = []
        for field in self.kind.fields:
            said = self.words(field, item)
            if said and field.kind in (FieldKind.YES_NO, FieldKind.NUMBER, FieldKind.DATE):
                said = f"{self.say(field.name)}: {said}"
            told.append(said)
        return "\u00a0· ".join(filter(None, told))

    def star(self, item: Item) -> Chip:
        """The mark of a chosen item; once it is done it was chosen."""
        if boards.is_chosen(self.kind, item):
            return Chip(_("chosen"), State.ACCENT, "star")
        return Chip(_("was chosen"), State.NEUTRAL, "star")

    def chips(self, line: BoardLine) -> tuple[Chip, ...]:
        """What strikes the eye: chosen, frozen, something missing."""
        item = line.item
        found = []
        if item.chosen:
            found.append(self.star(item))
        if self.is_frozen(item):
            found.append(Chip(_("fixed"), State.NEUTRAL, "lock"))
        empty = boards.missing(self.kind, item)
        if empty:
            said = _("{field} is missing").format(field=self.say(empty[0].name))
            found.append(Chip(said, State.WARN))
        return tuple(found)

    @property
    def title(self) -> str:
        """What the form calls its board, "" when it has no name of its own."""
        found = self.board.recipe.words.get(Word.BOARD)
        return self.say(found) if found else ""

    def sentence(self) -> str:
        """How many items there are, how many are done, and how many are chosen."""
        count = len(self.lines)
        name = self.say(self.kind.name if count == 1 else self.kind.plural)
        done = sum(self.stage(line.item).final for line in self.lines)
        parts = [_("{count} {items}").format(count=number(count), items=name)]
        if done:
            parts.append(ngettext("{count} finished", "{count} finished", done).format(count=number(done)))
        if self.most is not None:
            parts.append(chosen_words(self.chosen, self.most))
        return " · ".join(parts)
