"""The side panel: the story of one row, beside its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import Item, clear, column, row, rule, scrolled, words
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

BESIDE = 22
"""Letters of the longest word that still fits beside its name."""


class Drawer(QFrame):
    """A card at the right, 304 wide, with a caption, a title, a body and buttons below.

    Call `open` with the content each time; Esc or the cross closes it.
    """

    closed = Signal()

    def __init__(self, width: int = 304) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        outer.setSpacing(Space.S)
        self._caption = words("", "muted")
        self._title = words("", "heading", wrap=True)
        outer.addLayout(row(self._caption, None, icon_button("x", _("Close this panel"), self.close_up)))
        outer.addWidget(self._title)
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.S)
        outer.addWidget(scrolled(inside), 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        outer.addLayout(self._buttons)
        self.hide()

    def open(self, title: str, caption: str, *items: Item, buttons: Iterable[QWidget] = ()) -> None:
        """Show `items` under the title; what was there goes."""
        self._title.setText(title)
        self._caption.setText(caption)
        clear(self._body)
        clear(self._buttons)
        self._body.addLayout(column(*items, None, gap=Space.S))
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.show()

    def close_up(self) -> None:
        """Go away and tell."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)


class StoryLine(QWidget):
    """One step of a story: an icon in a circle, what happened, and when in muted words."""

    def __init__(self, icon: str, what: str, when: str = "") -> None:
        super().__init__()
        self._icon = icon
        texts = column(words(what, "small", wrap=True), gap=0)
        if when:
            texts.addWidget(words(when, "caption", wrap=True))
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 2, 0, 2)
        box.addLayout(texts)
        self.setMinimumHeight(36)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().soft))
        painter.drawEllipse(QRect(QPoint(0, 3), QSize(28, 28)))
        draw_icon(painter, self._icon, "accent", QRect(QPoint(6, 9), QSize(16, 16)))
        painter.end()


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


def facts(pairs: Iterable[tuple[str, str]], name_width: int = 96) -> QWidget:
    """Names and values below each other; a value with a very long word gets a line of its own."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, Space.XS, 0, Space.XS)
    box.setSpacing(6)
    box.addWidget(rule())
    for name, value in pairs:
        left = words(name, "muted")
        left.setFixedWidth(name_width)
        left.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = words(value, "small", wrap=True)
        right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right.setMinimumWidth(1)
        if _longest(value) > BESIDE:
            box.addLayout(column(left, right, gap=0))
            continue
        line = row(left, right)
        line.setStretch(1, 1)
        box.addLayout(line)
    box.addWidget(rule())
    return made
