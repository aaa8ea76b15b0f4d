"""What leaves of a vote over a budget: the public file, a workbook, a sheet to fill in, and the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.budget_votes import BudgetVote, problem
from burgertop_app.domain.budgeting import BudgetRule
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.budgets import BudgetPaperDocument
from burgertop_app.domain.processes import Process
from burgertop_app.exchange.exports import write_workbook
from burgertop_app.exchange.pabulib import PublicBudget, write_pb
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.budget_votes import outcome_words, project_rows, side_by_side, way_words
from burgertop_app.services.printing import shared
from burgertop_app.services.site_reading import guard
from burgertop_app.storage import budget_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.budget_views import BudgetColumn
    from burgertop_app.domain.budgeting import BudgetProblem
    from burgertop_app.domain.public_names import Guard
    from burgertop_app.exchange.exports import Cell
    from burgertop_app.services.context import Context

FORM_ROWS = 200


class BudgetPapers:
    """Writes the files of a vote over a budget; papers are numbers in all of them."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock

    def save_public(self, budget_id: UUID, path: Path, columns: Sequence[BudgetColumn]) -> Path:
        """Write everything as a `.pb` file with what the fixed rule pays; gives `path`.

        Projects stand in the order that decides between equals, so that counting the file gives the same.
        Papers stand in the order of what they say, under numbers of the file alone, so that nobody can show
        or find out which paper is whose; people by name are left out of what is written. Ceilings per area
        and projects that do not go together stand in lines of their own, so that counting the file again
        keeps to them.

        Raises:
            NotPossible: there are no papers.
            InvalidInput: the file cannot be written there.
        """
        budget, given, _voters, language = self._read(budget_id)
        with self._work.reading() as store:
            known = guard(store)
        with speaking(language):
            left = _("[left out]")
        papers = tuple(sorted(given.ballots))
        voters = tuple(str(number) for number in range(1, len(papers) + 1))
        winners = next(column.outcome.winners for column in columns if column.stands(budget))
        meta = {"description": known.without(budget.title, left), "rule": budget.rule.value}
        if budget.rule is BudgetRule.EQUAL_SHARES:
            meta["burgertop_completion"] = budget.completion.value
        told = _without(replace(given, ballots=papers), known, left)
        write_pb(path, PublicBudget(told, voters, meta), winners)
        return path

    def save_workbook(self, budget_id: UUID, path: Path, columns: Sequence[BudgetColumn]) -> Path:
        """Write the outcome as a workbook: in words, side by side, every project; gives `path`.

        People by name are left out, here and in `paper`.

        Raises:
            NotPossible: there are no papers.
            InvalidInput: the file cannot be written there.
        """
        budget, given, _voters, language = self._read(budget_id)
        with self._work.reading() as store:
            known = guard(store)
        with speaking(language):
            left = _("[left out]")
            columns = _columns_without(given, columns, known, left)
            given = _without(given, known, left)
            stands = next(column for column in columns if column.stands(budget))
            told = [(said,) for said in outcome_words(given, stands)]
            header, rows = side_by_side(given, columns)
            write_workbook(
                path,
                {
                    _("In words"): ((way_words(stands),), told),
                    _("Side by side"): (header, rows),
                    _("Projects"): project_rows(given, columns),
                },
            )
        return path

    def save_form(self, budget_id: UUID, path: Path) -> Path:
        """Write a sheet to type papers into: a row per number, a column per project; gives `path`.

        Raises:
            InvalidInput: the file cannot be written there.
        """
        with self._work.reading() as store:
            budget = store.get(BudgetVote, budget_id)
            lines = sorted(budget_store.lines(store, budget_id), key=lambda line: (len(line.code), line.code))
            language = store.get(Process, budget.process_id).language
        with speaking(language):
            header = ("stemmer" if language == "nl" else "voter", *(line.code for line in lines))
            rows: list[tuple[Cell, ...]] = [
                (number, *([""] * len(lines))) for number in range(1, FORM_ROWS + 1)
            ]
            listed = [(line.code, line.name) for line in lines]
            write_workbook(
                path,
                {_("Votes"): (header, rows), _("Projects"): ((_("No."), _("Project")), listed)},
            )
        return path

    def paper(self, budget_id: UUID, columns: Sequence[BudgetColumn]) -> BudgetPaperDocument:
        """The outcome on paper.

        Raises:
            NotPossible: there are no papers.
        """
        budget, given, _voters, language = self._read(budget_id)
        with self._work.reading() as store:
            process, known = store.get(Process, budget.process_id), guard(store)
            masthead = shared.masthead(store, process, self._clock())
        with speaking(language):
            left = _("[left out]")
        areas = _areas(given, known, left)
        return BudgetPaperDocument(
            masthead=masthead,
            budget=replace(
                budget,
                title=known.without(budget.title, left),
                ceilings={areas[area]: most for area, most in budget.ceilings.items()},
            ),
            problem=_without(given, known, left),
            columns=_columns_without(given, columns, known, left),
        )

    def _read(self, budget_id: UUID) -> tuple[BudgetVote, BudgetProblem, tuple[str, ...], str]:
        with self._work.reading() as store:
            budget = store.get(BudgetVote, budget_id)
            papers = budget_store.papers(store, budget_id)
            if not papers:
                raise NotPossible("budget_no_papers")
            given = problem(budget, budget_store.lines(store, budget_id), papers)
            language = store.get(Process, budget.process_id).language
        return budget, given, tuple(paper.voter for paper in papers), language


def _without(given: BudgetProblem, known: Guard, left: str) -> BudgetProblem:
    """The same projects, areas and ceilings with nobody's name."""
    areas = _areas(given, known, left)
    return replace(
        given,
        projects=tuple(
            replace(one, name=known.without(one.name, left), area=areas[one.area]) for one in given.projects
        ),
        limits=replace(
            given.limits, ceilings={areas[area]: most for area, most in given.limits.ceilings.items()}
        ),
    )


def _columns_without(
    given: BudgetProblem, columns: Sequence[BudgetColumn], known: Guard, left: str
) -> tuple[BudgetColumn, ...]:
    """The same columns, with the areas as `_without` names them."""
    areas = _areas(given, known, left)
    return tuple(
        replace(
            one,
            represented=replace(
                one.represented,
                areas={areas[area]: spent for area, spent in one.represented.areas.items()},
            ),
        )
        for one in columns
    )


def _areas(given: BudgetProblem, known: Guard, left: str) -> dict[str, str]:
    """What each area is called with nobody's name; two areas stay two."""
    areas = dict[str, str]()
    for area in sorted({one.area for one in given.projects} | set(given.limits.ceilings)):
        plain, times = known.without(area, left), 1
        told = plain
        while told in areas.values():
            times += 1
            told = f"{plain} {times}"
        areas[area] = told
    return areas
