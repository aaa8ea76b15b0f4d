"""What the walks through a wizard about people share: one task at a time, errors, and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _

if TYPE_CHECKING:
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.ui.kit.tasks import Task
    from burgertop_app.ui.kit.wizard import Wizard
    from burgertop_app.ui.page import Page


class Walk(QObject):
    """Leads through the steps of a wizard in `holder`; `ended` comes when the list is wanted again."""

    ended = Signal()

    def __init__(self, page: Page[PeopleView]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.holder = QWidget()
        self._box = QVBoxLayout(self.holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.wizard: Wizard | None = None
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether the wizard is on screen."""
        return self.wizard is not None

    def stop(self) -> None:
        """Leave the wizard; nothing is kept."""
        if self.wizard is None:
            return
        if self._task is not None and self._task.running:
            self._task.cancel()
            self._task.forget()
        self._box.removeWidget(self.wizard)
        self.wizard.hide()
        self.wizard.deleteLater()
        self.wizard, self._task = None, None
        self._forget()
        self.ended.emit()

    def _forget(self) -> None:
        """Let go of what was read in this walk."""
        raise NotImplementedError

    def _hold(self) -> None:
        """Say whether the step on screen can be left, and if not, why."""
        raise NotImplementedError

    def _submit(self, task: Task, done: object) -> None:
        if self.wizard is None:
            return
        self.wizard.error_bar.hide()
        self.wizard.hold(_("One moment…"))
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        task.submit()

    def _on_failed(self, error: object) -> None:
        if self.wizard is not None:
            self.wizard.error_bar.report(error, unchanged=_("Nothing was kept."))
            self._hold()

    def _on_cancelled(self) -> None:
        self._hold()

    def _go(self, step: int) -> None:
        if self.wizard is not None:
            self.wizard.error_bar.hide()
            self.wizard.go(step)
            self._hold()
