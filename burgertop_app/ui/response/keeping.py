"""Keeps an answer while it is typed: the first time as a new word, then in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from burgertop_app.domain.errors import BurgertopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.requests import DispositionForm
    from burgertop_app.services.responding import Responding
    from burgertop_app.ui.kit.tasks import Task, Tasks

FIXED = "answer_fixed"


class AnswerKeeper(QObject):
    """One at a time; what is typed meanwhile goes after it.

    Args:
        tasks: the lanes.
        responding: the service.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, responding: Responding) -> None:
        super().__init__()
        self._tasks = tasks
        self._responding = responding
        self._recommendation: UUID | None = None
        self._answer: UUID | None = None
        self._later: DispositionForm | None = None
        self._now: DispositionForm | None = None
        self._running: Task | None = None

    def begin(self, recommendation: UUID) -> None:
        """From now on keep words on this recommendation; the first one makes a new answer."""
        self._recommendation = recommendation
        self._answer = None
        self._later = None

    def keep(self, form: DispositionForm) -> None:
        """Keep `form` as soon as possible."""
        if self._recommendation is None:
            return
        if self._running is not None:
            self._later = form
            return
        self._now = form
        self._running = self._tasks.ask(self._work(form, self._recommendation, self._answer))
        recommendation = self._recommendation
        self._running.done.connect(lambda change: self._on_done(recommendation, change))
        self._running.failed.connect(self._on_failed)
        self._running.submit()

    def _work(self, form: DispositionForm, recommendation: UUID, answer: UUID | None) -> Callable[[], Change]:
        responding = self._responding
        if answer is None:
            return lambda: responding.answer(recommendation, form)
        return lambda: responding.amend(answer, form)

    def _on_done(self, recommendation: UUID, change: Change) -> None:
        self._running = None
        if recommendation == self._recommendation:
            self._answer = change.id
        self.kept.emit()
        self._go_on()

    def _on_failed(self, error: object) -> None:
        self._running = None
        if isinstance(error, BurgertopError) and error.code == FIXED and self._now is not None:
            self._answer = None
            self._later = self._later or self._now
        else:
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._later is not None:
            form, self._later = self._later, None
            self.keep(form)
