"""The field for the words of a card: one line is typed or pasted in it, a list is handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QDropEvent

MOST_LETTERS = 1_000_000
"""Qt cuts a line off after 32 767 letters without saying so; what is too long is refused in words."""


class PasteLine(QLineEdit):
    """A line that gives `several` when what is pasted or dropped has more lines or cells."""

    several = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MOST_LETTERS)

    def take(self, text: str) -> bool:
        """Hand a list on; False when `text` is one line, which belongs in the field."""
        if not {"\n", "\r", "\t", "\v", "\u2028", "\u2029"} & set(text.strip()):
            return False
        self.several.emit(text)
        return True

    @override
    def event(self, event: QEvent) -> bool:
        """With nothing typed to undo here, the keys for undoing are those of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            spent = (event.matches(keys.Undo) and not self.isUndoAvailable()) or (
                event.matches(keys.Redo) and not self.isRedoAvailable()
            )
            if spent:
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._take_clipboard()):
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData().text()):
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _paste(self) -> None:
        if not self._take_clipboard():
            self.paste()

    def _take_clipboard(self) -> bool:
        return self.take(QGuiApplication.clipboard().text())
