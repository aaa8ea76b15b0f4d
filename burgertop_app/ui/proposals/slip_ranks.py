"""A box beside each proposal for the place that stands behind it on the paper: digits, Enter, arrows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.layout import clear, column, holder, scrolled, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.voting import BallotOption

BOX, LINE = 48, 38
FEW, SIGHT = 2, 3
"""Up to so many boxes stand in one column; so many rows are in sight, for the rest one scrolls."""
BETWEEN = "/"


class SlipRanks(QWidget):
    """The boxes in the order of the slip; a digit that cannot become a longer number goes on by itself."""

    changed = Signal()
    passed = Signal()
    """Enter in the last box, or after as many places as may be given."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QLineEdit] = []
        self._highest = self._most = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, Space.M, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._scroll = scrolled(holder(self._grid))
        self.setLayout(column(words(_("Place behind each proposal"), "small"), self._scroll, gap=2))

    def ask(self, options: Sequence[BallotOption], highest: int, most: int, before: QWidget) -> None:
        """Put a box for each option.

        Args:
            options: in the order of the slip.
            highest: the last place that exists.
            most: how many places may be given at most.
            before: Tab comes to the boxes from here.
        """
        clear(self._grid)
        self._highest, self._most, self.boxes = highest, most, []
        across = 1 if len(options) <= FEW else 2
        down = -(-len(options) // across)
        for at, option in enumerate(options):
            named = f"{option.number}. {option.label}"
            box = self._box(at, _("Place behind {option}").format(option=named))
            said = Elided("small")
            said.setText(named)
            said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line, side = at % down, 2 * (at // down)
            self._grid.addWidget(box, line, side)
            self._grid.addWidget(said, line, side + 1)
            self.setTabOrder(before, box)
            before = box
        for side in range(across):
            self._grid.setColumnStretch(2 * side + 1, 1)
        self._scroll.setFixedHeight(min(down, SIGHT) * LINE + Space.XS)

    def start(self) -> None:
        """Go to the first box."""
        self._go(0)

    def typed(self) -> tuple[str, ...]:
        """What stands in each box."""
        return tuple(box.text() for box in self.boxes)

    def text(self) -> str:
        """Everything in one line, to put back later; "" when nothing was typed."""
        return BETWEEN.join(self.typed()) if any(self.typed()) else ""

    def put(self, text: str) -> None:
        """Show such a line again."""
        parts = text.split(BETWEEN)
        for at, box in enumerate(self.boxes):
            box.setText(parts[at] if at < len(parts) else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.boxes:
            at = self.boxes.index(watched)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_from(at)
                return True
            if event.key() == Qt.Key.Key_Down:
                self._go(at + 1)
                return True
            if event.key() == Qt.Key.Key_Up or (
                event.key() == Qt.Key.Key_Backspace and not self.boxes[at].text()
            ):
                self._go(at - 1)
                return True
        return super().eventFilter(watched, event)

    def _box(self, at: int, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setFixedWidth(BOX)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setValidator(QIntValidator(0, 9999, made))
        made.installEventFilter(self)
        made.textChanged.connect(lambda _text: self.changed.emit())
        made.textEdited.connect(partial(self._on_edited, at))
        self.boxes.append(made)
        return made

    def _on_edited(self, at: int, text: str) -> None:
        full = len(text) >= len(str(self._highest)) or (text.isdigit() and int(text) * 10 > self._highest)
        if text and full and at + 1 < len(self.boxes) and sum(map(bool, self.typed())) < self._most:
            self._go(at + 1)

    def _on_from(self, at: int) -> None:
        if at + 1 < len(self.boxes) and sum(map(bool, self.typed())) < self._most:
            self._go(at + 1)
        else:
            self.passed.emit()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.boxes):
            self.boxes[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.boxes[at].selectAll()
            self._scroll.ensureWidgetVisible(self.boxes[at])
