"""`burgertop preflight | lottery | number | draw | verify`: a draw from files, and its check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import BAD_INPUT, Bar, explained
from burgertop_app.domain.draw_requests import DrawFiles, DrawOutcome
from burgertop_app.domain.draws import METHODS
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.draws import chance_sentence, preflight_lines, verification_lines
from burgertop_app.services.lotteries import Lotteries

if TYPE_CHECKING:
    from burgertop_app.services.house import House

LONGEST_NUMBER = 9

# Help is said in the language of the moment this module is first read, which bootstrap has chosen by then.
People = Annotated[
    Path, typer.Option("--people", help=_("CSV or XLSX with the people: an id and the features."))
]
Quotas = Annotated[Path, typer.Option("--quotas", help=_("CSV or XLSX with feature, value, min and max."))]
Seats = Annotated[int, typer.Option("--seats", help=_("How many seats the panel has."))]
Id = Annotated[
    str, typer.Option("--id", help=_("The column with the numbers; without it: id, person_id, nummer."))
]
Method = Annotated[
    str,
    typer.Option(
        "--method",
        help=_("How chances are made fair: {methods}. quick is only for a rehearsal.").format(
            methods=", ".join(METHODS)
        ),
    ),
]
Household = Annotated[
    str, typer.Option("--household", help=_("Columns of the address: at most one person of each home."))
]
KeepIn = Annotated[
    Path | None, typer.Option("--keep-in", help=_("CSV with the numbers that are in every panel."))
]
KeepOut = Annotated[
    Path | None,
    typer.Option(
        "--keep-out",
        help=_(
            "CSV with the numbers that are in no panel, and a reason: conflict_of_interest, cool_down, "
            "not_eligible or other. Any other text counts as other."
        ),
    ),
]
Source = Annotated[str, typer.Option("--source", help=_("Where the number will come from, and when."))]
Out = Annotated[Path, typer.Option("--out", help=_("The folder to make."))]
Seed = Annotated[str | None, typer.Option("--seed", help=_("The text that the agreed source gave."))]
Number = Annotated[
    str | None, typer.Option("--number", help=_("A number drawn by hand, 000 to 999, instead of a seed."))
]
Reserves = Annotated[int, typer.Option("--reserves", help=_("How many reserves to list."))]
Folder = Annotated[Path, typer.Argument(help=_("The folder of a draw."))]


def register(app: typer.Typer, house: House) -> None:
    """Add the commands to `app`."""
    commands = _Commands(Lotteries(house.entropy, house.clock))
    app.command("preflight", help=_("Say whether a panel is possible, what clashes and what would help."))(
        commands.preflight
    )
    app.command("lottery", help=_("Make the lottery and commit to it; the number comes later."))(
        commands.lottery
    )
    app.command("number", help=_("Draw the number of a lottery that was committed to."))(commands.number)
    app.command("draw", help=_("Lottery and number in one: a rehearsal."))(commands.draw)
    app.command("verify", help=_("Check a draw, from its full folder or from what was made public."))(
        commands.verify
    )


class _Commands:
    """One method per command."""

    def __init__(self, lotteries: Lotteries) -> None:
        self._lotteries = lotteries

    def preflight(  # noqa: PLR0913 - one argument per option
        self,
        people: People,
        quotas: Quotas,
        seats: Seats,
        id_column: Id = "",
        household: Household = "",
        keep_in: KeepIn = None,
        keep_out: KeepOut = None,
    ) -> None:
        """Print what clashes, ways out and who has no chance; exit 2 when no panel is possible."""
        with explained(), Bar() as bar:
            sheets = (people, quotas, keep_in, keep_out)
            request = _request(sheets, seats, id_column, household)
            found = self._lotteries.preflight(request, bar)
        for line in preflight_lines(found):
            typer.echo(line, err=not found.possible)
        if not found.possible:
            raise typer.Exit(BAD_INPUT)

    def lottery(  # noqa: PLR0913 - one argument per option
        self,
        people: People,
        quotas: Quotas,
        seats: Seats,
        out: Out,
        id_column: Id = "",
        method: Method = "leximin",
        household: Household = "",
        keep_in: KeepIn = None,
        keep_out: KeepOut = None,
        source: Source = "",
    ) -> None:
        """Write the folder without a number."""
        with explained(), Bar() as bar:
            sheets = (people, quotas, keep_in, keep_out)
            request = replace(_request(sheets, seats, id_column, household), method=method, source=source)
            _tell(self._lotteries.lottery(request, out, bar))

    def number(
        self, folder: Folder, seed: Seed = None, number: Number = None, reserves: Reserves = 0
    ) -> None:
        """Write the panel into the folder."""
        with explained():
            _tell(self._lotteries.number(folder, seed, _panel_number(number), reserves))

    def draw(  # noqa: PLR0913 - one argument per option
        self,
        people: People,
        quotas: Quotas,
        seats: Seats,
        out: Out,
        id_column: Id = "",
        method: Method = "leximin",
        household: Household = "",
        keep_in: KeepIn = None,
        keep_out: KeepOut = None,
        source: Source = "",
        seed: Seed = None,
        number: Number = None,
        reserves: Reserves = 0,
    ) -> None:
        """Write the folder with a number, marked as a rehearsal."""
        with explained(), Bar() as bar:
            sheets = (people, quotas, keep_in, keep_out)
            request = replace(_request(sheets, seats, id_column, household), method=method, source=source)
            _tell(self._lotteries.draw(request, out, bar, seed, _panel_number(number), reserves))

    def verify(
        self,
        folder: Folder,
        people: Annotated[
            Path | None, typer.Option("--people", help=_("The list of people, to compare with."))
        ] = None,
        quotas: Annotated[
            Path | None, typer.Option("--quotas", help=_("The quotas, to compare with."))
        ] = None,
    ) -> None:
        """Print what was checked; exit 3 when something differs."""
        with explained(), Bar() as bar:
            found = self._lotteries.verify(folder, people, quotas, bar)
        for line in verification_lines(found):
            typer.echo(line)


def _request(
    sheets: tuple[Path, Path, Path | None, Path | None], seats: int, id_column: str, household: str
) -> DrawFiles:
    """What is asked; `sheets` are people, quotas, and those to keep in and out."""
    people, quotas, keep_in, keep_out = sheets
    return DrawFiles(
        people=people,
        quotas=quotas,
        seats=seats,
        id_column=id_column,
        household=_columns(household),
        keep_in=keep_in,
        keep_out=keep_out,
    )


def _columns(text: str) -> tuple[str, ...]:
    return tuple(column.strip() for column in text.split(",") if column.strip())


def _panel_number(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise InvalidInput("draw_number_format", number=text)
    return int(text)


def _tell(outcome: DrawOutcome) -> None:
    typer.echo(_("Lottery {hash}").format(hash=outcome.lottery_sha256))
    typer.echo(_("Commitment {hash}").format(hash=outcome.commitment_sha256))
    typer.echo(chance_sentence(outcome.lottery))
    if outcome.lottery.without_chance:
        typer.echo(_("Without a chance: {count}.").format(count=len(outcome.lottery.without_chance)))
    if outcome.drawn is None:
        typer.echo(
            _("No number yet. Publish {file} first, then draw the number.").format(
                file=outcome.folder / "openbaar" / "toezegging.json"
            )
        )
        return
    if outcome.drawn.rehearsal:
        typer.echo(_("Rehearsal: nothing was published before the number."))
    typer.echo(_("Number {number}").format(number=f"{outcome.drawn.number:03d}"))
    typer.echo(_("Panel: {members}").format(members=", ".join(outcome.panel)))
    if outcome.reserves:
        typer.echo(_("Reserves: {members}").format(members=", ".join(outcome.reserves)))
