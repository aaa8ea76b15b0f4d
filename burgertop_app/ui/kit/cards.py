"""Cards: white blocks with a heading, and the head of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.layout import Item, clear, words
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence


class Card(QFrame):
    """A white block; `body` is the layout that takes its content.

    Args:
        heading: "" for none.
        note: muted words beside the heading.
        actions: buttons at the right of the heading.
        flush: content up to the edge, for a table.
    """

    def __init__(
        self,
        *items: Item,
        heading: str = "",
        note: str = "",
        actions: Sequence[QWidget] = (),
        flush: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(Space.L, Space.M, Space.M, Space.S)
        self._head.setSpacing(Space.M)
        self.heading = words(heading, "heading")
        self.note = words(note, "muted")
        if heading or note or actions:
            self._build_head(actions)
            outer.addLayout(self._head)
        self.body = QVBoxLayout()
        top = 0 if (heading or flush) else Space.M
        self.body.setContentsMargins(*((0, 0, 0, 0) if flush else (Space.L, top, Space.L, Space.M)))
        self.body.setSpacing(0 if flush else Space.S)
        outer.addLayout(self.body, 1)
        self.add(*items)

    def add(self, *items: Item) -> None:
        """Put items below what is there; None is stretch, a number is empty pixels."""
        for item in items:
            if item is None:
                self.body.addStretch(1)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)

    def empty(self) -> None:
        """Take the content out; the heading stays."""
        clear(self.body)

    def _build_head(self, actions: Sequence[QWidget]) -> None:
        self.heading.setVisible(bool(self.heading.text()))
        self._head.addWidget(self.heading)
        self._head.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addStretch(1)
        for action in actions:
            self._head.addWidget(action)


class _Title(QLabel):
    """The title of a page; a first letter that reaches left of its place (J) is not cut there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("words", "title")
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        bearing = QFontMetrics(font(Type.TITLE, bold=True)).leftBearing(text[0]) if text else 0
        self.setContentsMargins(max(0, -bearing), 0, 0, 0)
        super().setText(text)


class PageHead(QWidget):
    """Title and one sentence at the left, actions at the right, the primary one last."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.title = _Title(title)
        self.sentence = words("", "muted", wrap=True)
        left.addWidget(self.title)
        left.addWidget(self.sentence)
        self._row.addLayout(left, 1)
        self.setMinimumHeight(52)

    def say(self, sentence: str, title: str = "") -> None:
        """Put the sentence of numbers, and another title if given."""
        self.sentence.setText(sentence)
        self.sentence.setToolTip(sentence)
        if title:
            self.title.setText(title)

    def act(self, *actions: QWidget) -> None:
        """Put actions at the right in place of the earlier ones."""
        while self._row.count() > 1:
            item = self._row.takeAt(1)
            widget = item.widget() if item else None
            if widget is not None and widget not in actions:
                widget.hide()
        for action in actions:
            self._row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
            action.show()
