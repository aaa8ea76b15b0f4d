"""The fonts of paper: DejaVu, shipped with the program and always embedded."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR = "DejaVu Sans"
BOLD = "DejaVu Sans Bold"
MONO = "DejaVu Sans Mono"
_FILES = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf", MONO: "DejaVuSansMono.ttf"}
_MAP = "toUnicodeCMap:"
_PAIR = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]{4,6})>$", re.MULTILINE)
_TABLE = re.compile(r"^\d+ beginbfchar\n.*?^endbfchar$", re.MULTILINE | re.DOTALL)
_WIDTHS_STATED = 34
_MOST_PAIRS = 100
_JOINED_FORMS = frozenset(map(chr, [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)]))
_NO_LETTER = frozenset({0, 0xFEFF, 0xFFFE})


class _Embedded(TTFont):  # type: ignore[misc]  # reportlab is untyped
    """A font whose widths and whose table of codes and letters keep to the rules.

    reportlab writes the one width of a font such as Mono in other units than the rest of the font, maps
    code 0 to U+0000, gives letters beyond U+FFFF one number, and makes one block of all.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        face = self.face
        stated = face.get_ushort(face.get_table_pos("hhea")[0] + _WIDTHS_STATED)
        last, _side = face.hmetrics[stated - 1]
        face.hmetrics[stated:] = [(last, side) for _width, side in face.hmetrics[stated:]]

    @override
    def addObjects(self, doc: Any) -> None:
        """Add the font to a file, its table mended."""
        super().addObjects(doc)
        for name, entry in doc.idToObject.items():
            if name.startswith(_MAP):
                entry.content = _TABLE.sub(_blocks, entry.content)


@cache
def ready() -> None:
    """Make the three fonts known to reportlab; there is no slanted one, meaning never hangs on it."""
    for name in _FILES:
        registerFont(_font(name))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    registerFontFamily(MONO, normal=MONO, bold=MONO, italic=MONO, boldItalic=MONO)


@cache
def letters(font: str = REGULAR) -> frozenset[str]:
    """All characters for which the font has a glyph."""
    return frozenset(map(chr, _font(font).face.charToGlyph))


def has(character: str, font: str = REGULAR) -> bool:
    """Whether the font has a glyph for one character."""
    return character in letters(font)


def width(text: str, font: str, size: float) -> float:
    """The width of shaped text, in points."""
    ready()
    return float(stringWidth(text, font, size))


def _blocks(table: re.Match[str]) -> str:
    """The pairs of a table in blocks of at most a hundred, those without a letter left out."""
    pairs = [(code, int(letter, 16)) for code, letter in _PAIR.findall(table[0])]
    lines = [
        f"<{code}> <{_meant(chr(letter)).encode('utf-16-be').hex().upper()}>"
        for code, letter in pairs
        if letter not in _NO_LETTER
    ]
    blocks = [lines[first : first + _MOST_PAIRS] for first in range(0, len(lines), _MOST_PAIRS)]
    return "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)


def _meant(letter: str) -> str:
    """The letters of the alphabet behind one of the joined forms of Arabic."""
    plain = unicodedata.normalize("NFKC", letter) if letter in _JOINED_FORMS else letter
    return plain if len(plain) == 1 and plain.isalpha() else letter


@cache
def _font(name: str) -> Any:  # noqa: ANN401 - reportlab is untyped
    return _Embedded(name, str(FOLDER / _FILES[name]))
