"""The things in the room: table tops, seats, and the hint while somebody is dragged."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type
from burgertop_app.ui.seating import seat_paint
from burgertop_app.ui.seating.placing import EDGE

if TYPE_CHECKING:
    from burgertop_app.ui.seating.drawn import Hint, SeatDrawn, TableDrawn

CENTRE = QPointF(0, 0)
HINT_WIDE = 440.0
PAD = 12.0
LINE = 19.0


class TableItem(QGraphicsItem):
    """A table top; `marked` while somebody of this table is dragged, `chosen` when the keyboard is here."""

    def __init__(self, table: TableDrawn, ring: float) -> None:
        super().__init__()
        self.table = table
        self.radius = ring - EDGE
        self._ring = ring
        self.marked = False
        self.chosen = False
        self.setToolTip(_plain(table.said))
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @override
    def boundingRect(self) -> QRectF:
        reach = self._ring + 24
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.setBrush(QColor(tokens().soft))
            painter.drawRoundedRect(self.boundingRect().adjusted(3, 3, -3, -3), 8, 8)
        said = (str(self.table.no), self.table.topic, self.table.leader)
        seat_paint.paint_table(painter, CENTRE, self.radius, said, chosen=self.chosen)


class SeatItem(QGraphicsItem):
    """A seat; `ringed` while it is dragged or aimed at, `chosen` when the keyboard is here."""

    def __init__(self, seat: SeatDrawn, table: TableItem) -> None:
        super().__init__(table)
        self.seat = seat
        self.table = table
        self.ringed = False
        self.chosen = False
        self.setToolTip(_plain(seat.said))
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(-22, -22, 44, 44)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.seat.person is None:
            seat_paint.paint_free(painter, CENTRE)
        else:
            seat_paint.paint_seat(painter, CENTRE, self.seat.group, self.seat.letters, faded=self.seat.absent)
        if self.ringed or self.chosen:
            seat_paint.paint_halo(painter, CENTRE, "text" if self.ringed else "accent")
        if self.seat.watches:
            seat_paint.paint_watching(painter, CENTRE)
        if self.seat.locked:
            seat_paint.paint_lock(painter, CENTRE)


class HintItem(QGraphicsItem):
    """The change in words, in inverted colours; keeps its size at every scale."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._lines: list[str] = []
        self._wide = HINT_WIDE
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(100)
        self.hide()

    @property
    def said(self) -> str:
        """Everything it says."""
        heading = self._heading if self._heading.endswith(".") else f"{self._heading}."
        return " ".join((heading, *self._lines))

    def tell(self, hint: Hint) -> None:
        """Say something else."""
        self.prepareGeometryChange()
        strong, plain = QFontMetricsF(font(Type.SMALL, bold=True)), QFontMetricsF(font(Type.SMALL))
        self._heading = hint.heading
        self._lines = [part for line in hint.lines for part in _wrapped(line, plain, HINT_WIDE - 2 * PAD)]
        widths = [strong.horizontalAdvance(self._heading), *map(plain.horizontalAdvance, self._lines)]
        self._wide = max(widths) + 2 * PAD + 2
        self.update()

    @property
    def wide(self) -> float:
        """Pixels across."""
        return self._wide

    @property
    def high(self) -> float:
        """Pixels down."""
        return (1 + len(self._lines)) * LINE + 2 * PAD - 6

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._wide, self.high)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.text))
        painter.drawRoundedRect(self.boundingRect(), 4, 4)
        painter.setPen(QColor(look.surface))
        for number, said in enumerate((self._heading, *self._lines)):
            painter.setFont(font(Type.SMALL, bold=number == 0))
            box = QRectF(PAD, PAD - 3 + number * LINE, self._wide - PAD, LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)


class AimItem(QGraphicsItem):
    """The dashed line from the seat that is dragged to where the pointer is."""

    def __init__(self) -> None:
        super().__init__()
        self._from, self._to = CENTRE, CENTRE
        self.setZValue(50)
        self.hide()

    def aim(self, start: QPointF, end: QPointF) -> None:
        """Draw from `start` to `end`."""
        self.prepareGeometryChange()
        self._from, self._to = start, end
        self.show()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self._from, self._to).normalized().adjusted(-4, -4, 4, 4)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens().text), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.6, 2.6])
        painter.setPen(pen)
        painter.drawLine(self._from, self._to)


def _plain(said: str) -> str:
    """Words for a tooltip that are never read as markup."""
    return f"<span>{escape(said)}</span>" if said else ""


def _wrapped(line: str, measure: QFontMetricsF, room: float) -> list[str]:
    """A sentence in lines that fit."""
    lines = [""]
    for word in line.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
