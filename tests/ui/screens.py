"""Pictures of windows for the eye, and waiting until work is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from burgertop_app.ui.kit.theme import Mode, colour, theme

FOLDER = Path(__file__).parents[2] / "screenshots"


def settle(qtbot, desk, timeout=60_000):
    """Wait until nothing runs or waits in either lane and what it gave is on screen."""
    qtbot.waitUntil(lambda: desk.tasks.idle, timeout=timeout)
    flush()


def when_asked(kind, act, looks=3000):
    """Do `act` with the next dialog of a kind as soon as it is there, within a minute or so."""

    def look():
        nonlocal looks
        looks -= 1
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            act(found)
        elif looks:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def flush():
    """Let layouts and paints that wait be done."""
    for _turn in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def photograph(widget, name, scale=1.0, size=(1440, 900)):
    """Write light and dark pictures of `widget` as screenshots/NAME-light.png and NAME-dark.png.

    Args:
        scale: device pixels per pixel, as on a screen at 100 % or 200 %.
        size: pixels at 100 %; None leaves the widget as it is.

    Returns:
        The two paths.
    """
    FOLDER.mkdir(exist_ok=True)
    before = theme().mode
    paths = []
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().choose(mode)
        if size is not None:
            widget.resize(*size)
        widget.show()
        flush()
        suffix = "" if scale == 1.0 else f"@{scale:g}x"
        path = FOLDER / f"{name}-{mode.value}{suffix}.png"
        _picture(widget, scale).save(str(path))
        paths.append(path)
    theme().choose(before)
    return paths


def _picture(widget, scale):
    size = QSize(round(widget.width() * scale), round(widget.height() * scale))
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(colour("bg")))
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion())
    painter.end()
    return image
