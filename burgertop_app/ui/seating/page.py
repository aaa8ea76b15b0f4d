"""The page about tables: the set-up of a meeting, the room with its plan, and the door."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QStackedWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.events import Presence
from burgertop_app.i18n import _, mark, ngettext, number
from burgertop_app.messages.tables import meeting_words
from burgertop_app.ui.kit.buttons import menu_button, primary, secondary
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_sheet
from burgertop_app.ui.seating import found as reading
from burgertop_app.ui.seating.checkin import CheckIn
from burgertop_app.ui.seating.forms import MeetingForm
from burgertop_app.ui.seating.found import TablesFound
from burgertop_app.ui.seating.leaders_actions import LeadersActions
from burgertop_app.ui.seating.listing import plan_sheet
from burgertop_app.ui.seating.meeting_actions import MeetingActions
from burgertop_app.ui.seating.print_menu import PrintMenu
from burgertop_app.ui.seating.room_area import RoomArea
from burgertop_app.ui.seating.room_menus import RoomMenus
from burgertop_app.ui.seating.seat_actions import SeatActions
from burgertop_app.ui.seating.setup import SetUp
from burgertop_app.ui.seating.unlike_actions import UnlikeActions
from burgertop_app.ui.seating.walk_in import WalkInForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.events import Event
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Sheet
    from burgertop_app.ui.seating.forms import MeetingGiven
    from burgertop_app.ui.seating.guests import Guest

EMPTY, SETUP, ROOM, DOOR = range(4)


class TablesPage(Page[TablesFound]):
    """One meeting at a time: before the plan its set-up, after it the room."""

    KEY, ICON, NAME = "tables", "armchair", mark("Tables")
    TOPICS = frozenset({Topic.TABLES, Topic.ATTENDANCE, Topic.PEOPLE, Topic.QUOTAS, Topic.DRAWS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = TablesFound()
        self.event_id: UUID | None = None
        self._spread: dict[UUID, tuple[str, ...]] = {}
        self._marks_only = self._room_stale = self._reads_all = False
        self.act, self.seat, self.unlike = MeetingActions(self), SeatActions(self), UnlikeActions(self)
        self.lead = LeadersActions(self)
        self.menus = RoomMenus(self)
        self.setup = SetUp(desk.today())
        self.area = RoomArea(self.menus.entries)
        self.door = CheckIn()
        self.menus.area = self.area
        self._views = QStackedWidget()
        empty = EmptyPage(
            _("Here come the meetings: rounds, tables, and who sits where in each round."),
            (_("Make a meeting…"), self._on_new),
        )
        for widget in (empty, self.setup, self.area, self.door):
            self._views.addWidget(widget)
        self.content.addWidget(self._views, 1)
        self._build_head()
        self._connect()
        self.remember("room", self.area)
        self.remember("seats", self.area.table)

    @override
    def reading(self, process: UUID) -> Callable[[], TablesFound]:
        house, event_id, today, found = self.desk.services, self.event_id, self.desk.today(), self.found
        if self._marks_only and not self._reads_all:
            return lambda: reading.read_marks(house, found)
        self._reads_all = True
        return lambda: reading.read(house, process, event_id, today)

    @override
    def fill(self, found: TablesFound) -> None:
        if found.room is not None and found.room is self.found.room:
            self.found = self.act.found = self.seat.found = self.unlike.found = self.lead.found = found
            self.door.put(found)
            return
        self._room_stale = self._reads_all = False
        before, earlier = self.event_id, self.found.room
        self.found = self.act.found = self.seat.found = self.unlike.found = self.lead.found = found
        room = found.room
        self.event_id = room.event.id if room is not None else None
        if room is None:
            self._show(EMPTY)
            return
        self.setup.put(found, self.spread)
        self.door.put(found)
        self.area.put(found)
        planned = room.version is not None
        first = planned and earlier is not None and earlier.version is None
        if self.event_id != before or self._view == EMPTY or first:
            self._show(ROOM if planned else SETUP)
        else:
            self._show(self._view if planned or self._view != ROOM else SETUP)

    @override
    def focus_on(self, focus: object) -> None:
        if isinstance(focus, UUID) and any(event.id == focus for event in self.found.events):
            self.show_event(focus)

    @override
    @Slot(object)
    def _on_changes(self, topics: frozenset[Topic]) -> None:
        if self._view == DOOR and topics <= {Topic.ATTENDANCE, Topic.PEOPLE} and Topic.ATTENDANCE in topics:
            self._marks_only = self._room_stale = True
        super()._on_changes(topics)
        self._marks_only = False

    def show_event(self, event_id: UUID) -> None:
        """Show another meeting."""
        if event_id != self.event_id:
            self.event_id = event_id
            self._views.setCurrentIndex(EMPTY)
            self.load()

    @property
    def spread(self) -> tuple[str, ...]:
        """What the next plan mixes by."""
        chosen = self._spread.get(self.event_id) if self.event_id is not None else None
        return self.found.spread if chosen is None else chosen

    def make(self, given: MeetingGiven) -> None:
        """Make a meeting and show its set-up."""
        if self.process is not None:
            self.act.begin(self.process, given, self._on_made)

    @property
    def _view(self) -> int:
        return self._views.currentIndex()

    def _build_head(self) -> None:
        self.plan = primary(_("Make plan"), self._on_plan, "shuffle")
        self.to_door = secondary(_("At the door"), lambda: self._show(DOOR), "user-check")
        self.to_room = secondary(_("To the room"), self._on_room, "armchair")
        self.mend = secondary(_("Repair…"), self.seat.repair, "sliders-horizontal")
        self.new = secondary(_("New meeting…"), self._on_new, "plus")
        self.print = PrintMenu(self).button(self._on_export)

    def _connect(self) -> None:
        setup, area, act = self.setup, self.area, self.act
        setup.meeting_changed.connect(act.edit)
        setup.tables_changed.connect(act.set_tables)
        setup.rounds_changed.connect(act.set_rounds)
        setup.round_wanted.connect(act.add_round)
        setup.round_gone.connect(act.remove_round)
        setup.spread_changed.connect(self._on_spread)
        self.unlike.connect(setup)
        self.lead.connect(setup.leaders)
        setup.rules.serve_wanted.connect(act.serve)
        setup.rules.pair_wanted.connect(act.pair)
        setup.rules.unpair_wanted.connect(act.unpair)
        area.side.lead_wanted.connect(act.lead_by_turns)
        area.side.versions_wanted.connect(self.seat.versions)
        area.side.setup_wanted.connect(lambda: self._show(SETUP))
        area.table.export_wanted.connect(lambda sheet: self._save(sheet, _("Seats")))
        self.door.marked.connect(self._on_marked)
        self.door.rest_wanted.connect(self._on_rest)
        self.door.stay_wanted.connect(self.unlike.ask_stay)
        self.door.let_in_wanted.connect(self._on_let_in)
        self.door.walk_in_wanted.connect(self._on_walk_in)
        self.menus.connect(area)

    def _show(self, view: int) -> None:
        self._views.setCurrentIndex(view)
        if view != DOOR and self._room_stale:
            self.load()
        room = self.found.room
        if room is None:
            self.head.say("", self.title())
            self.head.act()
            return
        counts = (self.found.people, len(room.tables), len(room.rounds))
        title = {SETUP: _("Room and rounds"), DOOR: _("At the door")}.get(view, self.title())
        self.head.say(meeting_words(room.event.on, room.event.place, counts), title)
        chooser = (self._chooser(room.event),) if len(self.found.events) > 1 else ()
        self.plan.setText(_("Make plan") if room.version is None else _("New plan"))
        if view == SETUP:
            back = (self.to_room,) if room.version is not None else ()
            self.head.act(*chooser, self.new, *back, self.plan)
        elif view == ROOM:
            mend = (self.mend,) if self.found.amiss else ()
            self.head.act(*chooser, self.to_door, self.print, *mend, self.plan)
        else:
            self.head.act(self.to_room)
            self.door.start()

    def _chooser(self, event: Event) -> QPushButton:
        entries = [
            (one.title, "check" if one.id == event.id else "", lambda one=one: self.show_event(one.id))
            for one in self.found.events
        ]
        return menu_button(event.title, entries, "")

    def _on_room(self) -> None:
        room = self.found.room
        self._show(ROOM if room is not None and room.version is not None else SETUP)

    def _on_new(self) -> None:
        name = _("Meeting {no}").format(no=len(self.found.events) + 1)
        form = MeetingForm(self, name, self.desk.today())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.make(form.given)

    def _on_made(self, change: Change) -> None:
        self.event_id = change.id
        self._views.setCurrentIndex(EMPTY)

    def _on_plan(self) -> None:
        self.seat.plan(self.spread)
        self._on_room()

    def _on_spread(self, spread: tuple[str, ...]) -> None:
        if self.event_id is not None:
            self._spread[self.event_id] = spread

    def _on_marked(self, people: list[UUID], presence: Presence | None) -> None:
        door = self.door
        before = {one: door.presence(one) for one in people}
        names = {line.participation_id: line.name or line.number for line in self.found.guests}

        def kept() -> None:
            door.release(people)

        def refused() -> None:
            door.release(people)
            door.put(self.found)

        door.hold(people, presence)
        self.act.attend(before, presence, names.get(people[0], ""), kept, refused)

    def _on_rest(self, guests: list[Guest], later: list[Guest]) -> None:
        count = len(guests)
        question = ngettext(
            "{count} person is not marked yet. Is that person absent?",
            "{count} people are not marked yet. Are they all absent?",
            count,
        ).format(count=number(count))
        if later:
            more = ngettext(
                "{count} person comes later and stays open.",
                "{count} people come later and stay open.",
                len(later),
            )
            question = f"{question} {more.format(count=number(len(later)))}"
        if self.desk.dialogs.ask(self, _("All others are absent"), question, _("Mark as absent")):
            self._on_marked([guest.person for guest in guests], Presence.ABSENT)

    def _on_let_in(self, guest: Guest) -> None:
        question = _("{name} (number {number}) was not expected today. Let them in, with a seat?").format(
            name=guest.said, number=guest.number
        )
        if self.desk.dialogs.ask(self, _("Not expected"), question, _("Let in")):
            self.act.walk_in(guest.person, guest.said, guest.presence, self._on_came)

    def _on_walk_in(self, typed: str) -> None:
        features = {name: self.found.features[name] for name in self.spread if name in self.found.features}
        form = WalkInForm(self, typed, features, self.desk.today())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.act.walk_in(form.form, form.form.name, None, self._on_came)

    def _on_came(self, told: str, lacking: bool) -> None:  # noqa: FBT001  (called with what was found)
        self.door.search.setText("")
        self.door.say(told, trouble=lacking)
        self.door.start()

    def _on_export(self) -> None:
        if self.found.room is not None:
            self._save(plan_sheet(self.found.room), _("Table plan"))

    def _save(self, sheet: Sheet, name: str) -> None:
        """People stand in these tables by name."""
        save_sheet(self, sheet, self._file(name), named=True)

    def _file(self, name: str) -> str:
        room = self.found.room
        return f"{name} {room.event.title}" if room is not None else name
