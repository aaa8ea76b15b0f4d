"""Keeps the example of a letter up to date: that of the first who gets it, or of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from burgertop_app.domain.inviting import MailKind
from burgertop_app.services.printing.rendering import render
from burgertop_app.ui.letters.found import example

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.printing.rendering import Paper, Printed
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preview import PdfPreview
    from burgertop_app.ui.kit.tasks import Task
    from burgertop_app.ui.letters.found import LettersFound

    Wanted = tuple[UUID, LettersFound, Recipient]

PAUSE = 150


class LetterExample(QObject):
    """Makes one letter after a change: one at a time, and once more for what came meanwhile."""

    failed = Signal(object)

    def __init__(self, desk: Desk, preview: PdfPreview) -> None:
        super().__init__()
        self._desk = desk
        self._preview = preview
        self._wanted: Wanted | None = None
        self._last: Wanted | None = None
        self._task: Task | None = None
        preview.again_wanted.connect(self.again)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._go)

    def want(self, process: UUID, found: LettersFound, person: Recipient | None = None) -> None:
        """Show how the chosen letter reads, of this person or of the first."""
        first = found.people[0] if found.people else example()
        wanted = process, found, person or first
        if self._last is not None and _about(self._last) != _about(wanted):
            if self._task is not None:
                self._task.forget()
            self._preview.clear()
        self._wanted = self._last = wanted
        self._preview.being_made()
        if self._task is None:
            self._timer.start()

    def again(self) -> None:
        """Make the same letter once more, after it did not come."""
        if self._last is not None:
            self.want(*self._last)

    def _go(self) -> None:
        if self._wanted is None:
            return
        (process, found, person), self._wanted = self._wanted, None
        lettering, kind = self._desk.services.lettering, found.kind

        def paper() -> Paper:
            if kind is MailKind.FEEDBACK:
                return lettering.feedback(process, [person], example=True)
            return lettering.example(process, kind, person)

        task = self._desk.tasks.request("", paper, render, lambda _paper, printed: printed)
        self._task = task
        task.done.connect(self._on_done)
        task.failed.connect(self.failed)
        task.failed.connect(self._preview.not_made)
        task.cancelled.connect(self._preview.not_made)
        task.finished.connect(self._on_finished)
        task.submit()

    def _on_done(self, printed: Printed) -> None:
        self._preview.put(printed.content)

    def _on_finished(self) -> None:
        self._task = None
        if self._wanted is not None:
            self._timer.start()


def _about(wanted: Wanted) -> tuple[UUID, MailKind, str]:
    """Which letter it is, and whose; the text may change."""
    process, found, person = wanted
    return process, found.kind, person.number
