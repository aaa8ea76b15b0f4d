"""A small title page, as the advice would have it with this logo and colour; paper is white day and night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.house_style import HOUSE, Look
from burgertop_app.domain.inks import inks
from burgertop_app.i18n import _
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from burgertop_app.domain.inks import Inks

PAPER = QSize(168, 238)
_LEFT, _RIGHT, _BAND = 18.0, 12.0, 5.0
_LOGO = QSize(76, 27)
_TEXT, _PALE = "#17201F", "#D5DCDA"


class TitlePage(QWidget):
    """The title page at about a quarter of its size."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(PAPER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look: Look = HOUSE
        self._logo = QPixmap()
        self._names = ("", "")
        self.put(HOUSE, "", "")

    def put(self, look: Look, organisation: str, title: str) -> None:
        """Show the page of `organisation` about `title` in this look."""
        if look.logo != self._look.logo or self._logo.isNull():
            self._logo = QPixmap()
            self._logo.loadFromData(look.logo)
        self._look, self._names = look, (organisation, title)
        said = (
            _("Preview of the title page in {colour}, with the logo: {alt}.")
            if look.logo
            else _("Preview of the title page in {colour}, without a logo.")
        ).format(colour=inks(look).accent, alt=look.alt)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRect(page)
        found = inks(self._look)
        painter.setPen(Qt.PenStyle.NoPen)
        _ring(painter, page, found)
        painter.setBrush(QColor(found.accent))
        painter.drawRect(QRectF(page.left(), page.top(), _BAND, page.height()))
        below = self._speaker(painter, page)
        self._title(painter, page, max(below, 92.0), QColor(found.accent))

    def _speaker(self, painter: QPainter, page: QRectF) -> float:
        """The logo and who speaks; gives where that ends."""
        top = page.top() + 22
        if not self._logo.isNull():
            size = self._logo.size().scaled(_LOGO, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(QRectF(_LEFT, top, size.width(), size.height()).toRect(), self._logo)
            top += size.height() + 5
        painter.setFont(font(Type.CAPTION, bold=True))
        painter.setPen(QColor(_TEXT))
        line = painter.fontMetrics().height()
        room = page.width() - _LEFT - (_RIGHT if not self._logo.isNull() else 56)
        said = painter.fontMetrics().elidedText(self._names[0], Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(_LEFT, top, room, line), said)
        return top + line

    def _title(self, painter: QPainter, page: QRectF, top: float, accent: QColor) -> None:
        painter.setFont(font(Type.HEADING, bold=True))
        painter.setPen(accent)
        room = QRectF(_LEFT, top, page.width() - _LEFT - _RIGHT, 58)
        painter.setClipRect(room)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self._names[1])
        painter.setClipping(False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_PALE))
        for line, share in enumerate((1.0, 1.0, 0.7)):
            painter.drawRect(QRectF(_LEFT, room.bottom() + 12 + line * 11, room.width() * share, 3))


def _ring(painter: QPainter, page: QRectF, found: Inks) -> None:
    """The ring of people."""
    painter.setBrush(QColor(found.soft))
    centre = QPointF(page.right() - 27, page.top() + 36)
    painter.drawEllipse(centre, 8.5, 8.5)
    for place in range(12):
        painter.save()
        painter.translate(centre)
        painter.rotate(place * 30)
        size = 2.8 if place % 3 else 4.0
        painter.drawEllipse(QPointF(0, -17.5), size, size)
        painter.restore()
