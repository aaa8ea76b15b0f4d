"""Work off the window's thread: make a task, connect its signals, then submit it.

Two lanes. The write lane is one thread that owns the workspace: services run there. The calculation
lane is a separate process that gets values and gives values. Signals always arrive on the window's
thread, after the call that submitted the task has returned.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from burgertop_app.ui.kit.calculator import PATIENCE, Calculator
from burgertop_app.ui.kit.collector import Collector
from burgertop_app.ui.kit.lanes import WriteLane

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress

V = TypeVar("V")
R = TypeVar("R")


class Task(QObject):
    """One piece of work; gives exactly one of `done`, `failed` and `cancelled`, then `finished`."""

    progressed = Signal(str, float)
    """Phase in words, part done 0..1 (-1 when unknown)."""
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _arrived = Signal(str, object)

    def __init__(self, tasks: Tasks, title: str, start: Callable[[Task], None]) -> None:
        super().__init__()
        self._tasks = tasks
        self._title = title
        self._start = start
        self._unwanted = False
        self._forgotten = False
        self._running = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def title(self) -> str:
        """What the organiser reads in the top bar; "" keeps the task out of sight."""
        return self._title

    @property
    def running(self) -> bool:
        """Submitted and not finished."""
        return self._running

    @property
    def unwanted(self) -> bool:
        """Whether Cancel was pressed."""
        return self._unwanted

    def submit(self) -> Task:
        """Start, or wait for a turn; call it once, after connecting."""
        self._running = True
        self._tasks.take(self)
        self._start(self)
        return self

    @Slot()
    def cancel(self) -> None:
        """Stop; `cancelled` follows within a second for a calculation, at the next checkpoint otherwise."""
        self._unwanted = True

    def forget(self) -> None:
        """Let it finish but tell nobody: its answer is out of date."""
        self._forgotten = True

    def heard_progress(self, phase: str, fraction: float | None) -> None:
        """Called by a lane."""
        self._post("progressed", (phase, -1.0 if fraction is None else fraction))

    def heard_done(self, result: object) -> None:
        """Called by a lane."""
        self._post("done", result)

    def heard_failed(self, error: Exception) -> None:
        """Called by a lane."""
        self._post("failed", error)

    def heard_cancelled(self) -> None:
        """Called by a lane."""
        self._post("cancelled", None)

    def _post(self, kind: str, content: object) -> None:
        try:
            self._arrived.emit(kind, content)
        except RuntimeError:  # the window closed meanwhile and nobody is left to hear
            return

    @Slot(str, object)
    def _on_arrived(self, kind: str, content: object) -> None:
        if kind == "progressed" and isinstance(content, tuple):
            phase, fraction = content
            self.progressed.emit(self._tasks.words(phase), fraction)
            return
        self._running = False
        self._tasks.answered.emit(self)
        if not self._forgotten:
            self._tell(kind, content)
        self._tasks.release(self, kind, content)
        self.finished.emit()

    def _tell(self, kind: str, content: object) -> None:
        if kind == "done":
            self.done.emit(content)
        elif kind == "failed":
            self.failed.emit(content)
        else:
            self.cancelled.emit()


class Tasks(QObject):
    """Makes tasks and knows which are running.

    Args:
        words: puts the code of a phase into words.
    """

    started = Signal(object)
    """A task with a title was submitted."""
    answered = Signal(object)
    """The work of a task is done; who waits for it is told next, and may ask the organiser something."""
    ended = Signal(object, str, object)
    """Any task ended: task, "done", "failed" or "cancelled", its result or error."""

    def __init__(self, words: Callable[[str], str] = str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._collector = Collector(self)
        self._lane = WriteLane()
        self._calculator = Calculator()
        self._taken: list[Task] = []
        self._last: Task | None = None

    @property
    def running(self) -> tuple[Task, ...]:
        """Tasks with a title that have not finished, oldest first."""
        return tuple(task for task in self._taken if task.title)

    @property
    def idle(self) -> bool:
        """Whether nothing runs or waits, seen or unseen."""
        return not self._taken

    def ask(self, work: Callable[[], object]) -> Task:
        """A short request on the write lane: a read, or one change."""
        return Task(self, "", lambda task: self._lane.put(lambda _progress: work(), task))

    def long(self, title: str, work: Callable[[Progress], object]) -> Task:
        """A request on the write lane that reports and can be cancelled; `title` is shown on top."""
        return Task(self, title, lambda task: self._lane.put(work, task))

    def calculate(self, title: str, function: Callable[..., object], *values: object) -> Task:
        """`function(*values, progress)` in another process; function is a top-level one, values are plain."""
        return Task(self, title, lambda task: self._calculator.put(function, values, task))

    def request(
        self,
        title: str,
        read: Callable[[], V],
        calculate: Callable[[V, Progress], R],
        keep: Callable[[V, R], object],
    ) -> Task:
        """Read on the write lane, calculate in another process, keep on the write lane.

        `done` carries what `keep` gave. Cancelled any time before keeping, nothing is written.
        """
        steps = _Steps(self._lane, self._calculator, read, calculate, keep)
        return Task(self, title, steps.start)

    def take(self, task: Task) -> None:
        """Called by a task that is submitted."""
        self._taken.append(task)
        if task.title:
            self.started.emit(task)

    def release(self, task: Task, kind: str, content: object) -> None:
        """Called by a task that ended."""
        self._taken.remove(task)
        self._last = task  # lives on until its own signals are through
        self.ended.emit(task, kind, content)

    def close(self, last: Callable[[], object] | None = None, seconds: float = 5.0) -> bool:
        """Stop both lanes; False if that took longer than `seconds`.

        Long work is cancelled; short requests, such as what was typed last, are still carried out, and
        `last` after them, on the write lane.
        """
        for task in self.running:
            task.cancel()
        self._calculator.close()
        if last is not None:
            self.ask(last).submit()
        stopped = self._lane.close(seconds)
        limit = time.monotonic() + PATIENCE
        while self._taken and time.monotonic() < limit:
            QCoreApplication.processEvents()
        if stopped:
            self._collector.stop()
        return stopped


class _Steps:
    """The three steps of a long request; each starts the next."""

    def __init__(
        self,
        lane: WriteLane,
        calculator: Calculator,
        read: Callable[[], V],
        calculate: Callable[[V, Progress], R],
        keep: Callable[[V, R], object],
    ) -> None:
        self._lane = lane
        self._calculator = calculator
        self._read = read
        self._calculate = calculate
        self._keep = keep

    def start(self, task: Task) -> None:
        self._lane.put(lambda _progress: self._read(), _Relay(task, self._on_read(task)))

    def _on_read(self, task: Task) -> Callable[[object], None]:
        def calculate(values: object) -> None:
            def keep(result: object) -> None:
                self._lane.put(lambda _progress: self._keep(values, result), task)  # type: ignore[arg-type]

            self._calculator.put(self._calculate, (values,), _Relay(task, keep))

        return calculate


class _Relay:
    """Hears one step for a task and starts the next step instead of finishing."""

    def __init__(self, task: Task, following: Callable[[object], None]) -> None:
        self._task = task
        self._following = following
        self.heard_progress = task.heard_progress
        self.heard_failed = task.heard_failed
        self.heard_cancelled = task.heard_cancelled

    @property
    def unwanted(self) -> bool:
        return self._task.unwanted

    def heard_done(self, result: object) -> None:
        self._following(result)
