"""Feedback to who took part: how far it is, the way to the letters, and the public overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy
from typing_extensions import override

from burgertop_app.domain.feedback import FeedbackStanding
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDE_ENOUGH = 860
"""In a narrower card the buttons stand below the sentence."""


class FeedbackCard(Card):
    """How many wait for word of their cards; asks for the letters, or for the overview of all cards."""

    letters_wanted = Signal()
    overview_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing = FeedbackStanding()
        self.said = words("", "small", wrap=True)
        self.letters_button = small(_("Tell the participants…"), self.letters_wanted.emit, "mail")
        self.overview_button = small(_("Overview of all cards…"), self.overview_wanted.emit, "printer")
        told = row(IconLabel("message-circle", "accent"), self.said, gap=Space.M)
        told.setStretch(1, 1)
        self._line = row(gap=Space.M)
        self._line.addLayout(told, 1)
        self._line.addLayout(row(self.overview_button, self.letters_button, None, gap=Space.M))
        self.add(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < WIDE_ENOUGH
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else across)

    def put(self, standing: FeedbackStanding, *, answered: bool) -> None:
        """Say who knows how it stands and who does not."""
        self.standing = standing
        self.setVisible(bool(standing.people))
        self.said.setText(sentence(standing, answered=answered))


def sentence(standing: FeedbackStanding, *, answered: bool) -> str:
    """How far the feedback is; in words that say what is best done now."""
    said = [_never(standing), _news(standing)]
    if not standing.waiting and standing.last_on is not None:
        known = ngettext(
            "{count} participant knows what became of the cards. Last told on {date}.",
            "All {count} participants know what became of the cards. Last told on {date}.",
            standing.people,
        )
        said.append(known.format(count=number(standing.people), date=day(standing.last_on)))
    elif not answered:
        said.append(_("It is best to wait until every answer is in."))
    return " ".join(filter(None, said))


def _never(standing: FeedbackStanding) -> str:
    if not standing.never:
        return ""
    return ngettext(
        "{count} participant has not heard yet what became of their cards.",
        "{count} participants have not heard yet what became of their cards.",
        standing.never,
    ).format(count=number(standing.never))


def _news(standing: FeedbackStanding) -> str:
    if not standing.news:
        return ""
    return ngettext(
        "For {count} participant something changed since they last heard.",
        "For {count} participants something changed since they last heard.",
        standing.news,
    ).format(count=number(standing.news))
