"""A wizard in the place of a page: numbered steps on top, Cancel, Back and Next below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.cards import PageHead
from burgertop_app.ui.kit.errors import ErrorBar
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

CIRCLE = 30


@dataclass(frozen=True)
class Step:
    """One step: its name and the widget that fills the page."""

    name: str
    body: QWidget


class Wizard(QWidget):
    """Steps one after another.

    The page answers `wanted` (the number of the step that Next or Back asks for) by calling `go`, after
    doing what the step needs; so a step can refuse. `finished` comes from Next on the last step.

    Args:
        sentence: on top; says what is not yet kept.
        finish: the verb on the last button.
    """

    wanted = Signal(int)
    finished = Signal()
    cancelled = Signal()

    def __init__(self, title: str, sentence: str, steps: Sequence[Step], finish: str) -> None:
        super().__init__()
        self.head = PageHead(title)
        self.head.say(sentence)
        self.error_bar = ErrorBar()
        self._finish = finish
        self._lost = False
        self._strip = StepStrip([step.name for step in steps])
        self._bodies = QStackedWidget()
        for step in steps:
            self._bodies.addWidget(step.body)
        self._why = words("", "muted")
        self._back = secondary(_("Back"), self._on_back, "arrow-left")
        self._next = primary(_("Next"), self._on_next)
        self._next.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for widget in (self.head, self.error_bar, self._strip):
            box.addWidget(widget)
        box.addWidget(self._bodies, 1)
        stop = secondary(_("Cancel"), self.cancelled.emit)
        self.foot = holder(row(None, self._why, Space.S, stop, self._back, self._next))
        box.addWidget(self.foot)
        self.go(0)

    @property
    def step(self) -> int:
        """The number of the step on screen, from 0."""
        return self._bodies.currentIndex()

    def go(self, step: int) -> None:
        """Show `step`; the steps before it get a tick."""
        self._bodies.setCurrentIndex(step)
        self._strip.go(step)
        self._back.setEnabled(step > 0)
        self._next.setText(self._finish if self._last else _("Next"))
        self.hold("")

    def found(self, step: int, what: str) -> None:
        """Say under the name of `step` what was found there ("240 rijen")."""
        self._strip.found(step, what)

    def hold(self, why: str) -> None:
        """Keep Next back and say why ("Nog 4 keuzes, dan kunt u verder."); "" lets go."""
        self._why.setText(why)
        self._lost = self._lost or (bool(why) and self._next.hasFocus())
        self._next.setEnabled(not why)
        if self._lost and not why:
            self._lost = False
            self._take_focus_back()
        self._next.setAccessibleDescription(why)

    def _take_focus_back(self) -> None:
        """Let the keyboard go on where it was before Next was held back, unless it is in use in a step."""
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._next.setFocus()

    @property
    def _last(self) -> bool:
        return self.step == self._bodies.count() - 1

    def _on_back(self) -> None:
        self.wanted.emit(self.step - 1)

    def _on_next(self) -> None:
        if self._last:
            self.finished.emit()
        else:
            self.wanted.emit(self.step + 1)


class StepStrip(QFrame):
    """The row of steps: circle with number or tick, name, what was found, a line to the next."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedHeight(64)
        self._names = list(names)
        self._found = [""] * len(self._names)
        self._now = 0

    def go(self, step: int) -> None:
        """`step` is the one of now."""
        self._now = step
        self._tell()

    def found(self, step: int, what: str) -> None:
        """Words under the name of `step`."""
        self._found[step] = what
        self._tell()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 64)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widths = [self._width(number) for number in range(len(self._names))]
        room = self.width() - 2 * Space.XL - sum(widths)
        gap = room / max(len(widths) - 1, 1)
        left = float(Space.XL)
        for number, width in enumerate(widths):
            self._paint_step(painter, number, QRectF(left, 0, width, self.height()))
            if number < len(widths) - 1:
                pen = QPen(QColor(tokens().accent if number < self._now else tokens().line), 2)
                painter.setPen(pen)
                middle = self.height() / 2
                painter.drawLine(QPointF(left + width + 12, middle), QPointF(left + width + gap - 12, middle))
            left += width + gap
        painter.end()

    def _paint_step(self, painter: QPainter, number: int, at: QRectF) -> None:
        look = tokens()
        circle = QRectF(at.left(), (at.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        done, now = number < self._now, number == self._now
        painter.setPen(QPen(QColor(look.accent if done or now else look.ctl), 2 if now else 1))
        painter.setBrush(QColor(look.accent if done else look.surface))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            draw_icon(painter, "check", "on", circle.adjusted(7, 7, -7, -7).toRect())
        else:
            painter.setFont(font(Type.SMALL, bold=True))
            painter.setPen(QColor(look.accent if now else look.muted))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        left = round(at.left()) + CIRCLE + 8
        found = self._found[number]
        painter.setFont(font(Type.BASE, bold=now))
        painter.setPen(QColor(look.accent if now else look.text if done else look.muted))
        top = 13 if found else 21
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, 400, 20), flags, self._names[number])
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(look.muted))
        painter.drawText(QRect(left, 33, 400, 18), flags, found)

    def _width(self, number: int) -> float:
        name = QFontMetrics(font(Type.BASE, bold=True)).horizontalAdvance(self._names[number])
        found = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(self._found[number])
        return CIRCLE + 8 + max(name, found)

    def _tell(self) -> None:
        total = len(self._names)
        said = _("Step {number} of {total}: {name}").format(
            number=self._now + 1, total=total, name=self._names[self._now]
        )
        self.setAccessibleName(said)
        self.update()
