"""The panel beside the room: colours, who has no seat, locked seats, facilitators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.seating import rank_words
from burgertop_app.messages.tables import feature_words, round_words
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.fields import ChoiceField, TickField
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import clear, column, row, rule, scrolled, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating import seat_paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from burgertop_app.domain.events import Lock
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.seating.found import TablesFound
    from burgertop_app.ui.seating.groups import Groups, Naming

WIDE = 268
MOST_SHOWN = 8


class SeatPicture(QWidget):
    """One seat as it stands in the room, for the legend and the lists."""

    def __init__(self, group: int, letters: str = "", *, locked: bool = False, watches: bool = False) -> None:
        super().__init__()
        self.setFixedSize(QSize(42, 38))
        self._group, self._letters, self._locked, self._watches = group, letters, locked, watches

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = QPointF(18, 19)
        seat_paint.paint_seat(painter, at, self._group, self._letters)
        if self._watches:
            seat_paint.paint_watching(painter, at)
        if self._locked:
            seat_paint.paint_lock(painter, at)
        painter.end()


class SidePanel(QFrame):
    """What belongs to the room but is no seat in it."""

    feature_chosen = Signal(object)
    numbers_chosen = Signal(object)
    place_wanted = Signal(object)
    """A `PersonLine` must get the best free seat."""
    unlock_wanted = Signal(object)
    lead_wanted = Signal()
    setup_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(WIDE)
        self.colour: ChoiceField[str] = ChoiceField(_("Colour of the seats"), ())
        self.colour.changed.connect(self.feature_chosen)
        self.numbers = TickField(_("Numbers instead of names"))
        self.numbers.setToolTip(_("For a screen that others can see."))
        self.numbers.changed.connect(self.numbers_chosen)
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        self._body.setSpacing(Space.S)
        self._parts: dict[str, QVBoxLayout] = {}
        self._body.addWidget(self.colour)
        self._part("legend")
        self._body.addWidget(self.numbers)
        for name in ("unseated", "locks", "leaders", "room"):
            self._part(name)
        self._body.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(scrolled(inside))

    def put(self, found: TablesFound, groups: Groups, naming: Naming) -> None:
        """Show what belongs to the room."""
        room = found.room
        if room is None:
            return
        self.colour.offer([(name, feature_words(name)) for name in found.features])
        self.colour.put(groups.feature)
        self.colour.setVisible(bool(found.features))
        self._fill("legend", self._legend(room, groups))
        self._fill("unseated", self._unseated(room, groups, naming))
        self._fill("locks", self._locks(room, naming))
        self._fill("leaders", self._leaders(room))
        self._fill("room", self._room(room))

    def _part(self, name: str) -> None:
        self._parts[name] = QVBoxLayout()
        self._parts[name].setSpacing(Space.XS)
        self._body.addLayout(self._parts[name])

    def _fill(self, name: str, layout: QLayout | None) -> None:
        clear(self._parts[name])
        if layout is not None:
            self._parts[name].addLayout(layout)

    def _legend(self, room: Room, groups: Groups) -> QLayout:
        people = _everybody(room)
        made = column(gap=0)
        for group, said, count in groups.legend(people):
            label = words(said, "small")
            label.setToolTip(said)
            line = row(SeatPicture(group), label, None, words(number(count), "muted"), gap=Space.S)
            made.addLayout(line)
        if any(seated.locked for tables in room.seated.values() for seated in tables):
            made.addLayout(row(SeatPicture(0, locked=True), words(_("seat is locked"), "small"), None))
        if any(room.watches(line) for line in people):
            watching = words(_("watches, takes no part"), "small")
            made.addLayout(row(SeatPicture(0, watches=True), watching, None))
        return made

    def _unseated(self, room: Room, groups: Groups, naming: Naming) -> QLayout | None:
        if not room.unseated:
            return None
        count = len(room.unseated)
        heading = row(words(_("No seat yet"), "strong"), None, ChipLabel(Chip(number(count), icon="-")))
        made = column(rule(), heading)
        for line in room.unseated[:MOST_SHOWN]:
            made.addLayout(self._waiting(line, groups, naming))
        if count > MOST_SHOWN:
            more = ngettext("and {count} more", "and {count} more", count - MOST_SHOWN)
            made.addWidget(words(more.format(count=number(count - MOST_SHOWN)), "muted"))
        made.addWidget(words(_("A new plan gives everybody a seat."), "caption", wrap=True))
        return made

    def _waiting(self, line: PersonLine, groups: Groups, naming: Naming) -> QLayout:
        name = words(naming.full(line), "small", wrap=True)
        texts = column(name, words(groups.words(line), "caption"), gap=0)
        give = icon_button(
            "armchair",
            _("Give {name} the best free seats").format(name=naming.full(line)),
            lambda: self.place_wanted.emit(line),
        )
        give.setProperty("kind", "framed")
        made = row(SeatPicture(groups.colour(line), naming.short(line)), texts, give, gap=Space.XS)
        made.setStretch(1, 1)
        return made

    def _locks(self, room: Room, naming: Naming) -> QLayout | None:
        if not room.locks:
            return None
        count = ChipLabel(Chip(number(len(room.locks)), icon="-"))
        made = column(rule(), row(words(_("Locked seats"), "strong"), None, count))
        people = {line.participation_id: line for line in (*_everybody(room), *room.unseated)}
        tables = {table.id: table.no for table in room.tables}
        rounds = {turn.id: turn.no for turn in room.rounds}
        for lock in room.locks:
            line = people.get(lock.participation_id)
            where = _("{round}, table {table}").format(
                round=round_words(rounds[lock.round_id]), table=tables[lock.table_id]
            )
            who = naming.full(line) if line is not None else _("somebody who is not expected")
            made.addLayout(self._lock(lock, who, where, broken=lock in room.broken))
        return made

    def _lock(self, lock: Lock, who: str, where: str, *, broken: bool) -> QLayout:
        below = words(where, "late" if broken else "caption")
        texts = column(words(who, "small", wrap=True), below, gap=0)
        picture = IconLabel("triangle-alert" if broken else "circle-check", "late" if broken else "ok", 16)
        free = icon_button(
            "lock-open", _("Unlock {name}").format(name=who), lambda: self.unlock_wanted.emit(lock)
        )
        made = row(picture, texts, free)
        made.setStretch(1, 1)
        return made

    def _leaders(self, room: Room) -> QLayout:
        led = [seated.facilitator is not None for tables in room.seated.values() for seated in tables]
        without = led.count(False)
        act = link(_("Divide"), self.lead_wanted.emit)
        act.setToolTip(_("Give every table a facilitator, the same one in all rounds."))
        said = (
            ngettext("{count} table in a round has none.", "{count} tables in a round have none.", without)
            if without
            else _("Every table has one in every round.")
        )
        heading = row(words(_("Facilitators"), "strong"), None, act)
        return column(rule(), heading, words(said.format(count=number(without)), "caption", wrap=True), gap=2)

    def _room(self, room: Room) -> QLayout:
        said = _seats_words(room)
        heading = row(words(_("Room and rounds"), "strong"), None, link(_("Change"), self.setup_wanted.emit))
        made = column(rule(), heading, words(said, "caption", wrap=True), gap=2)
        if room.result is not None and room.result.figures.ranks:
            made.addWidget(words(rank_words(room.result.figures), "caption", wrap=True))
        if room.version is not None and room.version.version > 1:
            made.addLayout(row(link(_("Earlier table plans…"), self.versions_wanted.emit), None))
        return made


def _seats_words(room: Room) -> str:
    lows, highs = {table.low for table in room.tables}, {table.high for table in room.tables}
    tables = ngettext("{count} table", "{count} tables", len(room.tables)).format(count=len(room.tables))
    if not room.tables:
        return _("There are no tables yet.")
    if min(lows) == max(highs):
        return _("{tables} of {count} people").format(tables=tables, count=max(highs))
    return _("{tables} of {low} to {high} people").format(tables=tables, low=min(lows), high=max(highs))


def _everybody(room: Room) -> Sequence[PersonLine]:
    """Everybody who has a seat in some round, once."""
    found = {
        line.participation_id: line
        for tables in room.seated.values()
        for seated in tables
        for line in seated.people
    }
    return tuple(found.values())
