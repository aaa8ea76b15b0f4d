"""The last marks at the door, each with its own Undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.layout import column, holder, row, rule, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.guests import presence_chip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QLayout

    from burgertop_app.domain.events import Presence
    from burgertop_app.ui.seating.guests import Guest

SHOWN = 5
REMEMBERED = 40


@dataclass(frozen=True)
class Marked:
    """A mark that was made, and what was there before."""

    person: UUID
    now: Presence
    before: Presence | None


class Latest(Card):
    """At most five marks, the last one on top; a mark that was undone or changed is gone."""

    undo_wanted = Signal(object)
    """A `Marked`."""

    def __init__(self) -> None:
        super().__init__(heading=_("Last marks"))
        self._marks: list[Marked] = []
        self._shown: tuple[tuple[Marked, Guest], ...] | None = None
        self._widgets: dict[tuple[Marked, Guest], QWidget] = {}
        """What is on screen, in order: only what is new is made, for the next guest waits."""
        self._nobody = words(_("Nobody yet."), "muted")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self.add(self._lines, self._nobody, None)

    def remember(self, guests: Sequence[Guest], now: Presence | None) -> None:
        """These people are marked now; `guests` tell what they were before."""
        if now is None:
            return
        fresh = [Marked(guest.person, now, guest.presence) for guest in reversed(guests)]
        self._marks = [*fresh, *self._marks][:REMEMBERED]

    def put(self, guests: Mapping[UUID, Guest]) -> None:
        """Show the marks that still hold."""
        found: dict[UUID, tuple[Marked, Guest]] = {}
        for mark in self._marks:
            guest = guests.get(mark.person)
            if guest is not None and guest.presence is mark.now:
                found.setdefault(mark.person, (mark, guest))
        shown = tuple(found.values())[:SHOWN]
        if shown == self._shown:
            return
        self._shown = shown
        self._nobody.setVisible(not shown)
        self._drop([each for each in self._widgets if each not in shown])
        if [each for each in shown if each in self._widgets] != list(self._widgets):
            self._drop(list(self._widgets))
        kept, self._widgets = self._widgets, {}
        for place, each in enumerate(shown):
            self._widgets[each] = kept.get(each) or holder(self._line(*each))
            if each not in kept:
                self._lines.insertWidget(place, self._widgets[each])

    def _drop(self, gone: Iterable[tuple[Marked, Guest]]) -> None:
        for each in gone:
            line = self._widgets.pop(each)
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()

    @property
    def shown(self) -> tuple[str, ...]:
        """The names on screen, the last one first."""
        return tuple(guest.said for _mark, guest in self._shown or ())

    def _line(self, mark: Marked, guest: Guest) -> QLayout:
        words_for_it = _("Undo the mark of {name}").format(name=guest.said)
        undo = icon_button("undo-2", words_for_it, lambda: self.undo_wanted.emit(mark))
        undo.setProperty("kind", "framed")
        name = Elided("small")
        name.setText(guest.said)
        below = _("number {number}").format(number=guest.number)
        texts = column(name, row(ChipLabel(presence_chip(mark.now)), words(below, "caption"), None), gap=2)
        made = row(texts, undo, gap=Space.S)
        made.setStretch(0, 1)
        return column(rule(), made, gap=Space.S)
