"""The outcome of a vote over a budget: in words, as a picture, and the ways of counting side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _
from burgertop_app.messages.budget_votes import outcome_words, project_rows, side_by_side, way_words
from burgertop_app.ui.budget.bars import BudgetBars
from burgertop_app.ui.budget.tables import SideBySide
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.budget_views import BudgetColumn, BudgetView
    from burgertop_app.domain.budgeting import BudgetProblem

PROJECT_LEAD = 4


class Outcome(QWidget):
    """What the fixed rule pays and why, the picture, and what the other ways would have paid."""

    def __init__(self) -> None:
        super().__init__()
        self.said = words("", "small", wrap=True)
        self.bars = BudgetBars()
        self.picture = Pictured(self.bars)
        self.ways = SideBySide(_("The ways of counting side by side"))
        self.projects = SideBySide(_("Every project, and which way pays it"), PROJECT_LEAD)
        self._told = Card(self.said, heading=_("The outcome"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(Card(self.picture, heading=_("How far the money reaches")))
        box.addWidget(self._told)
        note = _("Only the rule that was fixed counts. The others are there to see what a rule does.")
        box.addWidget(Card(words(note, "muted", wrap=True), self.ways, heading=_("Side by side")))
        box.addWidget(Card(self.projects, heading=_("Every project")))

    def put(self, view: BudgetView, problem: BudgetProblem, columns: tuple[BudgetColumn, ...]) -> None:
        """Show the outcome."""
        stands = next(place for place, column in enumerate(columns) if column.stands(view.budget))
        self.said.setText("\n".join(outcome_words(problem, columns[stands])))
        self.bars.put(problem, columns, stands)
        headings, rows = side_by_side(problem, columns)
        self.ways.put(headings, rows, stands)
        self.projects.put(*project_rows(problem, columns), stands)
        self.picture.describe(
            Figures(
                _("How each way of counting fills the budget; {way} counts.").format(
                    way=way_words(columns[stands])
                ),
                (_("Way of counting"), *(row[0] for row in rows[:3])),
                tuple(
                    (way_words(column), *(row[place + 1] for row in rows[:3]))
                    for place, column in enumerate(columns)
                ),
            )
        )
