"""What can be undone: commands that a service has already carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.changes import Change
    from burgertop_app.ui.kit.changes import Changes
    from burgertop_app.ui.kit.tasks import Tasks

LONGEST = 200


@dataclass(frozen=True)
class Command:
    """Something done that can be undone.

    `text` is what happened, in the organiser's words ("Kaart 3-12 is ingetrokken."). `undo` and `redo`
    ask a service and run on the write lane.
    """

    text: str
    undo: Callable[[], Change]
    redo: Callable[[], Change]
    icon: str = "undo-2"


class UndoStack(QObject):
    """The history; when undoing fails it is cleared and everything is read again."""

    changed = Signal()
    pushed = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._changes = changes
        self._done: list[Command] = []
        self._undone: list[Command] = []
        self._busy: Command | None = None

    @property
    def next_undo(self) -> Command | None:
        """What Ctrl+Z would undo."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Command | None:
        """What Ctrl+Shift+Z would do again."""
        return self._undone[-1] if self._undone else None

    def push(self, command: Command) -> None:
        """Remember what a service has just done and kept."""
        self._done = [*self._done, command][-LONGEST:]
        self._undone.clear()
        self.pushed.emit(command)
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything, for example after an erasure."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Undo the last command; nothing when there is none or one is being undone."""
        if self._busy is None and self._done:
            self._busy = self._done[-1]
            self._ask(self._busy.undo, self._on_undone)

    @Slot()
    def redo(self) -> None:
        """Do the last undone command again."""
        if self._busy is None and self._undone:
            self._busy = self._undone[-1]
            self._ask(self._busy.redo, self._on_redone)

    def _ask(self, work: Callable[[], Change], then: Callable[[object], None]) -> None:
        task = self._tasks.ask(work)
        task.done.connect(then)
        task.failed.connect(self._on_failed)
        task.submit()

    @Slot(object)
    def _on_undone(self, _change: object) -> None:
        self._move(self._done, self._undone)

    @Slot(object)
    def _on_redone(self, _change: object) -> None:
        self._move(self._undone, self._done)

    def _move(self, source: list[Command], target: list[Command]) -> None:
        if self._busy in source:
            source.remove(self._busy)
            target.append(self._busy)
        self._busy = None
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._busy = None
        self.clear()
        self._changes.announce_all()
        self.failed.emit(error)
