"""A mark on a scale: a button per number, or the number typed; Backspace takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, number
from burgertop_app.ui.kit.buttons import push_button
from burgertop_app.ui.kit.fields import Field
from burgertop_app.ui.kit.number_fields import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

MOST_BUTTONS = 11
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


def scale_field(label: str, low: int, high: int) -> Field[int | None]:
    """A field for a mark from `low` to `high`; a long scale is typed."""
    if high - low < MOST_BUTTONS:
        return ScaleField(label, low, high)
    field = NumberField("", low=low, high=high, optional=True)
    field.editor.setAccessibleName(label)
    field.setFixedWidth(110)
    return field


class ScaleField(Field[int | None]):
    """A row of buttons of which one is pressed; None when none is."""

    def __init__(self, label: str, low: int, high: int) -> None:
        self._scale = _Scale(low, high)
        super().__init__("", self._scale)
        self._scale.setAccessibleName(label)
        self._scale.marked.connect(self.typed)

    @override
    def value(self) -> int | None:
        return self._scale.mark

    @override
    def show_value(self, value: int | None) -> None:
        self._scale.show_mark(value)


class _Scale(QWidget):
    marked = Signal()

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._low, self._high = low, high
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[int, QPushButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(0)
        for mark in range(low, high + 1):
            button = push_button(str(mark), self._presser(mark), "", "small", "text")
            button.setCheckable(True)
            button.setFixedSize(38, 30)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(_("{mark} of {most}").format(mark=number(mark), most=number(high)))
            button.setProperty("place", {low: "first", high: "last"}.get(mark, "middle"))
            self._buttons[mark] = button
            box.addWidget(button)
        box.addStretch(1)

    @property
    def mark(self) -> int | None:
        return next((mark for mark, button in self._buttons.items() if button.isChecked()), None)

    def show_mark(self, mark: int | None) -> None:
        for each, button in self._buttons.items():
            button.setChecked(each == mark)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key, now = event.text(), Qt.Key(event.key()), self.mark
        if text.isdecimal():
            joined = int(f"{now or ''}{text}")
            self._press(joined if now is not None and joined in self._buttons else int(text))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._press(None)
        elif key in STEPS:
            start = self._low - STEPS[key] if now is None else now
            self._press(min(max(start + STEPS[key], self._low), self._high))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _presser(self, mark: int) -> Callable[[], None]:
        def press() -> None:
            self.setFocus()
            self._press(mark)

        return press

    def _press(self, mark: int | None) -> None:
        if mark is None or mark in self._buttons:
            self.show_mark(mark)
            self.marked.emit()
