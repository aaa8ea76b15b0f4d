"""Collects garbage on the window's thread only: a widget that another thread takes down crashes Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 500
"""Milliseconds between two looks."""

_alive: set[int] = set()


class Collector(QObject):
    """Takes the place of Python's own collecting from its making until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        _alive.add(id(self))
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that Python itself would collect by now, if any."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave collecting to Python again, when no other collector is at work."""
        self._timer.stop()
        _alive.discard(id(self))
        if not _alive:
            gc.enable()
