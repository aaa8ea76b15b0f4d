"""The desk that every page works at: services, tasks, changes, undo, and the way to other pages.

A page gets it as its only argument and never builds one of these things itself:

    class PeoplePage(Page[tuple[PersonLine, ...]]):
        KEY, ICON, NAME = "people", "users", mark("People")
        TOPICS = frozenset({Topic.PEOPLE})

        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)
            self.table = RecordTable("people", COLUMNS, key=lambda line: line.id)
            self.content.addWidget(self.table)
            self.remember("table", self.table)
            self.head.act(primary(_("Import…"), self._on_import, "upload"))

        def reading(self, process: UUID) -> Callable[[], tuple[PersonLine, ...]]:
            people = self.desk.services.people
            return lambda: people.lines(process)        # runs on the write lane

        def fill(self, found: tuple[PersonLine, ...]) -> None:   # back in the window
            self.table.put(found)

        def _on_withdraw(self, line: PersonLine) -> None:
            people = self.desk.services.people
            self.ask(lambda: people.withdraw(line.id), self._on_withdrawn)   # a Change reloads by topic
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from burgertop_app.domain.changes import Change
from burgertop_app.messages.progress import phase_words
from burgertop_app.ui.kit.changes import Changes
from burgertop_app.ui.kit.dialogs import Dialogs
from burgertop_app.ui.kit.preferences import Forgetful
from burgertop_app.ui.kit.tasks import Tasks
from burgertop_app.ui.kit.undo import Command, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from burgertop_app.services.house import Services
    from burgertop_app.ui.kit.preferences import Preferences


class Desk(QObject):
    """What pages share. Everything here is used on the window's thread; services only inside tasks.

    Attributes:
        services: the bundle of services; call them inside `ask`, `long` or `request` of a page.
        tasks: the two lanes; a task that is done with a `Change` announces it by itself.
        changes: announce what changed when a task gives something else than a `Change`.
        undo: the history; use `did` to add to it.
        dialogs: the questions that may stop an organiser; tests put another object here.
        preferences: widths, filters and the like; never anything about a person.
        today: the date according to the program's clock.
    """

    page_wanted = Signal(str, object, object)
    said = Signal(str, str)
    troubled = Signal(object)

    def __init__(
        self,
        services: Services,
        today: Callable[[], date],
        preferences: Preferences | None = None,
        dialogs: Dialogs | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__()
        self.services = services
        self.today = today
        self.preferences: Preferences = preferences or Forgetful()
        self.pages: frozenset[str] | None = None
        self.dialogs = dialogs or Dialogs(self.preferences)
        self.tasks = tasks or Tasks(phase_words)
        self.changes = Changes(self)
        self.undo = UndoStack(self.tasks, self.changes, self)
        self.tasks.ended.connect(self._on_ended)
        self.undo.failed.connect(self.troubled)

    def navigate(self, page: str, process: UUID | None = None, focus: object = None) -> None:
        """Show the page with key `page`, of `process` (None: the open one), with `focus` in view.

        `focus` is what the page's own `focus_on` understands, usually the id of a row.
        """
        self.page_wanted.emit(page, process, focus)

    def offers(self, page: str) -> bool:
        """Whether the form of the open process has the page with this key, so that one may lead there."""
        return self.pages is None or page in self.pages

    def did(
        self, text: str, undo: Callable[[], Change], redo: Callable[[], Change], icon: str = "undo-2"
    ) -> None:
        """Something was done and kept: remember it and offer Undo for ten seconds.

        `text` is a sentence ("Kaart 3-12 is ingetrokken."); `undo` and `redo` call a service.
        """
        self.undo.push(Command(text, undo, redo, icon))

    def say(self, text: str, icon: str = "check") -> None:
        """Tell something for ten seconds that cannot be undone ("De pdf staat in Downloads.")."""
        self.said.emit(text, icon)

    def report(self, error: object) -> None:
        """Show an error on the page that is open."""
        self.troubled.emit(error)

    def leave(self) -> None:
        """Listen no longer, because another workspace comes; the lanes go on."""
        self.tasks.ended.disconnect(self._on_ended)
        self.undo.clear()

    @Slot(object, str, object)
    def _on_ended(self, _task: object, kind: str, content: object) -> None:
        if kind == "done" and isinstance(content, Change):
            self.changes.announce(content)
