"""The start page: every open advice with the days that are left, and every process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Change, Topic
from burgertop_app.i18n import _, day, mark, ngettext
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import clear, column, holder
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import proposal, save_sheet
from burgertop_app.ui.start.advices import Advices
from burgertop_app.ui.start.banner import Banner
from burgertop_app.ui.start.beginning import Beginning
from burgertop_app.ui.start.processes import Processes

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.overview_views import ProcessLine, TermLine
    from burgertop_app.domain.requests import NewProcess
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Sheet


@dataclass(frozen=True)
class Beginnings:
    """What the start page shows."""

    terms: tuple[TermLine, ...]
    processes: tuple[ProcessLine, ...]
    forms: tuple[Recipe, ...]


class StartPage(Page[Beginnings]):
    """Above all processes of a workspace."""

    KEY, ICON, NAME = "start", "house", mark("Start")
    TOPICS = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms: tuple[Recipe, ...] = ()
        self.advices = Advices(desk.today)
        self.processes = Processes(desk.today)
        self.empty = EmptyPage(
            _("Every process stands here, with every advice that waits for an answer. Start your first one."),
            (_("New process…"), self._on_new),
        )
        self.wizard: Beginning | None = None
        self._wizards = column(gap=0)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self.banner = Banner()
        self._stack.addWidget(holder(column(self.banner, self.advices, self.processes, gap=Space.M)))
        self._stack.addWidget(self.empty)
        self._stack.addWidget(holder(self._wizards))
        self.content.addWidget(body, 1)
        self._new = primary(_("New process…"), self._on_new, "plus")
        self._calendar = secondary(_("Terms for a calendar…"), self._on_calendar, "calendar")
        self.head.act(self._calendar, self._new)
        self.advices.wanted.connect(self._on_advice)
        self.processes.wanted.connect(self._on_process)
        self.processes.export_wanted.connect(self._on_export)
        self.remember("processes", self.processes.table)

    @override
    def reading(self, process: UUID) -> Callable[[], Beginnings]:
        return self.reading_all()

    @override
    def reading_all(self) -> Callable[[], Beginnings]:
        overview, processes = self.desk.services.overview, self.desk.services.processes
        return lambda: Beginnings(overview.terms(), overview.processes(), processes.forms())

    @override
    def fill(self, found: Beginnings) -> None:
        self._forms = found.forms
        self.advices.put(found.terms)
        self.banner.put(found.terms, self.desk.today())
        self._calendar.setVisible(any(line.due_on for line in found.terms))
        self.processes.put(found.processes)
        if self.wizard is None:
            self._show_lists()
        today = day(self.desk.today(), "full")
        said = (
            today[:1].upper() + today[1:],
            ngettext("{count} process", "{count} processes", len(found.processes)).format(
                count=len(found.processes)
            ),
            ngettext("{count} open advice", "{count} open advices", len(found.terms)).format(
                count=len(found.terms)
            ),
        )
        self.head.say(" · ".join(said), self.desk.services.workspace.path.stem)

    def _show_lists(self) -> None:
        nothing = not self.processes.table.model.rows
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.head.show()
        self._new.setVisible(not nothing)

    def _on_new(self) -> None:
        if not self._forms:
            return
        self._close_wizard()
        self.wizard = Beginning(self._forms)
        self.wizard.cancelled.connect(self._on_cancelled)
        self.wizard.ready.connect(self._on_ready)
        self._wizards.addWidget(self.wizard)
        self.head.hide()
        self._stack.setCurrentIndex(2)
        self.wizard.forms.setFocus()

    def _on_cancelled(self) -> None:
        self._close_wizard()
        self._show_lists()

    def _on_ready(self, request: NewProcess) -> None:
        processes = self.desk.services.processes
        self.ask(lambda: processes.start(request), self._on_started)

    def _on_started(self, change: Change) -> None:
        self._close_wizard()
        self._show_lists()
        self.desk.navigate("overview", change.id)

    def _close_wizard(self) -> None:
        self.wizard = None
        clear(self._wizards)

    def _on_calendar(self) -> None:
        files = self.desk.services.term_files
        path = self.desk.dialogs.save_file(
            self, _("Save the terms for a calendar"), _("Calendar (*.ics)"), proposal(_("Terms"), ".ics")
        )
        if path is not None:
            target = path if path.suffix else path.with_suffix(".ics")
            self.ask(
                lambda: files.calendar(target),
                lambda _count: self.desk.say(_("{file} is saved.").format(file=target.name)),
            )

    def _on_advice(self, line: TermLine) -> None:
        self.desk.navigate("response", line.process_id, line.advice_id)

    def _on_process(self, line: ProcessLine) -> None:
        self.desk.navigate("overview", line.process_id)

    def _on_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Processes"))
