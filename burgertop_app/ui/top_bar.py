"""The bar on top: which process, what runs, search, undo and redo, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, day
from burgertop_app.ui.kit.buttons import icon_button, push_button, small
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.ui.kit.tasks import Task, Tasks

SEARCH_WIDE, SEARCH_NARROW, SEARCH_SHARE = 300, 150, 100
SEARCH_WORDS = 270
TITLE_LEAST = 120


class TopBar(QFrame):
    """56 px on top of the window."""

    process_wanted = Signal(object)
    search_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "top-bar")
        self.setFixedHeight(Space.TOP_BAR)
        self._title = Elided("bar-title", TITLE_LEAST)
        self.detail = Elided("muted")
        self._switch = icon_button("chevron-down", _("Another process"))
        self._switch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sample = ChipLabel(Chip("", State.WARN))
        self.work = WorkStrip()
        self.search_button = push_button("", self.search_wanted.emit, "search", "search", "muted")
        self.search_button.setMaximumWidth(SEARCH_WIDE)
        self.search_button.setMinimumWidth(SEARCH_NARROW)
        self.search_button.installEventFilter(self)
        self._add_key(self.search_button)
        self.undo = icon_button("undo-2", _("Undo"), self.undo_wanted.emit)
        self.redo = icon_button("redo-2", _("Redo"), self.redo_wanted.emit)
        self.menu = icon_button("menu", _("Menu"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.work.shown_changed.connect(self._on_work)
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.XL, 0, Space.M, 0)
        box.setSpacing(Space.S)
        for widget in (self._title, self.detail, self._switch):
            box.addWidget(widget)
        box.addWidget(self._sample)
        box.addStretch(1)
        box.addWidget(self.work)
        box.addWidget(self.search_button, SEARCH_SHARE)
        for part in (self.undo, self.redo, self.menu):
            box.addWidget(part)
        self.show_process("", "", ())
        self.show_sample(None)

    def show_sample(self, plays_on: date | None) -> None:
        """Say that this workspace is a sample, and on which day it plays; None for a real one."""
        self._sample.setVisible(plays_on is not None)
        if plays_on is not None:
            said = _("sample: today is {day}").format(day=day(plays_on))
            self._sample.put(Chip(said, State.WARN, "info"))

    def show_process(self, title: str, detail: str, others: Sequence[tuple[UUID, str]]) -> None:
        """Name the open process, and the others one may go to."""
        self._title.setText(title)
        self.detail.setText(detail)
        self._switch.setVisible(bool(others))
        menu = QMenu(self._switch)
        for process, name in others:
            action = menu.addAction(name)
            action.setData(process)
        menu.triggered.connect(lambda action: self.process_wanted.emit(action.data()))
        self._switch.setMenu(menu)

    def show_undo(self, undo: str, redo: str) -> None:
        """What Undo and Redo would do, "" when there is nothing."""
        for button, said, keys, name in (
            (self.undo, undo, QKeySequence.StandardKey.Undo, _("Undo")),
            (self.redo, redo, QKeySequence.StandardKey.Redo, _("Redo")),
        ):
            button.setEnabled(bool(said))
            press = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name}: {said} ({press})" if said else f"{name} ({press})")

    def _add_key(self, button: QPushButton) -> None:
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(words("Ctrl K", "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        button.setAccessibleName(_("Search people, cards, recommendations and commands"))

    def _on_work(self) -> None:
        busy = self.work.busy
        self.search_button.setMaximumWidth(SEARCH_NARROW if busy else SEARCH_WIDE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.search_button:
            wide = self.search_button.width() >= SEARCH_WORDS
            self.search_button.setText(_("Search people or cards") if wide else _("Search"))
        return super().eventFilter(watched, event)


class WorkStrip(QWidget):
    """The work that runs: its words, how far it is, and Cancel."""

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tasks: Tasks | None = None
        self._task: Task | None = None
        self._words = words("", "small")
        self._words.setMaximumWidth(320)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(90)
        self._bar.setTextVisible(False)
        self._cancel = small(_("Cancel"), self._on_cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for widget in (self._words, self._bar, self._cancel):
            box.addWidget(widget)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is shown."""
        return self._task is not None

    def watch(self, tasks: Tasks) -> None:
        """Show the work of `tasks`."""
        self._tasks = tasks
        tasks.started.connect(self._on_started)
        tasks.answered.connect(self._on_answered)

    def _on_started(self, task: Task) -> None:
        self._task = task
        task.progressed.connect(self._on_progress)
        self._words.setText(task.title)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()
        self.shown_changed.emit()

    def _on_progress(self, said: str, part: float) -> None:
        if self._task is None or self.sender() is not self._task:
            return
        title = self._task.title
        self._words.setText(f"{title}: {said}" if said else title)
        self._words.setToolTip(self._words.text())
        if part < 0:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(part * 1000))

    def _on_answered(self, task: Task) -> None:
        if task is not self._task:
            return
        waiting = [one for one in self._tasks.running if one.running] if self._tasks is not None else []
        self._task = None
        if waiting:
            self._on_started(waiting[-1])
            return
        self.hide()
        self.shown_changed.emit()

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._words.setText(_("Stopping…"))
            self._cancel.setEnabled(False)
            self._task.cancel()
