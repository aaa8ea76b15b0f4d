"""The pages of the program, in the order of the rail; one line per page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.ui.advice.page import AdvicePage
from burgertop_app.ui.board.page import BoardPage
from burgertop_app.ui.cards.page import CardsPage
from burgertop_app.ui.draw.page import DrawPage
from burgertop_app.ui.evaluation.page import EvaluationPage
from burgertop_app.ui.followup.page import FollowupPage
from burgertop_app.ui.letters.page import LettersPage
from burgertop_app.ui.log.page import LogPage
from burgertop_app.ui.overview.page import OverviewPage
from burgertop_app.ui.people.page import PeoplePage
from burgertop_app.ui.plan.page import PlanPage
from burgertop_app.ui.proposals.page import ProposalsPage
from burgertop_app.ui.response.page import ResponsePage
from burgertop_app.ui.seating.page import TablesPage
from burgertop_app.ui.start.page import StartPage
from burgertop_app.ui.year.page import YearPage

if TYPE_CHECKING:
    from burgertop_app.ui.page import Page

START: type[Page[Any]] | None = StartPage
"""The page above all processes."""

SLICES: tuple[type[Page[Any]], ...] = (
    OverviewPage,
    PlanPage,
    PeoplePage,
    LettersPage,
    DrawPage,
    TablesPage,
    CardsPage,
    ProposalsPage,
    AdvicePage,
    ResponsePage,
    FollowupPage,
    EvaluationPage,
    BoardPage,
    YearPage,
    LogPage,
)
"""The pages of a process; a form shows those that its recipe names, in the order of the recipe."""


def slice_for(key: str) -> type[Page[Any]] | None:
    """The page with that key, None when the program has none."""
    return next((page for page in SLICES if key == page.KEY), None)
