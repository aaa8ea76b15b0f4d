"""Keeps the rendered page at the right up to date, out of the way of who is typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from burgertop_app.services.printing.rendering import render

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.services.printing.rendering import Printed
    from burgertop_app.ui.advice.found import AdviceFound
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tasks import Task

PAUSE = 300
"""Milliseconds after what was typed has been kept."""


class PreviewMaker(QObject):
    """Makes the document again after a change: one at a time, and once more for what came meanwhile."""

    made = Signal(bytes)
    warned = Signal(tuple)
    """Sentences about characters that the fonts lack."""
    failed = Signal(object)
    stopped = Signal()
    """No document came: it failed, or somebody stopped it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: AdviceFound | None = None
        self._task: Task | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._go)

    @property
    def busy(self) -> bool:
        """Whether a document is being made or waits for its turn."""
        return self._task is not None or self._timer.isActive()

    def want(self, found: AdviceFound) -> None:
        """Show how `found` will look; the first time at once, later after a pause."""
        first = self._found is None or self._found.advice != found.advice
        if self._task is not None and _other(self._found, found):
            self._task.forget()
        self._found = found
        if first and self._task is None:
            self._go()
        else:
            self._timer.start()

    def again(self) -> None:
        """Make it once more, after it did not come."""
        if self._task is None:
            self._go()

    def _go(self) -> None:
        self._timer.stop()
        found = self._found
        if found is None or found.advice is None:
            return
        if self._task is not None:
            self._again = True
            return
        fixed = found.fixed
        if fixed is not None and fixed.attachment_id is not None:
            self._fetch(fixed.id)
        else:
            self._make(found.advice.id)

    def _fetch(self, version_id: UUID) -> None:
        """The document exactly as it was fixed."""
        publishing = self._desk.services.publishing
        self._run(self._desk.tasks.ask(lambda: publishing.document(version_id)))

    def _make(self, advice_id: UUID) -> None:
        printing = self._desk.services.printing
        self._run(
            self._desk.tasks.request(
                "", lambda: printing.advice(advice_id), render, lambda _paper, printed: printed
            )
        )

    def _run(self, task: Task) -> None:
        self._task = task
        task.done.connect(self._on_done)
        task.failed.connect(self.failed)
        task.failed.connect(self.stopped)
        task.cancelled.connect(self.stopped)
        task.finished.connect(self._on_finished)
        task.submit()

    def _on_done(self, result: Printed | bytes) -> None:
        content = result if isinstance(result, bytes) else result.content
        warnings = () if isinstance(result, bytes) else result.warnings
        self.made.emit(content)
        self.warned.emit(warnings)

    def _on_finished(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self._go()


def _other(before: AdviceFound | None, now: AdviceFound) -> bool:
    """Whether another advice is shown now."""
    ids = [found.advice.id if found is not None and found.advice else None for found in (before, now)]
    return ids[0] != ids[1]
