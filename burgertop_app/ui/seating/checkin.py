"""At the door: type two letters or scan a route card, Enter means present; big counters of who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.events import Presence
from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.messages.tables import door_words
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.guest_list import GuestList
from burgertop_app.ui.seating.guests import guest_table
from burgertop_app.ui.seating.latest import Latest
from burgertop_app.ui.seating.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.seating.found import TablesFound
    from burgertop_app.ui.seating.guests import Guest
    from burgertop_app.ui.seating.latest import Marked

COUNTER = 128
BESIDE = 264
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


LONGEST = 40
"""So many letters of what was typed are said back."""


class CheckIn(QWidget):
    """The list at the door. What is marked shows at once; the page keeps it meanwhile."""

    marked = Signal(object, object)
    """A list of participations, and a `Presence` or None to take the mark away."""
    rest_wanted = Signal(object, object)
    """All these `Guest`s are absent; and those who come later, who stay open."""
    stay_wanted = Signal(object)
    """A participation that comes later than was known, or leaves."""
    let_in_wanted = Signal(object)
    """A `Guest` came whom nobody expected."""
    walk_in_wanted = Signal(str)
    """Somebody came who is on no list; what was typed of the name."""

    def __init__(self) -> None:
        super().__init__()
        self._list = GuestList()
        self._sure = False
        self.table = guest_table(self._entries)
        self.table.model.searches = False
        self.search = _field()
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_enter)
        self.search.installEventFilter(self)
        self.table.view.typing = self.search
        self.table.opened.connect(self._on_opened)
        self.scanner = Scanner(self, self.search)
        self.scanner.scanned.connect(self.scan)
        self.counters = {kind: words("0", "figure") for kind in (Presence.PRESENT, Presence.ABSENT, None)}
        self.shares = {kind: words("", "caption") for kind in self.counters}
        self.last = words("", "ok", wrap=True)
        self.latest = Latest()
        self.latest.undo_wanted.connect(self._on_take_back)
        self.walk_in = secondary(_("Walk-in…"), self._on_walk_in, "door-open")
        self.walk_in.setShortcut("Ctrl+N")
        self.walk_in.setToolTip(_("Somebody who is on no list (Ctrl+N)"))
        self.rest = secondary(_("All others are absent"), self._on_rest, "user-x")
        self._build()

    def put(self, found: TablesFound) -> None:
        """Show who came and who did not; marks that are still being kept stay as they were given."""
        if self._list.put(found):
            self._show()
        if not self._list.guests:
            self.say(_("Nobody is expected yet. Add people on the page People, or let in walk-ins."))

    def presence(self, person: UUID) -> Presence | None:
        """What is marked for somebody, the last marks included."""
        return self._list.presence(person)

    def hold(self, people: Sequence[UUID], presence: Presence | None) -> None:
        """Show a mark that is being kept."""
        self.latest.remember(self._list.of(people), presence)
        self._list.hold(people, presence)
        self._show()

    def release(self, people: Iterable[UUID]) -> None:
        """The marks of these people were kept, or could not be."""
        self._list.release(people)

    def start(self) -> None:
        """Be ready to type."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell beside the field, and to a screen reader, what was marked last or why nothing was."""
        self.last.setText(sentence)
        kind = "late" if trouble else "ok"
        if self.last.property("words") != kind:
            self.last.setProperty("words", kind)
            self.last.style().unpolish(self.last)
            self.last.style().polish(self.last)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.last, sentence))
        if trouble:
            QApplication.beep()

    def scan(self, code: str) -> None:
        """Mark the person with the number on a scanned card present."""
        guest = self._list.scanned(code)
        if guest is None:
            said = _("Nobody has the number {number}. Search by name, or choose Walk-in.")
            self.say(said.format(number=code), trouble=True)
        else:
            self._meet(guest)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
                # Ctrl+Z is for the last mark, not for letters in the field.
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in STEPS:
                self._step(STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        counters = row(
            *(
                _counter(self.counters[kind], said, self.shares[kind])
                for kind, said in (
                    (Presence.PRESENT, _("present")),
                    (Presence.ABSENT, _("absent")),
                    (None, _("not yet")),
                )
            ),
            gap=Space.M,
        )
        left = column(Space.S, self.search, self.last, None, gap=Space.XS)
        top = row(left, counters, gap=Space.L)
        top.setStretch(0, 1)
        self.latest.setFixedWidth(BESIDE)
        beside = column(self.latest, self.walk_in, self.rest, gap=Space.S)
        beside.setStretch(0, 1)
        body = row(self.table, beside, gap=Space.M)
        body.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addLayout(top)
        box.addLayout(body, 1)

    def _show(self) -> None:
        """List who fits what is typed, and count."""
        typed = self.search.text().strip()
        shown = self._list.fitting(typed) if typed else self._list.guests
        self.table.put(tuple(shown))
        if typed and shown and not self._sure:
            self.table.select(self.table.model.shown[0].person)
        elif not typed:
            self.table.view.clearSelection()
        self._count()
        self.latest.put(self._list.by_person)

    def _count(self) -> None:
        everybody = len(self._list.guests)
        for kind, label in self.counters.items():
            count = sum(guest.presence is kind for guest in self._list.guests)
            label.setText(number(count))
            self.shares[kind].setText(percent(count / everybody) if everybody else "")
        came = {guest.presence for guest in self._list.guests}
        self.rest.setEnabled(None in came and Presence.PRESENT in came)

    def _on_typed(self) -> None:
        self._sure = False
        self._show()

    def _step(self, down: int) -> None:
        """Go to another one of those who are listed; that one is meant now."""
        shown = self.table.model.shown
        if shown and self.search.text().strip():
            now = self.table.current
            at = shown.index(now) if now in shown else 0
            self._sure = True
            self.table.select(shown[min(max(at + down, 0), len(shown) - 1)].person)

    def _on_enter(self) -> None:
        """The chosen one, or else the first on the list; of equal names one must be chosen."""
        typed, shown = self.search.text().strip(), self.table.model.shown
        if not typed:
            return
        if not shown:
            said = _("Nobody on the list is called “{typed}”. Choose Walk-in (Ctrl+N) to add somebody.")
            self.say(said.format(typed=typed[:LONGEST]), trouble=True)
            return
        now = self.table.current
        guest = now if self._sure and now in shown else shown[0]
        alike = self._list.alike(guest)
        if len(alike) > 1 and not (self._sure or guest.came or typed == guest.number):
            self._ask_which(guest, len(alike))
        else:
            self._meet(guest)

    def _ask_which(self, guest: Guest, count: int) -> None:
        self._sure = True
        self.table.select(guest.person)
        said = ngettext(
            "{count} person is called {name}. Look at the number, choose with the arrow keys, press Enter.",
            "{count} people are called {name}. Look at the number, choose with the arrow keys, press Enter.",
            count,
        )
        self.say(said.format(count=number(count), name=guest.said), trouble=True)

    def _meet(self, guest: Guest) -> None:
        """Somebody stands at the door: mark them, unless they are in already or nobody expects them."""
        if guest.came:
            said = _("{name} (number {number}) is already present.")
            self.say(said.format(name=guest.said, number=guest.number), trouble=True)
            self.search.selectAll()
        elif not guest.expected:
            self.let_in_wanted.emit(guest)
        else:
            with QSignalBlocker(self.search):
                self.search.setText("")
            self._sure = False
            self._mark([guest], Presence.PRESENT)
            self.say(door_words(guest.said, guest.number, guest.tables))
            self.start()

    def _on_opened(self, guest: Guest) -> None:
        if guest.came and guest.expected:
            self._mark([guest], None)
        else:
            self._meet(guest)

    def _on_take_back(self, mark: Marked) -> None:
        self.marked.emit([mark.person], mark.before)
        self.start()

    def _on_walk_in(self) -> None:
        self.walk_in_wanted.emit("" if self.table.model.shown else self.search.text().strip())

    def _on_rest(self) -> None:
        self.rest_wanted.emit(*self._list.rest)

    def _mark(self, guests: Sequence[Guest], presence: Presence | None) -> None:
        self.marked.emit([guest.person for guest in guests], presence)

    def _entries(self, guests: list[Guest]) -> Sequence[Entry]:
        if not guests or not all(guest.expected for guest in guests):
            return ()
        alone = guests[0].person if len(guests) == 1 and self._list.rounds > 1 else None
        later = (_("Comes later or leaves…"), "clock", lambda: self.stay_wanted.emit(alone))
        return (
            (_("Present"), "circle-check", lambda: self._mark(guests, Presence.PRESENT)),
            (_("Absent"), "user-x", lambda: self._mark(guests, Presence.ABSENT)),
            (_("Take the mark away"), "rotate-ccw", lambda: self._mark(guests, None)),
            *((later,) if alone is not None else ()),
        )


def _field() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(_("Type two letters or scan a card; Enter = present"))
    made.setAccessibleName(made.placeholderText())
    made.setClearButtonEnabled(True)
    made.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    made.setMinimumHeight(44)
    return made


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _counter(figure: QWidget, said: str, share: QWidget) -> Card:
    below = column(words(said, "muted"), share, gap=0)
    card = Card(row(figure, below, None, gap=Space.M))
    card.setMinimumWidth(COUNTER)
    return card
