"""At the door: type two letters, Enter means present; big counters of who came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.events import Presence
from burgertop_app.i18n import _, mark, ngettext, number
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.seating.found import TablesFound

CHIPS = {
    Presence.PRESENT: (mark("present"), State.OK, "circle-check"),
    Presence.ABSENT: (mark("absent"), State.LATE, "user-x"),
}
COUNTER = 128


@dataclass(frozen=True)
class Guest:
    """Somebody who may come, with the tables in order of the rounds."""

    person: PersonLine
    tables: str
    presence: Presence | None


class CheckIn(QWidget):
    """The list at the door."""

    marked = Signal(object, object)
    """A list of participations, and a `Presence` or None to take the mark away."""

    def __init__(self) -> None:
        super().__init__()
        self._guests: list[Guest] = []
        self.table: RecordTable[Guest] = RecordTable(
            _("Who comes"),
            (
                Column("name", _("Name"), _name, stretch=True),
                Column("number", _("Number"), lambda guest: guest.person.number, width=90, muted=True),
                Column("tables", _("Tables"), lambda guest: guest.tables, width=170),
                Column(
                    "presence",
                    _("At the door"),
                    lambda guest: guest.presence or "",
                    chip=_chip,
                    sort=lambda guest: list(Presence).index(guest.presence) if guest.presence else 9,
                    width=150,
                ),
            ),
            key=lambda guest: guest.person.participation_id,
            counted=lambda count: ngettext("{count} person", "{count} people", count),
            menu=self._entries,
            look=TableLook(row_height=Space.ROW_ROOMY),
        )
        self.search = self.table.search_field(_("Type two letters; Enter = present"))
        self.search.setMinimumHeight(44)
        self.search.returnPressed.connect(self._on_enter)
        self.table.opened.connect(self._on_opened)
        self.counters = {kind: words("0", "figure") for kind in (Presence.PRESENT, Presence.ABSENT, None)}
        self.last = words("", "ok")
        self.rest = secondary(_("All others are absent"), self._on_rest, "user-x")
        self._build()

    def put(self, found: TablesFound) -> None:
        """Show who came and who did not."""
        self._guests = [
            Guest(line, _tables(found, line.participation_id), found.attendance.get(line.participation_id))
            for line in found.guests
        ]
        self.table.put(self._guests)
        for kind, label in self.counters.items():
            count = sum(guest.presence is kind for guest in self._guests)
            label.setText(number(count))
        left = [guest for guest in self._guests if guest.presence is None]
        came = any(guest.presence is Presence.PRESENT for guest in self._guests)
        self.rest.setEnabled(bool(left) and came)

    def start(self) -> None:
        """Be ready to type."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Confirm what was marked last, beside the field."""
        self.last.setText(sentence)

    def _build(self) -> None:
        counters = row(
            *(
                _counter(self.counters[kind], said)
                for kind, said in (
                    (Presence.PRESENT, _("present")),
                    (Presence.ABSENT, _("absent")),
                    (None, _("not yet")),
                )
            ),
            gap=Space.M,
        )
        left = column(Space.S, self.search, row(self.last, None), None, gap=Space.XS)
        top = row(left, counters, gap=Space.L)
        top.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        box.addLayout(row(None, self.rest))

    def _on_enter(self) -> None:
        """The first one on the list who is not marked present yet."""
        if len(self.search.text().strip()) < 1:
            return
        for guest in self.table.model.shown:
            if guest.presence is not Presence.PRESENT:
                self.search.clear()
                self._mark([guest], Presence.PRESENT)
                return

    def _on_opened(self, guest: Guest) -> None:
        self._mark([guest], None if guest.presence is Presence.PRESENT else Presence.PRESENT)

    def _on_rest(self) -> None:
        self._mark([guest for guest in self._guests if guest.presence is None], Presence.ABSENT)

    def _mark(self, guests: Sequence[Guest], presence: Presence | None) -> None:
        ids: list[UUID] = [guest.person.participation_id for guest in guests]
        self.marked.emit(ids, presence)

    def _entries(self, guests: list[Guest]) -> Sequence[Entry]:
        if not guests:
            return ()
        return (
            (_("Present"), "circle-check", lambda: self._mark(guests, Presence.PRESENT)),
            (_("Absent"), "user-x", lambda: self._mark(guests, Presence.ABSENT)),
            (_("Take the mark away"), "rotate-ccw", lambda: self._mark(guests, None)),
        )


def _counter(figure: QWidget, said: str) -> Card:
    card = Card(row(figure, words(said, "muted"), None, gap=Space.M))
    card.setMinimumWidth(COUNTER)
    return card


def _chip(guest: Guest) -> Chip | None:
    if guest.presence is None:
        return Chip(_("not yet"), State.WAITING)
    said, state, icon = CHIPS[guest.presence]
    return Chip(_(said), state, icon)


def _name(guest: Guest) -> str:
    return guest.person.name or guest.person.number


def _tables(found: TablesFound, person: UUID) -> str:
    room = found.room
    if room is None or room.version is None:
        return ""
    at = [room.table_of(person, turn.id) for turn in room.rounds]
    return " · ".join(str(seated.table.no) if seated else "–" for seated in at)
