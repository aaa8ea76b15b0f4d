"""The fonts of paper: DejaVu, shipped with the program and always embedded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR = "DejaVu Sans"
BOLD = "DejaVu Sans Bold"
MONO = "DejaVu Sans Mono"
_FILES = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf", MONO: "DejaVuSansMono.ttf"}


@cache
def ready() -> None:
    """Make the three fonts known to reportlab; there is no slanted one, meaning never hangs on it."""
    for name in _FILES:
        registerFont(_font(name))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    registerFontFamily(MONO, normal=MONO, bold=MONO, italic=MONO, boldItalic=MONO)


def has(character: str, font: str = REGULAR) -> bool:
    """Whether the font has a glyph for one character."""
    return ord(character) in _font(font).face.charToGlyph


def width(text: str, font: str, size: float) -> float:
    """The width of shaped text, in points."""
    ready()
    return float(stringWidth(text, font, size))


@cache
def _font(name: str) -> Any:  # noqa: ANN401 - reportlab is untyped
    return TTFont(name, str(FOLDER / _FILES[name]))
