"""A group of buttons of which one is chosen: Muur | Lijst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from burgertop_app.ui.kit.buttons import push_button
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

V = TypeVar("V")


class Segmented(QWidget, Generic[V]):
    """One of a few values; the chosen one has a tick as well as a colour."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[V, str]], name: str, *, small: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._size = Type.SMALL if small else Type.BASE
        self._values = [value for value, _words in options]
        self._group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for number, (_value, words) in enumerate(options):
            button = push_button(words, None, "", "small" if small else "segment", "text")
            button.setCheckable(True)
            button.setIconSize(QSize(20, 16))
            button.setMinimumWidth(self._width(words))
            self._group.addButton(button, number)
            box.addWidget(button)
        self._place()
        self._group.idClicked.connect(self._on_clicked)
        self.put(self._values[0])

    @property
    def value(self) -> V:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def put(self, value: V) -> None:
        """Choose `value` without telling."""
        self._group.button(self._values.index(value)).setChecked(True)
        self._tick()

    def rename(self, value: V, words: str) -> None:
        """Other words, for example with a count."""
        button = self._group.button(self._values.index(value))
        button.setText(words)
        button.setMinimumWidth(self._width(words))

    def _width(self, words: str) -> int:
        """Room for the words in bold and a tick, so that choosing moves nothing."""
        return QFontMetrics(font(self._size, bold=True)).horizontalAdvance(words) + 20 + 50

    def offer(self, value: V, *, offered: bool) -> None:
        """Leave a value out of sight while it makes no sense."""
        self._group.button(self._values.index(value)).setVisible(offered)
        self._place()

    def _place(self) -> None:
        """Round the corners of the first and the last that are in sight."""
        shown = [button for button in self._group.buttons() if not button.isHidden()]
        for button in shown:
            place = "first" if button is shown[0] else "last" if button is shown[-1] else "middle"
            wanted = place if len(shown) > 1 else None
            if button.property("place") != wanted:
                button.setProperty("place", wanted)
                button.style().unpolish(button)
                button.style().polish(button)

    def _on_clicked(self, number: int) -> None:
        self._tick()
        self.chosen.emit(self._values[number])

    def _tick(self) -> None:
        for button in self._group.buttons():
            button.setIcon(icon("check", "accent") if button.isChecked() else QIcon())
