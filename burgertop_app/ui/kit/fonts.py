"""The letters we ship, so that a page looks the same on every laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from burgertop_app.ui.kit.tokens import Type

FAMILY = "DejaVu Sans"
MONO = "DejaVu Sans Mono"
FOLDER = Path(__file__).parents[3] / "resources" / "fonts"


def load_fonts() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt; gives back the file names that loaded."""
    found = sorted(FOLDER.glob("*.ttf"))
    return tuple(path.name for path in found if QFontDatabase.addApplicationFont(str(path)) >= 0)


def font(points: float = Type.BASE, *, bold: bool = False, mono: bool = False) -> QFont:
    """A font of our family in `points`; bold only for headings, selection and figures."""
    made = QFont(MONO if mono else FAMILY)
    made.setPointSizeF(points)
    made.setBold(bold)
    return made
