"""`burgertop open`: the window with a workspace in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from burgertop_app.cli.edge import explained
from burgertop_app.i18n import _
from burgertop_app.services import workspaces

if TYPE_CHECKING:
    from burgertop_app.services.house import House

Show = Callable[["House", list[str]], None]
"""Shows the window with these files until it is closed."""


def register(app: typer.Typer, house: House, show: Show) -> None:
    """Add the command to `app`."""

    def open_file(file: Annotated[Path, typer.Argument(help=_("The workspace to open."))]) -> None:
        with explained():
            workspaces.recognise(file)
        show(house, [str(file)])

    app.command("open", help=_("Open a workspace in the window."))(open_file)
