"""The keys that work everywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut

from burgertop_app.ui.slices import slice_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.ui.main_window import MainWindow


def bind_keys(window: MainWindow) -> None:
    """Let the keys act on `window` as it stands now; earlier ones go."""
    for old in window.findChildren(QShortcut):
        old.deleteLater()
    acts: list[tuple[QKeySequence, Any]] = [
        (QKeySequence("Ctrl+K"), window.search),
        (QKeySequence("Ctrl+Q"), window.close),
    ]
    acts += [(QKeySequence(f"Ctrl+{number}"), _nth(window, number)) for number in range(1, 10)]
    if window.desk is not None:
        acts.append((QKeySequence(QKeySequence.StandardKey.Undo), window.desk.undo.undo))
        acts.append((QKeySequence(QKeySequence.StandardKey.Redo), window.desk.undo.redo))
    for keys, act in acts:
        QShortcut(keys, window).activated.connect(act)


def _nth(window: MainWindow, number: int) -> Callable[[], None]:
    def go() -> None:
        pages = [key for key in window.rail.keys if slice_for(key) is not None]
        if number <= len(pages):
            window.navigate(pages[number - 1])

    return go
