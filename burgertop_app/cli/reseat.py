"""`burgertop reseat`: a printed plan repaired for who came, from files to a file."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.cli.seat import misfit_lines, quality_lines
from burgertop_app.i18n import _
from burgertop_app.messages.seating import closed_words, move_words, moved_words
from burgertop_app.services.reseating_files import ReseatRequest, reseat_from_files

if TYPE_CHECKING:
    from burgertop_app.services.reseating_files import ReseatResult


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("reseat", help=_("Repair a printed plan for who came, with few people moving."))(reseat)


def reseat(  # noqa: PLR0913  (one per option)
    plan: Annotated[Path, typer.Option(help=_("The printed plan."), metavar="plan.csv")],
    people: Annotated[Path, typer.Option(help=_("The people of that plan: CSV or XLSX."), metavar="FILE")],
    out: Annotated[Path, typer.Option(help=_("The plan to write."), metavar="plan2.csv")],
    absent: Annotated[
        Path | None, typer.Option(help=_("Who did not come: a list of numbers."), metavar="FILE")
    ] = None,
    walk_ins: Annotated[
        Path | None,
        typer.Option(help=_("Who came unasked, with the columns of the people."), metavar="FILE"),
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(help=_("Rules, as for “burgertop seat”."), metavar="F.toml")
    ] = None,
    facilitators: Annotated[
        Path | None,
        typer.Option(help=_("Who led which table, as “burgertop seat” wrote it."), metavar="F.csv"),
    ] = None,
    facilitators_out: Annotated[
        Path | None, typer.Option(help=_("Where to write who leads which table."), metavar="F.csv")
    ] = None,
    spread: Annotated[
        str,
        typer.Option(
            help=_("Columns to spread people by; by default each with 2 to 12 values."), metavar="COL,COL"
        ),
    ] = "",
    id_column: Annotated[
        str,
        typer.Option(
            "--id", help=_("Column that tells people apart: id, person_id or nummer."), metavar="COL"
        ),
    ] = "",
    calm: Annotated[
        int, typer.Option(help=_("0: the best mix; 10: nobody moves unless it must be."), metavar="0..10")
    ] = 4,
    seed: Annotated[int, typer.Option(help=_("Start of chance; the same seed, the same plan."))] = 1,
) -> None:
    """Write the plan, and say how good it is and who moves."""
    with explained(), Bar() as bar:
        request = ReseatRequest(
            plan=plan,
            people=people,
            out=out,
            absent=absent,
            walk_ins=walk_ins,
            rules=rules,
            facilitators=facilitators,
            facilitators_out=facilitators_out,
            spread=tuple(name.strip() for name in spread.split(",") if name.strip()),
            id_column=id_column.strip(),
            calm=calm,
            seed=seed,
        )
        result = reseat_from_files(request, bar)
    for line in _told(result):
        typer.echo(line)


def _told(result: ReseatResult) -> list[str]:
    """The three numbers, the tables that close, then everybody who moves and everybody who is new."""
    figures = result.seated.figures
    return [
        *quality_lines(result.seated),
        moved_words(figures.moved, result.printed),
        *(closed_words(number, tables) for number, tables in enumerate(result.closed) if tables),
        *misfit_lines(result.seated),
        *(
            move_words(move.person, move.round, move.before, move.after)
            for move in (*result.moves, *result.newcomers)
        ),
    ]
