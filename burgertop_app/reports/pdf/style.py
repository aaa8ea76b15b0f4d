"""Colours, sizes and distances of paper; the colours are those of the screen in light mode."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from burgertop_app.domain.inks import HOUSE_INKS
from burgertop_app.reports.pdf import fonts
from burgertop_app.reports.pieces import Role, Tone

if TYPE_CHECKING:
    from burgertop_app.domain.inks import Inks

PAGE: tuple[float, float] = A4
LEFT = RIGHT = 26 * mm
TOP = 31 * mm
BOTTOM = 27 * mm
FRAME_HEIGHTS = (PAGE[1] - TOP - BOTTOM, PAGE[0] - TOP - BOTTOM)
"""How high the text of a page is, upright and on its side."""

TEXT = HexColor("#17201F")
MUTED = HexColor("#4F5E5A")
ACCENT = HexColor(HOUSE_INKS.accent)
SOFT = HexColor(HOUSE_INKS.soft)
SUNKEN = HexColor("#E9EEEC")
LINE = HexColor("#D5DCDA")
EDGE = HexColor("#75827E")
WATERMARK = HexColor("#F4F6F5")
C1 = HexColor("#0F7A70")
C2 = HexColor("#B9570A")
C3 = HexColor("#2F1B4D")
WHITE = HexColor("#FFFFFF")

TONES: dict[Tone, tuple[Any, Any]] = {
    Tone.PLAIN: (HexColor("#F3F5F4"), EDGE),
    Tone.ACCENT: (SOFT, ACCENT),
    Tone.OK: (HexColor("#E2F2E6"), HexColor("#1E6A3C")),
    Tone.WARN: (HexColor("#FFF2D6"), HexColor("#7A4E00")),
    Tone.LATE: (HexColor("#FBE9E6"), HexColor("#A4231A")),
}

_BASE: dict[str, Any] = {
    "fontName": fonts.REGULAR,
    "textColor": TEXT,
    "allowWidows": 0,
    "allowOrphans": 0,
    "splitLongWords": 1,
    "bulletFontName": fonts.REGULAR,
}


def _style(name: str, size: float, leading: float, **other: Any) -> ParagraphStyle:  # noqa: ANN401
    return ParagraphStyle(name, **{**_BASE, "fontSize": size, "leading": leading, **other})


HEADINGS = {
    1: _style("h1", 20, 26, fontName=fonts.BOLD, textColor=ACCENT, spaceAfter=10, spaceBefore=24),
    2: _style("h2", 13.5, 19, fontName=fonts.BOLD, spaceBefore=16, spaceAfter=5),
    3: _style("h3", 11, 16, fontName=fonts.BOLD, spaceBefore=12, spaceAfter=3),
    4: _style("h4", 10, 14, fontName=fonts.BOLD, textColor=MUTED, spaceBefore=8, spaceAfter=2),
}
ROLES = {
    Role.BODY: _style("body", 10.5, 16, spaceAfter=7),
    Role.LEAD: _style("lead", 13, 19.5, fontName=fonts.BOLD, spaceAfter=9),
    Role.STRONG: _style("strong", 10.5, 16, fontName=fonts.BOLD, spaceAfter=4),
    Role.SMALL: _style("small", 9, 13, textColor=MUTED, spaceAfter=5),
    Role.LABEL: _style("label", 8.5, 12, textColor=MUTED, spaceAfter=1),
    Role.BIG: _style("big", 22, 27, fontName=fonts.BOLD, textColor=ACCENT, spaceAfter=1),
    Role.CELL: _style("cell", 9.5, 13.5),
    Role.CELL_STRONG: _style("cell_strong", 9.5, 13.5, fontName=fonts.BOLD),
    Role.HASH: _style("hash", 8.5, 12.5, fontName=fonts.MONO, spaceAfter=4),
}
BULLET = _style("bullet", 10.5, 16, spaceAfter=3.5, leftIndent=16, bulletIndent=3, bulletFontSize=10.5)
SMALL_BULLET = _style(
    "small_bullet", 9.5, 13.5, spaceAfter=2.5, leftIndent=12, bulletIndent=1, bulletFontSize=9.5
)
DIGIT = 7
"""Points that one more digit in the number of an item asks for."""
NUMBERED = _style("numbered", 10.5, 16, spaceAfter=3.5, leftIndent=22, bulletIndent=2, bulletFontSize=10.5)
NOTE = _style("note", 8.5, 12, textColor=MUTED, spaceAfter=2)
COVER_TITLE = _style("cover_title", 31, 39, fontName=fonts.BOLD, textColor=ACCENT, spaceAfter=12)
COVER_SUBTITLE = _style("cover_subtitle", 15, 22, spaceAfter=10)
COVER_KICKER = _style("cover_kicker", 12, 17, fontName=fonts.BOLD, textColor=MUTED, spaceAfter=14)
CONTENTS = {
    1: _style("contents1", 10.5, 15, fontName=fonts.BOLD),
    2: _style("contents2", 10, 14, leftIndent=14),
}


@cache
def colour(code: str) -> Any:  # noqa: ANN401
    """The colour "#0B5C66" as reportlab has it."""
    return HexColor(code)


def inked(style: ParagraphStyle, inks: Inks) -> ParagraphStyle:
    """The style in the colours of a document: what is in the accent gets its own."""
    if style.textColor is not ACCENT or inks == HOUSE_INKS:
        return style
    return ParagraphStyle(style.name, parent=style, textColor=colour(inks.accent))


def toned(tone: Tone, inks: Inks) -> tuple[Any, Any]:
    """The ground and the edge of a box."""
    return (colour(inks.soft), colour(inks.accent)) if tone is Tone.ACCENT else TONES[tone]


def aligned(style: ParagraphStyle, letter: str) -> ParagraphStyle:
    """The style set to the right for "r", as it is for anything else."""
    return ParagraphStyle(f"{style.name}_r", parent=style, alignment=2) if letter == "r" else style


def numbered(count: int) -> ParagraphStyle:
    """The style of a list with `count` numbers: room for the widest, so that every first word is in line."""
    more = (len(str(count)) - 1) * DIGIT
    if not more:
        return NUMBERED
    return ParagraphStyle(f"numbered_{count}", parent=NUMBERED, leftIndent=NUMBERED.leftIndent + more)


def deeper(style: ParagraphStyle, depth: int) -> ParagraphStyle:
    """The style of a list that stands `depth` lists deep."""
    if not depth:
        return style
    more = depth * 18
    return ParagraphStyle(
        f"{style.name}_{depth}",
        parent=style,
        leftIndent=style.leftIndent + more,
        bulletIndent=style.bulletIndent + more,
    )
