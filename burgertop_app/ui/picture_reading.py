"""Reads a picture for a form out of the way of the window; meanwhile no other can be picked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.ui.desk import Desk

R = TypeVar("R")


def read_picture(
    desk: Desk,
    pick: QPushButton,
    ready: Callable[[], R],
    show: Callable[[R], object],
    refuse: Callable[[object], object],
) -> None:
    """Call `ready` off the window; the form hears what came of it (`show`) or why not (`refuse`)."""
    pick.setEnabled(False)
    task = desk.tasks.ask(ready)
    task.done.connect(show)
    task.failed.connect(refuse)
    task.finished.connect(partial(pick.setEnabled, True))  # noqa: FBT003 - Qt's own signature
    task.submit()
