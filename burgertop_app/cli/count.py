"""`burgertop count`: which projects a citizens' budget pays, from a file with votes."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from typing import Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.domain.budgeting import BudgetRule, Completion  # noqa: TC001  (typer reads them)
from burgertop_app.i18n import _
from burgertop_app.messages.budgets import result_words
from burgertop_app.services.budget_files import CountRequest, count_from_files


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("count", help=_("Count the votes for a citizens' budget, so that anyone can do it again."))(
        count
    )


def count(
    votes: Annotated[Path, typer.Option(help=_("The projects and votes: a .pb file."), metavar="F.pb")],
    rule: Annotated[
        BudgetRule,
        typer.Option(help=_("greedy: most votes first; mes: every voter has an equal share of the money.")),
    ],
    out: Annotated[Path, typer.Option(help=_("The result to write."), metavar="result.csv")],
    completion: Annotated[
        Completion | None,
        typer.Option(
            help=_("What happens with money that mes leaves over: add1u (the default), greedy or none.")
        ),
    ] = None,
    public: Annotated[
        Path | None,
        typer.Option(help=_("Also write everything with the result as a .pb file."), metavar="F.pb"),
    ] = None,
) -> None:
    """Write which projects are paid, and say how that came about."""
    with explained(), Bar() as bar:
        result = count_from_files(CountRequest(votes, rule, out, completion, public), bar)
    for line in result_words(result.problem, result.outcome, result.represented):
        typer.echo(line)
