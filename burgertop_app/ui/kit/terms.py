"""Terms as pictures: one bar from receipt to the last day, and a strip of many over twelve weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, language
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill, paint_fill
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QRect

WEEKS = 12
CENTRE = Qt.AlignmentFlag.AlignCenter
SOON = 7
FLAG = 92
LEFT, RIGHT = 24, 60
"""Pixels beside the bar, for the names of its ends."""
NAMED = 52
"""Pixels that the name of a day takes; a week nearer than that to an end keeps its line, not its name."""


@dataclass(frozen=True)
class Term:
    """A term: begun on `start`, its length ends on `agreed`, and `end` is the last day after shifting.

    `until` is the last day after a postponement, if there is one.
    """

    start: date
    agreed: date
    end: date
    until: date | None = None


class TermBar(QWidget):
    """Elapsed solid, the rest soft, shifted days hatched, a flag at today."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._term: Term | None = None
        self._today: date | None = None

    def put(self, term: Term, today: date, said: str) -> None:
        """Show `term` as it stands on `today`; `said` is the sentence for a screen reader."""
        self._term, self._today = term, today
        self.setAccessibleName(said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 84)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._term is None or self._today is None:
            return
        painter = QPainter(self)
        _paint_bar(painter, QRectF(self.rect()).adjusted(LEFT, 0, -RIGHT, 0), self._term, self._today)
        painter.end()


def _paint_bar(painter: QPainter, at: QRectF, term: Term, today: date) -> None:
    look = tokens()
    until = term.until or term.end
    last = max(until, today)
    scale = at.width() / max((last - term.start).days, 1)

    def place(when: date) -> float:
        return at.left() + (when - term.start).days * scale

    now = min(max(today, term.start), last)
    painter.fillRect(
        QRectF(place(term.start), 36, place(min(now, term.end)) - place(term.start), 16), QColor(look.accent)
    )
    if now < term.end:
        rest = QRectF(place(now), 36, place(term.end) - place(now), 16)
        painter.fillRect(rest, QColor(look.soft))
        painter.setPen(QPen(QColor(look.accent), 1))
        painter.drawRect(rest.adjusted(0.5, 0.5, -0.5, -0.5))
    if term.agreed < term.end:
        paint_fill(
            painter, QRectF(place(term.agreed), 36, place(term.end) - place(term.agreed), 16), Fill.EMPTY
        )
        paint_fill(
            painter, QRectF(place(term.agreed), 36, place(term.end) - place(term.agreed), 16), Fill.SHIFTED
        )
    if until > term.end:
        late = QRectF(place(term.end), 36, place(until) - place(term.end), 16)
        paint_fill(painter, late, Fill.EMPTY)
        painter.setPen(QPen(QColor(look.warn), 1, Qt.PenStyle.DashLine))
        painter.drawRect(late.adjusted(0.5, 0.5, -0.5, -0.5))
    if today > until:
        paint_fill(painter, QRectF(place(until), 36, place(now) - place(until), 16), Fill.LATE)
    _paint_days(painter, at, term, today, place)


def _paint_days(
    painter: QPainter, at: QRectF, term: Term, today: date, place: Callable[[date], float]
) -> None:
    """The days below the bar, the names of its ends and the flag of today above it."""
    until = term.until or term.end
    names = {term.start: _("received"), term.end: _("agreed") if until > term.end else ""}
    names |= {until: _("postponed")} if until > term.end else {}
    for when in _weeks(term.start, max(until, today)):
        near = any(abs(place(when) - place(end)) < NAMED for end in names)
        _tick(painter, place(when), "" if near else short_day(when))
    wide = at.right() + RIGHT
    now = place(max(today, term.start))
    flag = flag_at(now, wide)
    for when, name in names.items():
        long = QFontMetricsF(font(Type.CAPTION)).horizontalAdvance(name) + 4
        _end(painter, place(when), when, name, name_at(place(when), long, flag, wide))
    _flag(painter, now, flag)


def _weeks(start: date, last: date) -> Iterator[date]:
    """The days a whole number of weeks after `start`, up to `last`."""
    for week in range(1, (last - start).days // 7 + 1):
        yield start + timedelta(weeks=week)


def _tick(painter: QPainter, left: float, said: str) -> None:
    painter.setPen(QPen(QColor(tokens().ctl), 1))
    painter.drawLine(QPointF(left, 32), QPointF(left, 56))
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(tokens().muted))
    painter.drawText(QRectF(left - 26, 60, 52, 18), CENTRE, said)


def flag_at(left: float, wide: float) -> QRectF:
    """Where the flag of today stands: above its day, and never over the edge of a picture `wide`."""
    return QRectF(min(max(left - FLAG / 2, 0), max(wide - FLAG, 0)), 2, FLAG, 22)


def name_at(left: float, long: float, flag: QRectF, wide: float) -> QRectF:
    """Where the name of an end stands, `long` pixels: above its line, or beside the flag of today."""
    named = QRectF(left - 2, 8, long, 18)
    if not named.intersects(flag):
        return named
    named.moveLeft(flag.right() + 6)
    if named.right() > wide:
        named.moveRight(flag.left() - 6)
    return named


def _end(painter: QPainter, left: float, when: date, above: str, room: QRectF) -> None:
    look = tokens()
    painter.fillRect(QRectF(left - 1, 30, 3, 28), QColor(look.text))
    painter.fillRect(QRectF(left - 26, 60, 52, 18), QColor(look.surface))
    painter.setFont(font(Type.CAPTION, bold=True))
    painter.setPen(QColor(look.text))
    painter.drawText(QRectF(left - 26, 60, 52, 18), CENTRE, short_day(when))
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(look.muted))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, above)


def _flag(painter: QPainter, left: float, flag: QRectF) -> None:
    look = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.text))
    painter.drawRoundedRect(flag, 4, 4)
    painter.fillRect(QRectF(left - 1, 22, 2, 34), QColor(look.text))
    painter.setPen(QColor(look.surface))
    painter.setFont(font(Type.CAPTION, bold=True))
    painter.drawText(flag, CENTRE, _("today"))


def short_day(when: date, now: date | None = None) -> str:
    """A date as short as can be: "13 nov", and "13 nov 2027" where its year is not that of `now`."""
    pattern = "d MMM" if now is None or when.year == now.year else "d MMM y"
    return format_date(when, pattern, locale=language()).replace(".", "")


def strip_weeks(today: date) -> tuple[date, ...]:
    """The Mondays of the coming twelve weeks, the present one first."""
    monday = today - timedelta(days=today.weekday())
    return tuple(monday + timedelta(weeks=number) for number in range(WEEKS))


def paint_strip_head(painter: QPainter, at: QRect, today: date) -> None:
    """The week numbers above a strip of terms."""
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(tokens().text))
    wide = at.width() / WEEKS
    for number, monday in enumerate(strip_weeks(today)):
        week = monday.isocalendar().week
        said = _("wk {week}").format(week=week) if number == 0 else str(week)
        cell = QRectF(at.left() + number * wide, at.top(), wide, at.height())
        if painter.fontMetrics().horizontalAdvance(said) > wide - 4:
            said = str(week)
        painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, said)


def paint_strip(painter: QPainter, at: QRect, today: date, start: date | None, end: date | None) -> None:
    """One term in the coming twelve weeks: what is behind pale, what is left solid, late hatched.

    Without `end` the term does not run yet: an empty bar with a dashed edge of six weeks.
    """
    look = tokens()
    first = strip_weeks(today)[0]
    wide = at.width() / (WEEKS * 7)

    def place(when: date) -> float:
        days = min(max((when - first).days, 0), WEEKS * 7)
        return at.left() + days * wide

    for week in range(WEEKS + 1):
        painter.fillRect(QRectF(at.left() + week * 7 * wide, at.top(), 1, at.height()), QColor(look.line))
    middle = at.center().y() - 5.0
    now = place(today)
    if end is None:
        paint_fill(painter, QRectF(now, middle, 42 * wide, 12), Fill.NONE)
    elif end < today:
        paint_fill(painter, QRectF(place(end), middle, max(now - place(end), 8), 12), Fill.LATE)
    else:
        ink = QColor(look.warn if (end - today).days <= SOON else look.accent)
        painter.fillRect(QRectF(now, middle, place(end) - now, 12), ink)
        painter.fillRect(QRectF(place(end) - 1, middle - 4, 3, 20), ink)
        ink.setAlphaF(0.35)
        begun = place(start) if start is not None else at.left()
        painter.fillRect(QRectF(begun, middle, now - begun, 12), ink)
    painter.fillRect(QRectF(now - 1, at.top(), 2, at.height()), QColor(look.text))
