"""A field for a text with marks: Enter goes on with a list, keys set marks, a table can be pasted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from typing_extensions import override

from burgertop_app.ui.advice import marking
from burgertop_app.ui.advice.counted import CountedField
from burgertop_app.ui.advice.highlight import Marks
from burgertop_app.ui.advice.marking import Typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QPlainTextEdit

MARKS = re.compile(r"[*\[\]()|#^]|^\s*(?:[-*]|\d+[.)])\s")
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = {
    (Qt.Key.Key_B, CTRL): "bold",
    (Qt.Key.Key_H, CTRL): "heading",
    (Qt.Key.Key_8, CTRL | SHIFT): "bullets",
    (Qt.Key.Key_Asterisk, CTRL | SHIFT): "bullets",
    (Qt.Key.Key_7, CTRL | SHIFT): "numbers",
    (Qt.Key.Key_Ampersand, CTRL | SHIFT): "numbers",
    (Qt.Key.Key_BracketRight, CTRL): "deeper",
    (Qt.Key.Key_BracketLeft, CTRL): "shallower",
    (Qt.Key.Key_L, CTRL): "link",
    (Qt.Key.Key_T, CTRL): "table",
    (Qt.Key.Key_P, CTRL | SHIFT): "picture",
    (Qt.Key.Key_F, CTRL | ALT): "footnote",
}
"""What each key asks for; the bar above the text has a button for each."""


class RichField(CountedField):
    """A longer text with marks; `level` is that of the heading above it in the document."""

    entered = Signal(object)
    """The field itself, when somebody begins to write in it."""
    wanted = Signal(str)
    """What a key asked for, as the bar names it."""

    _said = ""
    """The text as it was last seen here: colours that change are no change of the text."""

    def __init__(self, label: str, *, lines: int = 3, level: int = 1, hint: str = "") -> None:
        super().__init__(label, hint=hint, lines=lines)
        self.level = level
        self.known: set[str] = set()
        self._marks = Marks(self._text.document())

    @property
    def typed_text(self) -> Typed:
        """The text as it stands, with what is selected."""
        cursor, text = self._text.textCursor(), self._text.toPlainText()
        return Typed(text, _letters(text, cursor.selectionStart()), _letters(text, cursor.selectionEnd()))

    @property
    def line(self) -> str:
        """The longest run of words without marks on the line that is being written."""
        runs = MARKS.split(self._text.textCursor().block().text())
        return max(runs, key=len)

    @property
    def text(self) -> QPlainTextEdit:
        """The editor itself."""
        return self._text

    def apply(self, act: Callable[[Typed], Typed]) -> None:
        """Change the text; one step for Ctrl+Z, and the rest of the text is left alone."""
        before, after = self.typed_text, act(self.typed_text)
        same = 0
        least = min(len(before.text), len(after.text))
        while same < least and before.text[same] == after.text[same]:
            same += 1
        tail = 0
        while tail < least - same and before.text[-1 - tail] == after.text[-1 - tail]:
            tail += 1
        cursor = self._text.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_units(before.text, same))
        cursor.setPosition(_units(before.text, len(before.text) - tail), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after.text[same : len(after.text) - tail])
        cursor.setPosition(_units(after.text, after.start))
        cursor.setPosition(_units(after.text, after.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.endEditBlock()
        self._text.setTextCursor(cursor)
        self._text.setFocus()

    @override
    def typed(self) -> None:
        said = self._text.toPlainText()
        if said != self._said:
            self._said = said
            super().typed()

    @override
    def show_value(self, value: str) -> None:
        super().show_value(value)
        self._said = self._text.toPlainText()

    @override
    def put(self, value: str) -> None:
        if not self.waiting:
            self.known.add(value)
        super().put(value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self)
        if isinstance(event, QKeyEvent) and self._taken(event):
            return True
        return super().eventFilter(watched, event)

    def _taken(self, event: QKeyEvent) -> bool:
        """Whether a key asks for something here."""
        wanted = KEYS.get((Qt.Key(event.key()), event.modifiers()), "")
        if event.type() == QEvent.Type.ShortcutOverride and wanted:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if wanted:
            self.wanted.emit(wanted)
            return True
        return self._in_list(event)

    def _in_list(self, event: QKeyEvent) -> bool:
        typed = self.typed_text
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            after = marking.entered(typed)
            if after is not None:
                self.apply(lambda _typed: after)
                return True
        return False


def _units(text: str, place: int) -> int:
    """A place in a text as Qt counts it: letters outside the first plane are two."""
    return place + sum(ord(letter) > 0xFFFF for letter in text[:place])


def _letters(text: str, units: int) -> int:
    """A place as Qt counts it, in letters."""
    place = 0
    while units > 0:
        units -= 2 if ord(text[place]) > 0xFFFF else 1
        place += 1
    return place
