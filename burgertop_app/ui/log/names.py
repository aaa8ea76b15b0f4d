"""Where names of erased people still stand, and what was decided about each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from burgertop_app.domain.name_marks import Verdict
from burgertop_app.i18n import _, minute, ngettext, number
from burgertop_app.messages.name_marks import target_words, what_to_do
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.layout import clear, column, holder, row, scrolled, words
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.name_marks import MarkLine
    from burgertop_app.ui.page import Page

HIGHEST = 230
"""Pixels of the list at most; more is scrolled."""


class NamesCard(Card):
    """The list; hidden while there is nothing on it."""

    def __init__(self, page: Page[Any]) -> None:
        super().__init__(heading=_("Names of erased people that still stand somewhere"), note=" ")
        self._page = page
        self._lines = column(gap=Space.M, margins=(0, 0, Space.M, 0))
        self._list = holder(self._lines)
        self._area = scrolled(self._list)
        self._area.setAccessibleName(self.heading.text())
        self.add(self._area)
        self.hide()

    def put(self, lines: Sequence[MarkLine]) -> None:
        """Show these marks, what waits for a decision on top."""
        waiting = [line for line in lines if line.mark.verdict is Verdict.OPEN]
        done = [line for line in lines if line.mark.verdict is not Verdict.OPEN]
        said = ngettext("{count} waits for your decision", "{count} wait for your decision", len(waiting))
        self.note.setText(said.format(count=number(len(waiting))))
        clear(self._lines)
        for line in (*waiting, *done):
            self._lines.addWidget(self._line(line))
        self._lines.addStretch(1)
        self.setVisible(bool(lines))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the lines are at this width, so that a short list has no scroll bar."""
        wide = self._area.viewport().width()
        needed = max(self._lines.totalHeightForWidth(wide), self._lines.totalSizeHint().height())
        # Without this Qt keeps room for the sentences as if they were broken off in a narrow column.
        self._list.setMinimumHeight(needed)
        self._area.setFixedHeight(min(HIGHEST, needed + Space.M))

    def _line(self, line: MarkLine) -> QWidget:
        open_ = line.mark.verdict is Verdict.OPEN
        buttons = [
            small(_("It stays…"), lambda: self._decide(line, Verdict.KEPT)),
            small(_("Somebody else…"), lambda: self._decide(line, Verdict.OTHER)),
        ]
        for button in buttons:
            button.setAccessibleName(f"{button.text()} {target_words(line)}")
        told = row(ChipLabel(_chip(line)), words(target_words(line), "strong"), None, *buttons)
        found = minute(line.mark.at.astimezone(), "medium")
        when = _("Found at the erasure of {moment}.").format(moment=found)
        sentence = f"{what_to_do(line)} {when}" if open_ else what_to_do(line)
        return holder(column(told, words(sentence, "muted", wrap=True), gap=Space.XS))

    def _decide(self, line: MarkLine, verdict: Verdict) -> None:
        kept = verdict is Verdict.KEPT
        title = _("Leave it as it is?") if kept else _("Is it somebody else?")
        question = (
            _(
                "The name stays there, and the website keeps leaving it out. Write down why, for example: "
                "the Archiefwet."
            )
            if kept
            else _(
                "Choose this when you have looked, and it is another person or an ordinary word. The website "
                "shows it again. Write down what you found, without the name."
            )
        )
        page, privacy = self._page, self._page.desk.services.privacy
        reason = page.desk.dialogs.reason(page, title, f"{target_words(line)}.\n\n{question}", _("Keep this"))
        if reason is not None:
            page.ask(lambda: privacy.judge(line.mark, verdict, reason))


def _chip(line: MarkLine) -> Chip:
    if line.mark.verdict is Verdict.OTHER:
        return Chip(_("somebody else"), State.OK)
    if line.mark.verdict is Verdict.KEPT:
        return Chip(_("stays"), State.OK)
    return Chip(_("not looked into"), State.WARN) if line.mark.unread else Chip(_("name stands"), State.LATE)
