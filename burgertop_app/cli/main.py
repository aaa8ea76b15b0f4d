"""The command line: every command, and what holds for all of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from burgertop_app.cli import count, demo, draw, due, handover, reseat, seat, themes, window, workspace
from burgertop_app.cli.edge import BAD_INPUT
from burgertop_app.cli.usage import usage_sentence
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.cli.window import Show
    from burgertop_app.services.house import House

STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""


def run(words: Sequence[str], house: House, show: Show) -> None:
    """Do what `words` ask; ends the process with the exit code that the command gives."""
    try:
        code = build(house, show)(args=list(words), prog_name="burgertop", standalone_mode=False)
    except TyperException as error:
        typer.echo(usage_sentence(error), err=True)
        sys.exit(BAD_INPUT)
    if code == STOPPED:
        typer.echo(_("Stopped. Nothing half was left behind."), err=True)
    sys.exit(code)


def build(house: House, show: Show) -> typer.Typer:
    """The commands, in the language now spoken; `show` opens the window."""
    app = typer.Typer(
        help=_("Run a citizen panel from the first letter to the answered advice."),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_together)
    window.register(app, house, show)
    draw.register(app, house)
    demo.register(app, house)
    count.register(app)
    due.register(app)
    seat.register(app)
    reseat.register(app)
    themes.register(app)
    workspace.register(app)
    handover.register(app, house)
    return app


def _together() -> None:
    """Hold the commands together, also when there is only one."""
