"""The focus ring: 2 px of accent, 2 px away from the button that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from burgertop_app.ui.kit.theme import tokens

AWAY = 4
FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """Lies over a window and follows the button with the focus; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._button: QAbstractButton | None = None
        self._around: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._around:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._button, self._around = None, []
        ringed = isinstance(now, QAbstractButton) and not isinstance(now, (QCheckBox, QRadioButton))
        if ringed and isinstance(now, QAbstractButton) and now.window() is self.parentWidget():
            self._button = now
            self._around = _around(now)
            for widget in self._around:
                widget.installEventFilter(self)
            now.destroyed.connect(self._on_gone)
        self._place()

    def _on_gone(self) -> None:
        self._button = None
        self.hide()

    def _place(self) -> None:
        button, window = self._button, self.parentWidget()
        if button is None or window is None or not button.isVisible():
            self.hide()
            return
        at = button.mapTo(window, QPoint(0, 0))
        self.setGeometry(QRect(at, button.size()).adjusted(-AWAY, -AWAY, AWAY, AWAY))
        self.show()
        self.raise_()


def _around(button: QWidget) -> list[QWidget]:
    """`button` and all it stands in, up to the window: when one of them moves, the button does."""
    found, above = [button], button.parentWidget()
    while above is not None and not above.isWindow():
        found.append(above)
        above = above.parentWidget()
    return found
