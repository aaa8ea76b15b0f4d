"""A vote on slips from rule to result: four views with what waits in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from burgertop_app.i18n import _, number
from burgertop_app.ui.kit.layout import column, row
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.vote_differences import SlipDifferences
from burgertop_app.ui.proposals.vote_entry import SlipEntry
from burgertop_app.ui.proposals.vote_result import SlipResult
from burgertop_app.ui.proposals.vote_rule import VoteRule

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.voting import VoteDesk, VoteResult

RULE, ENTER, DIFFER, RESULT = "rule", "enter", "differ", "result"


class SlipDesk(QWidget):
    """Rule and papers, entering, differences, result."""

    def __init__(self) -> None:
        super().__init__()
        self._ballot: UUID | None = None
        self.rule, self.entry = VoteRule(), SlipEntry()
        self.differences, self.result = SlipDifferences(), SlipResult()
        self.views: Segmented[str] = Segmented(
            (
                (RULE, _("Rule and papers")),
                (ENTER, _("Enter slips")),
                (DIFFER, _("Differences")),
                (RESULT, _("Result")),
            ),
            _("Steps of the vote"),
        )
        self._stack = QStackedWidget()
        for widget in (self.rule, self.entry, self.differences, self.result):
            self._stack.addWidget(widget)
        body = column(row(self.views, None), self._stack, gap=Space.M)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.views.chosen.connect(self.choose)

    def choose(self, view: str) -> None:
        """Show one of the four views."""
        self.views.put(view)
        self._stack.setCurrentIndex((RULE, ENTER, DIFFER, RESULT).index(view))
        if view == ENTER:
            self.entry.number.setFocus()

    def put(self, desk: VoteDesk, result: VoteResult | None) -> None:
        """Show a vote; another vote, or one that was just counted, opens where it stands."""
        self.views.rename(DIFFER, _waiting(desk))
        self.views.offer(RESULT, offered=result is not None)
        self.rule.put(desk)
        self.entry.put(desk)
        self.differences.put(desk)
        if result is not None:
            self.result.put(result)
        counted = result is not None and self.views.value == DIFFER
        if desk.ballot.id != self._ballot or counted or (result is None and self.views.value == RESULT):
            self._ballot = desk.ballot.id
            typing = desk.ballot.printed_at is not None and desk.ballot.takes_slips
            self.choose(RESULT if result else ENTER if typing else RULE)


def _waiting(desk: VoteDesk) -> str:
    """What has to be looked at; slips that wait for the second round are no differences yet."""
    waiting, unlike = len(desk.differences), len(desk.unlike)
    if unlike:
        return _("Differences: {count}").format(count=number(unlike))
    return _("Typed once: {count}").format(count=number(waiting)) if waiting else _("Differences")
