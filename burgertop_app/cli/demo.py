"""`burgertop demo`: the whole chain without a window."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.demo import line
from burgertop_app.services.demo.stage import OwnPool
from burgertop_app.services.demo.walk import WORKSPACE, walk

if TYPE_CHECKING:
    from burgertop_app.services.house import House


def register(app: typer.Typer, house: House) -> None:
    """Add the command to `app`."""

    def demo(
        out: Annotated[Path, typer.Option(help=_("Folder to make, with everything the chain leaves."))],
        people: Annotated[Path | None, typer.Option(help=_("Sheet with your own people."))] = None,
        quotas: Annotated[Path | None, typer.Option(help=_("Sheet with your own quotas."))] = None,
        seats: Annotated[int | None, typer.Option(help=_("Seats in your own panel."))] = None,
    ) -> None:
        with explained():
            own = _own(people, quotas, seats)
            with Bar() as bar:
                walk(house, out, lambda code, numbers: bar.say(line(code, numbers)), own, bar)
        typer.echo(_("Open it with: burgertop open {file}").format(file=out / WORKSPACE))

    app.command("demo", help=_("Walk the whole chain on the sample, or on your own people."))(demo)


def _own(people: Path | None, quotas: Path | None, seats: int | None) -> OwnPool | None:
    given = (people, quotas, seats)
    if all(each is None for each in given):
        return None
    if people is None or quotas is None or seats is None:
        raise InvalidInput("demo_own_incomplete")
    return OwnPool(people, quotas, seats)
