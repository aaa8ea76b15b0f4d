"""`burgertop due`: the last day for an answer, and why it is that day."""

from __future__ import annotations

from typing import Annotated

import typer

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.terms import Rule, Term, read_day
from burgertop_app.i18n import _
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.terms import warning, why
from burgertop_app.services.terms import Terms


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("due", help=_("Say until when the college may take to answer, and why."))(due)


def due(
    received: Annotated[str, typer.Option(help=_("Day of receipt, as 2026-02-20."), metavar="YYYY-MM-DD")],
    weeks: Annotated[int, typer.Option(help=_("Length of the term in weeks."))] = 6,
    rule: Annotated[
        Rule, typer.Option(help=_("atw: a day off moves to the next working day; calendar: it does not."))
    ] = Rule.ATW,
) -> None:
    """Print the last day as YYYY-MM-DD, then the reason on one line; warnings go to stderr."""
    try:
        found = Terms().due(read_day(received), Term(weeks, rule))
    except BurgertopError as error:
        typer.echo(sentence(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(found.day.isoformat())
    typer.echo(why(found))
    if found.outside is not None:
        typer.echo(warning(found), err=True)
