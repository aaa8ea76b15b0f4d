"""The quota table: to type in while nothing is fixed, to read afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QVBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.ui.draw.group_rows import HIGH, LOW, SHARE, GroupRow, group_rows, share_words, typed
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.patterns import Fill, paint_fill
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Space, State, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter

    from burgertop_app.domain.drawing import QuotaEntry
    from burgertop_app.ui.draw.group_rows import Around
    from burgertop_app.ui.kit.tables import Entry

AUTOSAVE = 600
FIGURE = 52
BAR = 9


class GroupTable(QWidget):
    """Quotas to type in; what was typed is given out as soon as somebody pauses.

    Args:
        menu: entries of the context menu for the chosen groups.
    """

    edited = Signal(object)
    """All quotas, as a tuple of `QuotaEntry`, after a change."""

    def __init__(self, menu: Callable[[list[GroupRow]], Sequence[Entry]]) -> None:
        super().__init__()
        self.entries: tuple[QuotaEntry, ...] = ()
        self._around: Around | None = None
        self._dirty = False
        self.table = RecordTable(
            _("Quotas per group"), self._columns(), key=lambda row: row.key, menu=menu, look=_look()
        )
        self._wrong = words("", "late", wrap=True)
        self._wrong.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE)
        self._timer.timeout.connect(self.flush)
        self.table.view.itemDelegate().closeEditor.connect(self._on_closed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self._wrong)
        box.addWidget(self.table, 1)

    @property
    def complaint(self) -> str:
        """What was wrong with what was typed last, "" for nothing."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def put(self, entries: Sequence[QuotaEntry], around: Around) -> None:
        """Show quotas; what somebody is typing now is left alone."""
        if self._dirty or self.table.view.state() == QAbstractItemView.State.EditingState:
            self._around = around
            return
        self.entries, self._around = tuple(entries), around
        rows = group_rows(self.entries, around)
        if rows != list(self.table.model.rows):
            self.table.put(rows)

    def flush(self) -> None:
        """Give out what waits."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self.edited.emit(self.entries)

    def type_in(self, row: GroupRow, cell: str, text: str) -> None:
        """Take what was typed in one cell."""
        try:
            fresh = typed(row.entry, cell, text)
        except InvalidInput as error:
            self._wrong.setText(explain(error))
            self._wrong.show()
            return
        self._wrong.hide()
        if fresh == row.entry or self._around is None:
            return
        self.entries = tuple(
            fresh if (entry.feature, entry.value) == row.key else entry for entry in self.entries
        )
        for changed in group_rows(self.entries, self._around):
            if changed.entry.feature == row.entry.feature:
                self.table.model.amend(changed)
        self._dirty = True
        self._timer.start()

    def _columns(self) -> tuple[Column[GroupRow], ...]:
        return (
            _name(),
            Column(
                SHARE,
                _("Residents"),
                lambda row: row.entry.share,
                text=lambda row: share_words(row.entry),
                width=84,
                align=Align.RIGHT,
                edit=lambda row, text: self.type_in(row, SHARE, text),
            ),
            Column(
                LOW,
                _("Least"),
                lambda row: row.entry.low,
                width=62,
                align=Align.RIGHT,
                edit=lambda row, text: self.type_in(row, LOW, text),
            ),
            Column(
                HIGH,
                _("Most"),
                lambda row: row.entry.high,
                width=62,
                align=Align.RIGHT,
                edit=lambda row, text: self.type_in(row, HIGH, text),
            ),
            _supply(),
            _chance(),
        )

    def _on_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes to the next field, and over cells that are none."""
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        if hint in steps:
            start = self.table.view.currentIndex()
            QTimer.singleShot(0, lambda: self._to_field(start, steps[hint]))

    def _to_field(self, start: QModelIndex, step: int) -> None:
        model, view = self.table.model, self.table.view
        wide = model.columnCount()
        at = view.currentIndex() if view.currentIndex().isValid() else start
        place = at.row() * wide + at.column()
        while 0 <= place < model.rowCount() * wide:
            index = model.index(place // wide, place % wide)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                view.setCurrentIndex(index)
                return
            place += step


def fixed_table() -> RecordTable[GroupRow]:
    """The quotas of a draw that is fixed, to read; with what the panel has."""
    columns = (
        _name(),
        Column[GroupRow](
            SHARE,
            _("Residents"),
            lambda row: row.entry.share,
            text=lambda row: share_words(row.entry),
            width=88,
            align=Align.RIGHT,
        ),
        Column[GroupRow](
            "agreed",
            _("Agreed"),
            lambda row: row.entry.low,
            text=_agreed,
            width=92,
            align=Align.RIGHT,
        ),
        _supply(),
        _chance(),
        Column[GroupRow]("panel", _("Panel"), lambda row: row.panel, chip=_met, width=76),
    )
    return RecordTable(_("Quotas of this draw"), columns, key=lambda row: row.key, look=_look())


def _look() -> TableLook[GroupRow]:
    return TableLook(row_height=30, foot=False, heading=lambda row: row.note or None)


def _name() -> Column[GroupRow]:
    return Column("value", _("Group"), lambda row: row.entry.value, stretch=True)


def _supply() -> Column[GroupRow]:
    return Column(
        "supply",
        _("Registered (dash = needed)"),
        lambda row: row.supply,
        text=_supply_words,
        width=236,
        paint=_paint_supply,
    )


def _chance() -> Column[GroupRow]:
    return Column(
        "chance",
        _("Chance"),
        lambda row: row.chance,
        text=lambda row: "" if row.chance is None else _("± {share}").format(share=percent(row.chance)),
        width=74,
        align=Align.RIGHT,
    )


def _agreed(row: GroupRow) -> str:
    if row.entry.low == row.entry.high:
        return str(row.entry.low)
    return _("{low} to {high}").format(low=row.entry.low, high=row.entry.high)


def _met(row: GroupRow) -> Chip | None:
    if row.panel is None:
        return None
    return Chip(str(row.panel), State.OK if row.met else State.LATE)


def _supply_words(row: GroupRow) -> str:
    said = ngettext("{people} person", "{people} people", row.supply).format(people=number(row.supply))
    short = _("{people}, {count} too few").format(people=said, count=row.entry.low - row.supply)
    return short if row.short else said


def _paint_supply(painter: QPainter, at: QRect, row: GroupRow) -> None:
    """A bar for the people, a dash where the minimum stands, the number at the right."""
    room = at.width() - FIGURE
    top = at.center().y() - BAR // 2
    most = max(row.longest, row.entry.low)
    wide = room * row.supply / most
    fill = Fill.LATE if row.short else Fill.C1
    if wide > 0:
        paint_fill(painter, QRectF(at.left(), top, max(wide, 2.0), BAR), fill)
    if row.entry.low:
        dash = at.left() + room * row.entry.low / most
        painter.fillRect(QRectF(dash - 1, top - 4, 2, BAR + 8), QColor(tokens().text))
    painter.setFont(font(Type.SMALL, bold=row.short))
    painter.setPen(QColor(tokens().late if row.short else tokens().text))
    said = number(row.supply)
    spot = QRectF(at.right() - FIGURE, at.top(), FIGURE, at.height())
    painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
    if row.short:
        left = at.right() - QFontMetrics(font(Type.SMALL, bold=True)).horizontalAdvance(said) - 20
        draw_icon(painter, "triangle-alert", tokens().late, QRect(left, at.center().y() - 7, 14, 14))
