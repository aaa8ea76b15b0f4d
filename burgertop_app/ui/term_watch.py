"""Watches the terms while the program is open: tells of what is late, near or must be reminded of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from burgertop_app.i18n import _
from burgertop_app.messages.tracker import urgent_words
from burgertop_app.ui.kit.notifying import Notice, Notifier

if TYPE_CHECKING:
    from burgertop_app.domain.overview_views import TermLine
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preferences import Preferences
    from burgertop_app.ui.main_window import MainWindow

HOUR = 60 * 60 * 1000


class TermWatch(QObject):
    """Looks when a workspace is opened and every hour after that."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._desk: Desk | None = None
        self.notifier: Notifier | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR)
        self._timer.timeout.connect(self.look)

    def watch(self, desk: Desk) -> None:
        """Watch the workspace at this desk from now on."""
        self._desk = desk
        if self.notifier is None:
            self.notifier = Notifier(self._window, self._preferences, desk.today)
            self.notifier.opened.connect(self._on_opened)
        self.notifier.today = desk.today
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Read the terms and tell of those that need somebody."""
        desk = self._desk
        if desk is None or self.notifier is None or not self.notifier.on:
            return
        overview = desk.services.overview
        task = desk.tasks.ask(overview.terms)
        task.done.connect(self._on_terms)
        task.submit()

    @Slot(object)
    def _on_terms(self, lines: tuple[TermLine, ...]) -> None:
        if self.notifier is not None and self._desk is not None:
            self.notifier.tell(notices(lines, self._desk))

    @Slot()
    def _on_opened(self) -> None:
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        self._window.navigate("start")


def notices(lines: tuple[TermLine, ...], desk: Desk) -> list[Notice]:
    """What the desktop tells: every advice that is late, ends within a week or must be reminded of."""
    today = desk.today()
    return [
        Notice(str(line.advice_id), _("Terms in Burgertop"), said)
        for line in lines
        if (said := urgent_words(line, today))
    ]
