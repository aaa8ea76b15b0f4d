"""What is not as for everybody in the set-up of a meeting: who is there when, observers, tables, topics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from burgertop_app.domain.stays import locks_missed
from burgertop_app.i18n import _
from burgertop_app.messages.unlike import choices_words, seats_words, stay_words, waiting_words
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.kit.layout import clear, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.rules_card import names_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QLayout

    from burgertop_app.domain.events import Stay
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.seating.found import TablesFound


class UnlikeCard(Card):
    """The exceptions, each a sentence that can be taken away."""

    stay_wanted = Signal()
    stay_gone = Signal(object)
    """The participation that is there all day again."""
    watch_changed = Signal(object, bool)
    """A participation, and whether they watch at a table."""
    seats_wanted = Signal()
    seats_gone = Signal(object)
    """The numbers of tables that are as the others again."""
    choice_wanted = Signal()
    choices_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(heading=_("Not as for everybody"))
        self._stays, self._seats, self._watchers = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for lines in (self._stays, self._seats, self._watchers):
            lines.setSpacing(Space.XS)
        self.watchers: dict[UUID, TickField] = {}
        self._watched: tuple[UUID, ...] | None = None
        self.stay = small(_("Somebody comes later or leaves…"), self.stay_wanted.emit, "plus")
        self.seats = small(_("A table is smaller or larger…"), self.seats_wanted.emit, "plus")
        self.choice = small(_("Choices of one person…"), self.choice_wanted.emit, "plus")
        self.choices = small(_("Read choices from a file…"), self.choices_wanted.emit, "download")
        self._chosen = words("", "muted", wrap=True)
        self.body.addWidget(words(_("Not there all day"), "strong"))
        self.body.addLayout(self._stays)
        self.body.addLayout(row(self.stay, None))
        self.body.addSpacing(Space.M)
        self.body.addWidget(words(_("Observers at the tables"), "strong"))
        self.body.addLayout(self._watchers)
        self.body.addSpacing(Space.M)
        self.body.addWidget(words(_("Tables with seats of their own"), "strong"))
        self.body.addLayout(self._seats)
        self.body.addLayout(row(self.seats, None))
        self.body.addSpacing(Space.M)
        self.body.addWidget(words(_("Who wants which topic"), "strong"))
        self.body.addWidget(self._chosen)
        self.body.addLayout(row(self.choice, self.choices, None, gap=Space.S))

    def put(self, found: TablesFound, room: Room) -> None:
        """Show what is kept."""
        self._put_stays(found, room)
        self._put_seats(room)
        self._put_watchers(found, room)
        topics = found.topics
        said = (
            choices_words(len(room.choices)) if topics else _("No table has a topic yet: there is no choice.")
        )
        self._chosen.setText(said)
        self.choice.setEnabled(bool(topics))
        self.choices.setEnabled(bool(topics))
        self.stay.setEnabled(len(room.rounds) > 1)

    def _put_stays(self, found: TablesFound, room: Room) -> None:
        clear(self._stays)
        names = names_for(found, room)
        kept = [stay for stay in room.stays.values() if not stay.whole]
        gone = _("Somebody who is not expected")
        for stay in sorted(kept, key=lambda stay: names.get(stay.participation_id, "").casefold()):
            waiting = waiting_words(missed_places(room, stay))
            said = f"{stay_words(names.get(stay.participation_id, gone), stay)} {waiting}".strip()
            person = stay.participation_id
            self._stays.addLayout(_line(said, partial(self.stay_gone.emit, person)))
        if not kept:
            self._stays.addWidget(words(_("Everybody is there in every round."), "muted"))

    def _put_seats(self, room: Room) -> None:
        clear(self._seats)
        kept: dict[tuple[int, int], list[int]] = {}
        for table in room.tables:
            if table.own_high:
                kept.setdefault((table.own_low, table.own_high), []).append(table.no)
        for (low, high), tables in kept.items():
            said = seats_words(tables, low, high)
            self._seats.addLayout(_line(said, partial(self.seats_gone.emit, tables)))
        if not kept:
            self._seats.addWidget(words(_("All tables are alike."), "muted"))

    def _put_watchers(self, found: TablesFound, room: Room) -> None:
        people = tuple(line.participation_id for line in found.watchers)
        if self._watched != people:
            self._watched = people
            clear(self._watchers)
            self.watchers = {}
            for line in found.watchers:
                tick = TickField(line.name or line.number)
                person = line.participation_id
                tick.saved.connect(partial(self._on_watch, person))
                self.watchers[person] = tick
                self._watchers.addWidget(tick)
            none = _("This process has no observers. Add them on the page People; they get a seat here.")
            told = _("Who is ticked gets a seat and a route card, and counts in no mix.")
            self._watchers.addWidget(words(told if found.watchers else none, "caption", wrap=True))
        for person, tick in self.watchers.items():
            stay = room.stays.get(person)
            tick.put(stay is not None and stay.observes)

    def _on_watch(self, person: UUID, observes: bool) -> None:  # noqa: FBT001  (a slot)
        self.watch_changed.emit(person, observes)


def _line(said: str, gone: Callable[[], object]) -> QLayout:
    made = row(words(said, "small", wrap=True), icon_button("trash-2", _("Take away"), gone), gap=Space.S)
    made.setStretch(0, 1)
    return made


def missed_places(room: Room, stay: Stay) -> list[tuple[int, int]]:
    """The fixed seats that somebody misses, each a table and a round by number."""
    rounds = {turn.id: turn.no for turn in room.rounds}
    tables = {table.id: table.no for table in room.tables}
    missed = locks_missed(room.locks, room.rounds, stay)
    return sorted(
        ((tables[lock.table_id], rounds[lock.round_id]) for lock in missed), key=lambda place: place[::-1]
    )
