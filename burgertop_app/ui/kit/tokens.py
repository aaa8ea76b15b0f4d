"""Colours, type and space: the one place where the look is written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Tokens:
    """The colours of one mode as "#RRGGBB"; names say the use, not the hue.

    Text on its ground has a contrast of at least 4.5, parts of controls at least 3 (WCAG 2).
    """

    dark: bool
    bg: str
    surface: str
    sunken: str
    floor: str
    table: str
    line: str
    ctl: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on: str
    soft: str
    late: str
    lates: str
    warn: str
    warns: str
    ok: str
    oks: str
    c1: str
    c2: str
    c3: str
    c4: str
    c5: str
    seat_ink: str


LIGHT = Tokens(
    dark=False,
    bg="#F3F5F4",
    surface="#FFFFFF",
    sunken="#E9EEEC",
    floor="#EEF2F0",
    table="#FFFFFF",
    line="#D5DCDA",
    ctl="#75827E",
    text="#17201F",
    muted="#4F5E5A",
    accent="#0B5C66",
    accent_hover="#0A515A",
    on="#FFFFFF",
    soft="#DCEDEE",
    late="#A4231A",
    lates="#FBE9E6",
    warn="#7A4E00",
    warns="#FFF2D6",
    ok="#1E6A3C",
    oks="#E2F2E6",
    c1="#0F7A70",
    c2="#B9570A",
    c3="#2F1B4D",
    c4="#7A55D0",
    c5="#75827E",
    seat_ink="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    bg="#14191A",
    surface="#1B2122",
    sunken="#252D2E",
    floor="#171D1E",
    table="#232B2C",
    line="#39433F",
    ctl="#7F8C89",
    text="#E8EDEB",
    muted="#A9B5B2",
    accent="#6CC7CF",
    accent_hover="#7ECED5",
    on="#06282C",
    soft="#1D3A3E",
    late="#FF9C8F",
    lates="#41201C",
    warn="#F0C36A",
    warns="#3A2D10",
    ok="#86D3A0",
    oks="#173524",
    c1="#6CC7CF",
    c2="#E07B2E",
    c3="#F1E7B0",
    c4="#8C80EE",
    c5="#7F8C89",
    seat_ink="#0B1213",
)


class State(StrEnum):
    """How something stands; each has a colour, an icon and words, never colour alone."""

    OK = "ok"
    LATE = "late"
    WARN = "warn"
    ACCENT = "accent"
    NEUTRAL = "neutral"
    WAITING = "waiting"


STATE_ICONS = {
    State.OK: "circle-check",
    State.LATE: "triangle-alert",
    State.WARN: "clock",
    State.ACCENT: "clock",
    State.NEUTRAL: "",
    State.WAITING: "circle-dashed",
}


class Type:
    """Sizes of type in points."""

    CAPTION = 9
    SMALL = 10
    BASE = 11
    HEADING = 13
    TITLE = 17
    FIGURE = 20
    FIGURE_LARGE = 22
    BEAMER_NOTE = 13
    BEAMER_STEP = 19
    BEAMER_TITLE = 28
    BEAMER_NUMBER = 138


class Space:
    """Distances and heights in pixels at 100 %."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32
    PAGE_TOP = 14
    PAGE_MAX = 1600
    TEXT_MAX = 640
    RAIL = 220
    RAIL_SMALL = 56
    TOP_BAR = 56
    ROW = 30
    ROW_FIELDS = 34
    ROW_ROOMY = 40
    HEADER = 30
    CHIP = 22
    BUTTON = 36
    FIELD = 34
    BUTTON_SMALL = 30


def state_colours(tokens: Tokens, state: State) -> tuple[str, str, str]:
    """Ink, fill and edge of a chip in `state`; an empty fill means none."""
    return {
        State.OK: (tokens.ok, tokens.oks, tokens.oks),
        State.LATE: (tokens.late, tokens.lates, tokens.lates),
        State.WARN: (tokens.warn, tokens.warns, tokens.warns),
        State.ACCENT: (tokens.accent, tokens.soft, tokens.soft),
        State.NEUTRAL: (tokens.text, tokens.sunken, tokens.sunken),
        State.WAITING: (tokens.muted, "", tokens.line),
    }[state]


def contrast(first: str, second: str) -> float:
    """Contrast of two colours, 1..21.

    Source: W3C, Web Content Accessibility Guidelines 2.1, definition of contrast ratio.
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
