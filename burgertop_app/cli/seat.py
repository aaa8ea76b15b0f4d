"""`burgertop seat`: everybody at tables, over several rounds, from a file to a file."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.domain.seating import Effort
from burgertop_app.i18n import _
from burgertop_app.messages.seating import (
    bound_words,
    excess_words,
    extent_words,
    leader_words,
    misfit_words,
    rank_words,
    repeat_words,
)
from burgertop_app.services.seating_files import SeatRequest, seat_from_files, write_rules_template

if TYPE_CHECKING:
    from burgertop_app.services.seating_files import SeatResult

SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("seat", help=_("Seat people at tables, mixed well and meeting new people in every round."))(
        seat
    )


def _write_template(path: Path | None) -> None:
    if path is not None:
        with explained():
            write_rules_template(path)
        raise typer.Exit


def seat(  # noqa: PLR0913  (one per option)
    people: Annotated[Path, typer.Option(help=_("The people: CSV or XLSX."), metavar="FILE")],
    spread: Annotated[str, typer.Option(help=_("Columns to spread people by."), metavar="COL,COL")],
    table_size: Annotated[int, typer.Option(help=_("The most people at one table."), metavar="N")],
    rounds: Annotated[int, typer.Option(help=_("How many rounds."), metavar="R")],
    out: Annotated[Path, typer.Option(help=_("The plan to write."), metavar="plan.csv")],
    id_column: Annotated[
        str,
        typer.Option(
            "--id", help=_("Column that tells people apart: id, person_id or nummer."), metavar="COL"
        ),
    ] = "",
    rules: Annotated[
        Path | None,
        typer.Option(help=_("Rules; --rules-template writes an example of each."), metavar="F.toml"),
    ] = None,
    seed: Annotated[int, typer.Option(help=_("Start of chance; the same seed, the same plan."))] = 1,
    seconds: Annotated[
        float | None, typer.Option(help=_("How long to search, in seconds."), metavar="S")
    ] = None,
    steps: Annotated[
        int | None, typer.Option(help=_("How long to search, in steps: repeatable."), metavar="N")
    ] = None,
    facilitators_out: Annotated[
        Path | None, typer.Option(help=_("Where to write who leads which table."), metavar="F.csv")
    ] = None,
    rules_template: Annotated[  # noqa: ARG001  (its callback has done the work)
        Path | None,
        typer.Option(
            help=_("Write an example of every rule to this file, and nothing else."),
            metavar="F.toml",
            is_eager=True,
            callback=_write_template,
        ),
    ] = None,
) -> None:
    """Write the plan and say how good it is."""
    with explained(), Bar() as bar:
        request = SeatRequest(
            people=people,
            spread=tuple(name.strip() for name in spread.split(",") if name.strip()),
            table_size=table_size,
            rounds=rounds,
            out=out,
            id_column=id_column.strip(),
            rules=rules,
            seed=seed,
            effort=Effort(steps, seconds),
            leaders=facilitators_out,
        )
        result = seat_from_files(request, bar, monotonic)
    for line in _told(result):
        typer.echo(line)


def _told(result: SeatResult) -> list[str]:
    """How good the plan is, and what does not fit, a line each."""
    return [extent_words(result.problem), *quality_lines(result), *misfit_lines(result)]


def quality_lines(result: SeatResult) -> list[str]:
    """How mixed, who meets again, and what no plan can avoid."""
    found = result.figures
    lines = [
        excess_words(found),
        repeat_words(found, result.bounds),
        bound_words(result.problem, result.bounds),
    ]
    if result.problem.rules.leaders:
        lines.append(leader_words(found))
    if found.ranks:
        lines.append(rank_words(found))
    return [line for line in lines if line]


def misfit_lines(result: SeatResult) -> list[str]:
    """Where somebody is outside the fair number, the first ones."""
    misfits = [misfit_words(misfit) for misfit in result.figures.misfits]
    more = [_("And {count} more.").format(count=len(misfits) - SHOWN)] if len(misfits) > SHOWN else []
    return [*misfits[:SHOWN], *more]
