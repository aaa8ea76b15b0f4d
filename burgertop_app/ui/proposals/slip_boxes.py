"""The boxes that a slip has beside the vote, such as the area: chosen with a letter, left with Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.layout import clear, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent

    from burgertop_app.domain.ballot_methods import GroupQuestion


class SlipBoxes(QWidget):
    """A list for each question; Enter goes on to the next one and then out."""

    passed = Signal()
    """Enter in the last box."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)

    def ask(self, questions: Iterable[GroupQuestion], before: QWidget) -> None:
        """Put these questions; Tab comes to them from `before`."""
        clear(self._row)
        self.boxes = {}
        for asked in questions:
            box = _Box()
            box.setAccessibleName(asked.name)
            box.addItem(_("left empty"), "")
            for value in asked.values:
                box.addItem(value, value)
            box.entered.connect(partial(self._go_on, asked.name))
            self.boxes[asked.name] = box
            self._row.addWidget(words(asked.name, "small"))
            self._row.addWidget(box)
            self.setTabOrder(before, box)
            before = box
        self._row.addStretch(1)

    def start(self) -> None:
        """Go to the first box, or straight on when there is none."""
        for box in self.boxes.values():
            box.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.passed.emit()

    def cells(self) -> dict[str, str]:
        """What was chosen, without the boxes that were left empty."""
        return {name: box.currentData() for name, box in self.boxes.items() if box.currentData()}

    def put(self, cells: Mapping[str, str]) -> None:
        """Choose this; a box that is not named is left empty."""
        for name, box in self.boxes.items():
            box.setCurrentIndex(max(box.findData(cells.get(name, "")), 0))

    def _go_on(self, name: str) -> None:
        names = list(self.boxes)
        after = names.index(name) + 1
        if after < len(names):
            self.boxes[names[after]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit()


class _Box(QComboBox):
    """A list that tells that Enter was pressed; in the open list Enter chooses, as everywhere."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
