"""Light or dark: puts the tokens into a palette and one style sheet, and follows the system."""

from __future__ import annotations

import atexit
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from string import Template
from tempfile import mkdtemp
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyleFactory

from burgertop_app.ui.kit.fonts import font, load_fonts
from burgertop_app.ui.kit.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

RESOURCES = Path(__file__).parents[3] / "resources"
SHEET = RESOURCES / "theme.qss"
DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="7" fill="currentColor"/></svg>'
)


class Mode(StrEnum):
    """What the organiser wants to see."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the whole application; there is one, see `theme()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = Mode.SYSTEM
        self._tokens = LIGHT
        self._tinted = _folder_until_the_end()

    @property
    def tokens(self) -> Tokens:
        """The colours in use now."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What the organiser chose."""
        return self._mode

    def choose(self, mode: Mode) -> None:
        """Show `mode` from now on."""
        self._mode = mode
        self._show()

    @contextmanager
    def wearing(self, look: Tokens) -> Iterator[None]:
        """Paint in `look` for as long as this lasts, whatever the organiser chose."""
        worn, self._tokens = self._tokens, look
        try:
            yield
        finally:
            self._tokens = worn

    def put_on(self, application: QApplication) -> None:
        """Dress `application`: Fusion, our fonts, palette and style sheet; follow the system from now on."""
        load_fonts()
        application.setStyle(FocusStyle())
        application.setFont(font())
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        self._show()

    @Slot()
    def _on_scheme(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._show()

    def _show(self) -> None:
        application = cast("QApplication | None", QApplication.instance())
        if application is None:
            return
        look = DARK if self._dark(application) else LIGHT
        dress = sheet(look)
        if look is self._tokens and application.styleSheet() == dress:
            return  # dressing every widget anew is slow, and nothing would change
        self._tokens = look
        QDir.setSearchPaths("tint", [str(_tint(self._tinted, look))])
        application.setPalette(palette(look))
        application.setStyleSheet(dress)
        self.changed.emit()

    def _dark(self, application: QApplication) -> bool:
        if self._mode is Mode.SYSTEM:
            return application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK


class FocusStyle(QProxyStyle):
    """Fusion without its dotted focus frame; `kit.focus` draws our ring."""

    def __init__(self) -> None:
        super().__init__(QStyleFactory.create("Fusion"))


_theme: list[Theme] = []


def theme() -> Theme:
    """The one theme of the application."""
    if not _theme:
        _theme.append(Theme())
    return _theme[0]


def tokens() -> Tokens:
    """The colours in use now; ask again at every paint."""
    return theme().tokens


def colour(name: str) -> QColor:
    """The token `name` as a Qt colour."""
    return QColor(getattr(tokens(), name))


def palette(look: Tokens) -> QPalette:
    """The Qt palette of `look`."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: look.bg,
        role.WindowText: look.text,
        role.Base: look.surface,
        role.AlternateBase: look.sunken,
        role.Text: look.text,
        role.PlaceholderText: look.muted,
        role.Button: look.surface,
        role.ButtonText: look.text,
        role.Highlight: look.soft,
        role.HighlightedText: look.text,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Accent: look.accent,
        role.Mid: look.ctl,
        role.Midlight: look.line,
        role.Light: look.surface,
        role.Dark: look.ctl,
        role.Shadow: look.text,
        role.ToolTipBase: look.text,
        role.ToolTipText: look.surface,
    }
    for place, value in pairs.items():
        made.setColor(place, QColor(value))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(look.muted))
    return made


def sheet(look: Tokens) -> str:
    """The style sheet of `look`."""
    values = {name: str(value) for name, value in asdict(look).items()}
    return Template(SHEET.read_text(encoding="utf-8")).substitute(values)


def _folder_until_the_end() -> Path:
    # The theme lives as long as the program, so nothing else would ever take its folder away.
    made = Path(mkdtemp(prefix="Burgertop-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _tint(top: Path, look: Tokens) -> Path:
    """Write the few icons that the style sheet names, in the colours of `look`; gives their folder."""
    folder = top / ("dark" if look.dark else "light")
    folder.mkdir(exist_ok=True)
    for name, source, tint in (
        ("chevron-down", "chevron-down", look.text),
        ("chevron-up", "chevron-up", look.text),
        ("tick", "check", look.text),
        ("check", "check", look.on),
        ("minus", "minus", look.on),
    ):
        drawing = (RESOURCES / "icons" / f"{source}.svg").read_text(encoding="utf-8")
        (folder / f"{name}.svg").write_text(drawing.replace("currentColor", tint), encoding="utf-8")
    (folder / "dot.svg").write_text(DOT.replace("currentColor", look.accent), encoding="utf-8")
    return folder
