"""The search of the window (Ctrl+K): commands, people, cards and recommendations in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

WAIT = 120
MOST = 40
HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Hit:
    """One line of the list: words, muted words behind them, an icon, and what choosing it does."""

    text: str
    detail: str
    icon: str
    act: Callable[[], object]


class Palette(QDialog):
    """Type and choose; Up and Down move, Enter goes, Esc closes.

    `asked` is sent with the words some time after the last key; answer with `answer`. Commands that
    were given at the start are searched at once.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget, commands: Sequence[Hit]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = tuple(commands)
        self._field = QLineEdit()
        self._field.setPlaceholderText(_("Search people, cards, recommendations and commands"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setProperty("size", "large")
        self._field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = QListWidget()
        self._list.setIconSize(QSize(18, 18))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(_("Found"))
        self._nothing = words(_("Nothing found"), "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._on_pause)
        frame = QFrame()
        frame.setProperty("role", "palette")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 10, 10, 10)
        for widget in (self._field, self._list, self._nothing):
            inside.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(self._go)
        self._show([])

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of `window`."""
        width = min(640, window.width() - 48)
        self.resize(width, 420)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 64)))
        self.show()
        self._field.setFocus()

    def answer(self, text: str, hits: Sequence[Hit]) -> None:
        """What was found for `text`; an answer to words that have changed since is dropped."""
        if text == self._field.text().strip():
            self._show(hits)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of the lines."""
        return tuple(self._list.item(number).text() for number in range(self._list.count()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self._show([])
        self._timer.start()

    def _on_pause(self) -> None:
        if wanted := self._field.text().strip():
            self.asked.emit(wanted)

    def _show(self, hits: Sequence[Hit]) -> None:
        wanted = self._field.text().casefold().split()
        fitting = [hit for hit in self._commands if all(word in hit.text.casefold() for word in wanted)]
        self._list.clear()
        for hit in (*hits, *fitting)[:MOST]:
            item = QListWidgetItem(icon(hit.icon), f"{hit.text}   {hit.detail}" if hit.detail else hit.text)
            item.setData(HIT, hit)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._nothing.setVisible(self._list.count() == 0)

    def _move(self, step: int) -> None:
        self._list.setCurrentRow((self._list.currentRow() + step) % max(self._list.count(), 1))

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            hit: Hit = item.data(HIT)
            self.close()
            hit.act()
