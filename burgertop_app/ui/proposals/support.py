"""The bar of support: for, against and blank, in a row of the list and on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.messages.votes import count_words, short_count_words
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill, paint_fill
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from burgertop_app.domain.ballots import Count

HIGH = 11
GAP = 2


class SupportBar(QWidget):
    """One bar with its numbers below; says "no votes yet" when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count: Count | None = None

    def put(self, count: Count | None) -> None:
        """Show these votes."""
        self._count = count
        self.setAccessibleName(support_words(count))
        self.setToolTip(support_words(count))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(150, 34)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(90, 34)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_support(painter, self.rect(), self._count)
        painter.end()


def support_words(count: Count | None) -> str:
    """The votes in words."""
    return _("no votes yet") if count is None else count_words(count)


def paint_support(painter: QPainter, at: QRect, count: Count | None, *, blank: bool = True) -> None:
    """Paint the bar and its numbers in `at`, at least 32 high; without `blank` those are told elsewhere."""
    if count is not None and count.score is not None:
        _say(painter, at, short_count_words(count))
        return
    top = at.top() + max((at.height() - HIGH - 18) // 2, 0)
    bar = QRectF(at.left(), top, at.width(), HIGH)
    if count is None:
        paint_fill(painter, bar, Fill.NONE)
    else:
        _parts(painter, bar, count)
    painter.setFont(font(Type.CAPTION))
    painter.setPen(colour("muted" if count is None else "text"))
    below = QRect(at.left(), top + HIGH + 2, at.width(), 16)
    said = support_words(None) if count is None else short_count_words(count, blank=blank)
    said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _say(painter: QPainter, at: QRect, said: str) -> None:
    """The place alone: for and against make no bar here."""
    painter.setFont(font(Type.CAPTION))
    painter.setPen(colour("text"))
    said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, at.width())
    painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _parts(painter: QPainter, bar: QRectF, count: Count) -> None:
    parts = [(count.in_favour, Fill.C1), (count.against, Fill.C2), (count.blank, Fill.NONE)]
    filled = [(votes, fill) for votes, fill in parts if votes]
    total = sum(votes for votes, _fill in filled)
    if not total:
        paint_fill(painter, bar, Fill.NONE)
        return
    room, left = bar.width() - GAP * (len(filled) - 1), bar.left()
    for votes, fill in filled:
        wide = room * votes / total
        paint_fill(painter, QRectF(left, bar.top(), wide, bar.height()), fill)
        left += wide + GAP
