"""A list of parts of the plan in which every line is a small form that keeps itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from burgertop_app.domain.processes import DecisionRule, Mandate, Milestone, Pledge
from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import clear, column, holder, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from burgertop_app.ui.kit.fields import Field

P = TypeVar("P", Mandate, DecisionRule, Pledge, Milestone)


class PartList(Card, Generic[P]):
    """Lines of one kind.

    `edit` gets a part as it stood and what changed in it, `drop` one to take away; `new` makes one.
    """

    def __init__(
        self,
        heading: str,
        empty: str,
        fields: Callable[[], dict[str, Field[Any]]],
    ) -> None:
        super().__init__(heading=heading)
        self.edit: Callable[[P, dict[str, Any]], object] = lambda _part, _changes: None
        self.drop: Callable[[P], object] = lambda _part: None
        self.new: Callable[[], object] = lambda: None
        self._fields = fields
        self._parts: dict[UUID, P] = {}
        self.rows: dict[UUID, dict[str, Field[Any]]] = {}
        self._lines = column(gap=Space.S)
        self._held = holder(self._lines)
        self._empty = words(empty, "muted", wrap=True)
        add = link(_("Add"), self._on_new, "plus")
        add.setAccessibleName(_("Add to: {heading}").format(heading=heading))
        self.add(self._empty, self._held)
        self.add(row(add, None))

    def put(self, parts: Sequence[P]) -> None:
        """Show these parts; a line in which somebody types is left alone."""
        self._parts = {part.id: part for part in parts}
        if list(self.rows) != [part.id for part in parts]:
            self._build(parts)
        self._empty.setVisible(not parts)
        self._held.setVisible(bool(parts))
        for part in parts:
            for name, field in self.rows[part.id].items():
                field.put(getattr(part, name))

    def _build(self, parts: Sequence[P]) -> None:
        clear(self._lines)
        self.rows = {}
        for part in parts:
            made = self.rows[part.id] = self._fields()
            for name, field in made.items():
                field.saved.connect(partial(self._on_saved, part.id, name))
            drop = icon_button("trash-2", _("Take away"), partial(self._on_drop, part.id))
            self._lines.addLayout(self._line(list(made.values()), drop))

    @staticmethod
    def _line(fields: Sequence[QWidget], drop: QWidget) -> QHBoxLayout:
        line = row(*fields, drop, gap=Space.S)
        widest = max(range(len(fields)), key=lambda index: fields[index].property("share") or 0)
        line.setStretch(widest, 1)
        return line

    def _on_saved(self, part_id: UUID, name: str, value: object) -> None:
        changes: dict[str, Any] = {name: value}
        seen = self._parts[part_id]
        self._parts[part_id] = replace(seen, **changes)
        self.edit(seen, changes)

    def _on_drop(self, part_id: UUID) -> None:
        self.drop(self._parts[part_id])

    def _on_new(self) -> None:
        self.new()
