"""The empty page: a drawing, one sentence on what comes here, one button, one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.ui.kit.buttons import link as link_button
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

SHEETS = ((33.0, 37.0), (131.0, 15.0), (229.0, 41.0))
LINES = (52.0, 40.0, 46.0)


class Drawing(QWidget):
    """Three cards on a thread, as lines; the middle one in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(340, 150)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, 25)
        painter.setPen(QPen(QColor(tokens().accent), 2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_thread())
        for number, (left, top) in enumerate(SHEETS):
            _sheet(painter, QPointF(left, top), strong=number == 1)
        painter.end()


class EmptyPage(QWidget):
    """Takes the place of a page's content while there is none.

    Args:
        sentence: what comes here.
        start: words and act of the primary button; None when this page waits for another.
        help_link: words and act of the link below it, and `other_link` of one below that.
    """

    def __init__(
        self,
        sentence: str,
        start: tuple[str, Callable[[], object]] | None = None,
        help_link: tuple[str, Callable[[], object]] | None = None,
        icon: str = "plus",
        other_link: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = QVBoxLayout(self)
        box.setSpacing(16)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addStretch(3)
        box.addWidget(Drawing(), 0, centre)
        self.said = said = words(sentence, "lead", wrap=True)
        said.setAlignment(centre)
        said.setFixedWidth(520)
        said.ensurePolished()
        said.setMinimumHeight(said.heightForWidth(520))
        box.addWidget(said, 0, centre)
        if start is not None:
            self.button = primary(start[0], start[1], icon)
            box.addWidget(self.button, 0, centre)
        for link in filter(None, (help_link, other_link)):
            box.addWidget(link_button(*link), 0, centre)
        box.addStretch(4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(540, 360)


def _thread() -> QPainterPath:
    path = QPainterPath(QPointF(0, 80))
    path.cubicTo(8, 68, 20, 65, 33, 65)
    path.moveTo(107, 65)
    path.cubicTo(122, 65, 116, 43, 131, 43)
    path.moveTo(205, 43)
    path.cubicTo(222, 43, 212, 69, 229, 69)
    path.moveTo(303, 69)
    path.cubicTo(320, 69, 334, 60, 339, 50)
    return path


def _sheet(painter: QPainter, at: QPointF, *, strong: bool) -> None:
    look = tokens()
    painter.setPen(QPen(QColor(look.ctl), 1.2))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(QRectF(at.x(), at.y(), 74, 56), 5, 5)
    pen = QPen(QColor(look.accent if strong else look.line), 4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for number, length in enumerate(LINES):
        down = at.y() + 18 + number * 13
        painter.drawLine(QPointF(at.x() + 12, down), QPointF(at.x() + 12 + length, down))
