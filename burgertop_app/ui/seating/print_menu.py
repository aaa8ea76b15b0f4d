"""What can be printed of a meeting: everything for the day at once, or one kind of paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.day_kit import KitKind
from burgertop_app.i18n import _
from burgertop_app.messages.day_kit import kit_words
from burgertop_app.services.printing.day_kit import render_kit
from burgertop_app.ui.kit.buttons import LINE, menu_button
from burgertop_app.ui.saving import proposal, save_paper, show_outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.services.printing.day_kit import DayKit
    from burgertop_app.services.printing.rendering import Paper, Printed
    from burgertop_app.ui.seating.page import TablesPage


class PrintMenu:
    """Saves the papers of the meeting that `page` shows."""

    def __init__(self, page: TablesPage) -> None:
        self._page = page

    def button(self, export: Callable[[], object]) -> QPushButton:
        """The button with all papers under it; `export` saves the plan as a table."""
        printing = self._page.desk.services.printing
        return menu_button(
            _("Print…"),
            (
                (_("Everything for the day…"), "folder-open", self.everything),
                LINE,
                self._entry(kit_words(KitKind.DOOR_LIST), "list-checks", printing.door_list),
                self._entry(kit_words(KitKind.ROUTE_CARDS), "qr-code", printing.route_cards),
                self._entry(_("Only changed route cards"), "refresh-cw", printing.changed_route_cards),
                self._entry(kit_words(KitKind.LATE_CHANGES), "arrow-left-right", printing.late_changes),
                self._entry(_("Only changed table sheets"), "refresh-cw", printing.changed_sheets),
                self._entry(_("Only changes to the door list"), "refresh-cw", printing.changed_door_list),
                LINE,
                self._entry(kit_words(KitKind.BADGES), "id-card", printing.name_badges),
                self._entry(kit_words(KitKind.SIGNS), "milestone", printing.table_signs),
                self._entry(kit_words(KitKind.SHEETS), "table", printing.table_sheets),
                self._entry(kit_words(KitKind.SCRIPT), "users", printing.facilitators),
                self._entry(kit_words(KitKind.BLANK_CARDS), "sticky-note", printing.blank_cards),
                self._entry(kit_words(KitKind.VOTING_SLIPS), "square-check", printing.voting_slips),
                LINE,
                (_("Room plan"), "layout-grid", self.room_plan),
                (_("Plan to Excel…"), "file-spreadsheet", export),
            ),
            "printer",
        )

    def room_plan(self) -> None:
        """The room plan, with numbers where the room shows numbers."""
        printing, by_number = self._page.desk.services.printing, self._page.area.side.numbers.value()
        self._save(_("Room plan"), lambda event_id: printing.room_plan(event_id, by_number=by_number))

    def everything(self) -> None:
        """Ask for a place, make every paper in the other lane, and put them there in one folder."""
        page, event_id = self._page, self._page.event_id
        if event_id is None:
            return
        within = page.desk.dialogs.folder(page, _("Where does the folder with the papers go?"))
        if within is None:
            return
        printing, exporting, process = page.desk.services.printing, page.desk.services.exporting, page.process
        name = proposal(self._name(_("Papers")), "").name

        def keep(kit: DayKit, printed: tuple[Printed, ...]) -> tuple[Path, tuple[str, ...]]:
            folder = exporting.save_kit(process, kit, printed, within, name)
            warnings = dict.fromkeys(warning for one in printed for warning in one.warnings)
            return folder, (*kit.not_ready, *warnings)

        page.request(
            _("Making the papers for the day…"),
            lambda: printing.day_kit(event_id),
            render_kit,
            keep,
            self._there,
        )

    def _there(self, kept: object) -> None:
        folder, told = kept if isinstance(kept, tuple) else (None, ())
        if not isinstance(folder, Path):
            return
        dialogs = self._page.desk.dialogs
        question = "\n\n".join((_("The papers stand in {folder}.").format(folder=folder), *told))
        if dialogs.offer(self._page, _("The papers are ready"), question, _("Open the folder")):
            show_outside(self._page, folder)

    def _entry(
        self, name: str, icon: str, paper: Callable[[UUID], Paper]
    ) -> tuple[str, str, Callable[[], object]]:
        return name, icon, lambda: self._save(name, paper)

    def _save(self, name: str, paper: Callable[[UUID], Paper]) -> None:
        event_id = self._page.event_id
        if event_id is not None:
            save_paper(self._page, name, lambda: paper(event_id), self._name(name))

    def _name(self, name: str) -> str:
        room = self._page.found.room
        return f"{name} {room.event.title}" if room is not None else name
