"""The window for the beamer: slides in large type, dark on light, that follow what is typed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.draw.beamer import scale_of
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import column, row
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import LIGHT, Type
from burgertop_app.ui.proposals.slides import Slide, Tile, slides

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from burgertop_app.domain.big_screen import BigScreen

MARGIN = 48
LARGER = 6
"""Points more for what must be read at the back of the room."""
ACROSS = 3
NEXT = frozenset(
    {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return}
)
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
Shown = tuple[Slide, Tile]


class Big(QLabel):
    """Words in a size that grows with the screen; the colours stay light, whatever the program wears."""

    def __init__(self, text: str, points: float, *, bold: bool = False, ink: str = LIGHT.text) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._points, self._bold, self._ink = points, bold, ink
        self.grow(1.0)

    def grow(self, scale: float) -> None:
        """Show at another size."""
        size = max(Type.SMALL, self._points * scale)
        weight = "bold" if self._bold else "normal"
        self.setStyleSheet(
            f"font-size: {size:.1f}pt; font-weight: {weight}; color: {self._ink}; background: transparent;"
        )


class Votes(QWidget):
    """A bar of for, against and blank; pattern tells them apart as well as colour."""

    def __init__(self, votes: tuple[int, int, int]) -> None:
        super().__init__()
        self._votes, self._scale = votes, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def grow(self, scale: float) -> None:
        """Show at another size."""
        self._scale = scale
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, round(20 * self._scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total, left = sum(self._votes), 0.0
        fills = (
            QBrush(QColor(LIGHT.accent)),
            QBrush(QColor(LIGHT.c2), Qt.BrushStyle.BDiagPattern),
            QBrush(QColor(LIGHT.sunken)),
        )
        painter.setPen(QColor(LIGHT.text))
        for votes, fill in zip(self._votes, fills, strict=True):
            wide = (self.width() - 1) * votes / total
            if votes:
                painter.setBrush(fill)
                painter.drawRect(QRectF(left, 0, wide, self.height() - 1))
            left += wide
        painter.end()


class BigScreenWindow(QWidget):
    """A window of its own, full screen: the keys turn the slides, T shows a table, Esc leaves."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"BigScreenWindow {{ background: {LIGHT.surface}; }}")
        self.slides: tuple[Slide, ...] = ()
        self.place = 0
        self._title = Big("", Type.BEAMER_NOTE, ink=LIGHT.muted)
        self._heading = Big("", Type.BEAMER_TITLE, bold=True)
        self._note = Big("", Type.BEAMER_STEP, ink=LIGHT.muted)
        self._foot = Big("", Type.BEAMER_NOTE - 1, ink=LIGHT.muted)
        self._where = Big("", Type.BEAMER_NOTE - 1, ink=LIGHT.muted)
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._where.setWordWrap(False)
        self._body = QWidget()
        self.table = RecordTable[Shown](
            _("What stands on the big screen"),
            _columns(),
            key=lambda shown: (shown[0].heading, shown[1].title, shown[1].figure),
            counted=lambda _count: "{count}",
        )
        self.table.wear(LIGHT)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.table)
        self._foot.setText(_("Arrows: on and back · T: as a table · F11: full screen · Esc: close"))
        foot = row(self._foot, self._where)
        foot.setStretch(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 28, MARGIN, 18)
        outer.setSpacing(10)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.addLayout(column(self._title, self._heading, self._note, gap=2))
        outer.addWidget(self._stack, 1)
        outer.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, screen: BigScreen) -> None:
        """Show what there is now; the slide in view stays in view."""
        found = slides(screen)
        self.setWindowTitle(screen.title)
        self._title.setText(screen.title)
        if found != self.slides:
            self.slides = found
            self.table.put([(slide, tile) for slide in found for tile in slide.tiles])
            self.go(min(self.place, len(found) - 1))

    def go(self, place: int) -> None:
        """Show the slide with this place, from 0; one that is not there changes nothing."""
        if not 0 <= place < len(self.slides):
            return
        self.place = place
        slide = self.slides[place]
        self._heading.setText(slide.heading)
        self._note.setText(slide.note)
        self._where.setText(
            _("{place} of {total}").format(place=place + 1, total=len(self.slides))
            if len(self.slides) > 1
            else ""
        )
        self.setAccessibleName(f"{slide.heading}. {slide.note}")
        self._lay(slide)
        self._grow()

    @property
    def as_table(self) -> bool:
        """Whether the table is in view."""
        return self._stack.currentIndex() == 1

    def show_table(self, *, shown: bool) -> None:
        """Show the table, or the slides."""
        self._stack.setCurrentIndex(1 if shown else 0)
        (self.table if shown else self).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_T:
            self.show_table(shown=not self.as_table)
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key in NEXT:
            self.go(self.place + 1)
        elif key in BACK:
            self.go(self.place - 1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go(0 if key == Qt.Key.Key_Home else len(self.slides) - 1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _grow(self) -> None:
        scale = scale_of(self.width(), self.height())
        for said in self.findChildren(Big):
            said.grow(scale)
        for bar in self.findChildren(Votes):
            bar.grow(scale)

    def _lay(self, slide: Slide) -> None:
        old, self._body = self._body, QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setSpacing(16)
        across = 1 if slide.wide else ACROSS
        for place, tile in enumerate(slide.tiles):
            made = _wide(tile) if slide.wide else _tile(tile)
            grid.addWidget(made, place // across, place % across)
        for at in range(across):
            grid.setColumnStretch(at, 1)
        if not slide.wide and all(tile.large for tile in slide.tiles):
            grid.setRowStretch(len(slide.tiles), 1)
        table = self.as_table
        self._stack.removeWidget(old)
        old.deleteLater()
        self._stack.insertWidget(0, self._body)
        self._stack.setCurrentIndex(1 if table else 0)


def _frame(tile: Tile) -> QFrame:
    made = QFrame()
    made.setObjectName("tile")
    made.setStyleSheet(
        f"QFrame#tile {{ background: {LIGHT.bg}; border: 1px solid {LIGHT.ctl}; border-radius: 10px; }}"
    )
    made.setAccessibleName(". ".join(filter(None, (tile.title, tile.figure, tile.aside, *tile.lines))))
    return made


def _tile(tile: Tile) -> QFrame:
    """A theme, or a saying."""
    made = _frame(tile)
    box = column(gap=6, margins=(20, 14, 20, 14))
    more = LARGER if tile.large else 0
    if tile.figure:
        box.addWidget(Big(tile.figure, 34 + 2 * more, bold=True, ink=LIGHT.accent))
    box.addWidget(Big(tile.title, Type.BEAMER_STEP + 1 + more, bold=bool(tile.figure)))
    for line in tile.lines:
        box.addWidget(Big(line, Type.BEAMER_NOTE + 3 + more))
    box.addStretch(1)
    made.setLayout(box)
    return made


def _wide(tile: Tile) -> QFrame:
    """A proposal with its votes, or a saying."""
    made = _frame(tile)
    more = LARGER if tile.large else 0
    said = column(None, Big(tile.title, Type.BEAMER_STEP + more, bold=bool(tile.figure)), gap=6)
    if tile.votes is not None:
        said.addWidget(Votes(tile.votes))
    for line in filter(None, tile.lines):
        said.addWidget(Big(line, Type.BEAMER_NOTE + 3 + more))
    said.addStretch(1)
    both = row(said, gap=24, margins=(20, 8, 20, 8))
    if tile.figure:
        number = Big(tile.figure, Type.BEAMER_TITLE, bold=True, ink=LIGHT.accent)
        number.setWordWrap(False)
        both.insertWidget(0, number)
    both.setStretch(both.count() - 1, 1)
    if tile.aside:
        aside = Big(tile.aside, Type.BEAMER_TITLE, bold=True)
        aside.setWordWrap(False)
        both.addWidget(aside)
    made.setLayout(both)
    return made


def _more(tile: Tile) -> str:
    return " · ".join(filter(None, (tile.aside, *tile.lines))) if tile.aside else " ".join(tile.lines)


def _columns() -> tuple[Column[Shown], ...]:
    return (
        Column("part", _("Slide"), lambda shown: shown[0].heading, width=220),
        Column("figure", _("Number"), lambda shown: shown[1].figure, width=90),
        Column("title", _("What it says"), lambda shown: shown[1].title, stretch=True),
        Column("more", _("More"), lambda shown: _more(shown[1]), width=420),
    )
