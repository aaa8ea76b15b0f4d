"""`burgertop check`, `backup` and `restore`: looking after workspace files."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from typing import Annotated

import typer

from burgertop_app.cli.edge import explained
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.i18n import _
from burgertop_app.messages.workspaces import check_lines
from burgertop_app.services import workspaces

FILE = "FILE.burgertop"


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("check", help=_("Check a workspace: the file, the references, the log and the version."))(
        check
    )
    app.command("backup", help=_("Copy a workspace as one file, also while it is open."))(backup)
    app.command("restore", help=_("Put a backup back under a name that is free."))(restore)


def check(file: Annotated[Path, typer.Argument(help=_("The workspace."), metavar=FILE)]) -> None:
    """Say what was checked; exit 3 when something is wrong."""
    with explained():
        report = workspaces.check(file)
    for line in check_lines(report):
        typer.echo(line)
    with explained():
        if not report.sound:
            raise CheckFailed("check_unsound", file=file.name)


def backup(
    file: Annotated[Path, typer.Argument(help=_("The workspace."), metavar=FILE)],
    to: Annotated[Path, typer.Option(help=_("The copy to write; it may not be there yet."), metavar=FILE)],
) -> None:
    """Copy the workspace and say where the copy stands."""
    with explained():
        workspaces.backup(file, to)
    typer.echo(_("The backup stands in {file} and passed the check.").format(file=to))


def restore(
    file: Annotated[Path, typer.Argument(help=_("The backup."), metavar=FILE)],
    to: Annotated[
        Path, typer.Option(help=_("The workspace to write; it may not be there yet."), metavar=FILE)
    ],
) -> None:
    """Put the backup back and say where it stands."""
    with explained():
        workspaces.restore(file, to)
    typer.echo(_("The workspace stands in {file} and passed the check.").format(file=to))
