"""`burgertop copy`, `handover` and `takeover`: working on two laptops."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path  # noqa: TC003  (typer reads it)
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import explained
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.handovers import (
    difference_words,
    incoming_lines,
    origin_line,
    saying_words,
    teller_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.services.house import House, Services

FILE = "FILE.burgertop"
HANDOVER = "FILE.burgertop-overdracht"


def register(app: typer.Typer, house: House) -> None:
    """Add the commands to `app`."""

    def copy(
        file: Annotated[Path, typer.Argument(help=_("The workspace."), metavar=FILE)],
        to: Annotated[
            Path, typer.Option(help=_("The copy to write; it may not be there yet."), metavar=FILE)
        ],
    ) -> None:
        with _opened(house, file) as services:
            services.handing_over.copy(to)
        typer.echo(_("The copy for a second laptop stands in {file}.").format(file=to))

    def handover(
        file: Annotated[Path, typer.Argument(help=_("The workspace."), metavar=FILE)],
        out: Annotated[Path, typer.Option(help=_("The hand-over file to write."), metavar=HANDOVER)],
    ) -> None:
        with _opened(house, file) as services:
            services.handing_over.make(out)
        typer.echo(_("The hand-over stands in {file}. It holds personal data.").format(file=out))

    def takeover(
        file: Annotated[Path, typer.Argument(help=_("The workspace."), metavar=FILE)],
        handed: Annotated[Path, typer.Argument(help=_("The hand-over file."), metavar=HANDOVER)],
        look: Annotated[bool, typer.Option("--look", help=_("Only tell what would come in."))] = False,  # noqa: FBT002
    ) -> None:
        with _opened(house, file) as services:
            _take(services, handed, look=look)

    app.command("copy", help=_("Make a copy of a workspace for a second laptop."))(copy)
    app.command("handover", help=_("Write what was done on this laptop to a hand-over file."))(handover)
    app.command("takeover", help=_("Take over what was done on another laptop."))(takeover)


def _take(services: Services, handed: Path, *, look: bool) -> None:
    before = None
    if look:
        incoming = services.handing_over.preview(handed)
    else:
        taken = services.handing_over.take_over(handed)
        incoming, before = taken.incoming, taken.before
    for line in (origin_line(incoming), *incoming_lines(incoming)):
        typer.echo(line)
    for found in incoming.differences:
        typer.echo(" – ".join(filter(None, difference_words(found))))
        for at, said in enumerate(found.sayings):
            sign = "*" if at == found.stands else " "
            typer.echo(f"  {sign} {saying_words(found, said)} ({teller_words(said)})")
    if incoming.differences:
        count = len(incoming.differences)
        waiting = ngettext(
            "{count} difference waits for a choice in the window; until then the line with * counts.",
            "{count} differences wait for a choice in the window; until then the lines with * count.",
            count,
        )
        typer.echo(waiting.format(count=number(count)))
    if before is not None:
        typer.echo(_("The workspace as it was before stands in {file}.").format(file=before))


@contextmanager
def _opened(house: House, file: Path) -> Iterator[Services]:
    with explained():
        services = house.open(file)
        try:
            yield services
        finally:
            services.workspace.close()
