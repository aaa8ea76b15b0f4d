"""The first step: the list itself, chosen, dropped or pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.importing.file_step import DropArea


class ListFileStep(QWidget):
    """Asks for a file or for what is on the clipboard."""

    path_given = Signal(object)
    pasted = Signal(str)
    pick_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = words("", "strong", wrap=True)
        drop = DropArea(self._told)
        drop.pick.clicked.connect(self.pick_wanted)
        drop.paste.clicked.connect(self._on_paste)
        drop.dropped.connect(self.path_given)
        said = _(
            "Names, addresses and numbers stay in this workspace. A sheet with citizen service numbers (BSN) "
            "is refused."
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(Card(words(said, "muted", wrap=True)))
        box.addWidget(drop, 1)

    def tell(self, said: str) -> None:
        """Say which list was chosen."""
        self._told.setText(said)
        self._told.setVisible(bool(said))

    def _on_paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())
