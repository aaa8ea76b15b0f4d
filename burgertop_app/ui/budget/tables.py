"""The tables of a vote over a budget: projects before the vote, ways of counting, projects after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.budgets import amount
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budget_votes import BudgetLine

CENT = 100
HEAD = 60
LINE = 30
WIDE, SLIM = 165, 132
LEADING = (0, 112, 92, 84)
"""Pixels of the columns before the ways; the first takes the rest."""
PADDED = "QTableWidget::item { padding: 0 7px; }"
"""The cells begin and end where their headings do."""
NOTHING = "–"


def project_table() -> RecordTable[BudgetLine]:
    """The projects that can be voted for."""
    return RecordTable(
        _("Projects"),
        (
            Column("code", _("No."), lambda one: one.code, width=70, bold=True),
            Column("name", _("Project"), lambda one: one.name, stretch=True),
            Column("area", _("Area"), lambda one: one.area or None, width=170),
            Column(
                "cost",
                _("Cost"),
                lambda one: one.cents,
                text=lambda one: amount(one.cents, CENT),
                width=130,
                align=Align.RIGHT,
            ),
        ),
        key=lambda one: one.id,
        counted=lambda count: ngettext("{count} project", "{count} projects", count).format(
            count=number(count)
        ),
        look=TableLook(row_height=34),
    )


class SideBySide(QTableWidget):
    """Rows with a heading at the left and a column per way; the way that was fixed is bold.

    With more columns before the ways these are slimmer, and a column that says nothing is left out, so that
    the names at the left can be read in a small window.
    """

    def __init__(self, name: str, lead: int = 1) -> None:
        super().__init__()
        self._lead = lead
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(LINE)
        self.horizontalHeader().setMinimumHeight(HEAD)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setStyleSheet(PADDED)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def put(self, headings: Sequence[str], rows: Sequence[Sequence[str]], stands: int) -> None:
        """Show rows; `stands` is the place of the fixed way among the ways."""
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setRowCount(len(rows))
        for down, cells in enumerate(rows):
            for across, said in enumerate(cells):
                self.setItem(down, across, self._cell(said, across, strong=across == self._lead + stands))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for across in range(1, len(headings)):
            way = WIDE if self._lead == 1 else SLIM
            self.setColumnWidth(across, way if across >= self._lead else LEADING[across])
            told = any(cells[across] != NOTHING for cells in rows)
            self.setColumnHidden(across, across < self._lead and not told)
            side = Qt.AlignmentFlag.AlignLeft if across < min(self._lead, 2) else Qt.AlignmentFlag.AlignRight
            wrapped = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
            title = QTableWidgetItem(headings[across])
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter | wrapped)
            self.setHorizontalHeaderItem(across, title)
        header.setFixedHeight(HEAD)
        self.setFixedHeight(HEAD + LINE * len(rows) + 4)

    def _cell(self, said: str, across: int, *, strong: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(said)
        item.setToolTip(said)
        if across >= min(self._lead, 2):
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made = item.font()
        made.setBold(strong)
        item.setFont(made)
        return item
