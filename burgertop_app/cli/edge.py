"""The edge of the terminal: errors become one sentence and an exit code, progress goes to stderr."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from burgertop_app.domain.errors import BurgertopError, CheckFailed, InvalidInput
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.progress import phase_words

if TYPE_CHECKING:
    from collections.abc import Iterator

BAD_INPUT = 2
FOUND_WRONG = 3


@contextmanager
def explained() -> Iterator[None]:
    """Turn a known error inside the block into its sentence on stderr and exit 2, or 3 for a failed check.

    A file that the computer refuses is a known error too, wherever it happens.
    """
    try:
        yield
    except BurgertopError as error:
        typer.echo(sentence(error), err=True)
        raise typer.Exit(FOUND_WRONG if isinstance(error, CheckFailed) else BAD_INPUT) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        refused = InvalidInput(
            "file_refused", file=str(error.filename or "?"), reason=error.strerror or str(error)
        )
        typer.echo(sentence(refused), err=True)
        raise typer.Exit(BAD_INPUT) from error


class Bar:
    """Progress of one piece of work on stderr; silent where stderr is no terminal."""

    def __init__(self) -> None:
        console = Console(file=sys.stderr)
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._bar.stop()

    def say(self, line: str) -> None:
        """Print a line of result on stdout; the bar goes on below it."""
        self._bar.stop()
        typer.echo(line)
        self._bar.start()

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        """Show the phase in words and the part done."""
        total = None if fraction is None else 1.0
        self._bar.update(self._task, description=phase_words(phase), completed=fraction or 0.0, total=total)
