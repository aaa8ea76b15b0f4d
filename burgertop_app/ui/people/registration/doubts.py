"""Replies that differ from the list, with a button for each of the two values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext
from burgertop_app.ui.kit.buttons import secondary, small
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.people.listing import number_order, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.registration import DoubtLine

SIZE = (820, 440)


class DoubtsDialog(QDialog):
    """A row per difference; `decided` gives the line and whether the list is right."""

    decided = Signal(object, bool)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        title = _("Replies that differ from the list")
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self.table: RecordTable[DoubtLine] = RecordTable(
            title,
            _columns(),
            key=lambda line: (line.invitation_id, line.feature),
            counted=lambda count: ngettext("{count} difference", "{count} differences", count),
            look=TableLook(row_height=33),
        )
        self.table.chosen.connect(lambda _line: self._show())
        self._list = small(_("The list is right"), lambda: self._decide(listed=True), "clipboard-list")
        self._reply = small(_("The reply is right"), lambda: self._decide(listed=False), "mail-check")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(words(title, "heading"))
        told = _(
            "Call or write if you are not sure. Until you decide, this value counts as not known, and "
            "registration cannot close."
        )
        box.addWidget(words(told, "small", wrap=True))
        box.addWidget(self.table, 1)
        box.addLayout(row(self._list, self._reply, None, secondary(_("Close"), self.accept)))
        self._show()

    def put(self, lines: Sequence[DoubtLine]) -> None:
        """Show what waits; the first line is chosen, so that one can go on by keyboard."""
        self.table.put(list(lines))
        if lines and self.table.current is None:
            self.table.select((lines[0].invitation_id, lines[0].feature))
        self._show()

    def _decide(self, *, listed: bool) -> None:
        for line in self.table.selected:
            self.decided.emit(line, listed)

    def _show(self) -> None:
        for button in (self._list, self._reply):
            button.setEnabled(bool(self.table.selected))


def _columns() -> tuple[Column[DoubtLine], ...]:
    return (
        Column(
            "number",
            _("No."),
            lambda line: line.number,
            width=64,
            align=Align.RIGHT,
            muted=True,
            sort=lambda line: number_order(line.number),
        ),
        Column("name", _("Name"), lambda line: line.name, stretch=True),
        Column("feature", _("Feature"), lambda line: titled(line.feature), width=120),
        Column("listed", _("The list says"), lambda line: line.listed, width=170),
        Column("replied", _("The reply says"), lambda line: line.replied, width=170, bold=True),
    )
