"""`burgertop seat`: everybody at tables, over several rounds, from a file to a file."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.domain.seating import Effort
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.seating import excess_words, misfit_words, repeat_words
from burgertop_app.services.seating_files import SeatRequest, seat_from_files

if TYPE_CHECKING:
    from burgertop_app.services.seating_files import SeatResult

SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("seat", help=_("Seat people at tables, mixed well and meeting new people in every round."))(
        seat
    )


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
        Path | None, typer.Option(help=_("Rules: [[lock]] with person, round and table."), metavar="F.toml")
    ] = None,
    seed: Annotated[int, typer.Option(help=_("Start of chance; the same seed, the same plan."))] = 1,
    seconds: Annotated[
        float | None, typer.Option(help=_("How long to search, in seconds."), metavar="S")
    ] = None,
    steps: Annotated[
        int | None, typer.Option(help=_("How long to search, in steps: repeatable."), metavar="N")
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
        )
        result = seat_from_files(request, bar, monotonic)
    for line in _told(result):
        typer.echo(line)


def _told(result: SeatResult) -> list[str]:
    """How good the plan is, and what does not fit, a line each."""
    count = len(result.problem.people)
    first = ngettext(
        "{count} person, {tables} tables, {rounds} rounds.",
        "{count} people, {tables} tables, {rounds} rounds.",
        count,
    ).format(count=count, tables=len(result.problem.sizes[0]), rounds=len(result.problem.sizes))
    misfits = [misfit_words(misfit) for misfit in result.figures.misfits]
    lines = [
        first,
        excess_words(result.figures),
        repeat_words(result.figures, result.bounds),
        *misfits[:SHOWN],
    ]
    if len(misfits) > SHOWN:
        lines.append(_("And {count} more.").format(count=len(misfits) - SHOWN))
    return lines
