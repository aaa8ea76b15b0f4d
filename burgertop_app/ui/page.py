"""The base of every page: title, loading, errors, and reading again when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.cards import PageHead
from burgertop_app.ui.kit.errors import ErrorBar
from burgertop_app.ui.kit.fields import Field
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from burgertop_app.domain.changes import Topic
    from burgertop_app.domain.progress import Progress
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.remembering import Remembering
    from burgertop_app.ui.kit.tasks import Task

V = TypeVar("V")
R = TypeVar("R")
S = TypeVar("S")

SHOW_BUSY_AFTER = 200


class Page(QWidget, Generic[V]):
    """A page of the window; `V` is what `reading` gives and `fill` shows.

    Class attributes: `KEY` as in the recipes, `ICON`, `NAME` (marked, for rail and title) and `TOPICS` that
    make it read again.
    Put widgets in `content`, actions in `head.act(...)`, the sentence of numbers in `head.say(...)`.
    """

    KEY: ClassVar[str]
    ICON: ClassVar[str]
    NAME: ClassVar[str]
    TOPICS: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.process: UUID | None = None
        self.setProperty("role", "page")
        self._stale = True
        self._wanted_focus: object = None
        self._loading: Task | None = None
        self._remembering: dict[str, Remembering] = {}
        self._restored = False
        self.head = PageHead(self.title())
        self.error_bar = ErrorBar()
        self._busy = _Busy()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.PAGE_TOP, Space.XL, Space.L)
        outer.setSpacing(Space.M)
        outer.addWidget(self.head)
        outer.addWidget(self.error_bar)
        outer.addWidget(self._busy)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(Space.M)
        outer.addLayout(self.content, 1)
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(SHOW_BUSY_AFTER)
        self._busy_timer.timeout.connect(self._busy.show)
        desk.changes.happened.connect(self._on_changes)

    def title(self) -> str:
        """The name of the page in the language now spoken."""
        return _(self.NAME)

    def reading(self, process: UUID) -> Callable[[], V]:
        """What to read for `process`; called in the window, the answer runs on the write lane.

        Take what you need from widgets now; touch none in the function that you return.
        """
        raise NotImplementedError

    def reading_all(self) -> Callable[[], V] | None:
        """What to read while no process is open; None, as usual, shows nothing (Start overrides this)."""
        return None

    def fill(self, found: V) -> None:
        """Show what was read."""
        raise NotImplementedError

    def focus_on(self, focus: object) -> None:
        """Bring `focus` into view, for example select the row with that id; called after `fill`."""

    def show_process(self, process: UUID | None, focus: object = None) -> None:
        """Show `process`, with `focus` in view."""
        self._wanted_focus = focus
        if process != self.process:
            self.process = process
            self.error_bar.hide()
            self._stale = True
        if self.isVisible() or focus is not None:
            self.load()

    def load(self) -> None:
        """Read and show again; an older answer that is still on its way is dropped."""
        read = self.reading_all() if self.process is None else self.reading(self.process)
        if read is None:
            return
        self._stale = False
        if self._loading is not None:
            self._loading.forget()
        task = self.desk.tasks.ask(read)
        task.done.connect(self._on_read)
        task.failed.connect(self._on_not_read)
        self._loading = task
        self._busy_timer.start()
        task.submit()

    def ask(self, work: Callable[[], R], done: Callable[[R], object] | None = None) -> Task:
        """A short request to a service; errors go to the error bar, a `Change` reloads pages by topic."""
        return self._submit(self.desk.tasks.ask(work), cast("Callable[[object], object] | None", done))

    def long(
        self, title: str, work: Callable[[Progress], R], done: Callable[[R], object] | None = None
    ) -> Task:
        """A request with progress and Cancel on top, on the write lane; what failed before is past."""
        self.error_bar.hide()
        return self._submit(
            self.desk.tasks.long(title, work), cast("Callable[[object], object] | None", done)
        )

    def request(
        self,
        title: str,
        read: Callable[[], R],
        calculate: Callable[[R, Progress], S],
        keep: Callable[[R, S], object],
        done: Callable[[object], object] | None = None,
    ) -> Task:
        """Read, calculate in another process (a top-level function), keep; `done` gets what `keep` gave."""
        self.error_bar.hide()
        return self._submit(self.desk.tasks.request(title, read, calculate, keep), done)

    def fail(self, error: object) -> None:
        """Show an error under the title."""
        self.error_bar.report(error)

    def remember(self, name: str, part: Remembering) -> None:
        """Keep the widths, filters and the like of `part` from one day to the next."""
        self._remembering[name] = part

    def leave(self) -> None:
        """Called when another page comes or the window closes: keeps what was typed and remembered."""
        self.error_bar.hide()
        for field in self.findChildren(Field):
            field.flush()
        if self._restored:
            state: dict[str, Kept] = {name: part.state() for name, part in self._remembering.items()}
            self.desk.preferences.put(f"page.{self.KEY}", state)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restore()
        if self._stale:
            self.load()

    def _restore(self) -> None:
        if self._restored:
            return
        self._restored = True
        state = self.desk.preferences.get(f"page.{self.KEY}")
        if isinstance(state, dict):
            for name, part in self._remembering.items():
                part.restore(state.get(name))

    def _submit(self, task: Task, done: Callable[[object], object] | None) -> Task:
        if done is not None:
            task.done.connect(done)
        task.failed.connect(self.fail)
        return task.submit()

    @Slot(object)
    def _on_changes(self, topics: frozenset[Topic]) -> None:
        if topics & self.TOPICS:
            self._stale = True
            if self.isVisible():
                self.load()

    @Slot(object)
    def _on_read(self, found: object) -> None:
        self._settle()
        self.fill(cast("V", found))
        if self._wanted_focus is not None:
            focus, self._wanted_focus = self._wanted_focus, None
            self.focus_on(focus)

    @Slot(object)
    def _on_not_read(self, error: object) -> None:
        self._settle()
        self.fail(error)

    def _settle(self) -> None:
        self._loading = None
        self._busy_timer.stop()
        self._busy.hide()


class _Busy(QWidget):
    """Shown when reading takes longer than a blink."""

    def __init__(self) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedWidth(120)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Reading…"))
        box.addWidget(words(_("Reading…"), "muted"))
        box.addWidget(bar)
        box.addStretch(1)
        self.hide()
