"""A vote over a budget in words: the rule before the vote, the ways of counting, and rows that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budget_views import PaperTrouble
from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.i18n import _, mark, ngettext, number, percent
from burgertop_app.messages.budgets import amount, result_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budget_views import BudgetColumn, BudgetView, PaperProblem, PaperReading
    from burgertop_app.domain.budget_votes import BudgetVote
    from burgertop_app.domain.budgeting import BudgetProblem

CENT = 100
RULES = {
    BudgetRule.GREEDY: mark("Most votes first"),
    BudgetRule.EQUAL_SHARES: mark("Equal shares"),
}
RULE_SENTENCES = {
    BudgetRule.GREEDY: mark(
        "The project with most votes is paid, then the next one that still fits, until the money is gone. A "
        "large group can take it all."
    ),
    BudgetRule.EQUAL_SHARES: mark(
        "Every voter gets an equal part of the money and spends it on their own choices only. Small groups "
        "get their part too."
    ),
}
COMPLETIONS = {
    Completion.NONE: mark("money left over stays unspent"),
    Completion.ADD1U: mark("shares are raised by a euro at a time until the money is used"),
    Completion.GREEDY: mark("money left over goes to the projects with most votes"),
}
SHORT = {
    Completion.NONE: mark("rest stays"),
    Completion.ADD1U: mark("raised by a euro"),
    Completion.GREEDY: mark("rest to most votes"),
}
TROUBLES = {
    PaperTrouble.VOTER: mark("“{value}” is no number of a paper. Names are never taken in."),
    PaperTrouble.TWICE: mark("Paper {value} is in the file twice; the first one counts."),
    PaperTrouble.BEFORE: mark("Paper {value} came in before; that one stays."),
    PaperTrouble.PROJECT: mark("There is no project with number {value}."),
    PaperTrouble.MARK: mark("“{value}” is no mark. Type 1 or x for, and leave it empty for not."),
}


def way_words(column: BudgetColumn) -> str:
    """The name of a way of counting, in few words."""
    if column.completion is None:
        return _(RULES[column.rule])
    return _("{rule}, {rest}").format(rule=_(RULES[column.rule]), rest=_(SHORT[column.completion]))


def short_way_words(column: BudgetColumn) -> str:
    """What tells a way of counting from the others, for a picture with little room."""
    return _(RULES[column.rule] if column.completion is None else SHORT[column.completion])


def rule_words(budget: BudgetVote) -> str:
    """The rule of a vote with what it means."""
    said = _("{rule}. {explained}").format(
        rule=_(RULES[budget.rule]), explained=_(RULE_SENTENCES[budget.rule])
    )
    if budget.rule is BudgetRule.EQUAL_SHARES:
        rest = _("What happens to the rest: {rest}.").format(rest=_(COMPLETIONS[budget.completion]))
        said = f"{said} {rest}"
    return said


def limit_words(budget: BudgetVote) -> list[str]:
    """What holds besides the budget, a sentence each."""
    found = []
    if budget.support:
        least = ngettext(
            "A project needs {count} vote at least.",
            "A project needs {count} votes at least.",
            budget.support,
        )
        found.append(least.format(count=number(budget.support)))
    found += [
        _("For {area} at most {most}.").format(area=area or _("no area"), most=amount(most, CENT))
        for area, most in sorted(budget.ceilings.items())
    ]
    found += [
        _("Of {projects} at most one is paid.").format(projects=", ".join(group)) for group in budget.apart
    ]
    return found


def fixed_words(budget: BudgetVote) -> str:
    """What anybody can hold against what was fixed."""
    return _("Mark of the rule: {mark}").format(mark=budget.sha256[:16])


def represented_short(column: BudgetColumn, voters: int) -> str:
    """The part of the voters with at least one project of their own choice."""
    some = voters - column.represented.nothing
    return _("{some} of {all} ({part})").format(
        some=number(some), all=number(voters), part=percent(some / voters if voters else 0.0)
    )


def side_by_side(
    problem: BudgetProblem, columns: Sequence[BudgetColumn]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows that hold the ways of counting against each other."""
    areas = sorted({project.area for project in problem.projects})
    most = max((max(column.represented.ballots, default=0) for column in columns), default=0)
    voters = len(problem.ballots)
    rows: list[tuple[str, ...]] = [
        (_("Projects paid"), *(number(len(column.outcome.funded)) for column in columns)),
        (_("Spent"), *(amount(column.outcome.spent, problem.unit) for column in columns)),
        (
            _("Left over"),
            *(amount(problem.budget - column.outcome.spent, problem.unit) for column in columns),
        ),
    ]
    if areas != [""]:
        rows += [
            (
                _("Spent: {area}").format(area=area or _("no area")),
                *(amount(column.represented.areas.get(area, 0), problem.unit) for column in columns),
            )
            for area in areas
        ]
    rows.append(
        (
            _("Voters with something of their own"),
            *(represented_short(column, voters) for column in columns),
        )
    )
    for count in range(min(most, 3) + 1):
        last = count == 3 and most > 3
        head = (
            _("Voters with 3 projects or more")
            if last
            else ngettext("Voters with {count} project", "Voters with {count} projects", count).format(
                count=number(count)
            )
        )
        rows.append((head, *(number(_with(column, count, last=last)) for column in columns)))
    rows.append(
        (
            _("Average worth per voter"),
            *(amount(column.represented.worth, problem.unit) for column in columns),
        )
    )
    return ("", *map(way_words, columns)), rows


def _with(column: BudgetColumn, count: int, *, last: bool) -> int:
    ballots = column.represented.ballots
    return sum(many for held, many in ballots.items() if (held >= count if last else held == count))


def project_rows(
    problem: BudgetProblem, columns: Sequence[BudgetColumn]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows with every project, most votes first: which way pays it."""
    votes = [len(ballots) for ballots in problem.supporters()]
    order = sorted(range(len(votes)), key=lambda one: (-votes[one], problem.projects[one].cost))
    rows = [
        (
            f"{problem.projects[one].code} {problem.projects[one].name}".strip(),
            problem.projects[one].area or "–",
            amount(problem.projects[one].cost, problem.unit),
            number(votes[one]),
            *(_("paid") if one in column.outcome.winners else "–" for column in columns),
        )
        for one in order
    ]
    return (_("Project"), _("Area"), _("Cost"), _("Votes"), *map(way_words, columns)), rows


def outcome_words(problem: BudgetProblem, column: BudgetColumn) -> list[str]:
    """The outcome by one way of counting, a sentence each."""
    return result_words(problem, column.outcome, column.represented)


def problem_words(problem: PaperProblem) -> str:
    """What is wrong with a row."""
    return _(TROUBLES[problem.trouble]).format(value=problem.value)


def reading_words(reading: PaperReading) -> str:
    """What a file holds, before it is taken in."""
    papers = ngettext("{count} paper in “{source}”.", "{count} papers in “{source}”.", len(reading.papers))
    told = [papers.format(count=number(len(reading.papers)), source=reading.source)]
    if reading.blank:
        blank = ngettext("{count} is for no project.", "{count} are for no project.", reading.blank)
        told.append(blank.format(count=number(reading.blank)))
    if reading.unused:
        unused = ngettext(
            "{count} row at the end has a number only and does not count. A blank paper? Type 0 in it.",
            "{count} rows at the end have a number only and do not count. Blank papers? Type 0 in them.",
            reading.unused,
        )
        told.append(unused.format(count=number(reading.unused)))
    return " ".join(told)


def changed_words(view: BudgetView) -> str:
    """Which proposals are other than in a vote that is being prepared; "" when none is."""
    if not view.changed:
        return ""
    said = ngettext(
        "Proposal {numbers} has changed since, or is new or gone.",
        "Proposals {numbers} have changed since, or are new or gone.",
        len(view.changed),
    )
    return said.format(numbers=", ".join(view.changed))
