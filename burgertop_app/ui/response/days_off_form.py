"""The table of days off by royal decree: see it, put a day in or take one out, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, day
from burgertop_app.messages.terms import weekday
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import clear, column, row, rule, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.decree_days import DecreeTable, TableLine


class DaysOffForm(QWidget):
    """`added`, `removed` and `extended` carry (day, source)."""

    added = Signal(object)
    removed = Signal(object)
    extended = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._until = words("", "small", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.source = LineField(
            _("Where it was made known"), _filled, placeholder=_("For example: Stcrt. 2028, 1234")
        )
        self.day = DateField(_("Day"), month=today, optional=True)
        self.add = small(_("Put this day in the table"), self._on_add, "plus")
        self.extend = small(_("I looked up to this day"), self._on_extend, "check")
        hint = _(
            "Every few years the government equates days with a holiday by royal decree. They stand in the"
            " Staatscourant. A last day that is fixed already does not move."
        )
        self.setLayout(
            column(
                words(hint, "caption", wrap=True),
                self._until,
                self._lines,
                rule(),
                self.source,
                self.day,
                row(self.add, None),
                row(self.extend, None),
                gap=Space.M,
            )
        )
        self.setFocusProxy(self.source)

    def put(self, table: DecreeTable) -> None:
        """Show the table."""
        said = _("The table runs to {day}.").format(day=day(table.last))
        if table.until_source:
            said = f"{said} {table.until_source}"
        self._until.setText(said)
        clear(self._lines)
        for line in reversed(table.lines):
            self._lines.addLayout(self._line(line))

    def _line(self, line: TableLine) -> QVBoxLayout:
        said = weekday(line.day)
        if line.removed:
            said = _("{day} (taken out)").format(day=said)
        away = icon_button("trash-2", _("Take {day} out").format(day=weekday(line.day)))
        away.clicked.connect(lambda: self._on_remove(line.day))
        away.setVisible(not line.removed)
        made = column(row(words(said, "muted" if line.removed else "small"), None, away), gap=0)
        if line.source:
            made.addWidget(words(line.source, "caption", wrap=True))
        return made

    def _on_add(self) -> None:
        self._emit(self.added)

    def _on_extend(self) -> None:
        self._emit(self.extended)

    def _on_remove(self, gone: date) -> None:
        if self._sourced():
            self.removed.emit((gone, self.source.value()))

    def _emit(self, signal: object) -> None:
        if not self._sourced():
            return
        try:
            chosen = self.day.value()
        except InvalidInput:
            return
        if chosen is None:
            self.day.complain(_("Fill in a day."))
            return
        signal.emit((chosen, self.source.value()))  # type: ignore[attr-defined]

    def _sourced(self) -> bool:
        if self.source.valid:
            return True
        self.source.complain(_("Write where the day was made known."))
        self.source.setFocus()
        return False


def _filled(source: str) -> None:
    if not source:
        raise InvalidInput("decree_source_empty")
