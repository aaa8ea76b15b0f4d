"""One step of the thread as a box that can be clicked, with Tab and Enter as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.outcomes import Standing
from burgertop_app.messages.threads import body, heading, note
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from burgertop_app.domain.overview_views import ThreadStep

PAD = 10
LINE = 18


class StepBox(QAbstractButton):
    """Heading in the accent, the words on at most `lines` lines, a muted note; `wanted` carries the step."""

    wanted = Signal(object)

    def __init__(self, step: ThreadStep, lines: int = 3) -> None:
        super().__init__()
        self.step = step
        self._lines = lines
        said = ". ".join(filter(None, (heading(step), body(step), note(step))))
        self.setAccessibleName(said)
        self.setToolTip(body(step))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._on_clicked)

    @override
    def sizeHint(self) -> QSize:
        rows = 1 + self._lines + (1 if note(self.step) else 0)
        return QSize(160, rows * LINE + 2 * PAD)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(104, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(look.accent if near else look.line), 1))
        painter.setBrush(QColor(look.sunken if near else look.bg))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        inner = self.rect().adjusted(PAD, PAD - 2, -PAD, -PAD + 2)
        gone = self.step.standing is Standing.WITHDRAWN
        self._one_line(
            painter, inner.top(), heading(self.step), look.muted if gone else look.accent, bold=True
        )
        below = self._words(
            painter, inner.adjusted(0, LINE + 2, 0, -LINE if note(self.step) else 0), gone=gone
        )
        foot = inner.bottom() - LINE + 3
        tall = self.height() > self.sizeHint().height() + LINE
        self._one_line(painter, min(below + 6, foot) if tall else foot, note(self.step), look.muted)
        painter.end()

    def _one_line(self, painter: QPainter, top: int, said: str, ink: str, *, bold: bool = False) -> None:
        painter.setFont(font(Type.CAPTION, bold=bold))
        painter.setPen(QColor(ink))
        room = self.width() - 2 * PAD
        short = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(PAD, top, room, LINE), Qt.AlignmentFlag.AlignVCenter, short)

    def _words(self, painter: QPainter, room: QRect, *, gone: bool) -> int:
        """Write the words; gives where they end."""
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(tokens().muted if gone else tokens().text))
        high = painter.fontMetrics().height() + 1
        lines = wrapped(body(self.step), painter.font(), room.width(), max(room.height() // high, 1))
        for number, said in enumerate(lines):
            line = QRect(room.left(), room.top() + number * high, room.width(), high)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, said)
        return room.top() + len(lines) * high

    def _on_clicked(self) -> None:
        self.wanted.emit(self.step)


class Arrow(QWidget):
    """The arrow between two boxes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, "arrow-right", "accent", QRect(4, (self.height() - 16) // 2, 16, 16))
        painter.end()


def wrapped(said: str, face: QFont, wide: int, most: int) -> list[str]:
    """`said` in at most `most` lines of `wide` pixels; long words break, the last line gets an ellipsis."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text = " ".join(said.split())
    layout = QTextLayout(text, face)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        start, length = line.textStart(), line.textLength()
        if len(found) == most - 1:
            rest = text[start:]
            found.append(QFontMetrics(face).elidedText(rest, Qt.TextElideMode.ElideRight, wide))
            break
        found.append(text[start : start + length].rstrip())
    layout.endLayout()
    return found
