"""The door to workspaces: making, opening and copying them, on the write lane."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from burgertop_app.i18n import _
from burgertop_app.services import workspaces

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from burgertop_app.services.house import House, Services
    from burgertop_app.ui.kit.dialogs import Dialogs
    from burgertop_app.ui.kit.tasks import Tasks

KINDS = "Burgertop (*.burgertop)"
SUFFIX = ".burgertop"


class Door(QObject):
    """Asks which workspace and opens it; the open one is closed when the next is open."""

    opened = Signal(object)
    """The `Services` of the workspace."""
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, window: QWidget, house: House, tasks: Tasks, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._house = house
        self._tasks = tasks
        self._dialogs = dialogs
        self.services: Services | None = None

    def recent(self) -> tuple[Path, ...]:
        """Workspaces opened before that are still there, the newest first."""
        return tuple(path for path in self._house.preferences.recent() if path.exists())

    def open(self, path: Path, *, make: bool = False) -> None:
        """Open the workspace at `path`; with `make` it is made first."""
        before = self.services
        if before is not None and before.workspace.path == path:
            return
        opening = self._house.create if make else self._house.open

        def work() -> Services:
            services = opening(path)
            if before is not None:
                before.workspace.close()
            return services

        task = self._tasks.long(_("Opening the workspace"), lambda _progress: work())
        task.done.connect(self._on_opened)
        task.failed.connect(self.failed)
        task.submit()

    def new(self) -> None:
        """Ask where, and make a workspace there."""
        free = unused(self._dialogs.place() / (_("Our citizen panels") + SUFFIX))
        path = self._dialogs.save_file(self._window, _("New workspace"), KINDS, free)
        if path is not None:
            self.open(ending_right(path), make=True)

    def other(self) -> None:
        """Ask which, and open it."""
        path = self._dialogs.open_file(self._window, _("Open workspace"), KINDS)
        if path is not None:
            self.open(path)

    def back_up(self) -> None:
        """Ask where, and put a checked copy of the workspace there."""
        if self.services is None:
            return
        source = self.services.workspace.path
        proposal = unused(source.with_name(_("{name} copy").format(name=source.stem) + SUFFIX))
        target = self._dialogs.save_file(self._window, _("Back up workspace"), KINDS, proposal)
        if target is None:
            return
        task = self._tasks.long(
            _("Copying"), lambda _progress: workspaces.backup(source, ending_right(target))
        )
        task.done.connect(self._on_copied)
        task.failed.connect(self.failed)
        task.submit()

    def close(self) -> None:
        """Close the open workspace; runs on the write lane."""
        if self.services is not None:
            self.services.workspace.close()

    @Slot(object)
    def _on_opened(self, services: Services) -> None:
        self.services = services
        self._house.preferences.opened(services.workspace.path)
        self.opened.emit(services)

    @Slot(object)
    def _on_copied(self, _report: object) -> None:
        self.said.emit(_("The copy is made and checked."))


def ending_right(path: Path) -> Path:
    """`path` with the ending of a workspace, also when the organiser typed a name without it."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def unused(path: Path) -> Path:
    """`path`, or the first of "name 2", "name 3"… that is not there yet."""
    names = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in count(2))
    return next(free for free in chain((path,), names) if not free.exists())
