"""The outcome of a vote over a budget on paper: the rule, what is paid and why, and the ways side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, number
from burgertop_app.messages.budget_votes import (
    limit_words,
    outcome_words,
    project_rows,
    rule_words,
    short_way_words,
    side_by_side,
)
from burgertop_app.messages.budgets import amount
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import at_moment, hash_lines, made_on, running
from burgertop_app.reports.pictures import Bars, Fill, Series
from burgertop_app.reports.pieces import Bullets, Facts, Figure, Grid, Heading, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.papers.budgets import BudgetPaperDocument
    from burgertop_app.reports.pieces import Piece


def budget_document(paper: BudgetPaperDocument) -> Document:
    """What was fixed, what came out and how else it could have been counted."""
    head = paper.masthead
    return Document(
        title=_("Outcome: {title}").format(title=paper.budget.title),
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=made_on(head),
        parts=tuple(_parts(paper)),
        look=head.look,
    )


def _parts(paper: BudgetPaperDocument) -> Iterator[Piece]:
    budget, problem = paper.budget, paper.problem
    stands = next(column for column in paper.columns if column.stands(budget))
    whole, *rest = outcome_words(problem, stands)
    yield Heading(1, budget.title, listed=False)
    yield Paragraph(whole, Role.LEAD)
    yield Heading(2, _("What was fixed before the vote"))
    yield Facts(
        (
            (_("Money"), amount(budget.cents, problem.unit)),
            (_("Rule"), rule_words(budget)),
            *((_("Also"), said) for said in limit_words(budget)),
            *(
                ((_("Fixed on"), at_moment(budget.frozen_at.astimezone())),)
                if budget.frozen_at is not None
                else ()
            ),
            (_("Mark of the rule"), hash_lines(budget.sha256)),
            (_("Papers that came in"), number(len(problem.ballots))),
            (
                _("When equal"),
                _("The order drawn by lot before the vote: {order}.").format(
                    order=", ".join(project.code for project in problem.projects)
                ),
            ),
        )
    )
    yield Heading(2, _("What is paid, and why"))
    yield Bullets(tuple(rest), small=True)
    yield Heading(2, _("The ways of counting side by side"))
    yield Paragraph(
        _("Only the rule that was fixed counts. The others are there to see what a rule does."), Role.SMALL
    )
    yield _filled(paper)
    headings, rows = side_by_side(problem, paper.columns)
    yield Grid(
        headings,
        tuple(rows),
        (32.0, *([17.0] * len(paper.columns))),
        "l" + "r" * len(paper.columns),
        compact=True,
        row_headers=True,
    )
    yield Heading(2, _("Every project"))
    yield _every(paper)


def _every(paper: BudgetPaperDocument) -> Grid:
    """Every project, most votes first, and which way pays it; the area stands with the name."""
    _headings, rows = project_rows(paper.problem, paper.columns)
    return Grid(
        (_("Project"), _("Cost"), _("Votes"), *map(short_way_words, paper.columns)),
        tuple((name if area == "–" else f"{name} ({area})", *cells) for name, area, *cells in rows),
        (24.0, 11.0, 13.0, *([13.0] * len(paper.columns))),
        "lrr" + "r" * len(paper.columns),
        compact=True,
        row_headers=True,
    )


def _filled(paper: BudgetPaperDocument) -> Figure:
    problem = paper.problem
    rows = tuple(
        (
            short_way_words(column),
            (column.outcome.spent / problem.budget,),
            (amount(column.outcome.spent, problem.unit),),
        )
        for column in paper.columns
    )
    told = "; ".join(f"{words}: {spent}" for words, _share, (spent,) in rows)
    return Figure(
        Bars((Series(_("Spent"), Fill.SOLID),), rows, 1.0, legend=False),
        _("How much of {budget} each way of counting spends. {lines}.").format(
            budget=amount(problem.budget, problem.unit), lines=told
        ),
    )
