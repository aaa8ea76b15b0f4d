"""Paints a card on the wall: label, words, how often it was said, kind and addressee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from burgertop_app.domain.card_history import Agreement
from burgertop_app.i18n import _
from burgertop_app.messages.card_agreement import phrase
from burgertop_app.messages.cards import CardWords
from burgertop_app.ui.cards.found import counts, kind_icon
from burgertop_app.ui.kit.chips import Chip, paint_chip
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.theme import colour
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from burgertop_app.domain.outcome_views import CardLine

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
CHIPS = Qt.ItemDataRole.UserRole + 1
"""What is suggested for the card: chips."""
SIDE, BETWEEN, PAD_X, PAD_Y = 8, 8, 11, 9
LABEL, FOOT, ICON, AIR = 18, 36, 15, 4
LINE_FOOT = 18
CHIP_LINE = Space.CHIP + 4
LONGEST = 420
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
MARKS = {
    Agreement.NOT_YET: "circle-dashed",
    Agreement.AGREED: "circle-check",
    Agreement.TYPING: "circle-check",
    Agreement.REWORDED: "triangle-alert",
}
_LONG_WORD = re.compile(r"\S{18,}")
_BREAK = "\u200b"


class CardDelegate(QStyledItemDelegate):
    """Draws a `CardLine`; heights are remembered per text and width, so that 500 cards stay fluid."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.words = CardWords((), ())
        self._heights: dict[tuple[str, int], int] = {}
        self._metrics = QFontMetrics(font(Type.SMALL))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = cast("CardLine", index.data(LINE))
        width = self._view.viewport().width()
        text_height = self._height(line.text, width - 2 * SIDE - 2 * PAD_X)
        chips = len(_chips(index)) * CHIP_LINE
        return QSize(width, 2 * PAD_Y + LABEL + text_height + AIR + FOOT + chips + BETWEEN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = cast("CardLine", index.data(LINE))
        box = option.rect.adjusted(SIDE, 0, -SIDE, -BETWEEN)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        current = self._view.hasFocus() and self._view.currentIndex() == index
        painter.save()
        _sheet(painter, box, selected=selected, current=current)
        chips = _chips(index)
        inner = box.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y - len(chips) * CHIP_LINE)
        ink = colour("text" if counts(line) else "muted")
        painter.setFont(font(Type.SMALL, bold=True))
        painter.setPen(ink)
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), LABEL), line.card.label)
        if line.same:
            _times(painter, inner, _("together {count}x").format(count=line.together))
        elif line.card.times > 1:
            _times(painter, inner, f"{line.card.times}x")
        letters = font(Type.SMALL)
        letters.setStrikeOut(not counts(line))
        painter.setFont(letters)
        painter.setPen(ink)
        text_box = inner.adjusted(0, LABEL, 0, -FOOT - AIR)
        painter.drawText(text_box, WRAPPED, breakable(line.text))
        self._foot(painter, inner, line)
        for place, chip in enumerate(chips):
            top = inner.bottom() + 4 + place * CHIP_LINE
            paint_chip(painter, QRect(inner.left(), top, inner.width(), CHIP_LINE), chip)
        painter.restore()

    def _foot(self, painter: QPainter, inner: QRect, line: CardLine) -> None:
        top = inner.bottom() - FOOT + 2
        told = self.words.described(line.card.kind, line.card.addressee)
        _small(painter, QRect(inner.left(), top, inner.width(), LINE_FOOT), kind_icon(line.card.kind), told)
        room = QRect(inner.left(), top + LINE_FOOT, inner.width(), LINE_FOOT)
        if line.later:
            _small(painter, room, "corner-down-right", went_on(line))
        else:
            _small(painter, room, MARKS[line.agreed.how], phrase(line.agreed))

    def _height(self, text: str, width: int) -> int:
        found = self._heights.get((text, width))
        if found is None:
            room = QRect(0, 0, max(width, 40), 100_000)
            found = self._metrics.boundingRect(room, int(WRAPPED), breakable(text)).height()
            self._heights[text, width] = found
        return found


def breakable(text: str) -> str:
    """The words of a card so that they fit in a column: long words may break, endless ones stop."""
    short = text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return _LONG_WORD.sub(lambda found: _BREAK.join(_pieces(found[0])), short)


def _pieces(word: str, size: int = 9) -> list[str]:
    return [word[at : at + size] for at in range(0, len(word), size)]


def went_on(line: CardLine) -> str:
    """In which cards a card went on."""
    return _("went on in {cards}").format(cards=", ".join(line.later))


def _small(painter: QPainter, room: QRect, picture: str, told: str) -> None:
    """An icon with muted words behind it."""
    place = QRect(room.topLeft() + QPoint(0, 1), QSize(ICON, ICON))
    draw_icon(painter, picture, "muted", place)
    painter.setFont(font(Type.CAPTION))
    painter.setPen(colour("muted"))
    left = room.adjusted(ICON + 5, 0, 0, 0)
    said = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, left.width())
    painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, said)


def _sheet(painter: QPainter, box: QRect, *, selected: bool, current: bool) -> None:
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    if selected:
        painter.setPen(QPen(colour("accent"), 2))
        edge = QRectF(box).adjusted(1, 1, -1, -1)
    else:
        painter.setPen(QPen(colour("ctl" if current else "line"), 1))
        edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(edge, 5, 5)


def _chips(index: Index) -> tuple[Chip, ...]:
    return cast("tuple[Chip, ...]", index.data(CHIPS) or ())


def _times(painter: QPainter, inner: QRect, said: str) -> None:
    painter.setFont(font(Type.CAPTION))
    width = painter.fontMetrics().horizontalAdvance(said) + 14
    pill = QRect(inner.right() - width + 3, inner.top() - 3, width, 19)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(QRectF(pill), 9.5, 9.5)
    painter.setPen(colour("text"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
