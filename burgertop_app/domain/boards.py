"""What the rules of a form say about items on its boards: fields, freezing, the chosen few, the meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.domain.form_rules import FrozenDuring, MeetsEvery, TopN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from burgertop_app.domain.events import Event
    from burgertop_app.domain.form_parts import ItemField, ItemKind, Stage
    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.items import Item, ItemNote
    from burgertop_app.domain.views import PersonLine

YES, NO = "yes", "no"


@dataclass(frozen=True)
class BoardLine:
    """An item with what meetings said of it, the oldest first."""

    item: Item
    notes: tuple[ItemNote, ...] = ()


@dataclass(frozen=True)
class Board:
    """What the page with the boards shows.

    Attributes:
        recipe: the form as it stood when the process began.
        language: of the process, "nl" or "en"; names from the recipe are shown in it.
        lines: every item of every kind, in order.
        people: those whom a field can name; empty when no field does.
        meetings: the meetings of the group with a day, by day.
        rhythm: when the group met and must meet; None when the form has no rule for it.
    """

    recipe: Recipe
    language: str
    lines: tuple[BoardLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    meetings: tuple[Event, ...] = ()
    rhythm: Rhythm | None = None

    def of(self, kind: str) -> tuple[BoardLine, ...]:
        """The items of one kind."""
        return tuple(line for line in self.lines if line.item.kind == kind)


@dataclass(frozen=True)
class Rhythm:
    """When a group met and when it must meet again.

    Attributes:
        last: the latest meeting that was; None when there was none yet.
        earliest: the first day on which the rule allows the next meeting.
        latest: the last day for it.
        planned: the next meeting that stands in the planning.
        days_late: days since `latest` without a meeting; 0 when it is not late.
    """

    last: date | None = None
    earliest: date | None = None
    latest: date | None = None
    planned: date | None = None
    days_late: int = 0

    @property
    def planned_early(self) -> bool:
        """Whether the planned meeting is sooner than the rule allows."""
        return bool(self.planned and self.earliest and self.planned < self.earliest)

    @property
    def planned_late(self) -> bool:
        """Whether the planned meeting is later than the rule allows."""
        return bool(self.planned and self.latest and self.planned > self.latest)


def rhythm(rule: MeetsEvery, days: Iterable[date], today: date) -> Rhythm:
    """Where a group stands that meets every few weeks, from the days of its meetings."""
    known = sorted(days)
    last = max((day for day in known if day <= today), default=None)
    planned = next((day for day in known if day > today), None)
    if last is None:
        return Rhythm(planned=planned)
    earliest, latest = last + timedelta(weeks=rule.min_weeks), last + timedelta(weeks=rule.max_weeks)
    return Rhythm(last, earliest, latest, planned, max((today - latest).days, 0))


def kind_of(recipe: Recipe, code: str) -> ItemKind:
    """The kind of item with that code.

    Raises:
        InvalidInput: item_kind_unknown.
    """
    found = recipe.item(code)
    if found is None:
        raise InvalidInput("item_kind_unknown", kind=code)
    return found


def stage_of(kind: ItemKind, code: str) -> Stage:
    """The stage with that code.

    Raises:
        InvalidInput: item_stage_unknown.
    """
    found = next((stage for stage in kind.stages if stage.code == code), None)
    if found is None:
        raise InvalidInput("item_stage_unknown", stage=code)
    return found


def is_frozen(recipe: Recipe, kind: ItemKind, stage: str) -> bool:
    """Whether items of `kind` no longer change once they are at `stage`."""
    codes = [known.code for known in kind.stages]
    marks = [codes.index(rule.stage) for rule in recipe.rules_of(FrozenDuring) if rule.kind == kind.code]
    return bool(marks) and codes.index(stage_of(kind, stage).code) >= min(marks)


def free_stages(recipe: Recipe, kind: ItemKind) -> tuple[Stage, ...]:
    """The stages in which items of `kind` may still change, in order."""
    return tuple(stage for stage in kind.stages if not is_frozen(recipe, kind, stage.code))


def most_chosen(recipe: Recipe, kind: ItemKind) -> int | None:
    """How many items of `kind` may be chosen at a time; None when the form does not choose among them."""
    return next((rule.n for rule in recipe.rules_of(TopN) if rule.kind == kind.code), None)


def is_chosen(kind: ItemKind, item: Item) -> bool:
    """Whether an item takes one of the places of the chosen few; what is done makes room."""
    return item.chosen and not stage_of(kind, item.stage).final


def missing(kind: ItemKind, item: Item) -> tuple[ItemField, ...]:
    """The required fields that are still empty."""
    return tuple(field for field in kind.fields if field.required and not item.fields.get(field.code))


def check_field(field: ItemField, value: str) -> str:
    """The value of a field as it is kept, "" when empty.

    A text, a number, a day as 2026-05-30, the code of a choice, "yes" or "no", or the id of a participation.

    Raises:
        InvalidInput: item_field_value, it is something else.
    """
    value = value.strip()
    if value and not _fits(field, value):
        raise InvalidInput("item_field_value", value=value)
    return value


def _fits(field: ItemField, value: str) -> bool:
    if field.kind is FieldKind.CHOICE:
        return value in {label.code for label in field.choices}
    if field.kind is FieldKind.YES_NO:
        return value in (YES, NO)
    readers: dict[FieldKind, Callable[[str], object]] = {
        FieldKind.NUMBER: int,
        FieldKind.DATE: date.fromisoformat,
        FieldKind.PERSON_ROLE: UUID,
        FieldKind.TEXT: str,
    }
    try:
        readers[field.kind](value)
    except ValueError:
        return False
    return True
