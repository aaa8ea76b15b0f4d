"""Quotas met: per group the room that was agreed and what the panel has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.patterns import PANEL, paint_fill
from burgertop_app.ui.kit.pictures import Figures
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.ui.draw.group_rows import GroupRow

LINE, HEAD = 24, 28
NAME, SAID = 148, 128
BAR = 9


@dataclass(frozen=True)
class Met:
    """One group: what was agreed, what the panel has."""

    name: str
    low: int
    high: int
    panel: int

    @property
    def fits(self) -> bool:
        """Whether the panel keeps to what was agreed."""
        return self.low <= self.panel <= self.high


class MetBars(QWidget):
    """A bar per group with the agreed room as a frame around its end."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[Met | str, ...] = ()
        self._most = 1

    def put(self, rows: Sequence[GroupRow]) -> Figures:
        """Show the groups of a drawn panel; gives the same in words."""
        self._rows = tuple(
            row.note.partition("\t")[0]
            if row.note
            else Met(row.entry.value, row.entry.low, row.entry.high, row.panel or 0)
            for row in rows
        )
        groups = [row for row in self._rows if isinstance(row, Met)]
        self._most = max((max(row.high, row.panel) for row in groups), default=1)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()
        met = sum(row.fits for row in groups)
        return Figures(
            _("{met} of {all} quotas are met.").format(met=met, all=len(groups)),
            (_("Group"), _("Agreed"), _("Panel")),
            tuple((row.name, agreed(row), str(row.panel)) for row in groups),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, sum(LINE if isinstance(row, Met) else HEAD for row in self._rows))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for row in self._rows:
            if isinstance(row, Met):
                self._paint(painter, row, top)
                top += LINE
            else:
                painter.setFont(font(Type.SMALL, bold=True))
                painter.setPen(QColor(tokens().text))
                spot = QRectF(0, top + 4, self.width(), HEAD - 4)
                painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, row)
                top += HEAD
        painter.end()

    def _paint(self, painter: QPainter, row: Met, top: int) -> None:
        room = self.width() - NAME - SAID - 8
        middle = top + LINE / 2
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(tokens().text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, NAME - 18)
        painter.drawText(QRectF(10, top, NAME - 14, LINE), Qt.AlignmentFlag.AlignVCenter, name)
        left, right = (NAME + room * bound / self._most for bound in (row.low, row.high))
        painter.setPen(QPen(QColor(tokens().ctl), 1))
        painter.setBrush(QColor(tokens().sunken))
        painter.drawRoundedRect(QRectF(left - 3, middle - 8, right - left + 6, 16), 3, 3)
        if row.panel:
            paint_fill(painter, QRectF(NAME, middle - BAR / 2, room * row.panel / self._most, BAR), PANEL)
        self._say(painter, row, top)

    def _say(self, painter: QPainter, row: Met, top: int) -> None:
        tint = tokens().ok if row.fits else tokens().late
        start = self.width() - SAID
        draw_icon(
            painter, "circle-check" if row.fits else "circle-alert", tint, QRect(start + 4, top + 4, 16, 16)
        )
        painter.setFont(font(Type.SMALL, bold=True))
        painter.setPen(QColor(tokens().text))
        painter.drawText(QRectF(start + 26, top, 26, LINE), Qt.AlignmentFlag.AlignVCenter, str(row.panel))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(tokens().muted))
        painter.drawText(QRectF(start + 50, top, SAID - 50, LINE), Qt.AlignmentFlag.AlignVCenter, agreed(row))


def agreed(row: Met) -> str:
    """What was agreed for a group: "6 tot 7"."""
    if row.low == row.high:
        return _("agreed: {seats}").format(seats=row.low)
    return _("{low} to {high}").format(low=row.low, high=row.high)
