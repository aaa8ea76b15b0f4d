"""`burgertop themes`: which theme a card may belong to, from a file to a file."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads it)
from typing import Annotated

import typer

from burgertop_app.cli.edge import Bar, explained
from burgertop_app.i18n import _
from burgertop_app.messages.suggesting import result_words
from burgertop_app.services.theme_files import ThemesRequest, themes_from_files


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("themes", help=_("Suggest themes for cards, learnt from the cards that have one."))(themes)


def themes(
    cards: Annotated[
        Path,
        typer.Option(help=_("The cards: a file with the columns id, text and theme."), metavar="cards.csv"),
    ],
    out: Annotated[Path, typer.Option(help=_("The suggestions to write."), metavar="suggestions.csv")],
) -> None:
    """Write three themes per card and the earlier card that says the same; people decide."""
    with explained(), Bar() as bar:
        result = themes_from_files(ThemesRequest(cards, out), bar)
    for line in result_words(result.cards, result.sorted, result.themes, result.doubles):
        typer.echo(line)
