"""Starts Burgertop: without words the window, with words the terminal."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.services.house import House

STOPPED = 130


def main() -> None:
    """Open the window, or do what the words on the command line ask."""
    multiprocessing.freeze_support()
    try:
        _start(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _start(words: list[str]) -> None:
    # Loading takes a second or two, in which somebody may already press Ctrl-C.
    from burgertop_app.bootstrap import build
    from burgertop_app.cli.main import run

    house = build()
    if words:
        run(words, house, show)
    else:
        show(house, [])


def show(house: House, files: list[str]) -> None:
    """The window, with the workspace in `files` if there is one; ends the process when it is closed."""
    from burgertop_app.ui.application import start  # Qt loads for the window only

    sys.exit(start(house, files))


if __name__ == "__main__":
    main()
