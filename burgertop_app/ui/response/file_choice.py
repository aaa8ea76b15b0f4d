"""A file that goes with what is recorded: a button to choose it, and what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KINDS = "(*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.eml *.msg)"


class FileChoice(QWidget):
    """At most one file; `ask` shows the dialog and gives a path or None."""

    def __init__(self, label: str, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self.path: Path | None = None
        self._ask = ask
        self._name = words(_("No file chosen"), "caption", wrap=True)
        self.button = small(_("Choose a file…"), self._on_choose, "paperclip")
        self.button.setAccessibleDescription(label)
        self._clear = icon_button("x", _("Without this file"), self._on_clear)
        self._clear.hide()
        self.setLayout(
            column(words(label, "field", wrap=True), row(self.button, self._clear, None), self._name, gap=4)
        )

    def put(self, path: Path | None) -> None:
        """Take this file, or none."""
        self.path = path
        self._name.setText(path.name if path else _("No file chosen"))
        self._clear.setVisible(path is not None)

    def _on_choose(self) -> None:
        path = self._ask()
        if path is not None:
            self.put(path)

    def _on_clear(self) -> None:
        self.put(None)
