"""What can be done with a seat, a free seat or a table: menus, and what a drop in the room does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMenu

from burgertop_app.i18n import _
from burgertop_app.services import seat_changes
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.seating.forms import Partner, SwapForm, TableForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QPoint

    from burgertop_app.domain.events import Lock
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.seating.listing import SeatLine
    from burgertop_app.ui.seating.page import TablesPage
    from burgertop_app.ui.seating.room_area import RoomArea
    from burgertop_app.ui.seating.scene import Scene

MOST_PLACES = 12


class RoomMenus:
    """Asks what to do, and lets the page's actions do it."""

    area: RoomArea

    def __init__(self, page: TablesPage) -> None:
        self._page = page

    def connect(self, area: RoomArea) -> None:
        """Listen to the room and its panel."""
        view, side = area.view, area.side
        view.swapped.connect(self.swap)
        view.moved.connect(self.move)
        view.seat_menu.connect(lambda person, at: self._popup(self.seat_entries(person), at))
        view.free_menu.connect(lambda place, at: self._popup(self.free_entries(place), at))
        view.table_menu.connect(lambda place, at: self._popup(self.table_entries(place), at))
        view.table_opened.connect(self._edit_table)
        view.lock_wanted.connect(self.toggle_lock)
        area.table.opened.connect(self._on_line)
        side.place_wanted.connect(self._place)
        side.unlock_wanted.connect(self._unlock)

    @property
    def scene(self) -> Scene | None:
        """The round that is shown."""
        return self.area.scene

    def entries(self, lines: list[SeatLine]) -> Sequence[Entry]:
        """The menu of the table view."""
        return self.seat_entries(lines[0].person.participation_id) if len(lines) == 1 else ()

    def seat_entries(self, person: UUID) -> list[Entry]:
        """What can be done with somebody on a seat."""
        scene = self.scene
        seated = scene.at(person) if scene is not None else None
        if scene is None or seated is None:
            return []
        locked = person in seated.locked
        entries: list[Entry] = []
        if not locked:
            entries.append(
                (_("Change seats with…"), "arrow-left-right", lambda: self._choose_partner(person))
            )
            free = [there for there in scene.tables if there.free and there is not seated]
            for there in free[:MOST_PLACES]:
                words = _("To the free seat at table {table}").format(table=there.table.no)
                entries.append((words, "armchair", partial(self.move, person, there.place.id)))
        words = _("Unlock this seat") if locked else _("Lock this seat")
        entries.append((words, "lock-open" if locked else "lock", lambda: self.toggle_lock(person)))
        entries.append((_("Show on the page People"), "user", lambda: self._show_person(person)))
        return entries

    def free_entries(self, place: UUID) -> Sequence[Entry]:
        """Who can be put on a free seat."""
        scene = self.scene
        if scene is None:
            return []
        return [
            (
                _("Seat {name} here").format(name=scene.naming.full(line)),
                "armchair",
                partial(self._place, line, place),
            )
            for line in scene.room.unseated
            if scene.person(line.participation_id) is None
        ][:MOST_PLACES]

    def table_entries(self, place: UUID) -> list[Entry]:
        """What can be done with a table."""
        return [(_("Topic and facilitator…"), "pencil", lambda: self._edit_table(place))]

    def swap(self, one: UUID, other: UUID) -> None:
        """Let two people change seats in this round."""
        scene = self.scene
        if scene is not None:
            told = _("{one} and {other} changed seats.").format(one=scene.name(one), other=scene.name(other))
            self._page.seat.swap(scene.turn.no, one, other, told)

    def move(self, person: UUID, place: UUID) -> None:
        """Put somebody on a free seat in this round."""
        scene = self.scene
        here = scene.at(person) if scene is not None else None
        there = scene.place(place) if scene is not None else None
        if scene is None or here is None or there is None:
            return
        told = _("{name} now sits at table {table}.").format(name=scene.name(person), table=there.table.no)
        self._page.seat.move(person, place, here.place.id, told)

    def toggle_lock(self, person: UUID) -> None:
        """Lock the seat of somebody in this round, or unlock it."""
        scene = self.scene
        seated = scene.at(person) if scene is not None else None
        if scene is None or seated is None:
            return
        held = next(
            (
                lock
                for lock in scene.room.locks
                if (lock.participation_id, lock.round_id) == (person, scene.turn.id)
                and lock.table_id == seated.table.id
            ),
            None,
        )
        if held is None:
            self._page.seat.lock(person, seated.place, scene.name(person))
        else:
            self._page.seat.unlock(held, scene.name(person))

    def partners(self, person: UUID) -> list[Partner]:
        """Everybody to change seats with, the best first."""
        scene = self.scene
        given = scene.room.given if scene is not None else None
        if scene is None or given is None:
            return []
        return [
            Partner(
                given.participations[effect.partner],
                scene.name(given.participations[effect.partner]),
                effect.table + 1,
                effect,
            )
            for effect in seat_changes.effects(scene.room, person, scene.turn.no)
        ]

    def _choose_partner(self, person: UUID) -> None:
        scene = self.scene
        if scene is None:
            return
        form = SwapForm(self._page, scene.name(person), self.partners(person))
        if form.exec() == QDialog.DialogCode.Accepted and form.chosen is not None:
            self.swap(person, form.chosen.person)

    def _edit_table(self, place: UUID) -> None:
        scene = self.scene
        seated = scene.place(place) if scene is not None else None
        if scene is None or seated is None:
            return
        title = _("Table {table}, round {round}").format(table=seated.table.no, round=scene.turn.no)
        form = TableForm(self._page, title, seated, scene.room.facilitators)
        if form.exec() == QDialog.DialogCode.Accepted:
            self._page.act.topic(seated.place, form.topic)
            self.lead(place, form.leader, everywhere=form.everywhere)

    def lead(self, place: UUID, leader: UUID | None, *, everywhere: bool) -> None:
        """Put a facilitator at a table, in this round or in all."""
        scene = self.scene
        seated = scene.place(place) if scene is not None else None
        if scene is None or seated is None:
            return
        places = [seated.place.id]
        if everywhere:
            places = [
                there.place.id
                for tables in scene.room.seated.values()
                for there in tables
                if there.table.id == seated.table.id
            ]
        told = _("Table {table} has another facilitator.").format(table=seated.table.no)
        self._page.act.lead(dict.fromkeys(places, leader), told)

    def _place(self, line: PersonLine, place: UUID | None = None) -> None:
        scene = self.scene
        if scene is not None:
            name = scene.naming.full(line)
            if place is None:
                self._page.seat.place_or_squeeze(line, name)
            else:
                self._page.seat.place(line, place, name)

    def _unlock(self, lock: Lock) -> None:
        scene = self.scene
        if scene is not None:
            self._page.seat.unlock(lock, scene.name(lock.participation_id))

    def _show_person(self, person: UUID) -> None:
        self._page.desk.navigate("people", focus=person)

    def _on_line(self, line: SeatLine) -> None:
        """Enter in the table offers what Enter on a seat does."""
        view = self.area.table.view
        rect = view.visualRect(view.currentIndex())
        at = view.viewport().mapToGlobal(rect.bottomLeft())
        self._popup(self.seat_entries(line.person.participation_id), at)

    def _popup(self, entries: Sequence[Entry], at: QPoint) -> None:
        if not entries:
            return
        menu = QMenu(self._page)
        for said, picture, act in entries:
            action = menu.addAction(icon(picture), said)
            action.triggered.connect(_without_arguments(act))
        menu.popup(at)


def _without_arguments(act: Callable[[], object]) -> Callable[[], None]:
    def acted() -> None:
        act()

    return acted
