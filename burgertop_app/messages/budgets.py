"""A citizens' budget in words: what is paid and why, what is not, and who sees their own choice in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import NotFunded
from burgertop_app.i18n import _, mark, ngettext, number, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from burgertop_app.domain.budgeting import BudgetOutcome, BudgetProblem, Funded, Represented

REASONS = {
    NotFunded.SUPPORT: mark("too few votes"),
    NotFunded.TOO_DEAR: mark("costs more than the whole budget"),
    NotFunded.CEILING: mark("the most for this area would be passed"),
    NotFunded.APART: mark("does not go together with a project that is paid"),
    NotFunded.BUDGET: mark("the money did not reach so far"),
}


def result_words(problem: BudgetProblem, outcome: BudgetOutcome, shown: Represented) -> list[str]:
    """The result, a line each: the whole, each paid project in order, the others, and the voters."""
    whole = ngettext(
        "{votes} ballot: {paid} of {all} projects paid, {spent} of {budget}.",
        "{votes} ballots: {paid} of {all} projects paid, {spent} of {budget}.",
        len(problem.ballots),
    ).format(
        votes=number(len(problem.ballots)),
        paid=len(outcome.funded),
        all=len(problem.projects),
        spent=amount(outcome.spent, problem.unit),
        budget=amount(problem.budget, problem.unit),
    )
    share = (
        [
            _("Every voter could spend {share} on projects of their own choice.").format(
                share=amount(outcome.share, problem.unit)
            )
        ]
        if outcome.share is not None
        else []
    )
    votes = problem.scores()
    return [
        whole,
        *share,
        *(
            funded_words(problem, place, one, votes[one.project])
            for place, one in enumerate(outcome.funded, 1)
        ),
        *_refused(problem, outcome, votes),
        *represented_words(problem, shown),
    ]


def funded_words(problem: BudgetProblem, place: int, funded: Funded, votes: int) -> str:
    """One paid project, with what its voters pay."""
    said = _("{place}. {project}: {cost}, {votes}").format(
        place=place,
        project=_called(problem, funded.project),
        cost=amount(problem.projects[funded.project].cost, problem.unit),
        votes=_score(problem, votes),
    )
    if funded.each is None:
        return said
    each = _("each of its voters pays at most {each}").format(each=amount(funded.each, problem.unit))
    return f"{said}; {each}"


def _refused(problem: BudgetProblem, outcome: BudgetOutcome, votes: Sequence[int]) -> Iterator[str]:
    for one, why in sorted(outcome.refused.items(), key=lambda item: -votes[item[0]]):
        yield _("Not paid: {project}: {cost}, {votes}; {why}").format(
            project=_called(problem, one),
            cost=amount(problem.projects[one].cost, problem.unit),
            votes=_score(problem, votes[one]),
            why=_(REASONS[why]),
        )


def represented_words(problem: BudgetProblem, shown: Represented) -> list[str]:
    """How many voters see a project of their own choice, and what that is worth to each."""
    count = len(problem.ballots)
    if not count:
        return [_("Nobody voted.")]
    some = count - shown.nothing
    return [
        _("{some} of {count} voters ({part}) see at least one project of their own choice.").format(
            some=number(some), count=number(count), part=percent(some / count)
        ),
        _("The paid projects on a ballot are worth {worth} on average.").format(
            worth=amount(shown.worth, problem.unit)
        ),
    ]


def amount(value: int | Fraction, unit: int) -> str:
    """An amount in euros, with cents where there are any."""
    euros = float(value / unit)
    return _("€ {amount}").format(amount=number(euros, 0 if euros == int(euros) else 2))


def _called(problem: BudgetProblem, one: int) -> str:
    project = problem.projects[one]
    return f"{project.name} ({project.code})" if project.name else project.code


def _score(problem: BudgetProblem, count: int) -> str:
    if problem.points:
        return ngettext("{count} point", "{count} points", count).format(count=number(count))
    return ngettext("{count} vote", "{count} votes", count).format(count=number(count))
