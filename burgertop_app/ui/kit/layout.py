"""Rows, columns, rules and words with the house's distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

Item = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]


def row(*items: Item, gap: int = Space.S, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items side by side; None is stretch, a number is empty pixels."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def column(*items: Item, gap: int = Space.S, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items below each other; None is stretch, a number is empty pixels."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def grid(rows: Iterable[Iterable[QWidget | None]], gap: int = Space.S) -> QGridLayout:
    """Widgets in rows; None leaves a cell empty."""
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(Space.M)
    made.setVerticalSpacing(gap)
    for down, widgets in enumerate(rows):
        for across, widget in enumerate(widgets):
            if widget is not None:
                made.addWidget(widget, down, across)
    return made


def holder(layout: QLayout, *, role: str = "") -> QWidget:
    """A plain widget around `layout`."""
    made = QWidget()
    if role:
        made.setProperty("role", role)
    made.setLayout(layout)
    return made


def words(text: str, kind: str = "small", *, wrap: bool = False) -> QLabel:
    """A label; kind: title heading lead strong small muted caption field figure error late ok warn mono.

    Text is plain: what participants wrote is never read as markup.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("words", kind)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def rule() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def upright() -> QFrame:
    """A thin line down."""
    made = QFrame()
    made.setProperty("role", "upright")
    made.setFixedWidth(1)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """`inside` with a scroll bar when it does not fit in height."""
    made = _Scrolled()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setProperty("role", "scrolled")
    made.setWidget(inside)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _fill(box: QHBoxLayout | QVBoxLayout, items: Iterable[Item], gap: int, margins: Margins) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)


class _Scrolled(QScrollArea):
    """Ends where its content ends: Qt reckons wrapped texts with more lines than they have at this width."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        inside, seen = self.widget(), self.viewport().size()
        if inside is not None and inside.hasHeightForWidth():
            wide = max(seen.width(), inside.minimumSizeHint().width())
            inside.setMaximumHeight(max(seen.height(), inside.heightForWidth(wide)))
