"""The look beforehand: quickly after each change, thoroughly in the background, begun anew on a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from burgertop_app.services.draw_calculating import inspect

if TYPE_CHECKING:
    from collections.abc import Hashable

    from burgertop_app.domain.preflight import Preflight
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.draw.found import DrawFound
    from burgertop_app.ui.kit.tasks import Task


class Looking(QObject):
    """Knows the last quick and thorough look; `changed` tells that there is more to say."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Hashable = None
        self._task: Task | None = None
        self.quick: Preflight | None = None
        self.thorough: Preflight | None = None

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._task is not None

    def look(self, found: DrawFound, *, anew: bool = False) -> None:
        """Look again, unless nothing changed since the last look; `anew` looks in any case."""
        setup = found.setup
        known = (setup.form.lines, found.request, tuple(sorted(setup.supply.items())), setup.homes)
        if known == self._known and not anew and (self.thorough is not None or self.busy):
            return
        self.stop()
        self.quick = self.thorough = None
        self._known = known
        if setup.lines and setup.people and not setup.lacking:
            drawing, request = self._desk.services.drawing, found.request
            self._start(self._desk.tasks.ask(lambda: drawing.glance(request)), self._on_quick)
            self._request = request

    def stop(self) -> None:
        """Look no further: the answer would come too late."""
        task, self._task = self._task, None
        if task is not None:
            task.forget()
            task.cancel()

    def _on_quick(self, quick: Preflight) -> None:
        self.quick = quick
        drawing, request = self._desk.services.drawing, self._request
        thorough = self._desk.tasks.request(
            "", lambda: drawing.prepare(request), inspect, lambda _given, found: found
        )
        self._start(thorough, self._on_thorough)
        self.changed.emit()

    def _on_thorough(self, thorough: Preflight) -> None:
        self._task = None
        self.thorough = thorough
        self.changed.emit()

    def _on_failed(self, error: object) -> None:
        self._task = None
        self.failed.emit(error)

    def _start(self, task: Task, done: object) -> None:
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._on_failed)
        task.submit()
