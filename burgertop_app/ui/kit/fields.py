"""Fields with a label above and the mistake below, in words; they check while one types.

Every field has `value()`, `put(value)`, `changed` at each valid change and `saved` 600 ms after the
last keystroke and when the focus leaves, so that what is on screen is on disk within a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.layout import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AUTOSAVE = 600
LINE = 21
NARROWEST = 84
"""Of a choice, in pixels: in a narrow panel long options are cut, not the panel."""

V = TypeVar("V")


class Field(QWidget, Generic[V]):
    """A label, an editor and a place for the mistake.

    Args:
        label: words above the editor, also its accessible name.
        editor: the Qt widget.
        check: raises a domain error when a value cannot be used.
        hint: muted words below, while there is no mistake.
    """

    changed = Signal(object)
    saved = Signal(object)

    def __init__(
        self, label: str, editor: QWidget, check: Callable[[V], object] | None = None, hint: str = ""
    ) -> None:
        super().__init__()
        self.editor = editor
        self.setFocusProxy(editor)
        self._check = check
        self._hint = hint
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE)
        self._timer.timeout.connect(self.flush)
        self._label = words(label, "field")
        self._label.setBuddy(editor)
        self._below = words(hint, "caption", wrap=True)
        self._below.setVisible(bool(hint))
        editor.setAccessibleName(label)
        editor.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if label:
            box.addWidget(self._label)
        box.addWidget(editor)
        box.addWidget(self._below)
        if not isinstance(editor, (QPlainTextEdit, QCheckBox)):
            box.addStretch(1)

    def value(self) -> V:
        """What is filled in.

        Raises:
            BurgertopError: it cannot be read as a value.
        """
        raise NotImplementedError

    def show_value(self, value: V) -> None:
        """Put `value` in the editor; each kind of field does it its own way."""
        raise NotImplementedError

    def put(self, value: V) -> None:
        """Show a stored value; what somebody is typing now is left alone."""
        if self._dirty:
            return
        with QSignalBlocker(self.editor):
            self.show_value(value)
        self.complain("")

    @property
    def valid(self) -> bool:
        """Whether the value can be used; the mistake is shown if not."""
        return self._mistake() == ""

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not given out yet."""
        return self._dirty

    @property
    def mistake(self) -> str:
        """The mistake that is shown, "" for none."""
        return self._below.text() if self.editor.property("wrong") else ""

    def complain(self, sentence: str) -> None:
        """Show `sentence` below the field, for example what a service said; "" clears it."""
        wrong = bool(sentence)
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        if bool(self.editor.property("wrong")) != wrong:
            self.editor.setProperty("wrong", wrong)
            _dress(self.editor)
            self._below.setProperty("words", "error" if wrong else "caption")
            _dress(self._below)
        self.editor.setAccessibleDescription(sentence or self._hint)

    def hint(self, words: str) -> None:
        """Show other muted words below, while there is no mistake."""
        self._hint = words
        self.complain("")

    def flush(self) -> None:
        """Give out `saved` now if something waits and is valid."""
        self._timer.stop()
        if self._dirty and self.valid:
            self._dirty = False
            self.saved.emit(self.value())

    def typed(self) -> None:
        """Called by each kind of field at every change by the organiser."""
        self._dirty = True
        if self.valid:
            self.changed.emit(self.value())
            self._timer.start()
        else:
            self._timer.stop()

    def wait(self) -> None:
        """Somebody is still in the middle of a value; it is judged when the field is left."""
        self._dirty = True
        self._timer.stop()
        self.complain("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.flush()
        return super().eventFilter(watched, event)

    def _mistake(self) -> str:
        try:
            value = self.value()
            if self._check is not None:
                self._check(value)
        except BurgertopError as error:
            sentence = explain(error)
        else:
            sentence = ""
        self.complain(sentence)
        return sentence


class LineField(Field[str]):
    """One line of text, without spaces around it."""

    def __init__(
        self,
        label: str = "",
        check: Callable[[str], object] | None = None,
        hint: str = "",
        placeholder: str = "",
    ) -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(placeholder)
        super().__init__(label, self._line, check, hint)
        self._line.textEdited.connect(self.typed)

    @override
    def value(self) -> str:
        return self._line.text().strip()

    @override
    def show_value(self, value: str) -> None:
        if value != self.value():
            self._line.setText(value)
            self._line.setCursorPosition(0)


class TextField(Field[str]):
    """Several lines of plain text; pasted markup loses its dress. `lines` is the height it starts with."""

    def __init__(
        self, label: str = "", check: Callable[[str], object] | None = None, hint: str = "", lines: int = 3
    ) -> None:
        self._text = _Text(lines)
        super().__init__(label, self._text, check, hint)
        self._text.textChanged.connect(self.typed)

    @override
    def value(self) -> str:
        return self._text.toPlainText().strip()

    @override
    def show_value(self, value: str) -> None:
        if value != self.value():
            self._text.setPlainText(value)

    def choose_all(self) -> None:
        """Select the words, so that typing replaces them."""
        self._text.selectAll()


class _Text(QPlainTextEdit):
    """As high as its lines; a layout may stretch it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._high = lines * LINE + 18
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self._high)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._high)


class ChoiceField(Field[V]):
    """One of a few values, each shown in words; `empty` adds words for "nothing chosen yet" (value None)."""

    def __init__(self, label: str, options: Sequence[tuple[V, str]], hint: str = "", empty: str = "") -> None:
        self._combo = QComboBox()
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.setMinimumWidth(NARROWEST)
        self._empty = empty
        self._values: list[V | None] = []
        super().__init__(label, self._combo, None, hint)
        self.offer(options)
        self._combo.activated.connect(self.typed)

    def offer(self, options: Sequence[tuple[V, str]]) -> None:
        """Other options; the value stays if it is still among them."""
        before = self._values[self._combo.currentIndex()] if self._values else None
        with QSignalBlocker(self._combo):
            self._combo.clear()
            self._values = [None] if self._empty else []
            if self._empty:
                self._combo.addItem(self._empty)
            for value, said in options:
                self._values.append(value)
                self._combo.addItem(said)
            if before in self._values:
                self._combo.setCurrentIndex(self._values.index(before))

    @override
    def value(self) -> V:
        """The chosen value; None for the empty choice."""
        at = self._combo.currentIndex()
        return self._values[at] if at >= 0 else None  # type: ignore[return-value]

    @override
    def show_value(self, value: V) -> None:
        if value in self._values:
            self._combo.setCurrentIndex(self._values.index(value))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self._combo.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TickField(Field[bool]):
    """Yes or no."""

    def __init__(self, label: str, hint: str = "") -> None:
        self._box = QCheckBox(label)
        super().__init__("", self._box, None, hint)
        self._box.setAccessibleName(label)
        self._box.clicked.connect(self.typed)

    @override
    def value(self) -> bool:
        return self._box.isChecked()

    @override
    def show_value(self, value: bool) -> None:
        self._box.setChecked(value)


def _dress(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
