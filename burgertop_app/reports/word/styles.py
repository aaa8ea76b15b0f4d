"""The look of the house in Word: styles that an editor can change in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from burgertop_app.domain.inks import HOUSE_INKS
from burgertop_app.reports.pieces import Role, Tone
from burgertop_app.reports.word.xml import made

if TYPE_CHECKING:
    from burgertop_app.domain.inks import Inks

FONT = "Verdana"
MONO = "Consolas"
TEXT, MUTED, ACCENT = "17201F", "4F5E5A", HOUSE_INKS.accent.removeprefix("#")
SUNKEN, LINE, EDGE = "E9EEEC", "D5DCDA", "75827E"
TONES = {
    Tone.PLAIN: ("F3F5F4", EDGE),
    Tone.ACCENT: ("DCEDEE", ACCENT),
    Tone.OK: ("E2F2E6", "1E6A3C"),
    Tone.WARN: ("FFF2D6", "7A4E00"),
    Tone.LATE: ("FBE9E6", "A4231A"),
}
_HEADINGS = {1: (17, ACCENT, 22), 2: (13.5, TEXT, 16), 3: (11.5, TEXT, 12), 4: (10.5, MUTED, 10)}
_LOOKS: dict[str, tuple[float, str, bool]] = {
    Role.LEAD: (13, TEXT, True),
    Role.STRONG: (10.5, TEXT, True),
    Role.SMALL: (9, MUTED, False),
    Role.LABEL: (8.5, MUTED, False),
    Role.BIG: (20, ACCENT, True),
    Role.CELL: (9.5, TEXT, False),
    Role.CELL_STRONG: (9.5, TEXT, True),
    Role.HASH: (8.5, TEXT, False),
    "kicker": (11, MUTED, True),
}
_NAMES = {
    Role.LEAD: "Burgertop Lead",
    Role.STRONG: "Burgertop Strong",
    Role.SMALL: "Burgertop Small",
    Role.LABEL: "Burgertop Label",
    Role.BIG: "Burgertop Figure",
    Role.CELL: "Burgertop Cell",
    Role.CELL_STRONG: "Burgertop Cell Strong",
    Role.HASH: "Burgertop Hash",
    "kicker": "Burgertop Kicker",
}


def style_of(role: Role | str) -> str:
    """The name of the style for a role."""
    return _NAMES.get(role, "Normal")


def styled(paragraph: Any, name: str) -> Any:  # noqa: ANN401  (python-docx is untyped)
    """The paragraph in the style of that name; python-docx would look through every style each time."""
    paragraph._p.get_or_add_pPr().style = name.replace(" ", "")  # noqa: SLF001
    return paragraph


def toned(tone: Tone, inks: Inks) -> tuple[str, str]:
    """The ground and the edge of a box."""
    if tone is not Tone.ACCENT or inks == HOUSE_INKS:
        return TONES[tone]
    return inks.soft.removeprefix("#"), inks.accent.removeprefix("#")


def dress(word: Any, language: str, inks: Inks = HOUSE_INKS) -> None:  # noqa: ANN401  (python-docx is untyped)
    """Give a new document the paper, the styles in its colours, and the language."""
    accent = inks.accent.removeprefix("#")
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(30), Mm(26)
    styles = word.styles
    _look(styles["Normal"], 10.5, TEXT, bold=False, air=(0, 7))
    styles["Normal"].paragraph_format.line_spacing = 1.35
    marks = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in marks.findall(qn("w:lang")):
        marks.remove(old)
    region = {"nl": "nl-NL", "en": "en-GB"}.get(language, language)
    marks.append(made("w:lang", val=region, eastAsia=region, bidi="ar-SA"))
    _look(styles["Title"], 26, accent, bold=True, air=(0, 10))
    _look(styles["Subtitle"], 14, TEXT, bold=False, air=(0, 10))
    for level, (size, colour, before) in _HEADINGS.items():
        inked = accent if colour == ACCENT else colour
        _look(styles[f"Heading {level}"], size, inked, bold=True, air=(before, 4))
    for level in (5, 6):
        _look(styles[f"Heading {level}"], 10.5, MUTED, bold=True, air=(8, 3))
    for role, name in _NAMES.items():
        size, colour, bold = _LOOKS[role]
        colour = accent if colour == ACCENT else colour
        added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = styles["Normal"]
        _look(added, size, colour, bold=bold, air=(0, 4), font=MONO if role is Role.HASH else FONT)
        added.paragraph_format.keep_with_next = True if role in (Role.LEAD, Role.STRONG) else None
    _look(styles["Caption"], 9, MUTED, bold=False, air=(0, 8))
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(inks.link.removeprefix("#"))
    link.font.underline = True


def _look(
    style: Any,  # noqa: ANN401
    size: float,
    colour: str,
    *,
    bold: bool,
    air: tuple[float, float],
    font: str = FONT,
) -> None:
    """`air` is the room above and below."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, air)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
