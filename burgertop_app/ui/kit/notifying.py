"""Messages of the desktop: at most one a day about the same thing, and none where there is no tray."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from burgertop_app.ui.kit.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from burgertop_app.ui.kit.preferences import Preferences

OFF = "notices.off"
TOLD = "notices.told"
SECONDS = 10


@dataclass(frozen=True)
class Notice:
    """Something to tell; `key` says what it is about and never changes."""

    key: str
    title: str
    text: str


class Notifier(QObject):
    """Tells through the tray of the computer; `opened` comes when somebody clicks on a message.

    Args:
        window: is brought to notice along with it.
        preferences: keep what was told today, and whether it is switched off.
        today: the date.
        show: shows a message; without it the tray of the computer, where there is one.
    """

    opened = Signal()

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        today: Callable[[], date],
        show: Callable[[str, str], None] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self.today = today
        self._show = self._in_tray if show is None else show
        self._tray: QSystemTrayIcon | None = None

    @property
    def on(self) -> bool:
        """Whether anything is told."""
        return self._preferences.get(OFF) is not True

    def switch(self, *, on: bool) -> None:
        """Tell from now on, or no more; remembered."""
        self._preferences.put(OFF, not on)

    def tell(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:
        """Tell what was not told today; gives that. Several things become one message."""
        if not self.on:
            return ()
        told, today = self._told(), self.today().isoformat()
        fresh = tuple(one for one in notices if told.get(one.key) != today)
        if not fresh:
            return ()
        known = {one.key for one in notices}
        kept = {key: day for key, day in told.items() if key in known or day == today}
        self._preferences.put(TOLD, kept | {one.key: today for one in fresh})
        self._show(fresh[0].title, "\n".join(one.text for one in fresh))
        QApplication.alert(self._window)
        return fresh

    def _told(self) -> dict[str, str]:
        kept = self._preferences.get(TOLD)
        if not isinstance(kept, dict):
            return {}
        return {key: day for key, day in kept.items() if isinstance(key, str) and isinstance(day, str)}

    def _in_tray(self, title: str, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("burgertop", "accent"), self)
            self._tray.messageClicked.connect(self.opened)
        self._tray.show()
        self._tray.showMessage(title, text, icon("burgertop", "accent"), SECONDS * 1000)
