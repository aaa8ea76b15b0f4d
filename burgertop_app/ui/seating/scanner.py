"""A scanner that types: figures that come faster than anybody types, then Enter, wherever the focus is.

Such a scanner is a keyboard to the computer. What it types goes where the focus is, so the field is put back
as it was before the first sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

FAST = 45
"""At most so many milliseconds between two keys of a scanner; fast typists need about twice as long."""
ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
HELD = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}


class Scanner(QObject):
    """Listens while `area` is on screen; the field `typing` is kept clean of what was scanned."""

    scanned = Signal(str)

    def __init__(self, area: QWidget, typing: QLineEdit) -> None:
        super().__init__(area)
        self._area = area
        self._typing = typing
        self._code = ""
        self._before = ""
        self._last = 0
        self._seen: tuple[int, int, QWidget] | None = None
        area.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._area and kind in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._listen(on=kind == QEvent.Type.Show)
        elif (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and self._for_us(watched)
            and not self._goes_on(event, watched)
        ):
            return self._key(event)
        return False

    def _listen(self, *, on: bool) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)

    def _for_us(self, watched: QWidget) -> bool:
        """Whether a key goes to the window of the list, and to no dialog over it."""
        return watched.window() is self._area.window() and QApplication.activeModalWidget() is None

    def _goes_on(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Whether this is a key that a widget inside `watched` did not take, and that was counted there."""
        seen, self._seen = self._seen, (event.timestamp(), event.key(), watched)
        same = seen is not None and seen[:2] == self._seen[:2]
        return same and seen is not None and isValid(seen[2]) and watched.isAncestorOf(seen[2])

    def _key(self, event: QKeyEvent) -> bool:
        """Add a key to the code; True for an Enter that ends one."""
        key, now = Qt.Key(event.key()), event.timestamp()
        if key in HELD:
            return False
        swift = bool(now) and now - self._last <= FAST
        self._last = now
        if key in ENDS:
            return self._end(swift=swift)
        if not event.text() or not event.text().isprintable():
            self._code = ""
        elif swift and self._code:
            self._code += event.text()
        else:
            self._before, self._code = self._typing.text(), event.text()
        return False

    def _end(self, *, swift: bool) -> bool:
        code, self._code = self._code, ""
        if code and swift:
            self._typing.setText(self._before)
            self.scanned.emit(code)
        return bool(code) and swift
