"""The strip above the room: a tab per round, and the three figures that are always in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy
from typing_extensions import override

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.tables import clock, hours, round_words
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import clear, upright
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import STATE_ICONS, State, Type, state_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.events import Round
    from burgertop_app.domain.seating_views import Room

HIGH = 52
ROOMY = 5
"""With more rounds than this a tab has only its number."""


@dataclass(frozen=True)
class Figure:
    """One of the three figures: its number ("–" for none), what it counts, and how good that is."""

    number: str
    label: str
    below: str
    state: State


def figures(room: Room) -> tuple[Figure, Figure, Figure]:
    """Unfair seats, repeats and broken locks of the plan."""
    if room.result is None:
        waiting = _("no plan yet") if room.version is None else _("make a new plan")
        return (
            Figure("–", _("unfair seats"), waiting, State.WAITING),
            Figure("–", _("meet again"), waiting, State.WAITING),
            _rules(room),
        )
    found, least = room.result.figures, room.result.bounds
    excess = _judged(found.excess, 0)
    return (
        Figure(str(found.excess), ngettext("unfair seat", "unfair seats", found.excess), *excess),
        Figure(
            str(found.repeats),
            ngettext("time meeting again", "times meeting again", found.repeats),
            *_judged(found.coincidences, least.coincidences),
        ),
        _rules(room),
    )


def _rules(room: Room) -> Figure:
    count = len(room.broken) + (len(room.result.figures.broken) if room.result is not None else 0)
    label = ngettext("rule broken", "rules broken", count)
    if count:
        return Figure(str(count), label, _("see which"), State.LATE)
    return Figure("0", label, _("all is well"), State.OK)


def _judged(count: int, least: int) -> tuple[str, State]:
    if count <= least:
        return _("cannot be better"), State.OK
    return _("see where"), State.WARN


class RoundTab(QAbstractButton):
    """A round with its time; the chosen one is bold with a bar below."""

    def __init__(self, turn: Round, *, short: bool) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(str(turn.no) if short else round_words(turn.no))
        self._below = clock(turn.starts_at) if short else hours(turn)
        said = f"{round_words(turn.no)} {hours(turn)} {turn.topic}".strip()
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        bold = QFontMetrics(font(Type.BASE, bold=True)).horizontalAdvance(self.text())
        below = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(self._below)
        return QSize(max(bold, below) + 30, HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(40, self.sizeHint().width() - 18), HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect().adjusted(0, 1, 0, -1), QColor(look.bg))
        painter.setFont(font(Type.BASE, bold=self.isChecked()))
        painter.setPen(QColor(look.accent if self.isChecked() else look.text))
        top = QRect(0, 6, self.width(), 22) if self._below else self.rect()
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(look.muted))
        painter.drawText(QRect(0, 27, self.width(), 18), Qt.AlignmentFlag.AlignCenter, self._below)
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - 3, self.width(), 3), QColor(look.accent))
        painter.end()


class FigureButton(QAbstractButton):
    """A figure with what it counts; pressing it shows where."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = Figure("–", "", "", State.WAITING)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def put(self, figure: Figure) -> None:
        """Show another figure."""
        self.figure = figure
        said = f"{figure.number} {figure.label}: {figure.below}"
        self.setAccessibleName(said)
        self.setToolTip(_("Show where"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        number = QFontMetrics(font(Type.FIGURE, bold=True)).horizontalAdvance(self.figure.number)
        label = QFontMetrics(font(Type.SMALL, bold=True)).horizontalAdvance(self.figure.label)
        below = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(self.figure.below) + 19
        return QSize(number + max(label, below) + 52, HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(
                self.rect().adjusted(0, 1, -1, -1), QColor(look.soft if self.isChecked() else look.bg)
            )
        painter.setFont(font(Type.FIGURE, bold=True))
        painter.setPen(QColor(look.text))
        wide = painter.fontMetrics().horizontalAdvance(self.figure.number)
        painter.drawText(QRect(20, 0, wide + 4, HIGH), Qt.AlignmentFlag.AlignVCenter, self.figure.number)
        left = 20 + wide + 12
        painter.setFont(font(Type.SMALL, bold=True))
        painter.drawText(
            QRect(left, 7, self.width() - left, 20), Qt.AlignmentFlag.AlignVCenter, self.figure.label
        )
        ink = state_colours(look, self.figure.state)[0]
        icon = STATE_ICONS[State.LATE if self.figure.state is State.WARN else self.figure.state]
        draw_icon(painter, icon, ink, QRect(left, 30, 14, 14))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(ink))
        painter.drawText(
            QRect(left + 19, 27, self.width() - left - 19, 20),
            Qt.AlignmentFlag.AlignVCenter,
            self.figure.below,
        )
        painter.end()


class Strip(QFrame):
    """Tabs at the left, figures at the right."""

    round_chosen = Signal(int)
    """The number of a round."""
    figure_chosen = Signal(object)
    """0, 1 or 2: which figure to explain; None: none any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedHeight(HIGH + 2)
        box = QHBoxLayout(self)
        box.setContentsMargins(6, 1, 1, 1)
        box.setSpacing(0)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(0)
        box.addLayout(self._tabs)
        box.addStretch(1)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.round_chosen)
        self.figures = (FigureButton(), FigureButton(), FigureButton())
        for number, button in enumerate(self.figures):
            box.addWidget(upright())
            box.addWidget(button)
            button.clicked.connect(lambda on=False, number=number: self._on_figure(number, on=on))
        self._rounds: tuple[Round, ...] = ()

    def put(self, room: Room, round_no: int) -> None:
        """Show the rounds and figures of `room`."""
        if room.rounds != self._rounds:
            self._build(room.rounds)
        chosen = self._group.button(round_no)
        if chosen is not None:
            chosen.setChecked(True)
        for button, figure in zip(self.figures, figures(room), strict=True):
            button.put(figure)

    def explain(self, number: int | None) -> None:
        """Show which figure is explained beside the room."""
        for place, button in enumerate(self.figures):
            button.setChecked(place == number)

    def tab(self, round_no: int) -> QAbstractButton | None:
        """The tab of a round."""
        return self._group.button(round_no)

    def _build(self, rounds: Sequence[Round]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._tabs)
        self._rounds = tuple(rounds)
        for turn in rounds:
            tab = RoundTab(turn, short=len(rounds) > ROOMY)
            self._group.addButton(tab, turn.no)
            self._tabs.addWidget(tab)

    def _on_figure(self, number: int, *, on: bool) -> None:
        self.explain(number if on else None)
        self.figure_chosen.emit(number if on else None)
