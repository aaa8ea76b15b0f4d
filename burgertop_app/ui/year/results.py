"""What came of a survey on screen: the response, and each question as bars with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, number, percent
from burgertop_app.messages.surveys import response_words, summary_words
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import clear, scrolled, words
from burgertop_app.ui.kit.patterns import Fill
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.surveys import QuestionResult
    from burgertop_app.services.surveys import SurveyLine

MOST_TEXTS = 200


class ResultsCard(Card):
    """Everything that came of one survey."""

    def __init__(self) -> None:
        super().__init__(heading=_("What came out"))
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 0, Space.M, 0)
        self._box.setSpacing(Space.M)
        self.add(scrolled(self._inside))

    def put(self, line: SurveyLine | None) -> None:
        """Show a survey; None shows nothing."""
        clear(self._box)
        self.heading.setText(line.survey.title if line else _("What came out"))
        if line is None:
            return
        self._box.addWidget(words(response_words(line.results), "body", wrap=True))
        for place, result in enumerate(line.results.questions, 1):
            self._box.addWidget(words(f"{place}. {result.question.text}", "strong", wrap=True))
            self._box.addWidget(words(summary_words(result), "muted", wrap=True))
            self._put_answers(result)
        self._box.addStretch(1)

    def _put_answers(self, result: QuestionResult) -> None:
        for said in result.texts[:MOST_TEXTS]:
            self._box.addWidget(words(f"“{said}”", "small", wrap=True))
        if len(result.texts) > MOST_TEXTS:
            more = _("and {count} more in the results as Excel").format(
                count=number(len(result.texts) - MOST_TEXTS)
            )
            self._box.addWidget(words(more, "muted", wrap=True))
        if not result.counts:
            return
        bars = GroupBars((Fill.C2,), 170, 110)
        bars.put(
            [
                BarGroup(one.said, (one.share,), f"{number(one.people)} · {percent(one.share)}")
                for one in result.counts
            ]
        )
        pictured = Pictured(bars)
        pictured.setFixedHeight(bars.sizeHint().height() + 34)
        pictured.describe(
            Figures(
                f"{result.question.text} {summary_words(result)}",
                (_("Answer"), _("People"), _("Share")),
                tuple((one.said, number(one.people), percent(one.share)) for one in result.counts),
            )
        )
        self._box.addWidget(pictured)
