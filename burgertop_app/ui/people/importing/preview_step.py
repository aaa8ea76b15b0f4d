"""The second step: how the file is read, with its first rows as they come out."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, mark, ngettext, number
from burgertop_app.messages.importing import remark_words
from burgertop_app.services.importing import DELIMITERS, ENCODINGS
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.services.importing import Opened, Source

Cells: TypeAlias = tuple[str, ...]
Line: TypeAlias = tuple[int, Cells]
"""The number of a row in the file, and its cells."""

SHOWN = 100
NARROWEST, WIDEST = 64, 260
ENCODING_WORDS = {
    "utf-8": mark("UTF-8 (usual)"),
    "cp1252": mark("Windows (older Excel)"),
    "utf-16": mark("UTF-16"),
}
DELIMITER_WORDS = {";": mark("semicolon ;"), ",": mark("comma ,"), "\t": mark("tab"), "|": mark("bar |")}


class PreviewStep(QWidget):
    """Encoding and delimiter of text, or the sheet of a workbook; another choice reads again."""

    reread = Signal(object)
    """The `Source` with another choice."""

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self.encoding = ChoiceField(_("Encoding"), [(code, _(ENCODING_WORDS[code])) for code in ENCODINGS])
        self.delimiter = ChoiceField(
            _("Delimiter"), [(sign, _(DELIMITER_WORDS[sign])) for sign in DELIMITERS]
        )
        self.sheet: ChoiceField[str] = ChoiceField(_("Sheet"), [])
        for field in (self.encoding, self.delimiter, self.sheet):
            field.setFixedWidth(220)
            field.changed.connect(self._on_changed)
        self._remarks = words("", "warn", wrap=True)
        self._foot = words("", "muted")
        self.table = _table((), ())
        choices = row(self.encoding, self.delimiter, self.sheet, None, gap=Space.L)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.M)
        self._box.addWidget(Card(holder(choices), self._remarks))
        self._box.addWidget(self.table, 1)
        self._box.addWidget(self._foot)

    def put(self, source: Source, opened: Opened) -> None:
        """Show what came out of `source`."""
        self._source = source
        table = opened.table
        book = bool(table.sheets)
        self.encoding.setVisible(not book and source.path is not None)
        self.delimiter.setVisible(not book)
        self.sheet.setVisible(book)
        self.sheet.offer([(name, name) for name in table.sheets])
        self.encoding.put(table.encoding)
        self.delimiter.put(table.delimiter)
        self.sheet.put(table.sheet)
        self._remarks.setText("\n".join(map(remark_words, table.warnings)))
        self._remarks.setVisible(bool(table.warnings))
        rows = ngettext("{count} row", "{count} rows", len(table.rows)).format(count=number(len(table.rows)))
        if len(table.rows) > SHOWN:
            rows = _("{rows}; the first {shown} are shown").format(rows=rows, shown=SHOWN)
        self._foot.setText(rows)
        shown = table.rows[:SHOWN]
        self._replace(_table(table.header, shown), list(zip(table.numbers, shown, strict=False)))

    def _replace(self, table: RecordTable[Line], lines: list[Line]) -> None:
        old, self.table = self.table, table
        table.put(lines)
        self._box.replaceWidget(old, table)
        old.hide()
        old.deleteLater()

    def _on_changed(self) -> None:
        if self._source is None:
            return
        for field in (self.encoding, self.delimiter, self.sheet):
            field.flush()
        self.reread.emit(
            replace(
                self._source,
                encoding=None if self.encoding.isHidden() else self.encoding.value(),
                delimiter=None if self.delimiter.isHidden() else self.delimiter.value(),
                sheet=None if self.sheet.isHidden() else self.sheet.value(),
            )
        )


def _table(header: Cells, rows: Sequence[Cells]) -> RecordTable[Line]:
    first: Column[Line] = Column(
        "row", _("Row"), lambda line: line[0], width=60, align=Align.RIGHT, muted=True
    )
    columns = [_column(place, title, rows) for place, title in enumerate(header)]
    look: TableLook[Line] = TableLook(foot=False)
    return RecordTable(_("The first rows of the sheet"), (first, *columns), itemgetter(0), look=look)


def _column(place: int, title: str, rows: Sequence[Cells]) -> Column[Line]:
    measure = QFontMetrics(font(Type.SMALL))
    head = QFontMetrics(font(Type.CAPTION, bold=True)).horizontalAdvance(title) + 36
    longest = max((measure.horizontalAdvance(cells[place]) for cells in rows), default=0) + 24
    width = min(max(head, longest, NARROWEST), WIDEST)
    return Column(f"column:{place}", title, lambda line: line[1][place], width=width)
