"""Shows what changed: what went is struck through after a minus, what came is bold after a plus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from burgertop_app.domain.differences import Mode
from burgertop_app.i18n import _
from burgertop_app.messages.differences import change_words
from burgertop_app.ui.kit.theme import theme, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.differences import PartChange, Passage

AROUND = 140
"""So many letters of what stayed the same are shown on each side of a change."""
SIGNS = {Mode.ADDED: "+", Mode.REMOVED: "\u2212"}


class DifferenceView(QTextEdit):
    """Read-only text with colours and signs."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setMinimumSize(560, 320)
        self.setAccessibleName(_("What changed"))
        self._changes: tuple[PartChange, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        theme().changed.connect(self._draw)

    def show_changes(self, changes: Sequence[PartChange]) -> None:
        """Show what changed, part by part."""
        self._changes, self._passages = tuple(changes), ()
        self._draw()

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show what changed in one text."""
        self._changes, self._passages = (), tuple(passages)
        self._draw()

    def _draw(self) -> None:
        self.clear()
        cursor = self.textCursor()
        for place, change in enumerate(self._changes):
            if place:
                cursor.insertText("\n\n", _plain())
            cursor.insertText(f"{change_words(change)}\n", _heading())
            _write(cursor, change.passages)
        _write(cursor, self._passages)
        if not self._changes and not self._passages:
            cursor.insertText(_("Nothing changed."), _plain())
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _write(cursor: QTextCursor, passages: Sequence[Passage]) -> None:
    for place, passage in enumerate(passages):
        if passage.mode is Mode.SAME:
            ends = {"first": place == 0, "last": place == len(passages) - 1}
            cursor.insertText(_shortened(passage.text, **ends), _plain())
        else:
            words = passage.text.strip("\n") if passage.text.strip() else "\u00b6"
            tail = "\n" if passage.text.endswith("\n") else ""
            cursor.insertText(f"{SIGNS[passage.mode]}\u00a0{words}", _marked(passage.mode))
            after = passages[place + 1].text if place + 1 < len(passages) else ""
            cursor.insertText(tail or ("" if after[:1].isspace() else " "), _plain())


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What stayed, with the middle left out when it is long."""
    if len(text) <= 2 * AROUND:
        return text
    head = "" if first else text[:AROUND].rsplit(" ", 1)[0]
    tail = "" if last else text[-AROUND:].split(" ", 1)[-1]
    return f"{head} [\u2026] {tail}"


def _plain() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(tokens().text))
    return made


def _heading() -> QTextCharFormat:
    made = _plain()
    made.setFontWeight(QFont.Weight.Bold)
    made.setForeground(QColor(tokens().accent))
    return made


def _marked(mode: Mode) -> QTextCharFormat:
    look, made = tokens(), QTextCharFormat()
    added = mode is Mode.ADDED
    made.setForeground(QColor(look.ok if added else look.late))
    made.setBackground(QColor(look.oks if added else look.lates))
    made.setFontStrikeOut(not added)
    if added:
        made.setFontWeight(QFont.Weight.Bold)
    return made
