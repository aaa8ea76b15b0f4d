"""The undo bar: says what was done, for ten seconds, with Undo; waits while the mouse or focus is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import push_button
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.wizard import Wizard

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 10
ABOVE = 18
HEIGHT, MARGIN, SPARE = 44, 20, 2
GAP = 8
HIGHEST = 150
"""How far up it may go to leave a button free, in pixels."""


class UndoBar(QFrame):
    """Floats 18 px above the lower edge of its parent, or the buttons of a wizard; there is one a window.

    Words that do not fit beside each other go on below: nothing is cut off.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "undo-bar")
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 12, 0)
        box.setSpacing(12)
        self._icon = IconLabel("check", "surface")
        self._text = words("", "on-undo", wrap=True)
        self._undo = push_button(_("Undo"), self._on_undo, "", "on-undo", "surface")
        self._left_words = words("", "on-undo")
        for widget in (self._icon, self._text, self._undo, self._left_words):
            box.addWidget(widget)
        box.setStretch(1, 1)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._over = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def seconds_left(self) -> int:
        """How long it stays, in seconds; 0 when hidden."""
        return 0 if self.isHidden() else self._left

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, text: str, icon: str = "check", *, undoable: bool = True) -> None:
        """Say `text` for ten seconds in place of what it said."""
        self._icon.put(icon)
        self._text.setText(text)
        self._undo.setVisible(undoable)
        self._left_words.setVisible(undoable)
        self.setAccessibleName(text)
        self._left = SECONDS
        self._count()
        self._timer.start()
        self.show()
        self.raise_()
        self._place()

    def tick(self) -> None:
        """A second has passed; nothing happens while the mouse or the focus is on the bar."""
        if self.underMouse() or self._undo.hasFocus():
            return
        self._left -= 1
        self._count()
        self._place()
        if self._left <= 0:
            self.dismiss()

    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        self._left_words.setText(_("{seconds} s left").format(seconds=self._left))

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo_wanted.emit()

    def _place(self) -> None:
        room = self._room()
        whole = self._text.fontMetrics().horizontalAdvance(self._text.text()) + SPARE
        width = min(self._beside() + whole, room - 32)
        lines = self._text.heightForWidth(width - self._beside())
        high = max(HEIGHT, lines + MARGIN)
        lowest = QRect((room - width) // 2, self._floor() - high - ABOVE, width, high)
        self.setGeometry(_beside_buttons(lowest, self._buttons(), lowest.top() - HIGHEST))

    def _buttons(self) -> list[QRect]:
        """Where the buttons are that one may press now."""
        found = (each for each in self._over.findChildren(QPushButton) if each.isVisibleTo(self._over))
        return [
            QRect(each.mapTo(self._over, QPoint(0, 0)), each.size())
            for each in found
            if each.isEnabled() and each is not self._undo
        ]

    def _beside(self) -> int:
        """The pixels across that everything but the text takes."""
        seen = [one for one in (self._icon, self._undo, self._left_words) if not one.isHidden()]
        edges = self._box.contentsMargins().left() + self._box.contentsMargins().right()
        wide = sum(one.sizeHint().expandedTo(one.minimumSize()).width() for one in seen)
        return edges + wide + len(seen) * self._box.spacing()

    def _floor(self) -> int:
        """The pixels from the top that it may use: the buttons of a wizard stay free."""
        parent = self._over
        feet = [wizard.foot for wizard in parent.findChildren(Wizard) if wizard.isVisibleTo(parent)]
        return min([parent.height(), *(foot.mapTo(parent, QPoint(0, 0)).y() for foot in feet)])

    def _room(self) -> int:
        """The pixels from the left that it may use: an open panel at the right keeps its buttons free."""
        parent = self._over
        open_ones = [drawer for drawer in parent.findChildren(Drawer) if drawer.isVisibleTo(parent)]
        lefts = [drawer.mapTo(parent, QPoint(0, 0)).x() for drawer in open_ones]
        return min([parent.width(), *(left for left in lefts if left > parent.width() // 2)])


def _beside_buttons(lowest: QRect, buttons: Sequence[QRect], highest: int) -> QRect:
    """The lowest place from `lowest` up where no button is covered; `lowest` where there is none."""
    place = lowest
    while place.top() >= highest:
        covered = [button.top() for button in buttons if button.intersects(place)]
        if not covered:
            return place
        place = QRect(place.left(), min(covered) - GAP - place.height(), place.width(), place.height())
    return lowest
