"""Where the window stands on the screen, from one day to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from burgertop_app.ui.kit.preferences import Preferences

PLACE = "window.place"
FIRST_SIZE = (1440, 900)


def put_in_place(window: QMainWindow, preferences: Preferences) -> None:
    """Put `window` where it stood last, if a screen is still there."""
    kept = preferences.get(PLACE)
    if isinstance(kept, list) and len(kept) == 5 and all(isinstance(part, int) for part in kept):
        wanted = QRect(*kept[:4])
        if any(screen.availableGeometry().intersects(wanted) for screen in QGuiApplication.screens()):
            window.setGeometry(wanted)
        if kept[4]:
            window.showMaximized()
    else:
        window.resize(*FIRST_SIZE)


def remember_place(window: QMainWindow, preferences: Preferences) -> None:
    """Keep where `window` stands now."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    parts = [place.x(), place.y(), place.width(), place.height(), int(window.isMaximized())]
    preferences.put(PLACE, parts)
