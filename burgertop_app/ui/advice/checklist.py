"""Is it ready? What is missing, one press away from where it can be mended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.advice import check_words
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import clear, row, scrolled, words
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent

    from burgertop_app.domain.advice_checks import AdviceCheck


class Checklist(Card):
    """The checks: what must be mended first, then what would make the advice better, then what is done."""

    wanted = Signal(object)
    """The `AdviceCheck` that somebody wants to mend."""

    def __init__(self) -> None:
        self.chip = ChipLabel(Chip("", State.OK))
        super().__init__(heading=_("Is it ready?"), actions=(self.chip,))
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.add(scrolled(inside))

    def put(self, checks: Sequence[AdviceCheck]) -> None:
        """Show these checks."""
        must = [check for check in checks if not check.done and check.must]
        better = [check for check in checks if not check.done and not check.must]
        if must:
            said = ngettext("{count} to go", "{count} to go", len(must)).format(count=len(must))
            self.chip.put(Chip(said, State.WARN, "triangle-alert"))
        else:
            self.chip.put(Chip(_("all there"), State.OK))
        clear(self._lines)
        for title, group in (("", must), (_("Could be better"), better), (_("In order"), _done(checks))):
            if title and group:
                self._lines.addWidget(words(title, "caption"))
            for check in group:
                self._lines.addLayout(self._line(check))
        self._lines.addStretch(1)

    def _line(self, check: AdviceCheck) -> QVBoxLayout:
        said = check_words(check)
        if check.done:
            mark = IconLabel("circle-check", "ok", 16)
            text: QWidget = words(said, "small", wrap=True)
        else:
            mark = IconLabel("triangle-alert" if check.must else "lightbulb", _tint(check), 16)
            text = LinkWords(said, partial(self.wanted.emit, check))
        made = row(mark, text, gap=8)
        made.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        made.setStretch(1, 1)
        made.setContentsMargins(0, 2, 0, 2)
        outer = QVBoxLayout()
        outer.addLayout(made)
        return outer


def _done(checks: Sequence[AdviceCheck]) -> list[AdviceCheck]:
    return [check for check in checks if check.done]


def _tint(check: AdviceCheck) -> str:
    return "warn" if check.must else "muted"


class LinkWords(QLabel):
    """Words that can be pressed, over several lines if need be."""

    def __init__(self, said: str, act: Callable[[], object]) -> None:
        super().__init__(said)
        self._act = act
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("words", "small")
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def press(self) -> None:
        """Do what the words say."""
        self._act()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.press()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.press()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._underline(on=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._underline(on=False)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline(on=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline(on=False)

    def _underline(self, *, on: bool) -> None:
        letters = self.font()
        letters.setUnderline(on)
        self.setFont(letters)
