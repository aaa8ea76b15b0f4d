"""Icons that take the colour of their place and stay sharp at every scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from burgertop_app.ui.kit.theme import tokens

FOLDER = Path(__file__).parents[3] / "resources" / "icons"
PEN = 'stroke-width="1.75"'


def icon(name: str, tint: str = "text", *, on: str = "") -> QIcon:
    """The icon `name` in the colour token `tint`; `on` is the tint while checked.

    A "#RRGGBB" also works as a tint. The colour follows the theme by itself.

    Raises:
        FileNotFoundError: there is no such icon in resources/icons.
    """
    _source(name)
    return QIcon(_Engine(name, tint, on or tint))


def pixmap(name: str, tint: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` pixels square, sharp at the device pixel `ratio`."""
    found = _drawn(name, _colour(tint), round(size * ratio))
    made = QPixmap(found)
    made.setDevicePixelRatio(ratio)
    return made


def draw_icon(painter: QPainter, name: str, tint: str, at: QRect) -> None:
    """Paint the icon `name` in the rectangle `at`, in logical pixels.

    The ratio comes from the transform: PySide may hand out a device that is already gone.
    """
    ratio = painter.deviceTransform().m11() or 1.0
    painter.drawPixmap(at.topLeft(), pixmap(name, tint, min(at.width(), at.height()), ratio))


def names() -> tuple[str, ...]:
    """All icons that are shipped."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


class IconLabel(QWidget):
    """An icon among other widgets; it says nothing to a screen reader, the words beside it do."""

    def __init__(self, name: str, tint: str = "text", size: int = 18) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self.setFixedSize(size, size)

    def put(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self._name, self._tint, self.rect())
        painter.end()


class _Engine(QIconEngine):
    def __init__(self, name: str, tint: str, on: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._on = on

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint(side // 2 - (side + 1) % 2, side // 2 - (side + 1) % 2)
        draw_icon(painter, self._name, self._tint_for(mode, state), QRect(corner, QSize(side, side)))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A size wider than high leaves room at the right, which keeps a button's words off its icon."""
        side = min(size.width(), size.height())
        drawn = _drawn(self._name, _colour(self._tint_for(mode, state)), side)
        if size.width() == size.height():
            return drawn
        wide = QPixmap(size)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wide

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint, self._on)

    def _tint_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "ctl"
        return self._on if state == QIcon.State.On else self._tint


def _colour(tint: str) -> str:
    return tint if tint.startswith("#") else str(getattr(tokens(), tint))


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace('stroke-width="2"', PEN)


@cache
def _drawn(name: str, colour: str, side: int) -> QPixmap:
    picture = QPixmap(max(side, 1), max(side, 1))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    data = QByteArray(_source(name).replace("currentColor", colour).encode())
    QSvgRenderer(data).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
