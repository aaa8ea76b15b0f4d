"""The base of every picture: a sentence for a screen reader, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import link

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Figures:
    """The numbers of a picture, in words: one sentence, headings and rows."""

    sentence: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Pictured(QWidget):
    """A picture with "Show as table" below it, which puts its numbers in its place.

    Give the picture; call `describe` whenever its numbers change.
    """

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self.picture = picture
        self._table = QTableWidget()
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        both = QWidget()
        self._stack = QStackedLayout(both)
        self._stack.addWidget(picture)
        self._stack.addWidget(self._table)
        self.switch = link(_("Show as table"), self._on_switch, "table")
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.switch)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(both, 1)
        box.addLayout(below)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._stack.currentIndex() == 1

    def describe(self, figures: Figures) -> None:
        """Say what the picture shows."""
        self.picture.setAccessibleName(figures.sentence)
        self.picture.setAccessibleDescription(figures.sentence)
        self._table.setAccessibleName(figures.sentence)
        self._table.setColumnCount(len(figures.headings))
        self._table.setHorizontalHeaderLabels(list(figures.headings))
        self._table.setRowCount(len(figures.rows))
        for down, cells in enumerate(figures.rows):
            self._fill_row(down, cells)

    def _fill_row(self, down: int, cells: Sequence[str]) -> None:
        for across, said in enumerate(cells):
            item = QTableWidgetItem(said)
            if across:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(down, across, item)

    def _on_switch(self) -> None:
        self._stack.setCurrentIndex(0 if self.as_table else 1)
        self.switch.setText(_("Show as picture") if self.as_table else _("Show as table"))
