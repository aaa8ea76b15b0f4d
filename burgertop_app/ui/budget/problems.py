"""What a file with papers or votes holds, before it is taken in: the sentence and the rows left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

WIDE, HIGH = 860, 520


@dataclass(frozen=True)
class LeftOut:
    """A row that is left out: its file, its number there, and why."""

    place: int
    file: str
    row: int
    why: str


class TakeIn(Panel):
    """Tells what comes in and lists what does not; the button takes in the rest."""

    def __init__(
        self, parent: QWidget | None, told: str, left_out: Sequence[LeftOut], extra: Sequence[QWidget] = ()
    ) -> None:
        table: RecordTable[LeftOut] = RecordTable(
            _("Rows that are left out"),
            (
                Column("file", _("File"), lambda one: one.file, width=200),
                Column("row", _("Row"), lambda one: one.row, width=70, align=Align.RIGHT),
                Column("why", _("What is wrong"), lambda one: one.why, stretch=True),
            ),
            key=lambda one: one.place,
            counted=lambda count: ngettext(
                "{count} row is left out", "{count} rows are left out", count
            ).format(count=number(count)),
            look=TableLook(row_height=34),
        )
        table.put(left_out)
        table.setVisible(bool(left_out))
        body = column(words(told, "small", wrap=True), *extra, table)
        body.setStretch(len(extra) + 1, 1 if left_out else 0)
        super().__init__(parent, _("Take in"), body, _("Take in"))
        self.table = table
        if left_out:
            self.widen(WIDE, HIGH)
